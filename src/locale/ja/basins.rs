//! The map of basins, in Japanese.

use crate::lessons::basins::words::{BasinEnd, BasinsLabels, BasinsWords};

/// The title.
pub const TITLE: &str = "どこから始めるとどこへ？";

/// The words.
pub const WORDS: BasinsWords = BasinsWords {
    labels: BasinsLabels {
        basins_intro: "マスの模様は、そこから始めると最後にどの極小値に着くかを表します。マスを押すか方向キーで移ると、開始点がそこへ移ります。",
        basins_start: "開始点",
        basins_shares: "開始点の割合",
    },
    map: |name, steps, is_complete| {
        let state = if is_complete {
            ""
        } else {
            "計算中です。"
        };
        format!("{name}：開始点ごとに {steps} ステップ以内に着く極小値の地図。{state}")
    },
    cell: |start, end| match end {
        BasinEnd::Minimum(name) => format!("開始点 {start}：極小値 {name} に着きます。"),
        BasinEnd::Away => format!("開始点 {start}：発散します。"),
        BasinEnd::Nowhere(steps) => {
            format!("開始点 {start}：{steps} ステップ以内に極小値に着きません。")
        }
    },
    to_minimum: |letter, place, share| format!("{letter} {place}：{share}%"),
    to_others: |n, share| format!("灰色、ほかの極小値 {n} か所：{share}%"),
    away: |share| format!("斜線、発散：{share}%"),
    nowhere: |share, steps| format!("点、{steps} ステップ以内に極小値に着かない：{share}%"),
};
