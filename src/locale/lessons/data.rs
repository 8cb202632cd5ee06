//! Words of the table of numbers.

labels! {
    /// Words that never change.
    DataLabels:
    /// Name of the part that scrolls.
    data,
    /// Button: earlier rows.
    previous_page,
    /// Button: later rows.
    next_page,
}

/// The words.
#[derive(Clone, Copy, Debug)]
pub struct Data {
    /// Words that never change.
    pub labels: DataLabels,
    /// The caption: name of the lane.
    pub table_of: fn(&str) -> String,
    /// The page: first and last step on it, number of steps.
    pub page_of: fn(usize, usize, usize) -> String,
}

/// Korean.
pub(super) const KO: Data = Data {
    labels: DataLabels {
        data: "수치 표",
        previous_page: "이전 스텝",
        next_page: "다음 스텝",
    },
    table_of: |name| format!("{name}: 스텝마다의 위치와 손실"),
    page_of: |first, last, steps| format!("스텝 {first}–{last} / {steps}"),
};

/// English.
pub(super) const EN: Data = Data {
    labels: DataLabels {
        data: "Table of numbers",
        previous_page: "Earlier steps",
        next_page: "Later steps",
    },
    table_of: |name| format!("{name}: point and loss at each step"),
    page_of: |first, last, steps| format!("Steps {first}–{last} of {steps}"),
};

/// Japanese.
pub(super) const JA: Data = Data {
    labels: DataLabels {
        data: "数値の表",
        previous_page: "前のステップ",
        next_page: "次のステップ",
    },
    table_of: |name| format!("{name}：ステップごとの位置と損失"),
    page_of: |first, last, steps| format!("ステップ {first}–{last} / {steps}"),
};
