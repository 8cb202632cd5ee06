//! The map of basins, in Korean.

use crate::lessons::basins::words::{BasinEnd, BasinsLabels, BasinsWords};

/// The title.
pub const TITLE: &str = "출발점에 따라 어디로 갈까?";

/// The words.
pub const WORDS: BasinsWords = BasinsWords {
    labels: BasinsLabels {
        basins_intro: "칸의 색과 무늬는 그곳에서 출발한 실행이 어느 극소점에 도달하는지를 나타냅니다. 칸을 누르거나 방향키로 옮기면 시작점이 그곳으로 바뀝니다.",
        basins_start: "시작점",
        basins_shares: "시작점의 비율",
        basins_four: "최소점이 네 곳인 힘멜블라우 함수로 보기",
    },
    map: |name, steps, is_complete| {
        let state = if is_complete {
            ""
        } else {
            " 계산 중입니다."
        };
        format!("{name}: 시작점마다 {steps}스텝 안에 도달하는 극소점의 지도.{state}")
    },
    cell: |start, end| match end {
        BasinEnd::Minimum(name) => format!("시작점 {start}: 극소점 {name}에 도달합니다."),
        BasinEnd::Away => format!("시작점 {start}: 발산합니다."),
        BasinEnd::Nowhere(steps) => {
            format!("시작점 {start}: {steps}스텝 안에 극소점에 도달하지 않습니다.")
        }
    },
    to_minimum: |letter, place, share| format!("{letter} {place}: {share}%"),
    to_others: |n, share| format!("회색: 다른 극소점 {n}곳 {share}%"),
    away: |share| format!("빗금: 발산 {share}%"),
    nowhere: |share, steps| format!("점무늬: {steps}스텝 안에 극소점에 도달하지 않음 {share}%"),
};
