//! The map of basins, in Korean.

use crate::lessons::basins::words::{BasinEnd, BasinsLabels, BasinsWords};

/// The title.
pub const TITLE: &str = "어디서 출발하면 어디로?";

/// The words.
pub const WORDS: BasinsWords = BasinsWords {
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
