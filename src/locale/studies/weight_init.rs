//! What the lab `weight-init` says.

use super::super::joined;

/// The activations of one layer. Numbers are printed.
#[derive(Clone, Debug)]
pub struct LayerWords {
    /// Their mean.
    pub mean: String,
    /// Their standard deviation.
    pub deviation: String,
    /// The share of them outside of the bars, in percent, where there are any.
    pub outside: Option<String>,
}

/// The name of initial weights, and their layers.
pub type RowWords = (String, Vec<LayerWords>);

/// The words of the lab.
#[derive(Clone, Copy, Debug)]
pub struct WeightInitWords {
    /// What the lab is.
    pub title: &'static str,
    /// The panel with the histograms: the activation function.
    pub histograms: fn(&str) -> String,
    /// What the bars stand for.
    pub bars: &'static str,
    /// A layer, by its number.
    pub layer: fn(usize) -> String,
    /// How the activations change from the first layer to the last: those two.
    pub spread: fn(usize, &LayerWords, &LayerWords) -> String,
    /// The same, of the standard deviation alone.
    pub deviations: fn(&str, &str) -> String,
    /// The panel described: ends of the axis, how many bars, name and layers of each row.
    pub description: fn([&str; 2], usize, &[RowWords]) -> String,
    /// Option: the activation functions that the book has.
    pub as_in_book: &'static str,
    /// What the activation function changes: those of the histograms and of the training.
    pub activations: fn(&str, &str) -> String,
    /// What the comparison rests on: pictures to train on, those of a batch, the rule.
    pub terms: fn(usize, usize, &str) -> String,
    /// Group of the initial weights.
    pub group: &'static str,
    /// Said where none is trained, as in the book.
    pub untrained: &'static str,
}

fn outside(words: &LayerWords, name: &str) -> String {
    let share = words.outside.as_ref();
    share.map_or_else(String::new, |share| format!(", {name} {share}"))
}

fn rows(
    rows: &[RowWords],
    layer: impl Fn(usize, &LayerWords) -> String,
    separator: &str,
) -> Vec<String> {
    let row = |(name, layers): &RowWords| {
        let layers = layers.iter().enumerate();
        let layers: Vec<String> = layers.map(|(at, words)| layer(at + 1, words)).collect();
        format!("{name}{separator}{}", joined(&layers, "; "))
    };
    rows.iter().map(row).collect()
}

/// Korean.
pub const KO: WeightInitWords = WeightInitWords {
    title: "가중치의 초깃값에 따른 활성화값 분포와 학습",
    histograms: |activation| format!("은닉층의 활성화값 분포({activation})"),
    bars: "막대는 활성화값의 비율입니다",
    layer: |number| format!("{number}층"),
    spread: |last, a, b| {
        format!(
            "활성화값(1층 → {last}층) 평균 {} → {}, 표준편차 {} → {}{}",
            a.mean,
            b.mean,
            a.deviation,
            b.deviation,
            outside(b, "막대 밖")
        )
    },
    deviations: |a, b| format!("표준편차 {a} → {b}"),
    description: |[low, high], bars, all| {
        let layer = |number: usize, words: &LayerWords| {
            let LayerWords {
                mean, deviation, ..
            } = words;
            let outside = outside(words, "막대 밖");
            format!("{number}층 평균 {mean}, 표준편차 {deviation}{outside}")
        };
        let rows = rows(all, layer, ": ");
        format!(
            "초깃값마다 한 줄, 층마다 히스토그램 하나. 활성화값 {low}에서 {high}까지 막대 \
             {bars}개. {}.",
            joined(&rows, ". ")
        )
    },
    as_in_book: "책과 같이",
    activations: |histograms, training| {
        format!("히스토그램은 {histograms}, 학습은 {training} 사용")
    },
    terms: |train, batch, rule| {
        format!(
            "히스토그램: 정규분포 입력 1000개가 편향 없는 뉴런 100개짜리 층 5개를 지남. 학습: 은닉층 \
             4개(뉴런 100개씩), {rule}, 훈련 데이터 {train}장, 배치 크기 {batch}. 같은 난수에 배율만 다른 \
             초깃값, 같은 미니배치."
        )
    },
    group: "비교할 초깃값",
    untrained: "학습은 책처럼 생략",
};

