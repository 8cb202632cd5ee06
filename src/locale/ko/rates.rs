//! The map of hyperparameters, in Korean.

use crate::lessons::rates::words::{BoundWords, CellEnding, RatesLabels, RatesWords};

/// The title.
pub const TITLE: &str = "하이퍼파라미터 지도";

/// What its tab says.
pub const TAB: &str = "하이퍼파라미터";

/// The words.
pub const WORDS: RatesWords = RatesWords {
    labels: RatesLabels {
        rates_intro: "한 칸이 한 번의 실행입니다. 칸을 누르거나 방향키로 옮기면 그림을 그 칸의 값으로 다시 계산합니다.",
        rates_shows: "색이 나타내는 것",
        rates_loss: "마지막 손실",
        rates_steps: "수렴까지 걸린 스텝",
        rates_cell: "고른 칸",
        rates_dark_loss: "어두울수록 손실이 작습니다",
        rates_dark_steps: "어두울수록 빨리 수렴합니다",
        rates_diverged: "빗금: 발산 또는 계산 불가",
        rates_underway: "점: 스텝 안에 수렴하지 않음",
    },
    cell: |numbers, loss, ending| match ending {
        CellEnding::After(step) => format!("{numbers}: {step}스텝 뒤 손실 {loss}"),
        CellEnding::Converged(step) => format!("{numbers}: 스텝 {step}에서 수렴, 손실 {loss}"),
        CellEnding::Diverged(step) => format!("{numbers}: 스텝 {step}에서 발산, 손실 {loss}"),
        CellEnding::Stalled(step) => format!("{numbers}: 스텝 {step}에서 정체, 손실 {loss}"),
        CellEnding::Stopped(step) => {
            format!("{numbers}: 스텝 {step}에서 계산할 수 없어 중단, 손실 {loss}")
        }
        CellEnding::NoStart => {
            format!("{numbers}: 이 시작점에서는 손실이나 기울기를 계산할 수 없습니다")
        }
    },
    map: |name, axes, shown, is_complete| {
        let state = if is_complete {
            ""
        } else {
            " 계산 중입니다."
        };
        format!("{name}의 하이퍼파라미터 지도. 가로와 세로는 {axes}, 색은 {shown}.{state}")
    },
    bound: |bound| {
        match bound {
        BoundWords::Known(rate, formula, curvature) => format!(
            "파선은 안정 한계 η = {formula} = {rate}입니다. λ = {curvature}: 가장 가파른 방향의 곡률. 한계보다 작으면 그 방향의 흔들림이 스텝마다 줄어 수렴하고, 한계에서는 줄지도 늘지도 않으며, 한계보다 크면 스텝마다 커져 발산합니다."
        ),
        BoundWords::Adaptive => "이 기법은 지나온 기울기의 크기로 보폭을 나누므로 미리 알 수 있는 안정 한계가 없습니다. 지도에서 찾아보세요.".to_owned(),
        BoundWords::ManyCurvatures => "이 함수는 곳마다 곡률이 달라 하나의 안정 한계가 없습니다. 지도에서 찾아보세요.".to_owned(),
        BoundWords::Downward => "이 함수에는 끝없이 내려가는 방향이 있어 어떤 학습률로도 수렴하지 않습니다.".to_owned(),
    }
    },
};
