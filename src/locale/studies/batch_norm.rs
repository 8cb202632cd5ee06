//! What the lab `batch-norm` says.

/// How often a network has the higher accuracy.
#[derive(Clone, Debug)]
pub struct WinWords {
    /// The chosen initial weights, where it is the higher one with them.
    pub here: Option<String>,
    /// With how many scales.
    pub n: usize,
    /// Of how many that are computed.
    pub n_of: usize,
}

/// The words of the lab.
#[derive(Clone, Copy, Debug)]
pub struct BatchNormWords {
    /// What the lab is.
    pub title: &'static str,
    /// The network with batch normalization.
    pub with: &'static str,
    /// The one without.
    pub without: &'static str,
    /// The panel of the chosen initial weights.
    pub chosen: fn(&str) -> String,
    /// The panel with all scales.
    pub grid: &'static str,
    /// The control: the scale.
    pub scale: &'static str,
    /// How often a network is the better one, as clauses.
    pub wins: fn(&WinWords) -> Vec<String>,
    /// The panel with all scales described: how many are computed, with how many each network is
    /// the better one, the chosen initial weights.
    pub description: fn(usize, [usize; 2], &str) -> String,
    /// What the comparison rests on: pictures to train on, those of a batch.
    pub terms: fn(usize, usize) -> String,
}

/// Korean.
pub const KO: BatchNormWords = BatchNormWords {
    title: "배치 정규화의 효과",
    with: "배치 정규화",
    without: "정규화 없음",
    chosen: |init| format!("훈련 데이터 정확도(초깃값 {init})"),
    grid: "초깃값의 표준편차 16가지: 눌러서 고릅니다",
    scale: "초깃값의 표준편차",
    wins: |words| {
        let WinWords { here, n, n_of } = words;
        let here = here.iter().map(|init| format!("{init}에서 더 높음"));
        here.chain([format!("계산한 {n_of}가지 중 {n}가지에서 더 높음")])
            .collect()
    },
    description: |n, [with, without], chosen| {
        format!(
            "초깃값의 표준편차 1부터 0.0001까지 16가지마다 작은 그림 하나, 세로축은 정확도 0에서 1까지. \
             계산한 {n}가지 중 배치 정규화가 더 높은 것 {with}가지, 정규화 없는 쪽이 더 높은 것 {without}가지. \
             고른 초깃값: {chosen}."
        )
    },
    terms: |train, batch| {
        format!(
            "비교 조건: 은닉층 5개(뉴런 100개씩), SGD 학습률 0.01, 훈련 데이터 앞 {train}장, 배치 크기 \
             {batch}, 같은 초깃값, 같은 미니배치. 정확도는 그 훈련 데이터에서 잽니다."
        )
    },
};

/// English.
pub const EN: BatchNormWords = BatchNormWords {
    title: "The effect of batch normalization",
    with: "batch norm",
    without: "without",
    chosen: |init| format!("Training accuracy (initial weights {init})"),
    grid: "All 16 scales of the initial weights: click one",
    scale: "Standard deviation of the initial weights",
    wins: |words| {
        let WinWords { here, n, n_of } = words;
        let here = here.iter().map(|init| format!("higher at {init}"));
        here.chain([format!("higher in {n} of {n_of} scales computed")])
            .collect()
    },
    description: |n, [with, without], chosen| {
        format!(
            "A small picture for each of 16 standard deviations of the initial weights from 1 to \
             0.0001, accuracy from 0 to 1 upward. Of {n} computed, {with} are higher with batch \
             normalization and {without} without. Chosen: {chosen}."
        )
    },
    terms: |train, batch| {
        format!(
            "Comparison: five hidden layers of 100, SGD at 0.01, the first {train} training \
             pictures, batches of {batch}, the same initial weights and mini-batches. Accuracy is \
             that on these pictures."
        )
    },
};

/// Japanese.
pub const JA: BatchNormWords = BatchNormWords {
    title: "Batch Normalizationの効果",
    with: "Batch Norm",
    without: "正規化なし",
    chosen: |init| format!("訓練データの認識精度（初期値 {init}）"),
    grid: "初期値の標準偏差16通り：押して選びます",
    scale: "初期値の標準偏差",
    wins: |words| {
        let WinWords { here, n, n_of } = words;
        let here = here.iter().map(|init| format!("{init}でより高い"));
        here.chain([format!("計算した{n_of}通りのうち{n}通りでより高い")])
            .collect()
    },
    description: |n, [with, without], chosen| {
        format!(
            "初期値の標準偏差1から0.0001まで16通りに小さな図が一つずつ、縦軸は認識精度0から1。\
             計算した{n}通りのうちBatch Normalizationが高いもの{with}通り、正規化なしが高いもの\
             {without}通り。選んだ初期値：{chosen}。"
        )
    },
    terms: |train, batch| {
        format!(
            "比較の条件：隠れ層五つ（100ニューロンずつ）、SGDの学習率0.01、訓練データの先頭{train}枚、\
             バッチサイズ{batch}、同じ初期値、同じミニバッチ。認識精度はその訓練データで測ります。"
        )
    },
};
