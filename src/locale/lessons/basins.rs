//! Words of the map of basins.

labels! {
    /// Words that never change.
    BasinsLabels:
    /// What a cell is and what can be done with it.
    basins_intro,
    /// The group of the two sliders that move the start.
    basins_start,
    /// The list of where starts lead.
    basins_shares,
}

/// Where a run ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BasinEnd {
    /// At the minimum of that letter and place, or of that place.
    Minimum(String),
    /// It diverges.
    Away,
    /// At no minimum within so many steps.
    Nowhere(usize),
}

/// Words of the map of basins.
#[derive(Clone, Copy, Debug)]
pub struct Basins {
    /// Words that never change.
    pub labels: BasinsLabels,
    /// What the map shows: lane, number of updates, whether it is complete.
    pub map: fn(&str, usize, bool) -> String,
    /// Where a start leads: its place, the end.
    pub cell: fn(&str, &BasinEnd) -> String,
    /// A share of the starts leads to a minimum: its letter, its place, the percentage.
    pub to_minimum: fn(&str, &str, &str) -> String,
    /// A share leads to other minima: how many, the percentage.
    pub to_others: fn(usize, &str) -> String,
    /// A share diverges.
    pub away: fn(&str) -> String,
    /// A share comes to no minimum within so many steps.
    pub nowhere: fn(&str, usize) -> String,
}

/// Korean.
pub(super) const KO: Basins = Basins {
    labels: BasinsLabels {
        basins_intro: "칸의 무늬는 그곳에서 출발하면 결국 어느 극솟값에 닿는지를 나타냅니다. 칸을 누르거나 방향키로 옮기면 시작점이 그리로 옮겨 갑니다.",
        basins_start: "시작점",
        basins_shares: "시작점의 비율",
    },
    map: |name, steps, is_complete| {
        let state = if is_complete {
            ""
        } else {
            " 계산 중입니다."
        };
        format!("{name}: 시작점마다 {steps}스텝 안에 닿는 극솟값의 지도.{state}")
    },
    cell: |start, end| match end {
        BasinEnd::Minimum(name) => format!("시작점 {start}: 극솟값 {name}에 닿습니다."),
        BasinEnd::Away => format!("시작점 {start}: 발산합니다."),
        BasinEnd::Nowhere(steps) => {
            format!("시작점 {start}: {steps}스텝 안에 극솟값에 닿지 않습니다.")
        }
    },
    to_minimum: |letter, place, share| format!("{letter} {place}: {share}%"),
    to_others: |n, share| format!("회색, 다른 극솟값 {n}곳: {share}%"),
    away: |share| format!("빗금, 발산: {share}%"),
    nowhere: |share, steps| format!("점, {steps}스텝 안에 극솟값에 닿지 않음: {share}%"),
};

/// English.
pub(super) const EN: Basins = Basins {
    labels: BasinsLabels {
        basins_intro: "The pattern of a cell tells which minimum a run from there reaches in the end. Click a cell, or move with the arrow keys, to start there.",
        basins_start: "Start",
        basins_shares: "Shares of the starts",
    },
    map: |name, steps, is_complete| {
        let state = if is_complete {
            ""
        } else {
            " It is still being computed."
        };
        format!("{name}: map of the minimum that each start reaches within {steps} steps.{state}")
    },
    cell: |start, end| match end {
        BasinEnd::Minimum(name) => format!("Start {start}: reaches the minimum {name}."),
        BasinEnd::Away => format!("Start {start}: diverges."),
        BasinEnd::Nowhere(steps) => {
            format!("Start {start}: reaches no minimum within {steps} steps.")
        }
    },
    to_minimum: |letter, place, share| format!("{letter} {place}: {share}%"),
    to_others: |n, share| {
        let minima = if n == 1 { "minimum" } else { "minima" };
        format!("Gray, {n} other {minima}: {share}%")
    },
    away: |share| format!("Hatched, diverges: {share}%"),
    nowhere: |share, steps| format!("Dotted, no minimum within {steps} steps: {share}%"),
};

/// Japanese.
pub(super) const JA: Basins = Basins {
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
