//! The view in space.

labels! {
    /// Words of the view in space.
    SpaceLabels:
    /// What the view can be used for.
    turn_hint,
    /// Group of the buttons that turn.
    turning,
    /// Button: turn the surface so that its right side comes forward.
    turn_left,
    /// Button: turn it the other way.
    turn_right,
    /// Button: look from higher up.
    look_down,
    /// Button: look from lower down.
    look_up,
}

/// What the view in space shows, for its description. Numbers are printed.
#[derive(Clone, Debug)]
pub struct SpaceWords {
    /// Azimuth and elevation in degrees.
    pub turn: [String; 2],
    /// On a compressed scale of heights its unit and the loss at the floor.
    pub compressed: Option<[String; 2]>,
    /// The loss above which the surface is cut off.
    pub cut: Option<String>,
}

/// The words of the view in space.
#[derive(Clone, Copy, Debug)]
pub struct Space {
    /// Words that never change.
    pub labels: SpaceLabels,
    /// What to know beyond the description of the map.
    pub description: fn(&SpaceWords) -> String,
    /// What the arrows of the map with the gradient are.
    pub slopes: &'static str,
}

/// Korean.
pub const KO: Space = Space {
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
            "입체로 본 모습: 방위각 {azimuth}도, 높이 {elevation}도에서 내려다봅니다. {scale}{cut} \
             화살표 키로 돌립니다."
        )
    },
    slopes: "화살표는 기울기의 반대 방향, 곧 손실이 가장 빨리 줄어드는 쪽을 가리킵니다. 길이는 기울기 \
             크기의 제곱근에 비례합니다.",
};

/// English.
pub const EN: Space = Space {
    labels: SpaceLabels {
        turn_hint: "Drag to turn",
        turning: "Turn",
        turn_left: "Turn to the left",
        turn_right: "Turn to the right",
        look_down: "Look from higher up",
        look_up: "Look from lower down",
    },
    description: |words| {
        let [azimuth, elevation] = &words.turn;
        let scale = match &words.compressed {
            Some([unit, low]) => format!("The height is log(1 + (loss − {low}) / {unit})."),
            None => "The height is proportional to the loss.".to_owned(),
        };
        let cut = words.cut.as_ref().map_or_else(String::new, |loss| {
            format!(" Where the loss is above {loss} the surface is cut off.")
        });
        format!(
            "Seen in space: turned by {azimuth} degrees, from {elevation} degrees above. \
             {scale}{cut} The arrow keys turn it."
        )
    },
    slopes: "Arrows point against the gradient, the way in which the loss falls fastest; their \
             length grows with the square root of the gradient's.",
};

/// Japanese.
pub const JA: Space = Space {
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
