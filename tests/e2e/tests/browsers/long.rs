//! What takes minutes.

use std::ops::RangeInclusive;

use crate::engines::gestures::drag_about;

/// Fifty drags a seed, each with a browser anew, which a test may have for some minutes only.
#[track_caller]
fn drag_for_long(seeds: RangeInclusive<u64>) {
    for seed in seeds {
        drag_about(50, seed);
    }
}

// A thousand drags in two tests, which run at the same time.

#[test]
fn five_hundred_drags_are_answered() {
    drag_for_long(1..=10);
}

#[test]
fn five_hundred_other_drags_are_answered() {
    drag_for_long(11..=20);
}
