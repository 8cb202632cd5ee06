//! Words of the map of hyperparameters.

labels! {
    /// Words that never change.
    RatesLabels:
    /// What a cell is and what can be done with it.
    rates_intro,
    /// What the colors show.
    rates_shows,
    /// They show the loss at the end.
    rates_loss,
    /// They show how many steps it took to converge.
    rates_steps,
    /// The group of the two sliders that move the cell.
    rates_cell,
    /// How cells look whose run diverged.
    rates_diverged,
    /// How cells look whose run did not converge.
    rates_underway,
}

/// How the run of a cell ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellEnding {
    /// It stands after so many steps.
    After(usize),
    /// It converged, at that step.
    Converged(usize),
    /// It diverged, at that step.
    Diverged(usize),
    /// It stalled, at that step.
    Stalled(usize),
    /// The loss has no value at the start.
    NoLoss,
}

/// What is known of the largest stable rate. Numbers are printed.
#[derive(Clone, Copy, Debug)]
pub enum BoundWords<'a> {
    /// The bound, its formula, and the largest curvature.
    Known(&'a str, &'a str, &'a str),
    /// The rule adapts its steps.
    Adaptive,
    /// The curvature is not the same everywhere.
    ManyCurvatures,
    /// Some direction leads down for ever.
    Downward,
}

/// Words of the map of hyperparameters.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    /// Words that never change.
    pub labels: RatesLabels,
    /// What became of a run: its numbers such as `η = 0.1, α = 0.9`, the loss, the end.
    pub cell: fn(&str, &str, CellEnding) -> String,
    /// What the map shows: lane, the two axes, the loss or the steps, whether it is complete.
    pub map: fn(&str, &str, &str, bool) -> String,
    /// What happens on both sides of the bound.
    pub bound: fn(&BoundWords) -> String,
}

/// Korean.
pub(super) const KO: Rates = Rates {
    labels: RatesLabels {
        rates_intro: "한 칸이 한 번의 실행입니다. 칸을 누르거나 방향키로 옮기면 위의 경주가 그 칸의 값으로 다시 달립니다.",
        rates_shows: "색이 나타내는 것",
        rates_loss: "마지막 손실",
        rates_steps: "수렴까지 걸린 스텝",
        rates_cell: "고른 칸",
        rates_diverged: "빗금: 발산",
        rates_underway: "점: 스텝 안에 수렴하지 않음",
    },
    cell: |numbers, loss, ending| match ending {
        CellEnding::After(step) => format!("{numbers}: {step}스텝 뒤 손실 {loss}"),
        CellEnding::Converged(step) => format!("{numbers}: 스텝 {step}에서 수렴, 손실 {loss}"),
        CellEnding::Diverged(step) => format!("{numbers}: 스텝 {step}에서 발산, 손실 {loss}"),
        CellEnding::Stalled(step) => format!("{numbers}: 스텝 {step}에서 정체, 손실 {loss}"),
        CellEnding::NoLoss => format!("{numbers}: 이 시작점에서는 손실을 계산할 수 없습니다"),
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

/// English.
pub(super) const EN: Rates = Rates {
    labels: RatesLabels {
        rates_intro: "Each cell is one run. Click a cell, or move with the arrow keys, and the race above runs with its numbers.",
        rates_shows: "Colors show",
        rates_loss: "final loss",
        rates_steps: "steps to converge",
        rates_cell: "The chosen cell",
        rates_diverged: "Hatched: diverged",
        rates_underway: "Dotted: not converged within the steps",
    },
    cell: |numbers, loss, ending| match ending {
        CellEnding::After(1) => format!("{numbers}: loss {loss} after 1 step"),
        CellEnding::After(step) => format!("{numbers}: loss {loss} after {step} steps"),
        CellEnding::Converged(step) => format!("{numbers}: converged at step {step}, loss {loss}"),
        CellEnding::Diverged(step) => format!("{numbers}: diverged at step {step}, loss {loss}"),
        CellEnding::Stalled(step) => format!("{numbers}: stalled at step {step}, loss {loss}"),
        CellEnding::NoLoss => format!("{numbers}: the loss has no value at this start"),
    },
    map: |name, axes, shown, is_complete| {
        let state = if is_complete {
            ""
        } else {
            " It is still being computed."
        };
        format!("Map of hyperparameters of {name}. Across and up: {axes}; color: {shown}.{state}")
    },
    bound: |bound| {
        match bound {
        BoundWords::Known(rate, formula, curvature) => format!(
            "The dashed line is the stability bound η = {formula} = {rate}, with λ = {curvature}, the curvature of the steepest direction. Below it, the swing along that direction shrinks with each step and the run converges; at the bound it neither shrinks nor grows; above it, it grows with each step and the run diverges."
        ),
        BoundWords::Adaptive => "This rule divides its steps by the gradients it has met, so no bound is known beforehand. Look for it on the map.".to_owned(),
        BoundWords::ManyCurvatures => "This function curves differently from place to place, so there is no single stability bound. Look for it on the map.".to_owned(),
        BoundWords::Downward => "This function has a direction that leads down for ever: no learning rate converges.".to_owned(),
    }
    },
};

/// Japanese.
pub(super) const JA: Rates = Rates {
    labels: RatesLabels {
        rates_intro: "一つのマスが1回の実行です。マスを押すか方向キーで移ると、上のレースがその値で走り直します。",
        rates_shows: "色が表すもの",
        rates_loss: "最後の損失",
        rates_steps: "収束までのステップ数",
        rates_cell: "選んだマス",
        rates_diverged: "斜線：発散",
        rates_underway: "点：ステップ内に収束せず",
    },
    cell: |numbers, loss, ending| match ending {
        CellEnding::After(step) => format!("{numbers}：{step}ステップ後の損失 {loss}"),
        CellEnding::Converged(step) => format!("{numbers}：ステップ {step} で収束、損失 {loss}"),
        CellEnding::Diverged(step) => format!("{numbers}：ステップ {step} で発散、損失 {loss}"),
        CellEnding::Stalled(step) => format!("{numbers}：ステップ {step} で停滞、損失 {loss}"),
        CellEnding::NoLoss => format!("{numbers}：この開始点では損失を計算できません"),
    },
    map: |name, axes, shown, is_complete| {
        let state = if is_complete {
            ""
        } else {
            "計算中です。"
        };
        format!("{name} のハイパーパラメータの地図。横と縦は {axes}、色は{shown}。{state}")
    },
    bound: |bound| {
        match bound {
        BoundWords::Known(rate, formula, curvature) => format!(
            "破線は安定限界 η = {formula} = {rate} です。λ = {curvature} は最も急な方向の曲率です。限界より小さければその方向の揺れがステップごとに縮んで収束し、限界では縮みも広がりもせず、限界より大きければステップごとに広がって発散します。"
        ),
        BoundWords::Adaptive => "この手法は通ってきた勾配の大きさで歩幅を割るため、前もって分かる安定限界がありません。地図で探してみましょう。".to_owned(),
        BoundWords::ManyCurvatures => "この関数は場所によって曲率が違うため、一つの安定限界はありません。地図で探してみましょう。".to_owned(),
        BoundWords::Downward => "この関数には限りなく下る方向があり、どの学習率でも収束しません。".to_owned(),
    }
    },
};
