//! What takes minutes.

use crate::engines::gestures::drag_about;

#[test]
fn a_thousand_drags_are_answered() {
    // A browser for each hundred, which a test may have for some minutes.
    for seed in 1..=10 {
        drag_about(100, seed);
    }
}
