//! The forms in which books and libraries write the same rule.

use crate::language::labels;

labels! {
    /// Words of the lesson that never change.
    ConventionsLabels:
    /// Heading: the forms of Momentum.
    conventions_momentum,
    /// The paragraph on them.
    conventions_momentum_text,
    /// The select of the form.
    conventions_form,
    /// Caption of the table of forms.
    conventions_table,
    /// Column: the form.
    conventions_equation,
    /// Column: the learning rate.
    conventions_rate,
    /// Column: the place at the shown step.
    conventions_place,
    /// Whether a change of the form changes the rate too, so that the path stays.
    conventions_keep,
    /// Heading: a change of the rate.
    conventions_change,
    /// The paragraph on it.
    conventions_change_text,
    /// Whether the rate changes.
    conventions_change_on,
    /// The step at which it does.
    conventions_change_step,
    /// By how much it is multiplied.
    conventions_change_factor,
    /// Heading: the forms of Nesterov.
    conventions_nesterov,
    /// The paragraph on them.
    conventions_nesterov_text,
    /// Button: let the rule race.
    conventions_add,
    /// Heading: Adam's ε.
    conventions_adam,
    /// The paragraph on it.
    conventions_adam_text,
    /// Option: the form of the book.
    conventions_book,
    /// Option: PyTorch's form.
    conventions_pytorch,
    /// Option: the exponential average.
    conventions_average,
    /// Option: Nesterov as corrected.
    conventions_corrected,
    /// Option: Nesterov as in the Korean edition's program.
    conventions_early,
}

/// Words of the lesson.
#[derive(Clone, Copy, Debug)]
pub struct ConventionsWords {
    /// Those that never change.
    pub labels: ConventionsLabels,
    /// The rate with which the chosen form goes the book's way: the rate of the form and
    /// the book's, printed.
    pub equivalent: fn(&str, &str) -> String,
}
