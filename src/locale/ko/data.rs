//! The table of numbers, in Korean.

use crate::lessons::data::words::{DataLabels, DataWords};

/// The title.
pub const TITLE: &str = "수치 표";

/// The words.
pub const WORDS: DataWords = DataWords {
    labels: DataLabels {
        data: "수치 표",
        previous_page: "이전 스텝",
        next_page: "다음 스텝",
    },
    table_of: |name| format!("{name}: 스텝마다의 위치와 손실"),
    page_of: |first, last, steps| format!("스텝 {first}–{last} / {steps}"),
};
