//! The question upon the picture, and in its place what came of the guess.

use plotters::style::text_anchor::HPos;

use crate::experiments::race::picture::Mark;
use crate::experiments::race::picture::layout::MapLayout;
use crate::experiments::race::scene::Scene;
use crate::lab::Lab;
use crate::lessons::predict::model::{Answer, Prediction};
use crate::lessons::predict::picture::{remark_words, sentences};
use crate::lessons::predict::words::{PredictWords, RemarkWords};
use crate::math::{Point, joined};
use crate::optim::Rule;
use crate::view::frame::Frame;
use crate::view::number::readable;
use crate::view::pen::{Drawn, Pen, Spot};
use crate::view::style::Palette;
use crate::view::text::{Voice, wrapped};
use std::rc::Rc;

/// What is asked, or what came of it, as it stands on the picture.
#[derive(Clone, Debug)]
pub struct Banner {
    rule: Rule,
    /// The question, or how far off the guess was.
    title: String,
    /// What to do, or how the guess differs; may be empty.
    rest: String,
    /// Whether the reader has to do first what it says.
    is_urgent: bool,
    /// What is to stay free.
    spots: Vec<Point>,
    description: String,
}

/// From the edge of the picture to the banner, and from there to its text.
const MARGIN: f64 = 8.0;
const PADDING: f64 = 9.0;

/// From a line of text to the next one.
const LINE: f64 = 16.0;

impl Banner {
    /// The banner of a figure; `None` where nothing is asked.
    pub fn of(lab: &mut Lab, words: &PredictWords) -> Option<Rc<dyn Mark>> {
        let prediction = lab.prediction()?;
        let (question, told) = sentences(&prediction, words);
        let (title, rest) = match &prediction.answer {
            Some(answer) => verdict(&prediction, answer, words),
            None => {
                let rest = match prediction.guess {
                    None => words.mark_first,
                    Some(_) if lab.takes_guess() => words.then_play,
                    Some(_) => "",
                };
                let title = (words.ask)(&prediction.name, prediction.after);
                (title, rest.to_owned())
            }
        };
        let truth = match prediction.answer {
            Some(Answer::At { truth, .. }) => Some(truth),
            _ => None,
        };
        let start = lab.settings().start_point();
        let spots = [Some(start), prediction.guess, truth];
        Some(Rc::new(Self {
            rule: prediction.rule,
            title,
            rest,
            is_urgent: lab.is_guess_missed(),
            spots: spots.into_iter().flatten().collect(),
            description: joined(&[question, joined(&told, " ")], " "),
        }))
    }

    fn draw(
        &self,
        pen: &Pen<'_>,
        frame: Frame,
        place: &dyn Fn(Point) -> Option<Spot>,
        palette: &Palette,
    ) -> Drawn {
        let room = frame.width() - 2.0 * (MARGIN + PADDING);
        let lines = |text: &str, voice: Voice| -> Vec<(String, Voice)> {
            let lines = wrapped(text, room, voice).into_iter();
            lines.map(|line| (line, voice)).collect()
        };
        let is_high = |lines: &[(String, Voice)]| lines.len() as f64 * LINE > frame.height() / 2.0;
        let mut text = lines(&self.title, Voice::Label);
        let n_title = text.len();
        text.extend(lines(&self.rest, Voice::Number));
        if is_high(&text) {
            text.truncate(n_title);
        }
        if is_high(&text) {
            return Ok(());
        }
        let widths = text.iter().map(|(line, voice)| voice.width(line));
        let width = widths.fold(0.0, f64::max) + 2.0 * PADDING;
        let height = text.len() as f64 * LINE + PADDING;
        let x = frame.center().0;
        let above = Frame::around((x, frame.top + MARGIN + height / 2.0), width, height);
        let below = Frame::around((x, frame.bottom - MARGIN - height / 2.0), width, height);
        let spots: Vec<Spot> = self.spots.iter().filter_map(|&spot| place(spot)).collect();
        let covers = |it: Frame| spots.iter().any(|&spot| it.inset(-MARGIN).contains(spot));
        let banner = if covers(above) && !covers(below) {
            below
        } else {
            above
        };
        let (from, to) = ((banner.left, banner.top), (banner.right, banner.bottom));
        pen.fill(from, to, palette.ground)?;
        let (edge, ink) = match self.is_urgent {
            true => (2.5, palette.ink),
            false => (1.0, palette.text),
        };
        pen.rectangle(from, to, edge, palette.rule(self.rule))?;
        for (rank, (line, voice)) in text.iter().enumerate() {
            let y = banner.top + (PADDING + LINE) / 2.0 + rank as f64 * LINE;
            let color = if rank < n_title { palette.ink } else { ink };
            pen.text(line, (x, y), *voice, HPos::Center, color)?;
        }
        Ok(())
    }
}

/// How far off the guess was and how, or why there is no answer to that.
fn verdict(prediction: &Prediction, answer: &Answer, words: &PredictWords) -> (String, String) {
    let name = &*prediction.name;
    match *answer {
        Answer::Overflowed(step) => ((words.overflowed)(name, step), String::new()),
        Answer::Undefined(step) => ((words.undefined)(name, step), String::new()),
        Answer::ZeroByZero(step) => ((words.zero_by_zero)(name, step), String::new()),
        Answer::At {
            distance, remark, ..
        } => {
            let remark = match remark_words(remark) {
                RemarkWords::OtherSide(side) => (words.other_side)(&side),
                // Why it is outside stands in the lesson.
                RemarkWords::Outside(_) => (words.remark)(RemarkWords::Outside(false)),
                remark => (words.remark)(remark),
            };
            ((words.distance)(&readable(distance)), remark)
        }
    }
}

impl Mark for Banner {
    fn draw_on_map(
        &self,
        pen: &Pen<'_>,
        _: &Scene<'_>,
        layout: &MapLayout,
        palette: &Palette,
    ) -> Drawn {
        self.draw(pen, layout.frame, &|at| layout.to_pixel(at), palette)
    }

    fn draw_in_space(
        &self,
        pen: &Pen<'_>,
        frame: Frame,
        place: &dyn Fn(Point) -> Option<Spot>,
        palette: &Palette,
    ) -> Drawn {
        self.draw(pen, frame, place, palette)
    }

    fn description(&self) -> &str {
        &self.description
    }
}
