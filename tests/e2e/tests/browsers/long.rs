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

// A thousand drags in tests that run at the same time.

#[test]
fn two_hundred_drags_are_answered() {
    drag_for_long(1..=4);
}

/// WebKit's driver takes a second for each drag.
mod not_webkit {
    use super::*;

    #[test]
    fn four_hundred_more_drags_are_answered() {
        drag_for_long(5..=12);
    }

    #[test]
    fn four_hundred_other_drags_are_answered() {
        drag_for_long(13..=20);
    }
}
