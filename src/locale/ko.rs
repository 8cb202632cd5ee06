//! Korean, in the words of the book's Korean edition.

use super::joined;
use super::{Ending, FormulaWords, Labels, LaneWords, MapWords, Messages, Rest};
#[cfg(feature = "lessons")]
use super::{RatesWords, TermsWords};

/// Korean.
pub const KO: Messages = Messages {
    tag: "ko",
    labels: Labels {
        title: "최적화 기법 비교",
        loss: "손실",
        loss_by_step: "스텝별 손실",
        step: "스텝",
        play: "재생",
        pause: "일시정지",
        step_forward: "한 스텝 앞으로",
        step_back: "한 스텝 뒤로",
        to_start: "처음으로",
        transport: "재생 조작",
        speed: "속도",
        loss_scale: "손실 축",
        log: "로그",
        linear: "선형",
        settings: "설정",
        lanes: "지금 이 스텝에서는",
        lane: "기법",
        map: "지도",
        surface: "손실 함수",
        formula: "수식",
        formula_hint: "x와 y로 쓴 식입니다. 예: sin(3x)*exp(-y^2) + 0.1x^2",
        start: "시작점",
        start_x: "시작점 x",
        start_y: "시작점 y",
        drag_hint: "시작점을 끌어 보세요",
        run: "실행",
        steps: "스텝 수",
        aspect: "지도 비율",
        aspect_fill: "화면에 맞춤",
        aspect_equal: "x와 y를 같은 비율로",
        view: "보기",
        view_map: "등고선 지도",
        view_gradient: "등고선과 기울기",
        view_space: "입체",
        lr: "학습률 η",
        momentum: "모멘텀 계수 α",
        decay: "감쇠율 ρ",
        beta1: "β₁",
        beta2: "β₂",
        eps: "ε",
        ravine: "책의 비등방성 함수",
        rosenbrock: "로젠브록 함수",
        himmelblau: "힘멜블라우 함수",
        beale: "빌 함수",
        booth: "부스 함수",
        styblinski_tang: "스티블린스키-탕 함수",
        rastrigin: "라스트리긴 함수",
        saddle: "안장",
        own_formula: "직접 쓴 수식",
        #[cfg(feature = "lessons")]
        quadratic: "이차함수",
        #[cfg(feature = "lessons")]
        condition: "조건수 κ",
        #[cfg(feature = "lessons")]
        domain: "그림의 범위",
        #[cfg(feature = "lessons")]
        left: "x 왼쪽 끝",
        #[cfg(feature = "lessons")]
        right: "x 오른쪽 끝",
        #[cfg(feature = "lessons")]
        bottom: "y 아래 끝",
        #[cfg(feature = "lessons")]
        top: "y 위 끝",
        #[cfg(feature = "lessons")]
        terms: "비교 조건",
        #[cfg(feature = "lessons")]
        comparison: "비교 규칙",
        #[cfg(feature = "lessons")]
        own_rates: "각자의 학습률",
        #[cfg(feature = "lessons")]
        same_rate: "모두 같은 학습률",
        #[cfg(feature = "lessons")]
        best_rates: "각자 가장 좋은 학습률",
        #[cfg(feature = "lessons")]
        rate: "공통 학습률 η",
        #[cfg(feature = "lessons")]
        noise: "기울기 잡음 σ",
        #[cfg(feature = "lessons")]
        seed: "잡음 시드",
        advanced: "고급",
        lessons: "더 깊이 들여다보기",
        loading: "불러오는 중",
        not_loaded: "불러오지 못했습니다. 네트워크를 확인하고 다시 열어 주세요.",
        book_rates_race: "비교 규칙: 기법마다 책에서 고른 학습률을 씁니다.",
        own_rates_race: "비교 규칙: 기법마다 자기 학습률을 씁니다.",
        more: "설정 더 보기",
        linear_because_negative: "손실 (0 이하가 있어 선형 축)",
    },
    lessons: [
        "수치 표",
        "갱신식과 수치",
        "프로그램",
        "책과 라이브러리의 관례",
        "하이퍼파라미터 지도",
        "어디서 출발하면 어디로?",
        "마찰이 있는 골짜기의 공",
        "먼저 예측해 보기",
        "생각해 볼 질문",
        "공유와 내려받기",
    ],
    #[cfg(feature = "lessons")]
    lesson: &super::lessons::KO,
    #[cfg(feature = "lessons")]
    study: &super::studies::KO,
    step_of: |step, steps| format!("스텝 {step} / {steps}"),
    per_second: |speed| format!("{speed}스텝/초"),
    lane,
    announcement: |step, lanes| {
        let lanes: Vec<String> = lanes.iter().map(short).collect();
        format!("스텝 {step}. {}.", joined(&lanes, ", "))
    },
    map,
    losses,
    number_wanted: |low, high, is_whole| {
        let kind = if is_whole { "정수" } else { "수" };
        format!("{low}에서 {high} 사이의 {kind}를 입력하세요. 그때까지 앞의 값을 씁니다.")
    },
    stable_below: |rate, formula, curvature| {
        format!("{rate}보다 작으면 안정 ({formula}, 가장 큰 곡률 λ\u{a0}=\u{a0}{curvature})")
    },
    #[cfg(feature = "lessons")]
    terms,
    #[cfg(feature = "lessons")]
    book_rate: |rate| format!("책의 식으로는 η = {rate}"),
    formula_problem,
};

