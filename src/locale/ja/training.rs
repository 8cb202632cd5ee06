//! The lab `training`, in Japanese.

use crate::experiments::training::words::TrainingWords;

/// The words.
pub const WORDS: TrainingWords = TrainingWords {
    title: "ニューラルネットワークの学習で見る最適化手法の比較",
    terms: |train, test, batch| {
        format!(
            "比較の条件：同じ初期値、同じミニバッチ。訓練データ{train}枚、テストデータ{test}枚、\
             バッチサイズ{batch}。"
        )
    },
};
