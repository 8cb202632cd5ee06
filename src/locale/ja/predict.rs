//! Predict, then see, in Japanese.

use crate::lessons::predict::words::{PredictLabels, PredictWords, RemarkWords};

/// The title.
pub const TITLE: &str = "先に予想してみる";

/// The words.
pub const WORDS: PredictWords = PredictWords {
    labels: PredictLabels {
        predict_intro: "経路を隠します。どこに到達するかをまず予想し、結果と比べてください。",
        predict_after: "何ステップ後",
        predict_ask: "経路を隠して始める",
        guess_x: "予想 x",
        guess_y: "予想 y",
        predict_tell: "再生して結果を見る",
        predict_again: "もう一度予想する",
        predict_stop: "やめて経路を見る",
        guess_hint: "予想した場所を選んでください",
    },
    question: |name, after| {
        format!(
            "{name}：{after}ステップ後にはどこにあるでしょうか。図の上でその場所を選ぶか、座標を入力して\
             ください。"
        )
    },
    ask: |name, after| format!("{name}：{after}ステップ後にはどこにあるでしょうか。"),
    mark_first: "まず予想した場所に印を付け、それから再生してください。",
    then_play: "再生すると結果がわかります。",
    distance: |distance| format!("予想との距離：{distance}"),
    other_side: |side| {
        let [here, _] = side.sides();
        format!("最小点をはさんで反対側にあります（{here}）。")
    },
    guess: |[x, y]| format!("予想した場所：({x}, {y})。"),
    truth: |words| {
        let [x, y] = &words.truth;
        format!(
            "{}の{}ステップ後の位置：({x}, {y})。予想との距離：{}。",
            words.name, words.after, words.distance
        )
    },
    remark: |remark| match remark {
        RemarkWords::Close => "ほぼ正解です。".to_owned(),
        RemarkWords::Outside(false) => "図の外にあります。".to_owned(),
        RemarkWords::Outside(true) => {
            "図の外に出ました。学習率が大きすぎると、ステップごとにさらに遠くへ飛ばされます。"
                .to_owned()
        }
        RemarkWords::OtherSide(side) => {
            let [here, guessed] = side.sides();
            let line = format!("{} = {}の線", side.axis, side.at);
            let crossed = match side.n_crossings {
                0 => format!("{line}をまだ横切っていません。"),
                n => format!(
                    "ここまでに{line}を{n}回横切りました。どちら側にいるかは、横切った回数によって\
                     変わります。"
                ),
            };
            format!(
                "最小点をはさんで反対側にあります。予想は{guessed}、実際は{here}です。{crossed}"
            )
        }
        RemarkWords::Farther => "予想より遠くまで進みました。".to_owned(),
        RemarkWords::Nearer => "予想ほど遠くまでは進みませんでした。".to_owned(),
        RemarkWords::Aside => "進んだ距離は同じくらいですが、方向が違います。".to_owned(),
    },
    overflowed: |name, step| {
        format!(
            "{name}はその前に発散しました。ステップ{step}の値が大きくなりすぎて、位置を計算できません。"
        )
    },
    undefined: |name, step| {
        format!(
            "{name}はその前に中断しました。ステップ{step}で損失か勾配が定義されない所に出ました。"
        )
    },
    zero_by_zero: |name, step| {
        format!(
            "{name}はその前に中断しました。ε = 0 のため、ステップ{step}の更新が 0/0 になります。"
        )
    },
    hidden: |name| {
        format!(
            "{name}：予想に答えるまで経路を隠しています。答えが分かる内容は、ここにも表示しません。"
        )
    },
};
