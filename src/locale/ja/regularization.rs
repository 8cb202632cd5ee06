//! The lab `regularization`, in Japanese.

use crate::experiments::regularization::words::RegularizationWords;

/// The words.
pub const WORDS: RegularizationWords = RegularizationWords {
    title: "過学習と正則化",
    question: "訓練とテストの差を縮められるでしょうか？",
    group: "正則化",
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
    gain: "テストでの向上",
    gain_short: "向上",
    accuracy: "認識精度",
    difference: "認識精度の差",
    accuracies: "反復ごとの訓練データとテストデータの認識精度",
    differences: "訓練とテストの認識精度の差、正則化による向上",
    points: |points| format!("{points}ポイント"),
    gap_clause: |points| format!("両者の差{points}"),
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
            "比較の条件：隠れ層六つ（100ニューロンずつ）、{}の学習率{}、訓練データの先頭{}枚{wrong}、\
             テストデータ{}枚、バッチサイズ{}、同じ初期値、同じミニバッチ。",
            terms.rule, terms.rate, terms.n_train, terms.n_test, terms.batch
        )
    },
};
