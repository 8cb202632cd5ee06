//! The lab `search`, in Japanese.

use crate::experiments::network::words::PlayerLabels;
use crate::experiments::search::words::{Place, SearchLabels, SearchWords, counted, listed};

/// The words.
pub const WORDS: SearchWords = SearchWords {
    labels: SearchLabels {
        narrow_range: "良い範囲に絞る",
        book_range: "本書の範囲",
        wide_range: "広い範囲 10⁻⁶〜10",
    },
    title: "ハイパーパラメータのランダム探索",
    question: "良い値はどこに集まるでしょうか？",
    panel: "試行ごとに点1つ：学習率と荷重減衰",
    ranking: "検証データの認識精度が高い順",
    hint: "点をクリック（タップ）するか、範囲をドラッグします",
    rate: "学習率",
    decay: "荷重減衰",
    validation_accuracy: "検証データの認識精度",
    training_accuracy: "訓練データの認識精度",
    sampling: "試行の引き方",
    samplings: ["対数スケールで", "一様に"],
    sampling_hint: |[from, to], [log, uniform]| {
        format!(
            "学習率の最も大きい桁{from}〜{to}には、対数スケールでは試行の{log}、一様に引くと{uniform}が入ります。\
             良い値がそこにあるかどうかとは関係ありません。"
        )
    },
    fell: "試行",
    good_decade: |words| {
        let ([from, to], [n, of], [n_best, all]) = (words.ends, words.trials, words.best);
        format!(
            "上位{all}回のうち{n_best}回が{from}〜{to}にあり、試行{of}回のうち{n}回がここに入りました（期待値：対数\
             スケール{}、一様{}）",
            words.expected[0], words.expected[1]
        )
    },
    trials: "試行回数",
    ranges: "探索の範囲",
    ends: [
        "学習率の最小",
        "学習率の最大",
        "荷重減衰の最小",
        "荷重減衰の最大",
    ],
    trial: "注目する試行",
    best: "最も良い試行",
    player: PlayerLabels {
        step: "試行",
        step_forward: "1試行進む",
        step_back: "1試行戻る",
        lanes: "この試行まで",
    },
    found: |n, of| format!("試行{of}回中{n}回終了"),
    step_of: |step, steps, done| match done < steps {
        true => format!("試行 {step} / {steps}（終了 {done}回）"),
        false => format!("試行 {step} / {steps}"),
    },
    per_second: |speed| format!("毎秒{speed}試行"),
    trial_parts: |trial| {
        vec![
            format!("検証データの認識精度 {}", trial.validation),
            format!("訓練データの認識精度 {}", trial.training),
            format!("学習率 {}", trial.rate),
            format!("荷重減衰 {}", trial.decay),
            format!("{}回目の試行", trial.number),
        ]
    },
    finding: |words| {
        let (n, [lowest, highest]) = (words.n, [&words.lowest, &words.highest]);
        let verdict = match words.verdict {
            Place::TooFew => "試行が少なく、まだ判断できません",
            Place::LowEnd => "範囲の下端に集まっており、さらに小さい値が良いかもしれません",
            Place::HighEnd => "範囲の上端に集まっており、さらに大きい値が良いかもしれません",
            Place::Inside => "範囲の一か所に集まっており、そこへ絞り込めます",
            Place::Rising => "一か所に集まってはいませんが、値が大きいほど精度が高い傾向があります",
            Place::Falling => {
                "一か所に集まってはいませんが、値が小さいほど精度が高い傾向があります"
            }
            Place::Anywhere => "偶然でもこの程度は集まるため、この値の影響ははっきりしません",
        };
        vec![
            format!("上位{n}回の試行は{lowest}から{highest}まで"),
            format!("対数の範囲の{}", words.span),
            verdict.to_owned(),
        ]
    },
    announcement: |n, chosen| match chosen {
        Some((name, parts)) => format!("試行{n}回。{name}：{parts}。"),
        None => format!("試行{n}回。"),
    },
    description: |words| {
        let ([rates, decays], n) = ([&words.rates, &words.decays], words.n);
        let mut text = format!(
            "横軸は学習率{}から{}まで、縦軸は荷重減衰{}から{}まで、どちらも対数。終わった試行{n}回に点が1つずつ、\
             検証データの認識精度が高いほど大きく、背景から際立ちます。",
            rates[0], rates[1], decays[0], decays[1]
        );
        let sampling = if words.is_uniform {
            "一様に"
        } else {
            "対数スケールで"
        };
        text += &format!("2つの値は{sampling}引きました。学習率の桁ごとの試行数：");
        text += &counted(&words.decades, "〜", "、");
        text += "。";
        if let Some((name, trial)) = &words.chosen {
            text += &format!(
                "選んだ試行{name}：学習率{}、荷重減衰{}、検証データの認識精度{}。",
                trial.rate, trial.decay, trial.validation
            );
        }
        if let Some([rates, decays]) = &words.next {
            text += &format!(
                "破線は上位の試行の範囲：学習率{}から{}まで、荷重減衰{}から{}まで。",
                rates[0], rates[1], decays[0], decays[1]
            );
        }
        text
    },
    ranking_description: |n, best| {
        format!(
            "試行{n}回を検証データの認識精度が高い順に小さな図で描きます。横軸は反復、縦軸は認識精度0から1、\
             実線は検証データ、破線は訓練データ。{}。",
            listed(best)
        )
    },
    terms: |train, validation, batch, iterations| {
        format!(
            "条件：試行ごとに新しい初期値のネットワークをSGDで{iterations}反復学習します\
             （訓練データ{train}枚、バッチサイズ{batch}）。認識精度は別に取り分けた検証データ{validation}枚で測定します。テストデータでハイパーパラメータを選ぶと、その値がテストデータに過学習して汎化性能を評価できないため、\
             テストデータは使いません。"
        )
    },
};
