//! The lab `search`, in Korean.

use crate::experiments::network::words::PlayerLabels;
use crate::experiments::search::words::{Place, SearchLabels, SearchWords, counted, listed};

/// The words.
pub const WORDS: SearchWords = SearchWords {
    labels: SearchLabels {
        narrow_range: "좋은 범위로 좁히기",
        book_range: "책의 범위",
        wide_range: "넓은 범위 10⁻⁶~10",
    },
    title: "하이퍼파라미터 무작위 탐색",
    question: "좋은 값은 어디에 모여 있을까요?",
    panel: "시행별 학습률과 가중치 감소(점 하나가 한 시행)",
    ranking: "검증 데이터 정확도가 높은 순서",
    hint: "점을 누르면 시행을 선택하고, 드래그하면 그 범위를 다시 탐색합니다",
    rate: "학습률",
    decay: "가중치 감소",
    validation_accuracy: "검증 정확도",
    training_accuracy: "훈련 정확도",
    sampling: "시행을 뽑는 방법",
    samplings: ["로그 스케일로", "고르게(균등하게)"],
    sampling_hint: |[from, to], [log, uniform]| {
        format!(
            "학습률의 가장 큰 자릿수 {from}~{to}에 로그 스케일로는 시행의 {log}, 고르게 뽑으면 {uniform}가 갑니다. \
             좋은 값이 거기에 있는지와는 상관이 없습니다."
        )
    },
    fell: "시행",
    good_decade: |words| {
        let ([from, to], [n, of], [n_best, all]) = (words.ends, words.trials, words.best);
        format!(
            "상위 시행 {all}개 중 {n_best}개가 {from}~{to}에 있고, 시행 {of}개 중 {n}개가 여기에 떨어졌습니다(기댓값: \
             로그 스케일 {}, 고르게 {})",
            words.expected[0], words.expected[1]
        )
    },
    trials: "시행 횟수",
    ranges: "탐색 범위",
    ends: [
        "학습률 최소",
        "학습률 최대",
        "가중치 감소 최소",
        "가중치 감소 최대",
    ],
    trial: "살펴볼 시행",
    best: "가장 좋은 시행",
    player: PlayerLabels {
        step: "시행",
        step_forward: "한 시행 앞으로",
        step_back: "한 시행 뒤로",
        lanes: "이 시행까지",
    },
    found: |n, of| format!("시행 {of}회 중 {n}회 완료"),
    step_of: |step, steps, done| match done < steps {
        true => format!("시행 {step} / {steps} ({done}회 완료)"),
        false => format!("시행 {step} / {steps}"),
    },
    per_second: |speed| format!("초당 시행 {speed}회"),
    trial_parts: |trial| {
        vec![
            format!("검증 데이터 정확도 {}", trial.validation),
            format!("훈련 데이터 정확도 {}", trial.training),
            format!("학습률 {}", trial.rate),
            format!("가중치 감소 {}", trial.decay),
            format!("{}번째 시행", trial.number),
        ]
    },
    finding: |words| {
        let (n, [lowest, highest]) = (words.n, [&words.lowest, &words.highest]);
        let verdict = match words.verdict {
            Place::TooFew => "시행이 적어 아직 판단하기 이릅니다",
            Place::LowEnd => "범위의 아래쪽 끝에 몰려 있어 더 작은 값이 나을 수 있습니다",
            Place::HighEnd => "범위의 위쪽 끝에 몰려 있어 더 큰 값이 나을 수 있습니다",
            Place::Inside => "범위 안의 한곳에 몰려 있어 이리로 좁혀 볼 만합니다",
            Place::Rising => "한곳에 몰려 있지는 않지만 값이 클수록 정확도가 높은 경향이 있습니다",
            Place::Falling => {
                "한곳에 몰려 있지는 않지만 값이 작을수록 정확도가 높은 경향이 있습니다"
            }
            Place::Anywhere => "우연으로도 이 정도는 모이므로 이 값의 영향은 뚜렷하지 않습니다",
        };
        vec![
            format!("상위 {n}개 시행은 {lowest}부터 {highest}까지"),
            format!("로그 범위의 {}", words.span),
            verdict.to_owned(),
        ]
    },
    announcement: |n, chosen| match chosen {
        Some((name, parts)) => format!("시행 {n}번. {name}: {parts}."),
        None => format!("시행 {n}번."),
    },
    description: |words| {
        let ([rates, decays], n) = ([&words.rates, &words.decays], words.n);
        let mut text = format!(
            "가로축은 학습률 {}부터 {}까지, 세로축은 가중치 감소 {}부터 {}까지, 둘 다 로그. 끝난 시행 {n}번마다 \
             점 하나, 검증 데이터 정확도가 높을수록 크고 바탕색과 뚜렷이 다릅니다.",
            rates[0], rates[1], decays[0], decays[1]
        );
        let sampling = if words.is_uniform {
            "고르게"
        } else {
            "로그 스케일로"
        };
        text += &format!(" 두 값은 {sampling} 뽑았습니다. 학습률의 자릿수별 시행 수: ");
        text += &counted(&words.decades, "~", ", ");
        text += ".";
        if let Some((name, trial)) = &words.chosen {
            text += &format!(
                " 고른 시행 {name}: 학습률 {}, 가중치 감소 {}, 검증 데이터 정확도 {}.",
                trial.rate, trial.decay, trial.validation
            );
        }
        if let Some([rates, decays]) = &words.next {
            text += &format!(
                " 파선은 상위 시행의 범위: 학습률 {}부터 {}까지, 가중치 감소 {}부터 {}까지.",
                rates[0], rates[1], decays[0], decays[1]
            );
        }
        text
    },
    ranking_description: |n, best| {
        format!(
            "시행 {n}번을 검증 데이터 정확도가 높은 순서로 작은 그림에 그립니다. 가로축은 반복, 세로축은 정확도 0에서 \
             1까지, 실선은 검증 데이터, 파선은 훈련 데이터. {}.",
            listed(best)
        )
    },
    terms: |train, validation, batch, iterations| {
        format!(
            "조건: 시행마다 새 초깃값의 신경망을 SGD로 {iterations}번 반복 학습(훈련 데이터 {train}장, 배치 크기 \
             {batch}). 정확도는 따로 떼어 둔 검증 데이터 {validation}장에서 측정합니다. 시험 데이터로 하이퍼파라미터를 고르면 그 값이 시험 데이터에 오버피팅되어 범용 성능을 평가할 수 없으므로 시험 데이터는 쓰지 않습니다."
        )
    },
};
