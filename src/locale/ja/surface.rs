//! The loss surfaces, in Japanese.

use crate::experiments::race::words::surface::{FormulaWords, SurfaceWords};

/// The words.
pub const WORDS: SurfaceWords = SurfaceWords {
    surface: "損失関数",
    formula: "数式",
    formula_hint: "x と y の式です。例：sin(3x)*exp(-y^2) + 0.1x^2",
    ravine: "本書の等方的でない関数",
    rosenbrock: "Rosenbrock 関数",
    himmelblau: "Himmelblau 関数",
    beale: "Beale 関数",
    booth: "Booth 関数",
    styblinski_tang: "Styblinski–Tang 関数",
    rastrigin: "Rastrigin 関数",
    saddle: "鞍点をもつ関数",
    own_formula: "自分の数式",
    quadratic: "2次関数",
    condition: "条件数 κ",
    formula_problem,
};

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
        FormulaWords::BarMissing => "閉じる縦線 | が必要です".to_owned(),
        FormulaWords::WhichLogarithm => {
            "log には2つの意味があります。自然対数は ln(x)、常用対数は log10(x) と書いてください"
                .to_owned()
        }
        FormulaWords::PowerOrProduct(letter, number) => format!(
            "{letter}{number} は2通りに読めます。累乗は {letter}^{number}、積は {number}{letter} と書いてください"
        ),
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
    format!("{at} 文字目：{what}。直すまで前の式をそのまま使います。")
}
