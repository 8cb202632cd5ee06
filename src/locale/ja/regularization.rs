//! The lab `regularization`, in Japanese.

use crate::experiments::regularization::words::{NegativeWords, RegularizationWords};

/// The words.
pub const WORDS: RegularizationWords = RegularizationWords {
    title: "過学習と正則化",
    question: "訓練とテストの差を縮められるでしょうか？",
    group: "正則化",
    regularizer: "正則化の方法",
    regularizers: ["なし", "荷重減衰", "Dropout", "両方"],
    effect: |gain, deviation| {
        format!(
            "シード1〜10で測定したテストの認識精度の向上：平均{gain}、標準偏差{deviation}（ラベルの30%が\
             誤った訓練データ300枚、SGDの学習率0.03、反復601回）。"
        )
    },
    weight_decay: "荷重減衰 λ",
    dropout: "Dropoutの割合",
    data: "訓練データ",
    train_size: "訓練データの枚数",
    label_noise: "誤ったラベルの割合",
    network: |words| match (words.weight_decay, words.dropout) {
        (None, None) => "正則化なし".to_owned(),
        (Some(lambda), None) => format!("荷重減衰 λ = {lambda}"),
        (None, Some(ratio)) => format!("Dropout {ratio}"),
        (Some(lambda), Some(ratio)) => format!("荷重減衰 λ = {lambda}、Dropout {ratio}"),
    },
    short: |words| match (words.weight_decay, words.dropout) {
        (None, None) => "正則化なし",
        (Some(_), None) => "荷重減衰",
        (None, Some(_)) => "Dropout",
        (Some(_), Some(_)) => "正則化",
    },
    of: "・",
    train: "訓練",
    test: "テスト",
    gap: "差",
    gain: "テストの認識精度",
    accuracy: "認識精度",
    difference: "認識精度の差",
    accuracies: |network| format!("{network}：訓練とテストの認識精度"),
    gaps: "正則化なし：訓練とテストの認識精度の差",
    points: |points| format!("{points}ポイント"),
    gap_clause: |points| format!("両者の差{points}"),
    negative_clause: |why| match why {
        NegativeWords::WrongLabels { wrong, right } => format!(
            "差が負になる理由：訓練ラベルの{wrong}が誤りなので、すべて正しく分類しても訓練の認識精度は{right}"
        ),
        NegativeWords::Chance(error) => format!("差は負だが偶然かもしれない（標準誤差{error}）"),
        NegativeWords::Easier => "差が負になる理由：テストデータのほうがやさしい".to_owned(),
    },
    reason: |why| match why {
        NegativeWords::WrongLabels { wrong, .. } => format!("訓練ラベルの{wrong}が誤り"),
        NegativeWords::Chance(_) => "偶然かもしれない".to_owned(),
        NegativeWords::Easier => "テストデータがやさしい".to_owned(),
    },
    gain_clause: |gain| match gain {
        Some((points, true)) => format!("テストの認識精度は正則化なしより{points}高い"),
        Some((points, false)) => format!("テストの認識精度は正則化なしより{points}低い"),
        None => "テストの認識精度は正則化なしと同じ".to_owned(),
    },
    too_strong: |guessing| {
        format!("当てずっぽう（{guessing}）とほとんど変わらない：ここでは正則化が強すぎる")
    },
    terms: |terms| {
        let wrong = match terms.n_wrong {
            0 => String::new(),
            n => format!(
                "（うち{n}枚はラベルをわざと誤らせたもの。訓練の認識精度はそのラベルで数える）"
            ),
        };
        format!(
            "比較の条件：隠れ層6つ（100ニューロンずつ）、{}の学習率{}、訓練データの先頭{}枚{wrong}、\
             テストデータ{}枚、バッチサイズ{}、同じ初期値、同じミニバッチ。",
            terms.rule, terms.rate, terms.n_train, terms.n_test, terms.batch
        )
    },
};
