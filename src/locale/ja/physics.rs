//! The ball in the valley, in Japanese.

use crate::lessons::physics::words::{BallWords, PhysicsLabels, PhysicsWords};

/// The title.
pub const TITLE: &str = "摩擦のある谷のボール";

/// What its tab says.
pub const TAB: &str = "ボール";

/// The words.
pub const WORDS: PhysicsWords = PhysicsWords {
    labels: PhysicsLabels {
        cut: "断面の方向",
        physics_note: "現在の位置を通る谷の断面です。ボールは記録された位置にあり、小さな点はそれまでの\
                       ステップの位置をこの断面上に示したものです。矢印の長さは表示した倍率で拡大しています。",
    },
    title: |name, cut| format!("谷のボール：{name}、{cut}方向の断面"),
    ball: |words| {
        let BallWords {
            name,
            cut,
            step,
            place,
            loss,
            force,
            ..
        } = words;
        format!(
            "{name}、ステップ {step}：ボールの位置は {cut} = {place}、損失は {loss}、ボールが受ける力は \
             −∂f/∂{cut} = {force} です。"
        )
    },
    motion: |words| {
        let (rate, symbol) = (&words.rate, &words.push_symbol);
        let (Some(alpha), Some(v), Some(kept)) = (&words.momentum, &words.velocity, &words.kept)
        else {
            let step = words
                .next
                .as_ref()
                .map_or_else(String::new, |step| format!("次の更新量は {step} です。"));
            return vec![match words.is_sgd {
                true => format!(
                    "SGDのボールには速度がありません。それまでの動きを記憶せず、毎ステップその位置の勾配に学習率 {rate} を掛けた分だけ動きます。{step}"
                ),
                false => format!(
                    "この手法にはMomentumのような速度 v がありません。ボールの位置と力だけを示します。{step}"
                ),
            }];
        };
        let mut said = vec![match (&words.push, &words.next_velocity) {
            (Some(push), Some(next)) => format!(
                "速度 v = {v} のうち αv = {alpha} × {v} = {kept} が残り、そこに力 {symbol} = {push} が加わって、次の速度は {next} になります。"
            ),
            _ => format!("速度 v = {v} のうち αv = {alpha} × {v} = {kept} だけが残ります。"),
        }];
        let half = words.half_life.map_or_else(String::new, |n| {
            format!("力がなければ、{n}ステップで速度は半分以下になります。")
        });
        said.push(format!(
            "αv は地面の摩擦や空気抵抗のように、ボールを少しずつ減速させます。{half}"
        ));
        said
    },
};
