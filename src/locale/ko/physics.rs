//! The ball in the valley, in Korean.

use crate::lessons::physics::words::{BallWords, PhysicsLabels, PhysicsWords};

/// The title.
pub const TITLE: &str = "마찰이 있는 골짜기의 공";

/// What its tab says.
pub const TAB: &str = "공";

/// The words.
pub const WORDS: PhysicsWords = PhysicsWords {
    labels: PhysicsLabels {
        cut: "단면의 방향",
        physics_note: "현재 위치를 지나는 골짜기의 단면입니다. 공은 기록된 위치에 있고, 작은 점들은 \
                       이전 스텝의 위치를 이 단면 위에 나타낸 것입니다. 화살표 길이는 표시한 배율로 확대했습니다.",
    },
    title: |name, cut| format!("골짜기의 공: {name}, {cut} 방향의 단면"),
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
            "{name}, 스텝 {step}: 공의 위치는 {cut} = {place}, 손실은 {loss}, 공이 받는 힘은 \
             −∂f/∂{cut} = {force}입니다."
        )
    },
    motion: |words| {
        let (rate, symbol) = (&words.rate, &words.push_symbol);
        let (Some(alpha), Some(v), Some(kept)) = (&words.momentum, &words.velocity, &words.kept)
        else {
            let step = words
                .next
                .as_ref()
                .map_or_else(String::new, |step| format!(" 다음 갱신 폭은 {step}입니다."));
            return vec![match words.is_sgd {
                true => format!(
                    "SGD의 공에는 속도가 없습니다. 이전 움직임을 기억하지 않고, 매 스텝 그 위치의 기울기에 학습률 {rate}만 곱한 만큼 움직입니다.{step}"
                ),
                false => format!(
                    "이 기법에는 모멘텀의 속도 v가 없습니다. 공의 위치와 힘만 보여 줍니다.{step}"
                ),
            }];
        };
        let mut said = vec![match (&words.push, &words.next_velocity) {
            (Some(push), Some(next)) => format!(
                "속도 v = {v} 중 αv = {alpha} × {v} = {kept}만 남고, 여기에 힘 {symbol} = {push}만큼이 더해져 다음 속도는 {next}입니다."
            ),
            _ => format!("속도 v = {v} 중 αv = {alpha} × {v} = {kept}만 남습니다."),
        }];
        let half = words.half_life.map_or_else(String::new, |n| {
            format!(" 힘이 없다면 {n}스텝 만에 속도가 절반 이하로 줄어듭니다.")
        });
        said.push(format!(
            "αv는 지면 마찰이나 공기 저항처럼 공을 서서히 느리게 합니다.{half}"
        ));
        said
    },
};
