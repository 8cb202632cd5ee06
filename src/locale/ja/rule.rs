//! The rule with its numbers, in Japanese.

use crate::lessons::rule::words::{RuleLabels, RuleWords, Shown};

/// The title.
pub const TITLE: &str = "更新式と数値";

/// What its tab says.
pub const TAB: &str = "更新式";

/// The words.
pub const WORDS: RuleWords = RuleWords {
    labels: RuleLabels {
        rule_hint: "項にマウスを重ねるか項を選ぶと、図の矢印や棒が強調されます。\
                    図の矢印にマウスを重ねると、その項が強調されます。",
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
        Shown::LastDivided => format!(
            "ステップ {from} → {}：この手法の最後の更新です。次の更新は ε = 0 のため 0/0 になります。",
            from + 1
        ),
        Shown::Nothing => {
            "表示できる更新がありません。開始点か最初の更新の値が計算できません。".to_owned()
        }
    },
    arrows: |names| match names {
        [] => String::new(),
        [one] => format!("図の矢印：{one}。更新前の位置から始まります。"),
        [parts @ .., sum] => format!(
            "図の矢印：{}。更新前の位置から順につながり、その和が太い矢印 {sum} です。",
            parts.join("、")
        ),
    },
    scaled: |parts, factor| {
        format!(
            "矢印 {} の長さは、その項に {factor} を掛けたものです。ΔW はパラメータの変化量です。",
            parts.join("、")
        )
    },
    close_up: |zoom| format!("矢印だけを拡大：図の{zoom}倍"),
    squares: |letter| {
        format!(
            "棒はパラメータごとの {letter} です。{letter} が大きいほど、その方向の学習率は小さくなります。\
         棒全体の長さは、この実行での最大値です。"
        )
    },
};
