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
                       the record has it; the small dots are the positions of earlier steps, projected onto this cross-section. Arrows are scaled by the factor shown.",
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
                    "The ball of SGD has no velocity. It does not remember earlier motion: each step is the negative gradient there times the learning rate {rate}.{step}"
                ),
                false => format!(
                    "This optimizer has no velocity v as Momentum does; only the ball’s position and the force on it are shown.{step}"
                ),
            }];
        };
        let mut said = vec![match (&words.push, &words.next_velocity) {
            (Some(push), Some(next)) => format!(
                "αv = {alpha} × {v} = {kept} of the velocity v = {v} remains, the force adds {symbol} = {push}, so the next velocity is {next}."
            ),
            _ => format!("αv = {alpha} × {v} = {kept} of the velocity v = {v} remains."),
        }];
        let half = words.half_life.map_or_else(String::new, |n| {
            format!(" Without any force the velocity would fall to half or less in {n} steps.")
        });
        said.push(format!(
            "αv slows the ball down little by little, like friction on the ground or air resistance.{half}"
        ));
        said
    },
};
