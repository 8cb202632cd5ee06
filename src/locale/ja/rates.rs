//! The map of hyperparameters, in Japanese.

use crate::lessons::rates::words::{BoundWords, CellEnding, RatesLabels, RatesWords};

/// The title.
pub const TITLE: &str = "ハイパーパラメータの地図";

/// What its tab says.
pub const TAB: &str = "ハイパーパラメータ";

/// The words.
pub const WORDS: RatesWords = RatesWords {
    labels: RatesLabels {
        rates_intro: "1つのセルが1回の実行です。セルをクリック（タップ）するか方向キーで移ると、図がその値で再計算されます。",
        rates_shows: "色が表すもの",
        rates_loss: "最後の損失",
        rates_steps: "収束までのステップ数",
        rates_cell: "選んだマス",
        rates_dark_loss: "暗いほど損失が小さい",
        rates_dark_steps: "暗いほど速く収束",
        rates_diverged: "斜線：発散または計算不能",
        rates_underway: "点：ステップ内に収束せず",
    },
    cell: |numbers, loss, ending| match ending {
        CellEnding::After(step) => format!("{numbers}：{step}ステップ後の損失 {loss}"),
        CellEnding::Converged(step) => format!("{numbers}：ステップ {step} で収束、損失 {loss}"),
        CellEnding::Diverged(step) => format!("{numbers}：ステップ {step} で発散、損失 {loss}"),
        CellEnding::Stalled(step) => format!("{numbers}：ステップ {step} で停滞、損失 {loss}"),
        CellEnding::Stopped(step) => {
            format!("{numbers}：ステップ {step} で計算できず中断、損失 {loss}")
        }
        CellEnding::NoStart => {
            format!("{numbers}：この開始点では損失か勾配を計算できません")
        }
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
