//! What the lessons say, one file a lesson with the three languages side by side.

/// The words of all lessons in one language.
#[derive(Clone, Copy, Debug)]
pub struct Lessons {}

/// Korean.
pub const KO: Lessons = Lessons {};

/// English.
pub const EN: Lessons = Lessons {};

/// Japanese.
pub const JA: Lessons = Lessons {};

impl Lessons {
    /// Every word that never changes, by the name that the page has for it.
    pub fn pairs(&self) -> Vec<(String, &'static str)> {
        Vec::new()
    }
}
