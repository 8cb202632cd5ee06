//! The loop that trains a network, in Korean.

use crate::lessons::training_loop::words::{LoopLabels, LoopWords};

/// The title.
pub const TITLE: &str = "학습 루프";

/// What its tab says.
pub const TAB: &str = "학습 루프";

/// The words.
pub const WORDS: LoopWords = LoopWords {
    labels: LoopLabels {
        loop_code: "파이썬으로 쓴 학습 루프",
        loop_before: "반복 0: 신경망과 옵티마이저를 만들었고, 루프는 아직 실행하지 않았습니다.",
        loop_whole: "반복 전체 보기",
        loop_hint: "network.gradient는 오차역전파법으로 기울기를 구합니다. 모든 기법이 같은 \
                    indices를 씁니다.",
    },
    whole: |name, iteration| {
        format!("{name}, 반복 {iteration}: 강조된 줄이 차례로 실행된 뒤의 값입니다.")
    },
    line: |name, iteration, line, n| {
        format!("{name}, 반복 {iteration}, 줄 {line} / {n}: 강조된 줄을 실행한 뒤의 값입니다.")
    },
    before: |loss| format!("이 미니배치의 손실: 갱신 전 {loss}."),
    after: |before, after, right, n| {
        format!(
            "이 미니배치의 손실: 갱신 전 {before}, 갱신 후 {after}. 갱신 후 {n}장 중 {right}장을 맞혔습니다."
        )
    },
};
