//! How long the steps are, in Korean.

use crate::lessons::steps::words::{StepsLabels, StepsWords, UpdateWords, UpdatesWords};

/// The title.
pub const TITLE: &str = "스텝별 갱신 폭";

/// The words.
pub const WORDS: StepsWords = StepsWords {
    labels: StepsLabels {
        steps_note: "SGD의 갱신 폭은 기울기의 η배이므로 가파른 방향으로는 크고 완만한 방향으로는 작습니다. \
                     AdaGrad, RMSProp, Adam은 기울기를 그 크기로 나누므로 첫 갱신 폭이 두 방향에서 같고, \
                     그 크기는 η가 정합니다. 갱신의 부호가 바뀌는 곳에서 경로는 그 방향으로 되돌아갑니다.",
    },
    title: "스텝별 갱신 폭: 위는 |Δx|, 아래는 |Δy|",
    update: |words| {
        let UpdateWords {
            name,
            step,
            change: [x, y],
            rate,
        } = words;
        format!("{name}, 스텝 {step}: Δx = {x}, Δy = {y}(η = {rate}).")
    },
    start: |name| format!("{name}: 아직 갱신하지 않았습니다."),
    updates: |words| {
        let UpdatesWords {
            name,
            step,
            longest: [x, y],
            turns,
            ..
        } = words;
        let [x_rate, y_rate] = match &words.of_rate {
            Some([x, y]) => [format!("(η의 {x}배)"), format!("(η의 {y}배)")],
            None => Default::default(),
        };
        format!(
            "{name}, 스텝 {step}까지: 가장 큰 갱신 폭은 x 방향 {x}{x_rate}, y 방향 {y}{y_rate}입니다. \
             갱신의 부호는 x 방향에서 {}번, y 방향에서 {}번 바뀌었습니다.",
            turns[0], turns[1]
        )
    },
};
