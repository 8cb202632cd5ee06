//! The view in space, in Japanese.

use crate::experiments::race::words::space::{SpaceLabels, SpaceWords};

/// The words.
pub const WORDS: SpaceWords = SpaceWords {
    labels: SpaceLabels {
        turn_hint: "ドラッグして回してみましょう",
        turning: "回す",
        turn_left: "左へ回す",
        turn_right: "右へ回す",
        look_down: "もっと上から見る",
        look_up: "もっと下から見る",
    },
    description: |words| {
        let [azimuth, elevation] = &words.turn;
        let scale = match &words.compressed {
            Some([unit, low]) => format!("高さは log(1 + (損失 − {low}) / {unit}) です。"),
            None => "高さは損失に比例します。".to_owned(),
        };
        let cut = words.cut.as_ref().map_or_else(String::new, |loss| {
            format!("損失が{loss}より大きいところは切り取ってあります。")
        });
        format!(
            "立体表示：方位角{azimuth}度、仰角{elevation}度から見下ろしています。{scale}{cut}\
             矢印キーで回せます。"
        )
    },
    slopes: "矢印は勾配と逆の方向、つまり損失が最も速く減る方向を指します。長さは勾配の大きさの平方根に\
             比例します。",
};
