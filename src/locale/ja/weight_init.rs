//! The lab `weight-init`, in Japanese.

use crate::experiments::weight_init::words::{LayerWords, ProblemWords, WeightInitWords, rows};
use crate::math::joined;

/// The words.
pub const WORDS: WeightInitWords = WeightInitWords {
    title: "重みの初期値",
    question: "アクティベーションはどう変わるでしょうか？",
    histograms: |activation| format!("隠れ層のアクティベーション分布（{activation}）"),
    losses: |activation| format!("反復ごとの損失（{activation}）"),
    problem: |last, problem| match problem {
        ProblemWords::Vanishing([flat, slope, steepest]) => format!(
            "勾配消失：{last}層のアクティベーションの{flat}で活性化関数の傾きが最大値{steepest}の1/10未満（平均{slope}）"
        ),
        ProblemWords::Alike(deviation) => {
            format!("表現力の制限：{last}層のアクティベーションがほぼ同じ（標準偏差{deviation}）")
        }
        ProblemWords::Exploding(ratio) => {
            format!("アクティベーションの爆発：{last}層の標準偏差が1層の{ratio}倍")
        }
    },
    problem_name: |problem| match problem {
        ProblemWords::Vanishing(_) => "勾配消失",
        ProblemWords::Alike(_) => "表現力の制限",
        ProblemWords::Exploding(_) => "アクティベーションの爆発",
    },
    nothing_learned: |guessing| {
        format!("まだ何も学習していない：損失が当てずっぽうの{guessing}より低くない")
    },
    deviation: "標準偏差 σ",
    deviation_group: "初期値の大きさ",
    bars: "棒はアクティベーションの割合です",
    layer: |number| format!("{number}層"),
    spread: |last, a, b| {
        format!(
            "アクティベーション（1層 → {last}層）平均 {} → {}、標準偏差 {} → {}{}",
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
            format!("{number}層 平均 {mean}、標準偏差 {deviation}{outside}")
        };
        let rows = rows(all, layer, "：");
        format!(
            "初期値ごとに1行、層ごとにヒストグラム1つ。アクティベーション{low}から{high}まで棒\
             {bars}本。{}。",
            joined(&rows, "。")
        )
    },
    as_in_book: "本書と同じ",
    activations: |histograms, training| {
        format!("ヒストグラムは{histograms}、学習は{training}を使用")
    },
    terms: |train, batch, rule| {
        format!(
            "ヒストグラム：正規分布の入力1000個がバイアスのない100ニューロンの5層を通る。学習：\
             100ニューロンの隠れ層4つ、{rule}、訓練データ{train}枚、バッチサイズ{batch}。\
             初期値は同じ乱数で倍率だけが異なり、ミニバッチは同じ。"
        )
    },
    group: "比べる初期値",
};
