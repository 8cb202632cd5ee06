//! Japanese, in the words of the book's original edition.

use super::joined;
use super::{Ending, FormulaWords, Labels, LaneWords, MapWords, Messages, Rest};
#[cfg(feature = "lessons")]
use super::{RatesWords, TermsWords};

/// Japanese.
pub const JA: Messages = Messages {
    tag: "ja",
    labels: Labels {
        title: "最適化手法の比較",
        loss: "損失",
        loss_by_step: "ステップごとの損失",
        step: "ステップ",
        play: "再生",
        pause: "一時停止",
        step_forward: "1ステップ進む",
        step_back: "1ステップ戻る",
        to_start: "最初に戻る",
        transport: "再生の操作",
        speed: "速さ",
        loss_scale: "損失の軸",
        log: "対数",
        linear: "線形",
        settings: "設定",
        lanes: "このステップでは",
        lane: "手法",
        map: "地図",
        surface: "損失関数",
        formula: "数式",
        formula_hint: "x と y の式です。例：sin(3x)*exp(-y^2) + 0.1x^2",
        start: "開始点",
        start_x: "開始点 x",
        start_y: "開始点 y",
        drag_hint: "開始点をドラッグ",
        run: "実行",
        steps: "ステップ数",
        aspect: "地図の比率",
        aspect_fill: "枠に合わせる",
        aspect_equal: "x と y を同じ縮尺に",
        view: "表示",
        view_map: "等高線の地図",
        view_gradient: "等高線と勾配",
        view_space: "立体",
        lr: "学習率 η",
        momentum: "モーメンタム係数 α",
        decay: "減衰率 ρ",
        beta1: "β₁",
        beta2: "β₂",
        eps: "ε",
        ravine: "本の等方的でない関数",
        rosenbrock: "Rosenbrock 関数",
        himmelblau: "Himmelblau 関数",
        beale: "Beale 関数",
        booth: "Booth 関数",
        styblinski_tang: "Styblinski–Tang 関数",
        rastrigin: "Rastrigin 関数",
        saddle: "鞍点",
        own_formula: "自分の数式",
        #[cfg(feature = "lessons")]
        quadratic: "2次関数",
        #[cfg(feature = "lessons")]
        condition: "条件数 κ",
        #[cfg(feature = "lessons")]
        domain: "図の範囲",
        #[cfg(feature = "lessons")]
        left: "x の左端",
        #[cfg(feature = "lessons")]
        right: "x の右端",
        #[cfg(feature = "lessons")]
        bottom: "y の下端",
        #[cfg(feature = "lessons")]
        top: "y の上端",
        #[cfg(feature = "lessons")]
        terms: "比較の条件",
        #[cfg(feature = "lessons")]
        comparison: "比較の決まり",
        #[cfg(feature = "lessons")]
        own_rates: "それぞれの学習率",
        #[cfg(feature = "lessons")]
        same_rate: "同じ学習率",
        #[cfg(feature = "lessons")]
        best_rates: "それぞれ最良の学習率",
        #[cfg(feature = "lessons")]
        rate: "共通の学習率 η",
        #[cfg(feature = "lessons")]
        noise: "勾配のノイズ σ",
        #[cfg(feature = "lessons")]
        seed: "ノイズのシード",
        advanced: "詳細",
        lessons: "さらに深く",
        loading: "読み込み中",
        not_loaded: "読み込めませんでした。ネットワークを確認して、もう一度開いてください。",
        book_rates_race: "比較の決まり：手法ごとに本が選んだ学習率です。",
        own_rates_race: "比較の決まり：手法ごとに自分の学習率です。",
        more: "設定をもっと見る",
        linear_because_negative: "損失（0以下があるため線形軸）",
    },
    lessons: [
        "数値の表",
        "更新式と数値",
        "プログラム",
        "本とライブラリの流儀",
        "ハイパーパラメータの地図",
        "どこから始めるとどこへ？",
        "摩擦のある谷のボール",
        "先に予想してみる",
        "考えてみよう",
        "共有とダウンロード",
    ],
    #[cfg(feature = "lessons")]
    lesson: &super::lessons::JA,
    #[cfg(feature = "lessons")]
    study: &super::studies::JA,
    step_of: |step, steps| format!("ステップ {step} / {steps}"),
    per_second: |speed| format!("{speed}ステップ/秒"),
    lane,
    announcement: |step, lanes| {
        let lanes: Vec<String> = lanes.iter().map(short).collect();
        format!("ステップ {step}。{}。", joined(&lanes, "、"))
    },
    map,
    losses,
    number_wanted: |low, high, is_whole| {
        let kind = if is_whole { "整数" } else { "数" };
        format!("{low} から {high} までの{kind}を入力してください。それまでは前の値を使います。")
    },
    stable_below: |rate, formula, curvature| {
        format!("{rate} 未満なら安定（{formula}、最大の曲率 λ\u{a0}=\u{a0}{curvature}）")
    },
    #[cfg(feature = "lessons")]
    terms,
    #[cfg(feature = "lessons")]
    book_rate: |rate| format!("本の式では η = {rate}"),
    formula_problem,
};

