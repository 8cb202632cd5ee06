//! The lab `training`, in Japanese.

use crate::experiments::training::words::TrainingWords;

/// The words.
pub const WORDS: TrainingWords = TrainingWords {
    title: "ニューラルネットワークと最適化手法",
    question: "どれが最も速く学習するでしょうか？",
    terms: |train, test, batch| {
        format!(
            "比較の条件：同じ初期値、同じミニバッチ。訓練データ{train}枚、テストデータ{test}枚、\
             バッチサイズ{batch}。"
        )
    },
};
