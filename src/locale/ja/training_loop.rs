//! The loop that trains a network, in Japanese.

use crate::lessons::training_loop::words::{LoopLabels, LoopWords};

/// The title.
pub const TITLE: &str = "学習のループ";

/// What its tab says.
pub const TAB: &str = "学習ループ";

/// The words.
pub const WORDS: LoopWords = LoopWords {
    labels: LoopLabels {
        loop_code: "Pythonで書いた学習のループ",
        loop_before: "反復 0：ネットワークとオプティマイザを作りました。ループはまだ実行していません。",
        loop_whole: "反復全体を表示",
        loop_hint: "network.gradientは誤差逆伝播法で勾配を求めます。すべての手法が同じindicesを\
                    使います。",
    },
    whole: |name, iteration| {
        format!("{name}、反復{iteration}：強調した行が順に実行された後の値です。")
    },
    line: |name, iteration, line, n| {
        format!("{name}、反復{iteration}、行 {line} / {n}：強調した行を実行した後の値です。")
    },
    before: |loss| format!("このミニバッチの損失：更新前{loss}。"),
    after: |before, after, right, n| {
        format!(
            "このミニバッチの損失：更新前{before}、更新後{after}。更新後、{n}枚中{right}枚正解。"
        )
    },
};
