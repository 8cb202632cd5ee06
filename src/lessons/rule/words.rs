//! The rule with its numbers.

use crate::language::labels;

labels! {
    /// Words of the lesson that never change.
    RuleLabels:
    /// How to find a term's arrow and the other way round.
    rule_hint,
    /// Heading of the bars.
    rule_squares,
    /// Caption of a table with an equation.
    rule_equation,
}

/// Which update the lesson shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The one that led to the shown step.
    Made,
    /// The first one, while the start is shown.
    ToCome,
    /// The last one that was recorded, where the lane ended before the shown step.
    Last,
    /// The same, where the next one would lead to a place without a loss or gradient.
    LastDefined,
    /// The same, where the next one would be zero by zero.
    LastDivided,
    /// None: there is no update with finite numbers.
    Nothing,
}

/// Words of the lesson.
#[derive(Clone, Copy, Debug)]
pub struct RuleWords {
    /// Those that never change.
    pub labels: RuleLabels,
    /// Which update is shown: the step before it, and how it lies to the shown step.
    pub update: fn(usize, Shown) -> String,
    /// What the arrows on the map are: their names, the sum last where there is one.
    pub arrows: fn(&[String]) -> String,
    /// These arrows are the terms of these names times a factor.
    pub scaled: fn(&[String], &str) -> String,
    /// The arrows as a picture of their own: how many times larger than on the map.
    pub close_up: fn(&str) -> String,
    /// What the bars of the quantity of that name do.
    pub squares: fn(&str) -> String,
}
