//! The rows of the table that show the run in other ways: in space, in a cross-section,
//! only after a guess.

use super::turn::Turn;
use crate::experiments::race::settings::of_the_whole;
use crate::lab::parse;
use crate::lab::settings::macros::{choose, copy, documentation};
use crate::lab::settings::table::{Kind, Setting};
use crate::lab::settings::{Choice, Coordinate, MAX_STEPS, View};

pub(crate) const VIEW: Setting = of_the_whole(Setting {
    attribute: "view",
    property: "view",
    kind: Kind::Choice(View::NAMES),
    values: "`map` `gradient` `space`",
    default: "map",
    doc: documentation!(
        "Whether the surface is a contour map, one with arrows against the gradient, or a \
          landscape in space."
    ),
    read: choose!(view),
    write: |settings| settings.view.name().to_owned(),
    copy: copy!(view),
});

pub(crate) const TURN: Setting = of_the_whole(Setting {
    attribute: "turn",
    property: "turn",
    kind: Kind::Text,
    values: "`azimuth elevation` in degrees: more than -180 up to 180, 10 to 90",
    default: "60 42",
    doc: documentation!(
        "From where the view in space looks: how far the surface is turned, how high \
          the reader stands."
    ),
    read: |settings, text| {
        settings.turn = Turn::read(text)?;
        Ok(())
    },
    write: |settings| settings.turn.text(),
    copy: copy!(turn),
});

pub(crate) const CUT: Setting = of_the_whole(Setting {
    attribute: "cut",
    property: "cut",
    kind: Kind::Choice(Coordinate::NAMES),
    values: "`x` `y`",
    default: "x",
    doc: documentation!("Along which parameter the lesson `physics` cuts the valley."),
    read: choose!(cut),
    write: |settings| settings.cut.name().to_owned(),
    copy: copy!(cut),
});

pub(crate) const PREDICT: Setting = of_the_whole(Setting {
    attribute: "predict",
    property: "predict",
    kind: Kind::Number,
    values: "1 to 10000",
    default: "",
    doc: documentation!(
        "Asks where the lane `lane` is after so many steps, and hides its path until \
          the reader has answered in the lesson `predict`, which opens for it."
    ),
    read: |settings, text| {
        settings.predict = Some(parse::integer(text, 1, MAX_STEPS as u64)? as usize);
        Ok(())
    },
    write: |settings| settings.predict.map_or_else(String::new, |k| k.to_string()),
    copy: copy!(predict),
});
