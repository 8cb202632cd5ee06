//! Changes of sign.

/// How often numbers change their sign; a zero belongs to the side before.
pub fn sign_changes(numbers: impl Iterator<Item = f64>) -> usize {
    let signs: Vec<bool> = numbers.filter(|&n| n != 0.0).map(|n| n > 0.0).collect();
    signs.windows(2).filter(|pair| pair[0] != pair[1]).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zero_changes_no_sign() {
        let changes = |numbers: &[f64]| sign_changes(numbers.iter().copied());
        assert_eq!(changes(&[]), 0);
        assert_eq!(changes(&[0.0, 1.0, 0.0, 2.0]), 0);
        assert_eq!(changes(&[1.0, 0.0, -1.0, -0.0, -2.0, 3.0]), 2);
    }
}
