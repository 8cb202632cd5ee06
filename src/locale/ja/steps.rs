//! How long the steps are, in Japanese.

use crate::lessons::steps::words::{StepsLabels, StepsWords, UpdateWords, UpdatesWords};

/// The title.
pub const TITLE: &str = "ステップごとの更新幅";

/// The words.
pub const WORDS: StepsWords = StepsWords {
    labels: StepsLabels {
        steps_note: "SGDの更新幅は勾配のη倍なので、急な方向では大きく、緩やかな方向では小さくなります。\
                     AdaGrad、RMSProp、Adamは勾配をその大きさで割るので、最初の更新幅は二つの方向で等しく、\
                     その大きさはηで決まります。更新の符号が変わる所で、経路はその方向に引き返します。",
    },
    title: "ステップごとの更新幅：上は|Δx|、下は|Δy|",
    update: |words| {
        let UpdateWords {
            name,
            step,
            change: [x, y],
            rate,
        } = words;
        format!("{name}、ステップ{step}：Δx = {x}、Δy = {y}（η = {rate}）。")
    },
    start: |name| format!("{name}：まだ更新していません。"),
    updates: |words| {
        let UpdatesWords {
            name,
            step,
            longest: [x, y],
            turns,
            ..
        } = words;
        let [x_rate, y_rate] = match &words.of_rate {
            Some([x, y]) => [format!("（ηの{x}倍）"), format!("（ηの{y}倍）")],
            None => Default::default(),
        };
        format!(
            "{name}、ステップ{step}まで：最大の更新幅はx方向が{x}{x_rate}、y方向が{y}{y_rate}です。\
             更新の符号が変わった回数は、x方向が{}回、y方向が{}回です。",
            turns[0], turns[1]
        )
    },
};
