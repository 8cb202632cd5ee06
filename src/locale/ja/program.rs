//! The rule as a program, in Japanese.

use crate::lessons::program::words::{ProgramLabels, ProgramWords};

/// The title.
pub const TITLE: &str = "Pythonコード";

/// The words.
pub const WORDS: ProgramWords = ProgramWords {
    labels: ProgramLabels {
        program_class: "Pythonのクラス",
        program_variables: "変数と値",
        program_line_back: "前の行",
        program_line_forward: "次の行",
        program_whole: "更新全体を表示",
        program_copy: "NumPyコードをコピー",
        program_script: "この比較を再現するNumPyスクリプト",
        program_copied: "コピーしました。ファイルに貼り付けてpythonで実行してください。",
        program_selected: "このページでは直接コピーできません。スクリプト全体を選択したので、\
                           Ctrl+C（Macは⌘C）か長押しのメニューでコピーしてください。",
        program_needs: "Python 3とNumPyだけで動き、pathsにすべての手法のすべての点が保存されます。",
        program_hint: "行や点線の付いた項にマウスを重ねるか項を選ぶと、図の矢印が強調されます。\
                       図の矢印にマウスを重ねると、その行が強調されます。",
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
            format!("図の比較をNumPyで再現します。ステップ数：{steps}"),
            "pathsには手法ごとに、ステップ0からの点 (x, y) が順に入っています。".to_owned(),
        ]
    },
    script_without: |name| {
        format!("{name}は、予想に答えるまで経路を隠しているため、ここにはありません。")
    },
};
