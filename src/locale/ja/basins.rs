//! The map of basins, in Japanese.

use crate::lessons::basins::words::{BasinEnd, BasinsLabels, BasinsWords};

/// The title.
pub const TITLE: &str = "どこから始めるとどこへ？";

/// The words.
pub const WORDS: BasinsWords = BasinsWords {
    labels: BasinsLabels {
        basins_intro: "セルの色と模様は、そこから始めた実行がどの極小点に到達するかを表します。セルをクリック（タップ）するか方向キーで移ると、開始点がそこへ移ります。",
        basins_start: "開始点",
        basins_shares: "開始点の割合",
        basins_four: "最小点が四つあるヒンメルブラウ関数で見る",
    },
    map: |name, steps, is_complete| {
        let state = if is_complete {
            ""
        } else {
            "計算中です。"
        };
        format!("{name}：開始点ごとに {steps} ステップ以内に到達する極小点の図。{state}")
    },
    cell: |start, end| match end {
        BasinEnd::Minimum(name) => format!("開始点 {start}：極小点 {name} に到達します。"),
        BasinEnd::Away => format!("開始点 {start}：発散します。"),
        BasinEnd::Nowhere(steps) => {
            format!("開始点 {start}：{steps} ステップ以内に極小点に到達しません。")
        }
    },
    to_minimum: |letter, place, share| format!("{letter} {place}：{share}%"),
    to_others: |n, share| format!("灰色：ほかの極小点 {n} か所 {share}%"),
    away: |share| format!("斜線：発散 {share}%"),
    nowhere: |share, steps| format!("点模様：{steps} ステップ以内に極小点に到達しない {share}%"),
};
