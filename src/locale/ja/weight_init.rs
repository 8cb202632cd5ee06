//! The lab `weight-init`, in Japanese.

use crate::experiments::weight_init::words::{LayerWords, WeightInitWords, rows};
use crate::math::joined;

/// The words.
pub const WORDS: WeightInitWords = WeightInitWords {
    title: "重みの初期値",
    question: "アクティベーションはどう変わるでしょうか？",
    histograms: |activation| format!("隠れ層のアクティベーション分布（{activation}）"),
    bars: "棒はアクティベーションの割合です",
    layer: |number| format!("{number}層"),
    spread: |last, a, b| {
        format!(
            "アクティベーション（1層 → {last}層）平均 {} → {}, 標準偏差 {} → {}{}",
            a.mean,
            b.mean,
            a.deviation,
            b.deviation,
            b.outside_clause("棒の範囲外")
        )
    },
    deviations: |a, b| format!("標準偏差 {a} → {b}"),
    description: |[low, high], bars, all| {
        let layer = |number: usize, words: &LayerWords| {
            let LayerWords {
                mean, deviation, ..
            } = words;
            let outside = words.outside_clause("棒の範囲外");
            format!("{number}層 平均 {mean}, 標準偏差 {deviation}{outside}")
        };
        let rows = rows(all, layer, "：");
        format!(
            "初期値ごとに1行、層ごとにヒストグラム一つ。アクティベーション{low}から{high}まで棒\
             {bars}本。{}。",
            joined(&rows, "。")
        )
    },
    as_in_book: "本と同じ",
    activations: |histograms, training| {
        format!("ヒストグラムは{histograms}、学習は{training}を使用")
    },
    terms: |train, batch, rule| {
        format!(
            "ヒストグラム：正規分布の入力1000個がバイアスのない100ニューロンの5層を通る。学習：\
             100ニューロンの隠れ層四つ、{rule}、訓練データ{train}枚、バッチサイズ{batch}。\
             初期値は同じ乱数で倍率だけが異なり、ミニバッチは同じ。"
        )
    },
    group: "比べる初期値",
    untrained: "学習は本と同じく省略",
};
