//! The loss surfaces, in Korean.

use crate::experiments::race::words::surface::{FormulaWords, SurfaceWords};

/// The words.
pub const WORDS: SurfaceWords = SurfaceWords {
    surface: "손실 함수",
    formula: "수식",
    formula_hint: "x와 y로 쓴 식입니다. 예: sin(3x)*exp(-y^2) + 0.1x^2",
    ravine: "책의 비등방성 함수",
    rosenbrock: "로젠브록 함수",
    himmelblau: "힘멜블라우 함수",
    beale: "빌 함수",
    booth: "부스 함수",
    styblinski_tang: "스티블린스키-탕 함수",
    rastrigin: "라스트리긴 함수",
    saddle: "안장점이 있는 함수",
    own_formula: "직접 입력한 수식",
    quadratic: "이차함수",
    condition: "조건수 κ",
    formula_problem,
};

fn formula_problem(problem: &FormulaWords, at: usize) -> String {
    let what = match problem {
        FormulaWords::Empty => return "식을 입력하세요. 예: x^2/20 + y^2".to_owned(),
        FormulaWords::TooLong(most) => {
            return format!("식이 너무 깁니다. {most}자까지 쓸 수 있습니다.");
        }
        FormulaWords::TooDeep => "괄호나 부호가 너무 많이 중첩되었습니다".to_owned(),
        FormulaWords::ValueMissing => "수, x, y, 함수 또는 여는 괄호가 필요합니다".to_owned(),
        FormulaWords::OperatorMissing => "연산 기호(+ - * / ^)가 필요합니다".to_owned(),
        FormulaWords::ParenthesisMissing => "닫는 괄호 )가 필요합니다".to_owned(),
        FormulaWords::BarMissing => "닫는 세로줄 |이 필요합니다".to_owned(),
        FormulaWords::WhichLogarithm => {
            "log는 두 가지 뜻으로 쓰입니다. 자연로그는 ln(x), 상용로그는 log10(x)로 쓰세요"
                .to_owned()
        }
        FormulaWords::PowerOrProduct(letter, number) => format!(
            "{letter}{number}은 두 가지 뜻으로 읽힙니다. 거듭제곱은 {letter}^{number}, 곱은 {number}{letter}로 쓰세요"
        ),
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
    format!("{at}번째 글자: {what}. 고칠 때까지 이전 식을 그대로 씁니다.")
}
