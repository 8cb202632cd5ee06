//! The lab `batch-norm`, in Japanese.

use crate::experiments::batch_norm::words::{BatchNormWords, WinWords};

/// The words.
pub const WORDS: BatchNormWords = BatchNormWords {
    title: "Batch Normalizationの効果",
    question: "初期値が悪くても学習できるでしょうか？",
    with: "Batch Norm",
    without: "Batch Normなし",
    chosen: |init| format!("訓練データの認識精度（初期値 {init}）"),
    grid: "初期値の標準偏差16通り：クリック（タップ）で選択",
    scale: "初期値の標準偏差",
    wins: |words| {
        let WinWords {
            here,
            n,
            n_of,
            n_diverged,
        } = words;
        let diverged = (*n_diverged > 0).then(|| format!("{n_of}通りのうち{n_diverged}通りで発散"));
        let here = here.iter().map(|init| format!("{init}で精度がより高い"));
        here.chain([format!("計算した{n_of}通りのうち{n}通りでより高い")])
            .chain(diverged)
            .collect()
    },
    waiting: "待機中",
    n_waiting: |n| format!("待機中：{n}通り。"),
    description: |n, [with, without], chosen| {
        format!(
            "初期値の標準偏差1から0.0001まで16通りに小さな図が1つずつ、縦軸は認識精度0から1。\
             計算した{n}通りのうちBatch Normalizationが高いもの{with}通り、Batch Normなしが高いもの\
             {without}通り。選んだ初期値：{chosen}。"
        )
    },
    terms: |train, batch| {
        format!(
            "比較の条件：隠れ層5つ（100ニューロンずつ）、SGDの学習率0.01、訓練データの先頭{train}枚、\
             バッチサイズ{batch}、同じ初期値、同じミニバッチ。認識精度はその訓練データで測定します。"
        )
    },
};
