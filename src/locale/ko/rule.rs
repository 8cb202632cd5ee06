//! The rule with its numbers, in Korean.

use crate::lessons::rule::words::{RuleLabels, RuleWords, Shown};

/// The title.
pub const TITLE: &str = "갱신식과 수치";

/// What its tab says.
pub const TAB: &str = "갱신식";

/// The words.
pub const WORDS: RuleWords = RuleWords {
    labels: RuleLabels {
        rule_hint: "항에 마우스를 올리거나 항을 선택하면 지도의 화살표나 막대가 강조됩니다. \
                    지도의 화살표에 마우스를 올리면 그 항이 강조됩니다.",
        rule_squares: "기울기 제곱의 누적",
        rule_equation: "갱신식과 x, y의 값",
    },
    update: |from, shown| match shown {
        Shown::Made => format!("스텝 {from} → {}: 현재 스텝에 이른 갱신입니다.", from + 1),
        Shown::ToCome => format!("스텝 {from} → {}: 다음에 일어날 첫 갱신입니다.", from + 1),
        Shown::Last => format!(
            "스텝 {from} → {}: 이 기법의 마지막 갱신입니다. 그다음 값은 너무 커서 계산할 수 없습니다.",
            from + 1
        ),
        Shown::LastDefined => format!(
            "스텝 {from} → {}: 이 기법의 마지막 갱신입니다. 그다음 점에서는 손실이나 기울기가 정의되지 않습니다.",
            from + 1
        ),
        Shown::LastDivided => format!(
            "스텝 {from} → {}: 이 기법의 마지막 갱신입니다. 그다음 갱신은 ε = 0이어서 0/0입니다.",
            from + 1
        ),
        Shown::Nothing => {
            "보여 줄 갱신이 없습니다. 시작점이나 첫 갱신의 값을 계산할 수 없습니다.".to_owned()
        }
    },
    arrows: |names| match names {
        [] => String::new(),
        [one] => format!("지도의 화살표: {one}. 갱신 전 위치에서 시작합니다."),
        [parts @ .., sum] => format!(
            "지도의 화살표: {}. 갱신 전 위치에서 차례로 이어 그리며, 합은 굵은 화살표 {sum}입니다.",
            parts.join(", ")
        ),
    },
    scaled: |parts, factor| {
        format!(
            "화살표 {}: 그 항과 {factor}의 곱입니다. ΔW는 매개변수의 변화량입니다.",
            parts.join(", ")
        )
    },
    close_up: |zoom| format!("화살표만 크게 보기: 지도의 {zoom}배"),
    squares: |letter| {
        format!(
            "막대는 각 매개변수의 {letter}입니다. {letter}가 클수록 그 방향의 학습률이 작아집니다. \
         막대 전체의 길이는 이 실행에서 가장 큰 값입니다."
        )
    },
};
