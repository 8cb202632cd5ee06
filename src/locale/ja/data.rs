//! The table of numbers, in Japanese.

use crate::lessons::data::words::{DataLabels, DataWords};

/// The title.
pub const TITLE: &str = "数値の表";

/// The words.
pub const WORDS: DataWords = DataWords {
    labels: DataLabels {
        data: "数値の表",
        previous_page: "前のステップ",
        next_page: "次のステップ",
    },
    table_of: |name| format!("{name}：ステップごとの位置と損失"),
    page_of: |first, last, steps| format!("ステップ {first}–{last} / {steps}"),
};
