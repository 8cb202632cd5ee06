//! What every figure says, in Japanese.

use crate::view::words::{FigureLabels, FigureWords};

/// The words.
pub const WORDS: FigureWords = FigureWords {
    tag: "ja",
    labels: FigureLabels {
        play: "再生",
        pause: "一時停止",
        step_forward: "1ステップ進む",
        step_back: "1ステップ戻る",
        to_start: "最初に戻る",
        revert: "初期設定に戻す",
        player: "再生の操作",
        step: "ステップ",
        loss: "損失",
        settings: "設定",
        lanes: "このステップでは",
        lane: "手法",
        lessons: "さらに深く",
        more: "その他",
        loading: "読み込み中",
        not_loaded: "読み込めませんでした。ネットワークを確認して、もう一度開いてください。",
    },
    speed: "速さ",
    loss_scale: "損失の軸",
    log: "対数",
    linear: "線形",
    linear_because_negative: "損失（0以下があるため線形軸）",
    below: ["軸より下", "："],
    advanced: "詳細",
    lr: "学習率 η",
    momentum: "モーメンタム係数 α",
    decay: "減衰率 ρ",
    beta1: "β₁",
    beta2: "β₂",
    eps: "ε",
    number_wanted: |low, high, is_whole| {
        let kind = if is_whole { "整数" } else { "数" };
        format!(
            "{low} から {high} までの{kind}を入力してください。正しい値を入力するまで前の値を使います。"
        )
    },
};
