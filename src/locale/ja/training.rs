//! The lab `training`, in Japanese.

use crate::experiments::training::words::TrainingWords;

/// The words.
pub const WORDS: TrainingWords = TrainingWords {
    title: "ニューラルネットワークと最適化手法",
    question: "どれが最も速く学習するでしょうか？",
    digits_of: |iteration, name| format!("反復{iteration}、{name}："),
    digits: |right, n| format!("ミニバッチ{n}枚中{right}枚正解"),
    digits_before: |n| format!("最初のミニバッチ{n}枚：まだ予測なし"),
    digits_shown: |n| format!("最初の{n}枚"),
    terms: |train, test, batch| {
        format!(
            "比較の条件：同じ初期値、同じミニバッチ。訓練データ{train}枚、テストデータ{test}枚、\
             バッチサイズ{batch}。"
        )
    },
};
