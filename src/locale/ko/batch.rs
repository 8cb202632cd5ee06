//! The pictures of a mini-batch, in Korean.

use crate::lessons::batch::words::{BatchLabels, BatchWords};

/// The title.
pub const TITLE: &str = "미니배치와 틀린 그림";

/// What its tab says.
pub const TAB: &str = "미니배치";

/// The words.
pub const WORDS: BatchWords = BatchWords {
    labels: BatchLabels {
        batch_now: "이 반복의 미니배치",
        batch_before: "반복 0: 아직 미니배치를 고르지 않았습니다.",
        batch_legend: "그림 아래의 숫자는 신경망의 예측입니다. 틀린 그림은 테두리를 두르고 \
                       ‘정답→예측’으로 적습니다.",
        batch_mistakes: "틀린 시험 데이터",
        batch_confusions: "정답→예측과 그림 수",
        batch_previous: "앞의 그림",
        batch_next: "다음 그림",
    },
    batch: |name, iteration, right, n| {
        format!("반복 {iteration}, {name}: 갱신한 뒤 {n}장 가운데 {right}장을 맞힙니다.")
    },
    mistakes: |name, iteration, wrong, n| {
        format!("반복 {iteration}에서 잰 {name}: 시험 데이터 {n}장 가운데 {wrong}장을 틀립니다.")
    },
    mistakes_before: |every| {
        format!("시험 데이터는 반복 {every}번마다 잽니다. 아직 잰 것이 없습니다.")
    },
    confusion: |pair, n| format!("{pair}: {n}장"),
    page_of: |first, last, n| format!("그림 {first}–{last} / {n}"),
};
