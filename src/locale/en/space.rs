//! The view in space, in English.

use crate::experiments::race::words::space::{SpaceLabels, SpaceWords};

/// The words.
pub const WORDS: SpaceWords = SpaceWords {
    labels: SpaceLabels {
        turn_hint: "Drag to turn",
        turning: "Turn",
        turn_left: "Turn to the left",
        turn_right: "Turn to the right",
        look_down: "Look from higher up",
        look_up: "Look from lower down",
    },
    description: |words| {
        let [azimuth, elevation] = &words.turn;
        let scale = match &words.compressed {
            Some([unit, low]) => format!("The height is log(1 + (loss − {low}) / {unit})."),
            None => "The height is proportional to the loss.".to_owned(),
        };
        let cut = words.cut.as_ref().map_or_else(String::new, |loss| {
            format!(" Where the loss is above {loss} the surface is cut off.")
        });
        format!(
            "Seen in 3-D: turned by {azimuth} degrees, from {elevation} degrees above. \
             {scale}{cut} The arrow keys turn it."
        )
    },
    slopes: "Arrows point against the gradient, the way in which the loss falls fastest; their \
             length grows with the square root of the gradient's.",
};