#[cfg(feature = "lessons")]
fn terms(terms: &TermsWords) -> String {
    let mut text = match &terms.rates {
        None => String::new(),
        Some(RatesWords::Book) => KO.labels.book_rates_race.to_owned(),
        Some(RatesWords::Own) => KO.labels.own_rates_race.to_owned(),
        Some(RatesWords::Same(rate)) => {
            format!("비교 규칙: 모든 기법의 학습률이 같습니다(η = {rate}).")
        }
        Some(RatesWords::Best(n, low, high, steps)) => format!(
            "비교 규칙: 기법마다 가장 좋은 학습률을 씁니다. {low}에서 {high}까지의 학습률 {n}개 \
             가운데 스텝 {steps}의 손실이 가장 낮은 것입니다."
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
        Ending::NoLoss => {
            return format!(
                "{name}: 이 시작점에서는 손실을 계산할 수 없습니다. 시작점을 옮기세요."
            );
        }
        Ending::Underway => String::new(),
        Ending::Moving => " 아직 이동 중입니다.".to_owned(),
        Ending::Converged(since) => format!(" 수렴: 스텝 {since}부터 골짜기의 바닥에 머뭅니다."),
        Ending::Left(at, end) if at == end => {
            format!(" 발산: 스텝 {at}에서 그림 밖으로 나갔습니다.")
        }
        Ending::Left(at, end) => {
            format!(" 발산: 스텝 {at}에서 그림 밖으로 나간 뒤 스텝 {end}까지 돌아오지 않았습니다.")
        }
        Ending::Overflowed(at) => {
            format!(" 발산: 스텝 {at}의 값이 너무 커져 더는 계산할 수 없습니다.")
        }
        Ending::Undefined(at) => {
            format!(" 발산: 스텝 {at}에서 손실이나 기울기가 정의되지 않는 곳으로 나갔습니다.")
        }
        Ending::Stalled(since, rest) => {
            let place = match rest {
                Rest::Saddle => "기울기가 0이지만 극솟값은 아닌 곳에 멈춰",
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
        Ending::NoLoss => return format!("{name} 손실 없음"),
        Ending::Underway | Ending::Moving => "",
        Ending::Converged(_) => " 수렴",
        Ending::Left(..) | Ending::Overflowed(_) | Ending::Undefined(_) => " 발산",
        Ending::Stalled(..) => " 정체",
    };
    format!("{name} 손실 {loss}{end}")
}

fn map(words: &MapWords) -> String {
    let [x0, x1, y0, y1] = &words.domain;
    let [x, y] = &words.start;
    let minima = match words.n_minima {
        0 => "표시할 최솟값은 없습니다.".to_owned(),
        n => format!("최솟값 {n}곳을 표시했습니다."),
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

fn formula_problem(problem: &FormulaWords, at: usize) -> String {
    let what = match problem {
        FormulaWords::Empty => return "식을 입력하세요. 예: x^2/20 + y^2".to_owned(),
        FormulaWords::TooLong(most) => {
            return format!("식이 너무 깁니다. {most}자까지 쓸 수 있습니다.");
        }
        FormulaWords::TooDeep => "괄호나 부호가 너무 깊이 겹쳤습니다".to_owned(),
        FormulaWords::ValueMissing => "수, x, y, 함수 또는 여는 괄호가 필요합니다".to_owned(),
        FormulaWords::OperatorMissing => "연산 기호(+ - * / ^)가 필요합니다".to_owned(),
        FormulaWords::ParenthesisMissing => "닫는 괄호 )가 필요합니다".to_owned(),
        FormulaWords::ArgumentsMissing(name) => {
            format!("{name} 뒤에는 괄호가 필요합니다. 예: {name}(x)")
        }
        FormulaWords::ArgumentCount(name, n) => format!("{name}의 인수는 {n}개입니다"),
        FormulaWords::UnknownName(name) => {
            format!(
                "‘{name}’이라는 이름은 없습니다. x, y, pi, e와 sin, exp 같은 함수를 쓸 수 있습니다"
            )
        }
        FormulaWords::Unexpected(c) => format!("여기에 쓸 수 없는 글자입니다: {c}"),
    };
    format!("{at}번째 글자: {what}. 그때까지 앞의 식을 씁니다.")
}
