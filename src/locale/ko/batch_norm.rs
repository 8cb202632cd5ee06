//! The lab `batch-norm`, in Korean.

use crate::experiments::batch_norm::words::{BatchNormWords, WinWords};

/// The words.
pub const WORDS: BatchNormWords = BatchNormWords {
    title: "배치 정규화의 효과",
    question: "초깃값이 나빠도 학습할 수 있을까요?",
    with: "배치 정규화",
    without: "배치 정규화 없음",
    chosen: |init| format!("훈련 데이터 정확도(초깃값 {init})"),
    grid: "초깃값의 표준편차 16가지: 눌러서 선택하세요",
    scale: "초깃값의 표준편차",
    wins: |words| {
        let WinWords {
            here,
            n,
            n_of,
            n_diverged,
        } = words;
        let diverged =
            (*n_diverged > 0).then(|| format!("{n_of}가지 중 {n_diverged}가지에서 발산"));
        let here = here
            .iter()
            .map(|init| format!("{init}에서 정확도가 더 높음"));
        here.chain([format!("계산한 {n_of}가지 중 {n}가지에서 앞섬")])
            .chain(diverged)
            .collect()
    },
    waiting: "대기 중",
    n_waiting: |n| format!("대기 중인 것 {n}가지."),
    description: |n, [with, without], chosen| {
        format!(
            "초깃값의 표준편차 1부터 0.0001까지 16가지마다 작은 그림 하나, 세로축은 정확도 0에서 1까지. \
             계산한 {n}가지 중 배치 정규화가 더 높은 것 {with}가지, 배치 정규화가 없는 쪽이 더 높은 것 {without}가지. \
             고른 초깃값: {chosen}."
        )
    },
    terms: |train, batch| {
        format!(
            "비교 조건: 은닉층 5개(뉴런 100개씩), SGD 학습률 0.01, 훈련 데이터 앞 {train}장, 배치 크기 \
             {batch}, 같은 초깃값, 같은 미니배치. 정확도는 그 훈련 데이터에서 측정합니다."
        )
    },
};
