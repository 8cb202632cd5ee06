//! The view in space, in Korean.

use crate::experiments::race::words::space::{SpaceLabels, SpaceWords};

/// The words.
pub const WORDS: SpaceWords = SpaceWords {
    labels: SpaceLabels {
        turn_hint: "끌어서 돌려 보세요",
        turning: "돌리기",
        turn_left: "왼쪽으로 돌리기",
        turn_right: "오른쪽으로 돌리기",
        look_down: "더 위에서 보기",
        look_up: "더 아래에서 보기",
    },
    description: |words| {
        let [azimuth, elevation] = &words.turn;
        let scale = match &words.compressed {
            Some([unit, low]) => format!("높이는 log(1 + (손실 − {low}) / {unit})입니다."),
            None => "높이는 손실에 비례합니다.".to_owned(),
        };
        let cut = words.cut.as_ref().map_or_else(String::new, |loss| {
            format!(" 손실이 {loss}보다 큰 곳은 잘라 내고 그렸습니다.")
        });
        format!(
            "3차원으로 본 모습: 방위각 {azimuth}도, 높이 {elevation}도에서 내려다봅니다. {scale}{cut} \
             방향키로 돌립니다."
        )
    },
    slopes: "화살표는 기울기의 반대 방향, 곧 손실이 가장 빨리 줄어드는 쪽을 가리킵니다. 길이는 기울기 \
             크기의 제곱근에 비례합니다.",
};
