//! The rule as a program, in Korean.

use crate::lessons::program::words::{ProgramLabels, ProgramWords};

/// The title.
pub const TITLE: &str = "파이썬 코드";

/// The words.
pub const WORDS: ProgramWords = ProgramWords {
    labels: ProgramLabels {
        program_class: "파이썬 클래스",
        program_variables: "변수와 값",
        program_line_back: "이전 줄",
        program_line_forward: "다음 줄",
        program_whole: "갱신 전체 보기",
        program_copy: "NumPy 코드 복사",
        program_script: "이 비교를 재현하는 NumPy 스크립트",
        program_copied: "복사했습니다. 파일에 붙여 넣고 python으로 실행하세요.",
        program_selected: "이 페이지에서는 바로 복사할 수 없습니다. 스크립트를 모두 선택해 두었으니 \
                           Ctrl+C(맥은 ⌘C)나 길게 누르기 메뉴로 복사하세요.",
        program_needs: "Python 3와 NumPy만 있으면 실행되고, paths에 모든 기법의 모든 점이 저장됩니다.",
        program_hint: "줄이나 점선 밑줄이 있는 항에 마우스를 올리거나 항을 선택하면 지도의 화살표가 강조됩니다. \
                       지도의 화살표에 마우스를 올리면 그 줄이 강조됩니다.",
    },
    made: "스텝 0: 객체를 만들었고, update는 아직 호출하지 않았습니다.",
    whole: |from| {
        format!(
            "스텝 {from} → {}: 강조된 줄이 차례로 실행된 뒤의 값입니다.",
            from + 1
        )
    },
    line: |from, line, n| {
        format!(
            "스텝 {from} → {}, 줄 {line} / {n}: 강조된 줄을 실행한 뒤의 값입니다.",
            from + 1
        )
    },
    script: |steps| {
        vec![
            format!("그림의 비교를 NumPy로 재현합니다. 스텝 수: {steps}"),
            "paths에는 기법마다 스텝 0부터의 점 (x, y)가 차례로 들어 있습니다.".to_owned(),
        ]
    },
    script_without: |name| format!("{name}: 예측에 답할 때까지 경로를 숨기므로 여기에는 없습니다."),
};
