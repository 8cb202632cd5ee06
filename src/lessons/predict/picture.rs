//! A guess on the map, and how far it was from the truth.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use crate::experiments::race::picture::layout::MapLayout;
use crate::experiments::race::picture::{MapMark, Mark};
use crate::experiments::race::scene::Scene;
use crate::lessons::predict::model::{Answer, Prediction};
use crate::lessons::predict::remark::Remark;
use crate::lessons::predict::words::{PredictWords, RemarkWords, SideWords, TruthWords};
use crate::math::Point;
use crate::view::frame::Frame;
use crate::view::number::readable;
use crate::view::pen::{Drawn, Pen, Spot};
use crate::view::style::{LaneStyle, Palette};
use crate::view::text::Voice;
use std::rc::Rc;

/// Radius of the mark of a guess.
const MARK: f64 = 8.0;

/// What the reader is asked to predict, with their guess.
pub static PREDICTION: MapMark = MapMark(|lab| Some(Rc::new(lab.prediction()?)));

impl Mark for Prediction {
    fn draw_on_map(
        &self,
        pen: &Pen<'_>,
        _: &Scene<'_>,
        layout: &MapLayout,
        palette: &Palette,
    ) -> Drawn {
        draw(pen, self, &|at| layout.to_pixel(at), palette)
    }

    fn draw_in_space(
        &self,
        pen: &Pen<'_>,
        _: Frame,
        place: &dyn Fn(Point) -> Option<Spot>,
        palette: &Palette,
    ) -> Drawn {
        draw(pen, self, place, palette)
    }
}

/// Draws the guess, and once it is told the line to where the lane is.
fn draw(
    pen: &Pen<'_>,
    prediction: &Prediction,
    place: &dyn Fn(Point) -> Option<Spot>,
    palette: &Palette,
) -> Drawn {
    let Some(guess) = prediction.guess.and_then(place) else {
        return Ok(());
    };
    let look = LaneStyle::new(prediction.rule, prediction.variant, palette);
    if let Some(Answer::At { truth, .. }) = prediction.answer
        && let Some(truth) = place(truth)
    {
        pen.line(&[guess, truth], 4.0, palette.ground)?;
        pen.dashed(&[guess, truth], &[4.0, 4.0], 1.75, palette.ink.to_rgba())?;
        pen.circle(truth, MARK + 3.0, 5.0, palette.ground)?;
        pen.circle(truth, MARK + 3.0, 2.0, palette.ink)?;
    }
    pen.disk(guess, MARK + 2.0, palette.ground)?;
    pen.circle(guess, MARK, 2.0, look.color)?;
    pen.text("?", guess, Voice::Label, HPos::Center, look.name)
}

/// The question, and what there is to say by now.
pub fn sentences(prediction: &Prediction, said: &PredictWords) -> (String, Vec<String>) {
    let (name, after) = (&*prediction.name, prediction.after);
    let question = (said.question)(name, after);
    let point = |point: Point| [point.x, point.y].map(readable);
    let Some(guess) = prediction.guess else {
        return (question, Vec::new());
    };
    let mut told = vec![(said.guess)(&point(guess))];
    match prediction.answer {
        None => {}
        Some(Answer::Overflowed(step)) => told.push((said.overflowed)(name, step)),
        Some(Answer::Undefined(step)) => told.push((said.undefined)(name, step)),
        Some(Answer::ZeroByZero(step)) => told.push((said.zero_by_zero)(name, step)),
        Some(Answer::At {
            truth,
            distance,
            remark,
        }) => {
            told.push((said.truth)(&TruthWords {
                name: name.to_owned(),
                after,
                truth: point(truth),
                distance: readable(distance),
            }));
            told.push((said.remark)(remark_words(remark)));
        }
    }
    (question, told)
}

/// A remark with its numbers printed.
pub(super) fn remark_words(remark: Remark) -> RemarkWords {
    match remark {
        Remark::Close => RemarkWords::Close,
        Remark::Outside { is_thrown } => RemarkWords::Outside(is_thrown),
        Remark::OtherSide(side) => RemarkWords::OtherSide(SideWords {
            axis: if side.is_y { "y" } else { "x" },
            at: readable(side.at),
            is_below: side.is_below,
            n_crossings: side.n_crossings,
        }),
        Remark::Farther => RemarkWords::Farther,
        Remark::Nearer => RemarkWords::Nearer,
        Remark::Aside => RemarkWords::Aside,
    }
}
