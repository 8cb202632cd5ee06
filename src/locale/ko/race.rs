//! The race, in Korean.

use super::surface;
use crate::experiments::race::words::{
    ComparisonWords, Ending, LaneWords, MapWords, Missing, RaceWords, Rest, StateWords, TermsWords,
};
use crate::math::joined;

/// The words.
pub const WORDS: RaceWords = RaceWords {
    states: StateWords {
        loss: "손실",
        moving: "수렴 전",
        converged: "수렴",
        diverged: "발산",
        stalled: "정체",
        stopped: "중단",
    },
    surface: &surface::WORDS,
    title: "최적화 기법 비교",
    loss_by_step: "스텝별 손실",
    loss_tab: "손실",
    map: "등고선",
    start_x: "시작점 x",
    start_y: "시작점 y",
    drag_hint: "시작점을 끌어 보세요",
    run: "실행",
    steps: "스텝 수",
    domain: "표시 범위",
    left: "x 최소",
    right: "x 최대",
    bottom: "y 최소",
    top: "y 최대",
    aspect: "가로세로 비율",
    aspect_fill: "틀에 맞춤",
    aspect_equal: "x와 y의 눈금 간격을 같게",
    view: "보기",
    view_map: "등고선",
    view_gradient: "등고선과 기울기",
    view_space: "3차원",
    terms_group: "비교 방식",
    comparison: "학습률",
    own_rates: "기법별 학습률",
    same_rate: "모두 같은 학습률",
    best_rates: "기법별 최적 학습률",
    rate: "공통 학습률 η",
    noise: "기울기 잡음 σ",
    seed: "잡음 시드",
    book_rates_race: "비교 방식: 기법별로 책의 학습률을 씁니다.",
    own_rates_race: "비교 방식: 기법마다 따로 정한 학습률을 씁니다.",
    step_of: |step, steps| format!("스텝 {step} / {steps}"),
    per_second: |speed| format!("초당 {speed}스텝"),
    lane,
    announcement: |step, lanes| {
        let lanes: Vec<String> = lanes.iter().map(short).collect();
        format!("스텝 {step}. {}.", joined(&lanes, ", "))
    },
    map_description,
    losses,
    stable_below: |rate, formula, curvature| {
        format!("η < {rate}이면 안정(한계 {formula}, 최대 곡률 λ\u{a0}=\u{a0}{curvature})")
    },
    terms,
    book_rate: |rate| format!("책의 식으로는 η = {rate}"),
};

