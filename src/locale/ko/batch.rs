//! The pictures of a mini-batch, in Korean.

use crate::lessons::batch::words::{BatchLabels, BatchWords};

/// The title.
pub const TITLE: &str = "미니배치와 잘못 분류한 이미지";

/// What its tab says.
pub const TAB: &str = "미니배치";

/// The words.
pub const WORDS: BatchWords = BatchWords {
    labels: BatchLabels {
        batch_now: "이 반복의 미니배치",
        batch_before: "반복 0: 아직 미니배치를 고르지 않았습니다.",
        batch_legend: "이미지 아래의 숫자는 신경망의 예측입니다. 잘못 분류한 이미지는 테두리를 두르고 \
                       ‘정답→예측’으로 적습니다.",
        batch_mistakes: "잘못 분류한 시험 데이터",
        batch_confusions: "정답→예측과 이미지 수",
        batch_previous: "이전 이미지",
        batch_next: "다음 이미지",
    },
    batch: |name, iteration, right, n| {
        format!("반복 {iteration}, {name}: 갱신 후 {n}장 중 {right}장을 맞혔습니다.")
    },
    mistakes: |name, iteration, wrong, n| {
        format!("{name}(반복 {iteration}에서 측정): 시험 데이터 {n}장 중 {wrong}장을 틀렸습니다.")
    },
    mistakes_before: |every| {
        format!("시험 데이터는 {every}회 반복마다 측정합니다. 아직 측정하지 않았습니다.")
    },
    confusion: |pair, n| format!("{pair}: {n}장"),
    page_of: |first, last, n| format!("이미지 {first}–{last} / {n}"),
};
