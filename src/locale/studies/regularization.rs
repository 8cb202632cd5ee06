//! What the lab `regularization` says.

/// What a network has against overfitting. Numbers are printed.
#[derive(Clone, Copy, Debug, Default)]
pub struct RegularizerWords<'a> {
    /// λ of weight decay, where there is any.
    pub weight_decay: Option<&'a str>,
    /// The ratio of dropout, where there is any.
    pub dropout: Option<&'a str>,
}

/// What the comparison rests on. Numbers are printed.
#[derive(Clone, Copy, Debug)]
pub struct RegularizationTerms<'a> {
    /// The rule that trains both networks.
    pub rule: &'a str,
    /// Its learning rate.
    pub rate: &'a str,
    /// Pictures to train on.
    pub n_train: usize,
    /// How many of their labels are wrong.
    pub n_wrong: usize,
    /// Pictures to test on.
    pub n_test: usize,
    /// Pictures of a mini-batch.
    pub batch: usize,
}

/// The words of the lab.
#[derive(Clone, Copy, Debug)]
pub struct RegularizationWords {
    /// What the lab is.
    pub title: &'static str,
    /// Group: what keeps from overfitting.
    pub group: &'static str,
    /// Control: λ.
    pub weight_decay: &'static str,
    /// Control: the ratio of dropout.
    pub dropout: &'static str,
    /// Group: the pictures to train on.
    pub data: &'static str,
    /// Control: how many.
    pub train_size: &'static str,
    /// Control: the share of wrong labels.
    pub label_noise: &'static str,
    /// The name of a network.
    pub network: fn(&RegularizerWords<'_>) -> String,
    /// The same in short, for the name of a curve.
    pub short: fn(&RegularizerWords<'_>) -> &'static str,
    /// Between a network and what is measured of it.
    pub of: &'static str,
    /// In short: the accuracy on the training data.
    pub train: &'static str,
    /// In short: the accuracy on the test data.
    pub test: &'static str,
    /// In short: how much higher the former is.
    pub gap: &'static str,
    /// In short: how much higher the test accuracy is than without regularization.
    pub gain: &'static str,
    /// Axis: both accuracies.
    pub accuracy: &'static str,
    /// Axis: differences of accuracies.
    pub difference: &'static str,
    /// A panel.
    pub accuracies: &'static str,
    /// A panel.
    pub differences: &'static str,
    /// A number of percentage points.
    pub points: fn(&str) -> String,
    /// A clause: the gap, in points.
    pub gap_clause: fn(&str) -> String,
    /// A clause: what regularization does to the test accuracy. The points, and whether it is
    /// higher; no points where it is the same.
    pub gain_clause: fn(Option<(&str, bool)>) -> String,
    /// What the comparison rests on.
    pub terms: fn(&RegularizationTerms<'_>) -> String,
}

/// Korean.
pub const KO: RegularizationWords = RegularizationWords {
    title: "오버피팅과 정규화(가중치 감소, 드롭아웃)",
    group: "정규화(regularization)",
    weight_decay: "가중치 감소 λ",
    dropout: "드롭아웃 비율",
    data: "훈련 데이터",
    train_size: "훈련 데이터 수",
    label_noise: "틀린 라벨의 비율",
    network: |words| match (words.weight_decay, words.dropout) {
        (None, None) => "정규화 없음".to_owned(),
        (Some(lambda), None) => format!("가중치 감소 λ = {lambda}"),
        (None, Some(ratio)) => format!("드롭아웃 {ratio}"),
        (Some(lambda), Some(ratio)) => format!("가중치 감소 λ = {lambda}, 드롭아웃 {ratio}"),
    },
    short: |words| match (words.weight_decay, words.dropout) {
        (None, None) => "정규화 없음",
        (Some(_), None) => "가중치 감소",
        (None, Some(_)) => "드롭아웃",
        (Some(_), Some(_)) => "정규화",
    },
    of: " · ",
    train: "훈련",
    test: "시험",
    gap: "차이",
    gain: "시험 정확도 이득",
    accuracy: "정확도",
    difference: "정확도의 차이",
    accuracies: "반복에 따른 훈련 데이터와 시험 데이터의 정확도",
    differences: "훈련과 시험의 정확도 차이, 정규화의 이득",
    points: |points| format!("{points}%p"),
    gap_clause: |points| format!("둘의 차이 {points}"),
    gain_clause: |gain| match gain {
        Some((points, true)) => format!("시험 정확도가 정규화 없을 때보다 {points} 높음"),
        Some((points, false)) => format!("시험 정확도가 정규화 없을 때보다 {points} 낮음"),
        None => "시험 정확도가 정규화 없을 때와 같음".to_owned(),
    },
    terms: |terms| {
        let wrong = match terms.n_wrong {
            0 => String::new(),
            n => format!("(그중 {n}장은 라벨을 일부러 틀리게 바꿈, 훈련 정확도는 바꾼 라벨로 셈)"),
        };
        format!(
            "비교 조건: 은닉층 6개(뉴런 100개씩), {} 학습률 {}, 훈련 데이터 앞 {}장{wrong}, 시험 데이터 {}장, \
             배치 크기 {}, 같은 초깃값, 같은 미니배치.",
            terms.rule, terms.rate, terms.n_train, terms.n_test, terms.batch
        )
    },
};

/// English.
pub const EN: RegularizationWords = RegularizationWords {
    title: "Overfitting and regularization: weight decay, dropout",
    group: "Regularization",
    weight_decay: "Weight decay λ",
    dropout: "Dropout ratio",
    data: "Training data",
    train_size: "Training pictures",
    label_noise: "Share of wrong labels",
    network: |words| match (words.weight_decay, words.dropout) {
        (None, None) => "Without regularization".to_owned(),
        (Some(lambda), None) => format!("Weight decay λ = {lambda}"),
        (None, Some(ratio)) => format!("Dropout {ratio}"),
        (Some(lambda), Some(ratio)) => format!("Weight decay λ = {lambda} and dropout {ratio}"),
    },
    short: |words| match (words.weight_decay, words.dropout) {
        (None, None) => "without",
        (Some(_), None) => "weight decay",
        (None, Some(_)) => "dropout",
        (Some(_), Some(_)) => "both",
    },
    of: " · ",
    train: "train",
    test: "test",
    gap: "gap",
    gain: "test gain",
    accuracy: "accuracy",
    difference: "difference of accuracies",
    accuracies: "Training and test accuracy by iteration",
    differences: "Gap of the accuracies, gain on the test data",
    points: |points| format!("{points} points"),
    gap_clause: |points| format!("a gap of {points}"),
    gain_clause: |gain| match gain {
        Some((points, true)) => {
            format!("test accuracy {points} higher than without regularization")
        }
        Some((points, false)) => {
            format!("test accuracy {points} lower than without regularization")
        }
        None => "the same test accuracy as without regularization".to_owned(),
    },
    terms: |terms| {
        let wrong = match terms.n_wrong {
            0 => String::new(),
            n => format!(
                " ({n} of them with a wrong label, on purpose; training accuracy \
                             counts what they say)"
            ),
        };
        format!(
            "Comparison: six hidden layers of 100, {} at {}, the first {} training pictures{wrong}, \
             {} to test on, batches of {}, the same initial weights and mini-batches.",
            terms.rule, terms.rate, terms.n_train, terms.n_test, terms.batch
        )
    },
};

/// Japanese.
pub const JA: RegularizationWords = RegularizationWords {
    title: "過学習と正則化（荷重減衰、Dropout）",
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
