//! The lab `weight-init`, in Korean.

use crate::experiments::weight_init::words::{LayerWords, ProblemWords, WeightInitWords, rows};
use crate::math::joined;

/// The words.
pub const WORDS: WeightInitWords = WeightInitWords {
    title: "가중치의 초깃값",
    question: "초깃값의 크기는 활성화값을 어떻게 바꿀까요?",
    histograms: |activation| format!("은닉층의 활성화값 분포({activation})"),
    losses: |activation| format!("반복에 따른 손실({activation})"),
    problem: |last, problem| match problem {
        ProblemWords::Vanishing([flat, slope, steepest]) => format!(
            "기울기 소실: {last}층 활성화값의 {flat}에서 활성화 함수의 기울기가 최댓값 {steepest}의 1/10보다 작음(평균 \
             {slope})"
        ),
        ProblemWords::Alike(deviation) => {
            format!("표현력 제한: {last}층의 활성화값이 거의 같음(표준편차 {deviation})")
        }
        ProblemWords::Exploding(ratio) => {
            format!("활성화값 폭발: {last}층의 표준편차가 1층의 {ratio}배")
        }
    },
    problem_name: |problem| match problem {
        ProblemWords::Vanishing(_) => "기울기 소실",
        ProblemWords::Alike(_) => "표현력 제한",
        ProblemWords::Exploding(_) => "활성화값 폭발",
    },
    nothing_learned: |guessing| {
        format!("아직 학습된 것이 없음: 손실이 무작위 추측의 {guessing}보다 낮지 않음")
    },
    deviation: "표준편차 σ",
    deviation_group: "초깃값의 크기",
    bars: "막대는 활성화값의 비율입니다",
    layer: |number| format!("{number}층"),
    spread: |last, a, b| {
        format!(
            "활성화값(1층 → {last}층) 평균 {} → {}, 표준편차 {} → {}{}",
            a.mean,
            b.mean,
            a.deviation,
            b.deviation,
            b.outside_clause("그래프 범위 밖")
        )
    },
    deviations: |a, b| format!("표준편차 {a} → {b}"),
    description: |[low, high], bars, all| {
        let layer = |number: usize, words: &LayerWords| {
            let LayerWords {
                mean, deviation, ..
            } = words;
            let outside = words.outside_clause("그래프 범위 밖");
            format!("{number}층 평균 {mean}, 표준편차 {deviation}{outside}")
        };
        let rows = rows(all, layer, ": ");
        format!(
            "초깃값마다 한 줄, 층마다 히스토그램 하나. 활성화값 {low}에서 {high}까지 막대 \
             {bars}개. {}.",
            joined(&rows, ". ")
        )
    },
    as_in_book: "책과 같이",
    activations: |histograms, training| {
        format!("히스토그램은 {histograms}, 학습은 {training} 사용")
    },
    terms: |train, batch, rule| {
        format!(
            "히스토그램: 정규분포 입력 1000개가 편향 없는 뉴런 100개짜리 층 5개를 통과. 학습: 은닉층 \
             4개(뉴런 100개씩), {rule}, 훈련 데이터 {train}장, 배치 크기 {batch}. 같은 난수에 배율만 다른 \
             초깃값, 같은 미니배치."
        )
    },
    group: "비교할 초깃값",
};
