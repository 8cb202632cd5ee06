//! What the lab `search` says.

use super::super::joined;

/// A trial. Numbers are printed.
#[derive(Clone, Debug)]
pub struct TrialWords {
    /// Its number, from 1, by the order of the draw.
    pub number: usize,
    /// The learning rate.
    pub rate: String,
    /// The weight decay.
    pub decay: String,
    /// The accuracy on the validation data, in percent.
    pub validation: String,
    /// The accuracy on the training data, in percent.
    pub training: String,
}

/// Where the best trials lie in the range of a hyperparameter. Numbers are printed.
#[derive(Clone, Debug)]
pub struct FindingWords {
    /// How many are looked at.
    pub n: usize,
    /// The lowest value among them.
    pub lowest: String,
    /// The highest one.
    pub highest: String,
    /// The share of the logarithmic range from the one to the other, in percent.
    pub span: String,
    /// What that means.
    pub verdict: Place,
}

/// What the place of the best trials says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// There are too few trials to tell.
    TooFew,
    /// They crowd at the lower end.
    LowEnd,
    /// They crowd at the upper end.
    HighEnd,
    /// They crowd within the range.
    Inside,
    /// They do not crowd, but accuracies rise with the value.
    Rising,
    /// The same, and they fall.
    Falling,
    /// Neither.
    Anywhere,
}

/// What the panel with the trials shows. Numbers are printed.
#[derive(Clone, Debug)]
pub struct RangeWords {
    /// The ends of the range of learning rates.
    pub rates: [String; 2],
    /// The ends of the range of weight decays.
    pub decays: [String; 2],
    /// How many trials are finished.
    pub n: usize,
    /// The one that is looked at, and its rank.
    pub chosen: Option<(String, TrialWords)>,
    /// Where the search would go on: learning rates and weight decays.
    pub next: Option<[[String; 2]; 2]>,
}

/// The words of the lab.
#[derive(Clone, Copy, Debug)]
pub struct SearchWords {
    /// What the lab is.
    pub title: &'static str,
    /// The panel with the trials as points.
    pub panel: &'static str,
    /// The panel with the curves: how many of the best are shown at most.
    pub ranking: &'static str,
    /// What the panel with the points can be used for.
    pub hint: &'static str,
    /// A hyperparameter, and an axis.
    pub rate: &'static str,
    /// The same.
    pub decay: &'static str,
    /// What is measured.
    pub validation_accuracy: &'static str,
    /// What is measured.
    pub training_accuracy: &'static str,
    /// Control: how many trials.
    pub trials: &'static str,
    /// Group: the ranges.
    pub ranges: &'static str,
    /// Controls: lowest and highest learning rate, lowest and highest weight decay.
    pub ends: [&'static str; 4],
    /// Control: the trial that is looked at.
    pub trial: &'static str,
    /// Its option: the best one.
    pub best: &'static str,
    /// Where the player stands: shown trials, number of trials, how many are recorded.
    pub step_of: fn(usize, usize, usize) -> String,
    /// A playing speed, printed.
    pub per_second: fn(&str) -> String,
    /// A trial, as clauses.
    pub trial_parts: fn(&TrialWords) -> Vec<String>,
    /// Where the best trials lie, as clauses.
    pub finding: fn(&FindingWords) -> Vec<String>,
    /// One sentence for a change: trials, name and clauses of the one that is looked at.
    pub announcement: fn(usize, Option<(&str, &str)>) -> String,
    /// The panel with the points described.
    pub description: fn(&RangeWords) -> String,
    /// The panel with the curves described: how many are ranked, name and accuracies of the
    /// best ones.
    pub ranking_description: fn(usize, &[(String, TrialWords)]) -> String,
    /// What the search rests on: pictures to train on, for the validation, those of a batch,
    /// iterations.
    pub terms: fn(usize, usize, usize, usize) -> String,
}

fn listed(best: &[(String, TrialWords)]) -> String {
    let best = best.iter();
    let best = best.map(|(name, trial)| format!("{name} {}", trial.validation));
    joined(&best.collect::<Vec<_>>(), ", ")
}

/// Korean.
pub const KO: SearchWords = SearchWords {
    title: "하이퍼파라미터 무작위 탐색",
    panel: "시행마다 점 하나: 학습률과 가중치 감소",
    ranking: "검증 데이터 정확도가 높은 순서",
    hint: "점을 누르면 고르고, 끌면 그 범위를 탐색합니다",
    rate: "학습률",
    decay: "가중치 감소",
    validation_accuracy: "검증 정확도",
    training_accuracy: "훈련 정확도",
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
    step_of: |step, steps, done| match done < steps {
        true => format!("시행 {step} / {steps} (끝난 시행 {done}번)"),
        false => format!("시행 {step} / {steps}"),
    },
    per_second: |speed| format!("초당 시행 {speed}번"),
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
            Place::Anywhere => "우연히도 이만큼은 모이므로 이 값의 영향은 뚜렷하지 않습니다",
        };
        vec![
            format!("상위 {n}번의 시행은 {lowest}부터 {highest}까지"),
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
        if let Some((name, trial)) = &words.chosen {
            text += &format!(
                " 고른 시행 {name}: 학습률 {}, 가중치 감소 {}, 검증 데이터 정확도 {}.",
                trial.rate, trial.decay, trial.validation
            );
        }
        if let Some([rates, decays]) = &words.next {
            text += &format!(
                " 점선은 상위 시행의 범위: 학습률 {}부터 {}까지, 가중치 감소 {}부터 {}까지.",
                rates[0], rates[1], decays[0], decays[1]
            );
        }
        text
    },
    ranking_description: |n, best| {
        format!(
            "시행 {n}번을 검증 데이터 정확도가 높은 순서로 작은 그림에 그립니다. 가로축은 반복, 세로축은 정확도 0에서 \
             1까지, 실선은 검증 데이터, 점선은 훈련 데이터. {}.",
            listed(best)
        )
    },
    terms: |train, validation, batch, iterations| {
        format!(
            "조건: 시행마다 새 초깃값의 신경망을 SGD로 {iterations}번 반복 학습(훈련 데이터 {train}장, 배치 크기 \
             {batch}). 정확도는 따로 떼어 둔 검증 데이터 {validation}장에서 잽니다. 시험 데이터로 \
             하이퍼파라미터를 고르면 그 값이 시험 데이터에 맞춰져 범용 성능을 잴 수 없으므로 시험 데이터는 쓰지 않습니다."
        )
    },
};

