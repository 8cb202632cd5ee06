//! The lab `regularization`, in Korean.

use crate::experiments::regularization::words::{NegativeWords, RegularizationWords};

/// The words.
pub const WORDS: RegularizationWords = RegularizationWords {
    title: "오버피팅과 정규화",
    question: "훈련과 시험의 차이를 줄일 수 있을까요?",
    group: "정규화(regularization)",
    regularizer: "정규화 방법",
    regularizers: ["없음", "가중치 감소", "드롭아웃", "둘 다"],
    effect: |gain, deviation| {
        format!(
            "시드 1~10으로 측정한 시험 정확도 향상: 평균 {gain}, 표준편차 {deviation} (레이블의 30%가 틀린 \
             훈련 데이터 300장, SGD 학습률 0.03, 반복 601번)."
        )
    },
    weight_decay: "가중치 감소 λ",
    dropout: "드롭아웃 비율",
    data: "훈련 데이터",
    train_size: "훈련 데이터 수",
    label_noise: "틀린 레이블의 비율",
    network: |words| match (words.weight_decay, words.dropout) {
        (None, None) => "정규화(regularization) 없음".to_owned(),
        (Some(lambda), None) => format!("가중치 감소 λ = {lambda}"),
        (None, Some(ratio)) => format!("드롭아웃 {ratio}"),
        (Some(lambda), Some(ratio)) => format!("가중치 감소 λ = {lambda}, 드롭아웃 {ratio}"),
    },
    short: |words| match (words.weight_decay, words.dropout) {
        (None, None) => "정규화 없음",
        (Some(_), None) => "가중치 감소",
        (None, Some(_)) => "드롭아웃",
        (Some(_), Some(_)) => "정규화",
    },
    of: " · ",
    train: "훈련",
    test: "시험",
    gap: "차이",
    gain: "시험 정확도",
    accuracy: "정확도",
    difference: "정확도의 차이",
    accuracies: |network| format!("{network}: 훈련과 시험의 정확도"),
    gaps: "정규화 없음: 훈련 정확도와 시험 정확도의 차이",
    points: |points| format!("{points}%p"),
    gap_clause: |points| format!("둘의 차이 {points}"),
    negative_clause: |why| match why {
        NegativeWords::WrongLabels { wrong, right } => format!(
            "차이가 음수인 이유: 훈련 레이블의 {wrong}가 틀려서, 모두 옳게 분류해도 훈련 정확도는 {right}임"
        ),
        NegativeWords::Chance(error) => {
            format!("차이가 음수이지만 우연일 수 있음(표준오차 {error})")
        }
        NegativeWords::Easier => "차이가 음수인 이유: 시험 데이터가 더 쉬움".to_owned(),
    },
    reason: |why| match why {
        NegativeWords::WrongLabels { wrong, .. } => format!("훈련 레이블 {wrong}가 틀림"),
        NegativeWords::Chance(_) => "우연일 수 있음".to_owned(),
        NegativeWords::Easier => "시험 데이터가 더 쉬움".to_owned(),
    },
    gain_clause: |gain| match gain {
        Some((points, true)) => format!("시험 정확도가 정규화 없을 때보다 {points} 높음"),
        Some((points, false)) => format!("시험 정확도가 정규화 없을 때보다 {points} 낮음"),
        None => "시험 정확도가 정규화 없을 때와 같음".to_owned(),
    },
    too_strong: |guessing| {
        format!("무작위 추측({guessing})과 거의 같음: 여기서는 정규화가 너무 강함")
    },
    terms: |terms| {
        let wrong = match terms.n_wrong {
            0 => String::new(),
            n => format!(
                "(그중 {n}장은 레이블을 일부러 틀리게 바꾸었고, 훈련 정확도도 바뀐 레이블로 계산)"
            ),
        };
        format!(
            "비교 조건: 은닉층 6개(뉴런 100개씩), {} 학습률 {}, 훈련 데이터 앞 {}장{wrong}, 시험 데이터 {}장, \
             배치 크기 {}, 같은 초깃값, 같은 미니배치.",
            terms.rule, terms.rate, terms.n_train, terms.n_test, terms.batch
        )
    },
};