/// English.
pub const EN: WeightInitWords = WeightInitWords {
    title: "Initial weights: activations and training",
    histograms: |activation| format!("Activations of five layers ({activation})"),
    bars: "Bars are shares of the activations",
    layer: |number| format!("layer {number}"),
    spread: |last, a, b| {
        format!(
            "activations (layer 1 → {last}) mean {} → {}, standard deviation {} → {}{}",
            a.mean,
            b.mean,
            a.deviation,
            b.deviation,
            outside(b, "outside of the bars")
        )
    },
    deviations: |a, b| format!("std {a} → {b}"),
    description: |[low, high], bars, all| {
        let layer = |number: usize, words: &LayerWords| {
            let LayerWords {
                mean, deviation, ..
            } = words;
            let outside = outside(words, "outside of the bars");
            format!("layer {number} mean {mean}, standard deviation {deviation}{outside}")
        };
        let rows = rows(all, layer, ": ");
        format!(
            "A row for each of the initial weights, a histogram for each layer: {bars} bars over \
             activations from {low} to {high}. {}.",
            joined(&rows, ". ")
        )
    },
    as_in_book: "as in the book",
    activations: |histograms, training| {
        format!("The histograms use {histograms}, the training {training}.")
    },
    terms: |train, batch, rule| {
        format!(
            "Histograms: 1000 normal inputs pass five layers of 100 neurons without biases. \
             Training: four hidden layers of 100, {rule}, {train} pictures, batches of {batch}. \
             The same random numbers as initial weights, scaled; the same mini-batches."
        )
    },
    group: "Initial weights to compare",
    untrained: "not trained, as in the book",
};

/// Japanese.
pub const JA: WeightInitWords = WeightInitWords {
    title: "重みの初期値によるアクティベーション分布と学習",
    histograms: |activation| format!("隠れ層のアクティベーション分布（{activation}）"),
    bars: "棒はアクティベーションの割合です",
    layer: |number| format!("{number}層"),
    spread: |last, a, b| {
        format!(
            "アクティベーション（1層 → {last}層）平均 {} → {}, 標準偏差 {} → {}{}",
            a.mean,
            b.mean,
            a.deviation,
            b.deviation,
            outside(b, "棒の範囲外")
        )
    },
    deviations: |a, b| format!("標準偏差 {a} → {b}"),
    description: |[low, high], bars, all| {
        let layer = |number: usize, words: &LayerWords| {
            let LayerWords {
                mean, deviation, ..
            } = words;
            let outside = outside(words, "棒の範囲外");
            format!("{number}層 平均 {mean}, 標準偏差 {deviation}{outside}")
        };
        let rows = rows(all, layer, "：");
        format!(
            "初期値ごとに1行、層ごとにヒストグラム一つ。アクティベーション{low}から{high}まで棒\
             {bars}本。{}。",
            joined(&rows, "。")
        )
    },
    as_in_book: "本と同じ",
    activations: |histograms, training| {
        format!("ヒストグラムは{histograms}、学習は{training}を使用")
    },
    terms: |train, batch, rule| {
        format!(
            "ヒストグラム：正規分布の入力1000個がバイアスのない100ニューロンの5層を通る。学習：\
             100ニューロンの隠れ層四つ、{rule}、訓練データ{train}枚、バッチサイズ{batch}。\
             初期値は同じ乱数で倍率だけが異なり、ミニバッチは同じ。"
        )
    },
    group: "比べる初期値",
    untrained: "学習は本と同じく省略",
};