fn terms(terms: &TermsWords) -> String {
    let mut text = match &terms.rates {
        None => String::new(),
        Some(ComparisonWords::Book) => WORDS.book_rates_race.to_owned(),
        Some(ComparisonWords::Own) => WORDS.own_rates_race.to_owned(),
        Some(ComparisonWords::Same(rate)) => {
            format!("비교 방식: 모든 기법에 같은 학습률을 씁니다(η = {rate}).")
        }
        Some(ComparisonWords::Best(n, low, high, steps)) => format!(
            "비교 방식: 기법별로 최적의 학습률을 씁니다. {low}에서 {high}까지의 학습률 {n}개 중 스텝 {steps}의 손실이 가장 낮은 값입니다."
        ),
    };
    if let Some((step, factor)) = &terms.change {
        text += &format!(" 스텝 {step}부터 모든 학습률이 {factor}배가 됩니다.");
    }
    if let Some((scale, seed)) = &terms.noise {
        text += &format!(
            " 기울기의 각 성분에 표준편차 {scale}인 정규분포 잡음을 더합니다. 같은 스텝의 잡음은 \
             모든 기법에 같습니다(시드 {seed})."
        );
    }
    for form in &terms.forms {
        text += &format!(" {form}.");
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
                Missing::Loss => "손실이 정의되지 않습니다",
                Missing::Gradient => "손실은 정의되지만 기울기가 정의되지 않습니다",
                Missing::LargeWithin => {
                    "손실은 계산되지만 기울기를 구하는 중간값이 너무 커서 계산할 수 없습니다"
                }
                Missing::TooLarge | Missing::ZeroByZero => {
                    "손실이나 기울기가 너무 커서 계산할 수 없습니다"
                }
            };
            return format!("{name}: 이 시작점에서는 {what}. 시작점을 옮기세요.");
        }
        Ending::Underway => String::new(),
        Ending::Moving => " 아직 수렴하지 않았습니다.".to_owned(),
        Ending::Converged(since) => format!(" 스텝 {since}에서 수렴했습니다."),
        Ending::Left(at, end) if at == end => {
            format!(" 발산: 스텝 {at}에서 그림 밖으로 나갔습니다.")
        }
        Ending::Left(at, end) => {
            format!(" 발산: 스텝 {at}에서 그림 밖으로 나간 뒤 스텝 {end}까지 돌아오지 않았습니다.")
        }
        Ending::Receded(at) => {
            format!(" 발산: 그림 밖에서 출발하여 스텝 {at}부터 시작점보다 더 멀어졌습니다.")
        }
        Ending::Stopped(at, missing) => match missing {
            Missing::TooLarge => format!(
                " 발산: 스텝 {at}의 값이 너무 커져 더는 계산할 수 없습니다. 학습률을 낮추세요."
            ),
            Missing::Loss => format!(
                " 중단: 스텝 {at}에서 손실이 정의되지 않습니다. 학습률을 낮추거나 시작점을 옮기세요."
            ),
            Missing::Gradient => format!(
                " 중단: 스텝 {at}에서 손실은 정의되지만 기울기가 정의되지 않습니다. 학습률을 바꾸거나 시작점을 옮기세요."
            ),
            Missing::LargeWithin => format!(
                " 중단: 스텝 {at}에서 손실은 계산되지만 기울기를 구하는 중간값이 너무 커서 계산할 수 없습니다. 학습률을 바꾸거나 시작점을 옮기세요."
            ),
            Missing::ZeroByZero => format!(
                " 중단: 스텝 {at}의 갱신이 0/0입니다. ε = 0이고 제곱근 안의 기울기 제곱도 0이기 때문입니다. ε을 10⁻⁷처럼 0보다 크게 하세요."
            ),
        },
        Ending::Stalled(since, rest) => {
            let place = match rest {
                Rest::Saddle => "기울기가 0이지만 극소점은 아닌 곳에 멈춰",
                Rest::Flat => "기울기가 0인 평평한 곳에 멈춰",
                Rest::Slope => "기울기가 남아 있는데도 거의 움직이지 않고",
            };
            format!(" 정체: 스텝 {since}부터 {place} 있습니다.")
        }
    };
    let ended = step.map_or_else(String::new, |step| format!(" (스텝 {step})"));
    format!("{name}{ended}: 위치 ({x}, {y}), 손실 {loss}.{end}")
}

fn short(lane: &LaneWords) -> String {
    let LaneWords {
        name, loss, ending, ..
    } = lane;
    let end = match ending {
        Ending::NoStart(_) => return format!("{name} 계산 불가"),
        Ending::Underway | Ending::Moving => "",
        Ending::Converged(_) => " 수렴",
        Ending::Left(..) | Ending::Receded(_) | Ending::Stopped(_, Missing::TooLarge) => " 발산",
        Ending::Stopped(..) => " 중단",
        Ending::Stalled(..) => " 정체",
    };
    format!("{name} 손실 {loss}{end}")
}

fn map_description(words: &MapWords) -> String {
    let [x0, x1, y0, y1] = &words.domain;
    let [x, y] = &words.start;
    let minima = match words.n_minima {
        0 => "표시할 최소점은 없습니다.".to_owned(),
        n => format!("최소점 {n}곳을 표시했습니다."),
    };
    format!(
        "손실 함수 {} (f = {})의 등고선. x는 {x0}에서 {x1}까지, y는 {y0}에서 {y1}까지입니다. \
         시작점은 ({x}, {y})입니다. {minima} 경로: {}.",
        words.surface,
        words.formula,
        joined(&words.lanes, ", ")
    )
}

fn losses(steps: usize, is_log: bool, lanes: &[LaneWords]) -> String {
    let scale = if is_log { "로그" } else { "선형" };
    let lanes: Vec<String> = lanes.iter().map(short).collect();
    format!(
        "스텝 0에서 {steps}까지의 손실, {scale} 축. 보고 있는 스텝에서 {}.",
        joined(&lanes, ", ")
    )
}