#[cfg(feature = "lessons")]
fn terms(terms: &TermsWords) -> String {
    let mut text = match &terms.rates {
        None => String::new(),
        Some(RatesWords::Book) => JA.labels.book_rates_race.to_owned(),
        Some(RatesWords::Own) => JA.labels.own_rates_race.to_owned(),
        Some(RatesWords::Same(rate)) => {
            format!("比較の決まり：どの手法も同じ学習率です（η = {rate}）。")
        }
        Some(RatesWords::Best(n, low, high, steps)) => format!(
            "比較の決まり：手法ごとに最良の学習率です。{low} から {high} までの {n} 個のうち、\
             ステップ {steps} の損失が最も低いものです。"
        ),
    };
    if let Some((step, factor)) = &terms.change {
        text += &format!("ステップ {step} からすべての学習率が {factor} 倍になります。");
    }
    if let Some((scale, seed)) = &terms.noise {
        text += &format!(
            "勾配の各成分に標準偏差 {scale} の正規分布のノイズを加えます。同じステップのノイズは\
             どの手法にも同じです（シード {seed}）。"
        );
    }
    for form in &terms.forms {
        text += &format!("{form}。");
    }
    text
}

fn lane(lane: &LaneWords) -> String {
    let LaneWords {
        name,
        step,
        x,
        y,
        loss,
        ending,
    } = lane;
    let end = match ending {
        Ending::NoLoss => {
            return format!(
                "{name}：この開始点では損失を計算できません。開始点を動かしてください。"
            );
        }
        Ending::Underway => String::new(),
        Ending::Moving => "まだ移動中です。".to_owned(),
        Ending::Converged(since) => {
            format!("収束：ステップ {since} から谷の底にとどまっています。")
        }
        Ending::Left(at, end) if at == end => {
            format!("発散：ステップ {at} で図の外に出ました。")
        }
        Ending::Left(at, end) => {
            format!("発散：ステップ {at} で図の外に出て、ステップ {end} まで戻っていません。")
        }
        Ending::Overflowed(at) => {
            format!("発散：ステップ {at} で値が大きくなりすぎ、これ以上計算できません。")
        }
        Ending::Undefined(at) => {
            format!("発散：ステップ {at} で損失か勾配が定義されない所に出ました。")
        }
        Ending::Stalled(since, rest) => {
            let place = match rest {
                Rest::Saddle => "勾配は 0 でも極小値ではない所で止まって",
                Rest::Flat => "勾配が 0 の平らな所で止まって",
                Rest::Slope => "勾配があるのにほとんど動かずに",
            };
            format!("停滞：ステップ {since} から、{place}います。")
        }
    };
    let ended = step.map_or_else(String::new, |step| format!(" (ステップ {step})"));
    format!("{name}{ended}：位置 ({x}, {y})、損失 {loss}。{end}")
}

fn short(lane: &LaneWords) -> String {
    let LaneWords {
        name, loss, ending, ..
    } = lane;
    let end = match ending {
        Ending::NoLoss => return format!("{name} 損失なし"),
        Ending::Underway | Ending::Moving => "",
        Ending::Converged(_) => " 収束",
        Ending::Left(..) | Ending::Overflowed(_) | Ending::Undefined(_) => " 発散",
        Ending::Stalled(..) => " 停滞",
    };
    format!("{name} 損失 {loss}{end}")
}

fn map(words: &MapWords) -> String {
    let [x0, x1, y0, y1] = &words.domain;
    let [x, y] = &words.start;
    let minima = match words.n_minima {
        0 => "印を付ける最小値はありません。".to_owned(),
        n => format!("最小値 {n} か所に印があります。"),
    };
    format!(
        "損失関数 {} (f = {}) の等高線。x は {x0} から {x1}、y は {y0} から {y1} までです。\
         開始点は ({x}, {y}) です。{minima}経路：{}。",
        words.surface,
        words.formula,
        joined(&words.lanes, "、")
    )
}

fn losses(steps: usize, is_log: bool, lanes: &[LaneWords]) -> String {
    let scale = if is_log { "対数" } else { "線形" };
    let lanes: Vec<String> = lanes.iter().map(short).collect();
    format!(
        "ステップ 0 から {steps} までの損失、{scale}軸。表示中のステップでは {}。",
        joined(&lanes, "、")
    )
}

fn formula_problem(problem: &FormulaWords, at: usize) -> String {
    let what = match problem {
        FormulaWords::Empty => return "式を入力してください。例：x^2/20 + y^2".to_owned(),
        FormulaWords::TooLong(most) => {
            return format!("式が長すぎます。{most} 文字まで書けます。");
        }
        FormulaWords::TooDeep => "括弧や符号の入れ子が深すぎます".to_owned(),
        FormulaWords::ValueMissing => "数、x、y、関数、または開き括弧が必要です".to_owned(),
        FormulaWords::OperatorMissing => "演算記号（+ - * / ^）が必要です".to_owned(),
        FormulaWords::ParenthesisMissing => "閉じ括弧 ) が必要です".to_owned(),
        FormulaWords::ArgumentsMissing(name) => {
            format!("{name} の後には括弧が必要です。例：{name}(x)")
        }
        FormulaWords::ArgumentCount(name, n) => format!("{name} の引数は {n} 個です"),
        FormulaWords::UnknownName(name) => {
            format!(
                "「{name}」という名前はありません。x, y, pi, e と sin, exp などの関数が使えます"
            )
        }
        FormulaWords::Unexpected(c) => format!("ここに「{c}」は書けません"),
    };
    format!("{at} 文字目：{what}。それまでは前の式を使います。")
}
