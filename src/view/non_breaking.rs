//! Formulas within sentences, which should not break between lines.

/// Signs that hold what stands on either side.
const SIGNS: &str = "←=+−≈";

/// The text with spaces around its signs that do not break; nor does a line after the slash
/// of a fraction. What is longer than a whole line still breaks.
pub fn non_breaking(text: &str) -> String {
    let mut result = String::with_capacity(text.len() + 16);
    let mut rest = text.chars().peekable();
    let mut before = ' ';
    while let Some(this) = rest.next() {
        let is_sign = |c: char| SIGNS.contains(c);
        let next = rest.peek().copied().unwrap_or_default();
        match this {
            ' ' if is_sign(before) || is_sign(next) => result.push('\u{a0}'),
            '/' if "(√∂".contains(next) => result.push_str("/\u{2060}"),
            _ => result.push(this),
        }
        before = this;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let shown = non_breaking(text)
            .replace('\u{a0}', "~")
            .replace('\u{2060}', "^");
        assert_eq!(shown, expect);
    }

    #[test]
    fn what_belongs_to_a_formula_is_held_together() {
        check(
            "is v ← αv + (1 − α)g, W ← W − ηv.",
            "is v~←~αv~+~(1~−~α)g, W~←~W~−~ηv.",
        );
        check("or ε/√(1 − β₂ᵗ)에 here", "or ε/^√(1~−~β₂ᵗ)에 here");
    }

    #[test]
    fn sentences_break_as_before() {
        check("one and/or another", "one and/or another");
        check("책은 학습률을", "책은 학습률을");
    }
}
