//! The rule as a program.

labels! {
    /// Words of the lesson that never change.
    ProgramLabels:
    /// Heading of the class.
    program_class,
    /// Heading of the variables.
    program_variables,
    /// Button: the line before.
    program_line_back,
    /// Button: the next line.
    program_line_forward,
    /// Button: the update as a whole again.
    program_whole,
    /// Button: copy the script.
    program_copy,
    /// Name of the field with the script.
    program_script,
    /// Said after copying.
    program_copied,
    /// Said where the page may not copy.
    program_selected,
    /// What the script needs.
    program_needs,
    /// How to find a line's arrow and the other way round.
    program_hint,
}

/// Words of the lesson.
#[derive(Clone, Copy, Debug)]
pub struct ProgramWords {
    /// Those that never change.
    pub labels: ProgramLabels,
    /// The optimizer has been made and nothing updated.
    pub made: &'static str,
    /// The whole update after that step is shown.
    pub whole: fn(usize) -> String,
    /// A line of the update after that step has run: which, of how many.
    pub line: fn(usize, usize, usize) -> String,
    /// The comment at the head of the script, for that many steps.
    pub script: fn(usize) -> Vec<String>,
    /// The comment where a lane is left out, because the reader is asked to predict it.
    pub script_without: fn(&str) -> String,
}

/// Korean.
pub const KO: ProgramWords = ProgramWords {
    labels: ProgramLabels {
        program_class: "파이썬 클래스",
        program_variables: "변수와 값",
        program_line_back: "이전 줄",
        program_line_forward: "다음 줄",
        program_whole: "갱신 전체 보기",
        program_copy: "NumPy로 복사",
        program_script: "이 경주를 다시 실행하는 NumPy 스크립트",
        program_copied: "복사했습니다. 파일에 붙여 넣고 python으로 실행하세요.",
        program_selected: "이 페이지에서는 바로 복사할 수 없습니다. 스크립트를 모두 선택해 두었으니 \
                           Ctrl+C(맥은 ⌘C)나 길게 누르기 메뉴로 복사하세요.",
        program_needs: "Python 3와 NumPy만 있으면 실행되고, paths에 모든 기법의 모든 점이 남습니다.",
        program_hint: "줄이나 점선 밑줄이 있는 항에 마우스를 올리거나 항을 선택하면 지도의 화살표가 강조됩니다. \
                       지도의 화살표에 마우스를 올리면 그 줄이 강조됩니다.",
    },
    made: "스텝 0: 객체를 만들었고, update는 아직 부르지 않았습니다.",
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
            format!("그림의 경주를 NumPy로 다시 합니다. 스텝 수: {steps}"),
            "paths에는 기법마다 스텝 0부터의 점 (x, y)가 차례로 들어 있습니다.".to_owned(),
        ]
    },
    script_without: |name| format!("{name}: 예측에 답할 때까지 경로를 숨기므로 여기에는 없습니다."),
};

/// English.
pub const EN: ProgramWords = ProgramWords {
    labels: ProgramLabels {
        program_class: "Class in Python",
        program_variables: "Variables and their values",
        program_line_back: "Previous line",
        program_line_forward: "Next line",
        program_whole: "Show the whole update",
        program_copy: "Copy as NumPy",
        program_script: "NumPy script that runs this race again",
        program_copied: "Copied. Paste it into a file and run it with python.",
        program_selected: "This page may not copy by itself. The whole script is selected: copy \
                           it with Ctrl+C (⌘C on a Mac) or by a long press.",
        program_needs: "It needs Python 3 and NumPy only, and leaves all points of all rules in \
                        paths.",
        program_hint: "Point at a line or at a term with a dotted underline, or select the term, and its \
                       arrow on the map stands out. Point at an arrow, and its line stands out.",
    },
    made: "Step 0: the object has been made; update has not been called yet.",
    whole: |from| {
        format!(
            "Step {from} → {}: the values after the highlighted lines have run in turn.",
            from + 1
        )
    },
    line: |from, line, n| {
        format!(
            "Step {from} → {}, line {line} / {n}: the values after the highlighted line has run.",
            from + 1
        )
    },
    script: |steps| {
        vec![
            format!("The race of the figure, run again with NumPy. Steps: {steps}"),
            "paths has an array for each rule: its points (x, y) from step 0 on.".to_owned(),
        ]
    },
    script_without: |name| {
        format!("{name} is left out: its path is hidden until the prediction has been answered.")
    },
};

/// Japanese.
pub const JA: ProgramWords = ProgramWords {
    labels: ProgramLabels {
        program_class: "Pythonのクラス",
        program_variables: "変数と値",
        program_line_back: "前の行",
        program_line_forward: "次の行",
        program_whole: "更新全体を表示",
        program_copy: "NumPyでコピー",
        program_script: "このレースをもう一度実行するNumPyスクリプト",
        program_copied: "コピーしました。ファイルに貼り付けてpythonで実行してください。",
        program_selected: "このページでは直接コピーできません。スクリプト全体を選択したので、\
                           Ctrl+C（Macは⌘C）か長押しのメニューでコピーしてください。",
        program_needs: "Python 3とNumPyだけで動き、pathsにすべての手法のすべての点が残ります。",
        program_hint: "行や点線の付いた項にマウスを重ねるか項を選ぶと、地図の矢印が強調されます。\
                       地図の矢印にマウスを重ねると、その行が強調されます。",
    },
    made: "ステップ 0：オブジェクトを作りました。updateはまだ呼ばれていません。",
    whole: |from| {
        format!(
            "ステップ {from} → {}：強調した行が順に実行された後の値です。",
            from + 1
        )
    },
    line: |from, line, n| {
        format!(
            "ステップ {from} → {}、行 {line} / {n}：強調した行を実行した後の値です。",
            from + 1
        )
    },
    script: |steps| {
        vec![
            format!("図のレースをNumPyでもう一度実行します。ステップ数：{steps}"),
            "pathsには手法ごとに、ステップ0からの点 (x, y) が順に入っています。".to_owned(),
        ]
    },
    script_without: |name| {
        format!("{name}は、予想に答えるまで経路を隠しているため、ここにはありません。")
    },
};
