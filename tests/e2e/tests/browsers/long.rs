//! What takes minutes.

/// WebKit's driver takes seconds for each drag, so it has only the forty of every day.
mod not_webkit {
    use crate::engines::gestures::drag_about;

    /// A browser for each fifty, which a test may have for some minutes.
    #[track_caller]
    fn drag_for_long(seeds: std::ops::RangeInclusive<u64>) {
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
}
