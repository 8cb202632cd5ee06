//! The rule with its numbers.

labels! {
    /// Words of the lesson that never change.
    RuleLabels:
    /// How to find a term's arrow and the other way round.
    rule_hint,
    /// Heading of the bars.
    rule_squares,
    /// Caption of a table with an equation.
    rule_equation,
}

/// Which update the lesson shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The one that led to the shown step.
    Made,
    /// The first one, while the start is shown.
    ToCome,
    /// The last one that was recorded, where the lane ended before the shown step.
    Last,
    /// The same, where the next one would lead to a place without a loss or gradient.
    LastDefined,
    /// None: there is no update with finite numbers.
    Nothing,
}

/// Words of the lesson.
#[derive(Clone, Copy, Debug)]
pub struct RuleWords {
    /// Those that never change.
    pub labels: RuleLabels,
    /// Which update is shown: the step before it, and how it lies to the shown step.
    pub update: fn(usize, Shown) -> String,
    /// What the arrows on the map are: their names, the sum last where there is one.
    pub arrows: fn(&[String]) -> String,
    /// These arrows are the terms of these names times a factor.
    pub scaled: fn(&[String], &str) -> String,
    /// The arrows as a picture of their own: how many times larger than on the map.
    pub close_up: fn(&str) -> String,
    /// What the bars of the quantity of that name do.
    pub squares: fn(&str) -> String,
}

/// Korean.
pub const KO: RuleWords = RuleWords {
    labels: RuleLabels {
        rule_hint: "항에 마우스를 올리거나 항을 선택하면 지도의 화살표나 막대가 강조됩니다. \
                    지도의 화살표에 마우스를 올리면 그 항이 강조됩니다.",
        rule_squares: "쌓인 기울기 제곱",
        rule_equation: "갱신식과 x, y의 값",
    },
    update: |from, shown| match shown {
        Shown::Made => format!(
            "스텝 {from} → {}: 지금 보는 스텝에 이르게 한 갱신입니다.",
            from + 1
        ),
        Shown::ToCome => format!("스텝 {from} → {}: 이제 이루어질 첫 갱신입니다.", from + 1),
        Shown::Last => format!(
            "스텝 {from} → {}: 이 기법의 마지막 갱신입니다. 그다음 값은 너무 커서 계산할 수 없습니다.",
            from + 1
        ),
        Shown::LastDefined => format!(
            "스텝 {from} → {}: 이 기법의 마지막 갱신입니다. 그다음 점에서는 손실이나 기울기가 정의되지 않습니다.",
            from + 1
        ),
        Shown::Nothing => {
            "보여 줄 갱신이 없습니다. 시작점이나 첫 갱신의 값을 계산할 수 없습니다.".to_owned()
        }
    },
    arrows: |names| match names {
        [] => String::new(),
        [one] => format!("지도의 화살표: {one}. 갱신 전의 자리에서 시작합니다."),
        [parts @ .., sum] => format!(
            "지도의 화살표: {}. 갱신 전의 자리에서 차례로 이어지며, 합은 굵은 화살표 {sum}입니다.",
            parts.join(", ")
        ),
    },
    scaled: |parts, factor| {
        format!(
            "화살표 {}: 그 항과 {factor}의 곱입니다. ΔW는 매개변수의 변화량입니다.",
            parts.join(", ")
        )
    },
    close_up: |zoom| format!("화살표만 크게 보기: 지도의 {zoom}배"),
    squares: |letter| {
        format!(
            "막대는 매개변수마다의 {letter}입니다. {letter} 값이 큰 쪽은 학습률이 그만큼 작아집니다. \
         막대 전체의 길이는 이 실행에서 가장 큰 값입니다."
        )
    },
};

/// English.
pub const EN: RuleWords = RuleWords {
    labels: RuleLabels {
        rule_hint: "Point at a term or select it, and its arrow on the map or its bar stands out. \
                    Point at an arrow on the map, and its term stands out.",
        rule_squares: "Squares of the gradient, accumulated",
        rule_equation: "The equation with its values for x and y",
    },
    update: |from, shown| {
        match shown {
        Shown::Made => format!("Step {from} → {}: the update that led to the shown step.", from + 1),
        Shown::ToCome => format!("Step {from} → {}: the first update, which is to come.", from + 1),
        Shown::Last => format!("Step {from} → {}: the last update of this rule. The next numbers are too large to compute.", from + 1),
        Shown::LastDefined => format!("Step {from} → {}: the last update of this rule. At the next point the loss or its gradient is not defined.", from + 1),
        Shown::Nothing => "There is no update to show: the numbers at the start or after the first update cannot be computed.".to_owned(),
    }
    },
    arrows: |names| match names {
        [] => String::new(),
        [one] => format!("The arrow on the map: {one}, from where the parameters were."),
        [parts @ .., sum] => format!(
            "The arrows on the map: {}, head to tail from where the parameters were; \
             the thick arrow {sum} is their sum.",
            parts.join(", ")
        ),
    },
    scaled: |parts, factor| {
        format!(
            "The arrows {} are these terms times {factor}. ΔW is the change of the parameters.",
            parts.join(", ")
        )
    },
    close_up: |zoom| format!("The arrows alone, {zoom} times as large as on the map"),
    squares: |letter| {
        format!(
            "The bars are {letter}, one for each parameter. Where {letter} is large, the learning \
         rate is made small. A full bar is the largest value of this run."
        )
    },
};

/// Japanese.
pub const JA: RuleWords = RuleWords {
    labels: RuleLabels {
        rule_hint: "項にマウスを重ねるか項を選ぶと、地図の矢印やバーが強調されます。\
                    地図の矢印にマウスを重ねると、その項が強調されます。",
        rule_squares: "勾配の2乗の累積",
        rule_equation: "更新式とx、yの値",
    },
    update: |from, shown| match shown {
        Shown::Made => format!(
            "ステップ {from} → {}：表示中のステップに至った更新です。",
            from + 1
        ),
        Shown::ToCome => format!(
            "ステップ {from} → {}：これから行われる最初の更新です。",
            from + 1
        ),
        Shown::Last => format!(
            "ステップ {from} → {}：この手法の最後の更新です。次の値は大きすぎて計算できません。",
            from + 1
        ),
        Shown::LastDefined => format!(
            "ステップ {from} → {}：この手法の最後の更新です。次の点では損失か勾配が定義されません。",
            from + 1
        ),
        Shown::Nothing => {
            "表示できる更新がありません。開始点か最初の更新の値が計算できません。".to_owned()
        }
    },
    arrows: |names| match names {
        [] => String::new(),
        [one] => format!("地図の矢印：{one}。更新前の位置から始まります。"),
        [parts @ .., sum] => format!(
            "地図の矢印：{}。更新前の位置から順につながり、その和が太い矢印 {sum} です。",
            parts.join("、")
        ),
    },
    scaled: |parts, factor| {
        format!(
            "矢印 {} の長さは、その項に {factor} を掛けたものです。ΔW はパラメータの変化量です。",
            parts.join("、")
        )
    },
    close_up: |zoom| format!("矢印だけを拡大：地図の{zoom}倍"),
    squares: |letter| {
        format!(
            "バーはパラメータごとの {letter} です。{letter} が大きいほど、その方向の学習率は小さくなります。\
         バー全体の長さは、この実行での最大値です。"
        )
    },
};
