//! The ball in the valley, in English.

use crate::lessons::physics::words::{BallWords, PhysicsLabels, PhysicsWords};

/// The title.
pub const TITLE: &str = "A ball in a valley with friction";

/// What its tab says.
pub const TAB: &str = "Ball";

/// The words.
pub const WORDS: PhysicsWords = PhysicsWords {
    labels: PhysicsLabels {
        cut: "Cut along",
        physics_note: "A cross-section of the valley through the current point. The ball is where \
                       the record has it; the small dots are the places of earlier steps, seen \
                       on this cross-section. Arrows are stretched by the factor that is given.",
    },
    title: |name, cut| format!("A ball in the valley: {name}, cut along {cut}"),
    ball: |words| {
        let BallWords {
            name,
            cut,
            step,
            place,
            loss,
            force,
            ..
        } = words;
        format!(
            "{name}, step {step}: the ball is at {cut} = {place} with loss {loss}; the force on \
             it is −∂f/∂{cut} = {force}."
        )
    },
    motion: |words| {
        let (rate, symbol) = (&words.rate, &words.push_symbol);
        let (Some(alpha), Some(v), Some(kept)) = (&words.momentum, &words.velocity, &words.kept)
        else {
            let step = words.next.as_ref().map_or_else(String::new, |step| {
                format!(" The next step moves it by {step}.")
            });
            return vec![match words.is_sgd {
                true => format!(
                    "The ball of SGD has no velocity. Without inertia it forgets how it came, and \
                     each step is the slope under it times the learning rate {rate}.{step}"
                ),
                false => format!(
                    "This rule has no velocity v as Momentum does; only the ball’s place and the \
                     force on it are shown.{step}"
                ),
            }];
        };
        let mut said = vec![match (&words.push, &words.next_velocity) {
            (Some(push), Some(next)) => format!(
                "Of the velocity v = {v} there remains αv = {alpha} × {v} = {kept}; the force \
                 pushes by {symbol} = {push}, so the next velocity is {next}."
            ),
            _ => format!("Of the velocity v = {v} there remains αv = {alpha} × {v} = {kept}."),
        }];
        let half = words.half_life.map_or_else(String::new, |n| {
            format!(" Without any force the velocity would be down to half or less in {n} steps.")
        });
        said.push(format!(
            "αv slows the ball down little by little, as friction of the ground or resistance of \
             the air would.{half}"
        ));
        said
    },
};