/// English.
pub const EN: SearchWords = SearchWords {
    title: "Random search for hyperparameters",
    panel: "Trials by learning rate and weight decay",
    ranking: "Ranked by validation accuracy",
    hint: "Click a dot, or drag a range",
    rate: "learning rate",
    decay: "weight decay",
    validation_accuracy: "validation accuracy",
    training_accuracy: "training accuracy",
    trials: "Trials",
    ranges: "Range of the search",
    ends: [
        "Lowest learning rate",
        "Highest learning rate",
        "Lowest weight decay",
        "Highest weight decay",
    ],
    trial: "Trial to look at",
    best: "the best one",
    step_of: |step, steps, done| match done < steps {
        true => format!("Trial {step} / {steps} ({done} finished)"),
        false => format!("Trial {step} / {steps}"),
    },
    per_second: |speed| format!("{speed} trials/s"),
    trial_parts: |trial| {
        vec![
            format!("validation accuracy {}", trial.validation),
            format!("training accuracy {}", trial.training),
            format!("learning rate {}", trial.rate),
            format!("weight decay {}", trial.decay),
            format!("trial {}", trial.number),
        ]
    },
    finding: |words| {
        let (n, [lowest, highest]) = (words.n, [&words.lowest, &words.highest]);
        let verdict = match words.verdict {
            Place::TooFew => "too few trials to tell",
            Place::LowEnd => "crowded at the lower end: smaller values may be better still",
            Place::HighEnd => "crowded at the upper end: larger values may be better still",
            Place::Inside => "crowded in one place: narrow the range to it",
            Place::Rising => "not in one place, but accuracy tends to rise with the value",
            Place::Falling => "not in one place, but accuracy tends to fall with the value",
            Place::Anywhere => "no closer together than by chance: no clear effect",
        };
        vec![
            format!("the best {n} trials lie from {lowest} to {highest}"),
            format!("{} of the logarithmic range", words.span),
            verdict.to_owned(),
        ]
    },
    announcement: |n, chosen| match chosen {
        Some((name, parts)) => format!("{n} trials. {name}: {parts}."),
        None => format!("{n} trials."),
    },
    description: |words| {
        let ([rates, decays], n) = ([&words.rates, &words.decays], words.n);
        let mut text = format!(
            "Learning rates {} to {} across, weight decays {} to {} upward, both logarithmic. \
             {n} finished trials, a dot each: the higher the validation accuracy, the larger the \
             dot and the more it stands out.",
            rates[0], rates[1], decays[0], decays[1]
        );
        if let Some((name, trial)) = &words.chosen {
            text += &format!(
                " Chosen: {name}, learning rate {}, weight decay {}, validation accuracy {}.",
                trial.rate, trial.decay, trial.validation
            );
        }
        if let Some([rates, decays]) = &words.next {
            text += &format!(
                " Dashed: the range of the best trials, learning rates {} to {}, weight decays \
                 {} to {}.",
                rates[0], rates[1], decays[0], decays[1]
            );
        }
        text
    },
    ranking_description: |n, best| {
        format!(
            "{n} trials from the best to the worst by validation accuracy, a small picture each: \
             iterations across, accuracy from 0 to 1 upward, solid for the validation data, dashed \
             for the training data. {}.",
            listed(best)
        )
    },
    terms: |train, validation, batch, iterations| {
        format!(
            "Each trial trains a network by SGD from new initial weights: {iterations} iterations \
             on {train} training pictures, batches of {batch}. Accuracy is measured on \
             {validation} pictures kept apart as validation data. The test data takes no part: \
             hyperparameters chosen by it would fit it, and it could no longer tell how well the \
             network generalizes."
        )
    },
};

