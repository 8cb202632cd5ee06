//! The forms in which books and libraries write the same rule, in English.

use crate::lessons::conventions::words::{ConventionsLabels, ConventionsWords};

/// The title.
pub const TITLE: &str = "Book and library conventions";

/// The words.
pub const WORDS: ConventionsWords = ConventionsWords {
    labels: ConventionsLabels {
        conventions_momentum: "Three forms of Momentum",
        conventions_momentum_text: "The book keeps the learning rate inside the velocity: \
             v ← αv − ηg, W ← W + v; so does Keras. PyTorch keeps it outside: v ← αv + g, \
             W ← W − ηv. Other texts make the velocity an exponential average of the gradient, \
             v ← αv + (1 − α)g. With a constant rate all three draw the same path. But the average weights each gradient by 1 − α, so its rate must be 1/(1 − α) times the book’s for the same path: ten times for α = 0.9.",
        conventions_form: "Form of Momentum",
        conventions_table: "The rate that gives the book’s path; point and loss at the shown step",
        conventions_equation: "Form",
        conventions_rate: "Rate η",
        conventions_place: "Point (x, y)",
        conventions_keep: "Translate the rate with the form, so that the path stays",
        conventions_change: "Changing the rate during a run",
        conventions_change_text: "When the rate changes during a run, the three paths separate. In the book’s form the old rate is already multiplied into the velocity, which keeps its old speed for a while. In PyTorch’s form and in the average the velocity is a sum or a mean of \
             gradients, and the new rate acts on all of it at once. This is one reason why \
             frameworks give slightly different results with a learning-rate schedule.",
        conventions_change_on: "Change the rate",
        conventions_change_step: "At step",
        conventions_change_factor: "Multiply by",
        conventions_nesterov: "Nesterov in two editions",
        conventions_nesterov_text: "Nesterov’s method takes the gradient where the velocity is \
             about to lead. The book’s program does the same with the gradient of the present \
             point, by the rewritten rule W ← W + α²v − (1 + α)ηg, in which v has to be the \
             velocity before its update. The program of the Korean edition updates v first, so the new gradient is weighted by 1 + α + α² instead of 1 + α: 2.71 instead of 1.9 for α = 0.9. The original edition’s program was corrected in 2021 and now \
             agrees with PyTorch and Keras.",
        conventions_add: "Add to the comparison",
        conventions_adam: "Adam’s ε",
        conventions_adam_text: "The book’s Adam puts the bias correction into the rate, \
             ηₜ = η√(1 − β₂ᵗ)/(1 − β₁ᵗ), and adds ε = 10⁻⁷ to the uncorrected √v. The algorithm of \
             the paper and PyTorch correct v first and then add ε = 10⁻⁸. The book’s ε therefore \
             acts like ε/√(1 − β₂ᵗ) in the paper, 3.2×10⁻⁶ at the first step for β₂ = 0.999. Unless \
             gradients are as small as that, the difference is invisible. Keras computes as the \
             book does. ε can be changed under “Advanced” in the settings.",
        conventions_book: "the book, Keras",
        conventions_pytorch: "PyTorch",
        conventions_average: "exponential average",
        conventions_corrected: "the corrected program (2021), PyTorch, Keras",
        conventions_early: "the Korean edition’s program",
    },
    equivalent: |rate, book| {
        format!("η = {rate} in this form means the rate {book} in the book’s.")
    },
};
