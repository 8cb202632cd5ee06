//! The race, in Japanese.

use super::surface;
use crate::experiments::race::words::{
    ComparisonWords, Ending, LaneWords, MapWords, Missing, RaceWords, Rest, StateWords, TermsWords,
};
use crate::math::joined;

/// The words.
pub const WORDS: RaceWords = RaceWords {
    states: StateWords {
        loss: "損失",
        moving: "未収束",
        converged: "収束",
        diverged: "発散",
        stalled: "停滞",
        stopped: "中断",
    },
    surface: &surface::WORDS,
    title: "最適化手法の比較",
    loss_by_step: "ステップごとの損失",
    loss_tab: "損失",
    map: "等高線図",
    start_x: "開始点 x",
    start_y: "開始点 y",
    drag_hint: "開始点をドラッグ",
    run: "実行",
    steps: "ステップ数",
    domain: "表示範囲",
    left: "x の最小",
    right: "x の最大",
    bottom: "y の最小",
    top: "y の最大",
    aspect: "縦横比",
    aspect_fill: "枠に合わせる",
    aspect_equal: "x と y を同じ縮尺に",
    view: "表示",
    view_map: "等高線図",
    view_gradient: "等高線と勾配",
    view_space: "3次元",
    terms_group: "比較の条件",
    comparison: "学習率",
    own_rates: "手法ごとの学習率",
    same_rate: "同じ学習率",
    best_rates: "手法ごとに最良の学習率",
    rate: "共通の学習率 η",
    noise: "勾配のノイズ σ",
    seed: "ノイズのシード",
    book_rates_race: "比較の条件：手法ごとに本書の学習率を使います。",
    own_rates_race: "比較の条件：手法ごとに個別の学習率を使います。",
    step_of: |step, steps| format!("ステップ {step} / {steps}"),
    per_second: |speed| format!("毎秒{speed}ステップ"),
    lane,
    announcement: |step, lanes| {
        let lanes: Vec<String> = lanes.iter().map(short).collect();
        format!("ステップ {step}。{}。", joined(&lanes, "、"))
    },
    map_description,
    losses,
    stable_below: |rate, formula, curvature| {
        format!("η < {rate} なら安定（限界 {formula}、最大の曲率 λ\u{a0}=\u{a0}{curvature}）")
    },
    terms,
    book_rate: |rate| format!("本書の式では η = {rate}"),
};

fn terms(terms: &TermsWords) -> String {
    let mut text = match &terms.rates {
        None => String::new(),
        Some(ComparisonWords::Book) => WORDS.book_rates_race.to_owned(),
        Some(ComparisonWords::Own) => WORDS.own_rates_race.to_owned(),
        Some(ComparisonWords::Same(rate)) => {
            format!("比較の条件：どの手法も同じ学習率を使います（η = {rate}）。")
        }
        Some(ComparisonWords::Best(n, low, high, steps)) => format!(
            "比較の条件：手法ごとに最良の学習率を使います。{low} から {high} までの {n} 個のうち、\
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
        Ending::NoStart(missing) => {
            let what = match missing {
                Missing::Loss => "損失が定義されません",
                Missing::Gradient => "損失は定義されますが、勾配が定義されません",
                Missing::LargeWithin => {
                    "損失は計算できますが、勾配を求める途中の値が大きすぎて計算できません"
                }
                Missing::TooLarge | Missing::ZeroByZero => "損失か勾配が大きすぎて計算できません",
            };
            return format!("{name}：この開始点では{what}。開始点を動かしてください。");
        }
        Ending::Underway => String::new(),
        Ending::Moving => "まだ収束していません。".to_owned(),
        Ending::Converged(since) => {
            format!("ステップ {since} で収束しました。")
        }
        Ending::Left(at, end) if at == end => {
            format!("発散：ステップ {at} で図の外に出ました。")
        }
        Ending::Left(at, end) => {
            format!("発散：ステップ {at} で図の外に出て、ステップ {end} まで戻っていません。")
        }
        Ending::Receded(at) => {
            format!("発散：図の外から始まり、ステップ {at} から開始点よりさらに遠ざかっています。")
        }
        Ending::Stopped(at, missing) => match missing {
            Missing::TooLarge => format!(
                "発散：ステップ {at} で値が大きくなりすぎ、これ以上計算できません。学習率を下げてください。"
            ),
            Missing::Loss => format!(
                "中断：ステップ {at} で損失が定義されません。学習率を下げるか、開始点を動かしてください。"
            ),
            Missing::Gradient => format!(
                "中断：ステップ {at} で損失は定義されますが、勾配が定義されません。学習率を変えるか、開始点を動かしてください。"
            ),
            Missing::LargeWithin => format!(
                "中断：ステップ {at} で損失は計算できますが、勾配を求める途中の値が大きすぎて計算できません。学習率を変えるか、開始点を動かしてください。"
            ),
            Missing::ZeroByZero => format!(
                "中断：ステップ {at} の更新が 0/0 になります。ε = 0 で、平方根の中の勾配の2乗も 0 だからです。ε を 10⁻⁷ のように 0 より大きくしてください。"
            ),
        },
        Ending::Stalled(since, rest) => {
            let place = match rest {
                Rest::Saddle => "勾配は 0 でも極小点ではない所で止まって",
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
        Ending::NoStart(_) => return format!("{name} 計算不能"),
        Ending::Underway | Ending::Moving => "",
        Ending::Converged(_) => " 収束",
        Ending::Left(..) | Ending::Receded(_) | Ending::Stopped(_, Missing::TooLarge) => " 発散",
        Ending::Stopped(..) => " 中断",
        Ending::Stalled(..) => " 停滞",
    };
    format!("{name} 損失 {loss}{end}")
}

fn map_description(words: &MapWords) -> String {
    let [x0, x1, y0, y1] = &words.domain;
    let [x, y] = &words.start;
    let minima = match words.n_minima {
        0 => "印を付ける最小点はありません。".to_owned(),
        n => format!("最小点 {n} か所に印があります。"),
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