/// Japanese.
pub const JA: SearchWords = SearchWords {
    title: "ハイパーパラメータのランダム探索",
    panel: "試行ごとに点一つ：学習率と荷重減衰",
    ranking: "検証データの認識精度が高い順",
    hint: "点を押すか、範囲をドラッグします",
    rate: "学習率",
    decay: "荷重減衰",
    validation_accuracy: "検証データの精度",
    training_accuracy: "訓練データの精度",
    trials: "試行回数",
    ranges: "探索の範囲",
    ends: [
        "学習率の最小",
        "学習率の最大",
        "荷重減衰の最小",
        "荷重減衰の最大",
    ],
    trial: "注目する試行",
    best: "最も良い試行",
    step_of: |step, steps, done| match done < steps {
        true => format!("試行 {step} / {steps}（終了 {done}回）"),
        false => format!("試行 {step} / {steps}"),
    },
    per_second: |speed| format!("毎秒{speed}試行"),
    trial_parts: |trial| {
        vec![
            format!("検証データの認識精度 {}", trial.validation),
            format!("訓練データの認識精度 {}", trial.training),
            format!("学習率 {}", trial.rate),
            format!("荷重減衰 {}", trial.decay),
            format!("{}回目の試行", trial.number),
        ]
    },
    finding: |words| {
        let (n, [lowest, highest]) = (words.n, [&words.lowest, &words.highest]);
        let verdict = match words.verdict {
            Place::TooFew => "試行が少なく、まだ判断できません",
            Place::LowEnd => "範囲の下端に集まっており、さらに小さい値が良いかもしれません",
            Place::HighEnd => "範囲の上端に集まっており、さらに大きい値が良いかもしれません",
            Place::Inside => "範囲の一か所に集まっており、そこへ絞り込めます",
            Place::Rising => "一か所に集まってはいませんが、値が大きいほど精度が高い傾向があります",
            Place::Falling => {
                "一か所に集まってはいませんが、値が小さいほど精度が高い傾向があります"
            }
            Place::Anywhere => "偶然でもこの程度は集まるため、この値の影響ははっきりしません",
        };
        vec![
            format!("上位{n}回の試行は{lowest}から{highest}まで"),
            format!("対数の範囲の{}", words.span),
            verdict.to_owned(),
        ]
    },
    announcement: |n, chosen| match chosen {
        Some((name, parts)) => format!("試行{n}回。{name}：{parts}。"),
        None => format!("試行{n}回。"),
    },
    description: |words| {
        let ([rates, decays], n) = ([&words.rates, &words.decays], words.n);
        let mut text = format!(
            "横軸は学習率{}から{}まで、縦軸は荷重減衰{}から{}まで、どちらも対数。終わった試行{n}回に点が一つずつ、\
             検証データの認識精度が高いほど大きく、背景から際立ちます。",
            rates[0], rates[1], decays[0], decays[1]
        );
        if let Some((name, trial)) = &words.chosen {
            text += &format!(
                "選んだ試行{name}：学習率{}、荷重減衰{}、検証データの認識精度{}。",
                trial.rate, trial.decay, trial.validation
            );
        }
        if let Some([rates, decays]) = &words.next {
            text += &format!(
                "破線は上位の試行の範囲：学習率{}から{}まで、荷重減衰{}から{}まで。",
                rates[0], rates[1], decays[0], decays[1]
            );
        }
        text
    },
    ranking_description: |n, best| {
        format!(
            "試行{n}回を検証データの認識精度が高い順に小さな図で描きます。横軸は反復、縦軸は認識精度0から1、\
             実線は検証データ、破線は訓練データ。{}。",
            listed(best)
        )
    },
    terms: |train, validation, batch, iterations| {
        format!(
            "条件：試行ごとに新しい初期値のネットワークをSGDで{iterations}反復学習します\
             （訓練データ{train}枚、バッチサイズ{batch}）。認識精度は別に取り分けた検証データ{validation}枚で測ります。\
             テストデータでハイパーパラメータを選ぶと、その値がテストデータに合ってしまい汎化性能を測れないため、\
             テストデータは使いません。"
        )
    },
};
