//! Questions and answers on section 6.1. The numbers in the answers are those of the
//! state that the question sets up; `tests/native/lecture.rs` compares them.

use crate::language::labels;

/// A question with its answer.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// What is asked.
    pub question: &'static str,
    /// What can be answered.
    pub answer: &'static str,
}

/// The questions in one language.
#[derive(Clone, Copy, Debug)]
pub struct QuestionsWords {
    /// Words around them.
    pub labels: QuestionLabels,
    /// The questions, in the order of their setups.
    pub items: [Question; 10],
}

labels! {
    /// Words around the questions.
    QuestionLabels:
    /// What to do here.
    questions_hint,
    /// Opens an answer.
    questions_answer,
    /// The link that sets the figure up.
    questions_show,
}
