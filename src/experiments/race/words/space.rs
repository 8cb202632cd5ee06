//! The view in space.

use crate::language::labels;

labels! {
    /// Words of the view in space.
    SpaceLabels:
    /// What the view can be used for.
    turn_hint,
    /// Group of the buttons that turn.
    turning,
    /// Button: turn the surface so that its right side comes forward.
    turn_left,
    /// Button: turn it the other way.
    turn_right,
    /// Button: look from higher up.
    look_down,
    /// Button: look from lower down.
    look_up,
}

/// What the view in space shows, for its description. Numbers are printed.
#[derive(Clone, Debug)]
pub struct ViewWords {
    /// Azimuth and elevation in degrees.
    pub turn: [String; 2],
    /// On a compressed scale of heights its unit and the loss at the floor.
    pub compressed: Option<[String; 2]>,
    /// The loss above which the surface is cut off.
    pub cut: Option<String>,
}

/// The words of the view in space.
#[derive(Clone, Copy, Debug)]
pub struct SpaceWords {
    /// Words that never change.
    pub labels: SpaceLabels,
    /// What to know beyond the description of the map.
    pub description: fn(&ViewWords) -> String,
    /// What the arrows of the map with the gradient are.
    pub slopes: &'static str,
}
