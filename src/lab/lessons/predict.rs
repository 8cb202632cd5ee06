//! Predict, then see: where will the lane be after some steps?

use crate::lab::{Lab, Problem, parse};
use crate::math::{Point, Rect, Vec2};
use crate::optim::Rule;

/// What was asked and, once it is told, what came of the guess.
#[derive(Clone, Debug, PartialEq)]
pub struct Prediction {
    /// Name of the lane in question.
    pub name: String,
    /// Its rule.
    pub rule: Rule,
    /// 0 for the first lane of its rule, 1 for the second …
    pub variant: usize,
    /// After how many steps.
    pub after: usize,
    /// Where the reader thinks that it will be.
    pub guess: Option<Point>,
    /// What came of it, once the reader has asked to see.
    pub answer: Option<Answer>,
}

/// The answer to a guess.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    /// The lane is there.
    At {
        /// Where.
        truth: Point,
        /// How far from the guess.
        distance: f64,
        /// What is to be said about it.
        remark: Remark,
    },
    /// The run had overflowed before, at that step.
    Overflowed(usize),
}

/// How a guess differs from the truth, most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Hardly.
    Close,
    /// The lane has left the picture.
    Outside,
    /// It is on the other side of the valley along x.
    OtherSideX,
    /// It is on the other side of the valley along y.
    OtherSideY,
    /// It went farther than was guessed.
    Farther,
    /// It did not go as far.
    Nearer,
    /// It went as far, in another direction.
    Aside,
}

/// A guess within this share of the picture's diagonal is close.
const CLOSE: f64 = 0.03;

/// Sides of the valley are told apart beyond this share of the picture.
const SIDE: f64 = 0.02;

/// A guess that went less than this share of the way, or more than its inverse, did not
/// go as far, or went too far.
const SHORT: f64 = 0.8;

impl Remark {
    /// Compares a guess with the truth: from the start, round the bottom of the valley,
    /// in a picture of this domain.
    pub fn on(guess: Point, truth: Point, start: Point, bottom: Point, domain: Rect) -> Self {
        let scaled = |way: Vec2| Vec2::new(way.x / domain.x.length(), way.y / domain.y.length());
        if scaled(guess - truth).length() <= CLOSE {
            return Self::Close;
        }
        if !domain.contains(truth) {
            return Self::Outside;
        }
        let (g, t) = (scaled(guess - bottom), scaled(truth - bottom));
        let is_across = |g: f64, t: f64| g * t < 0.0 && g.abs().min(t.abs()) >= SIDE;
        if is_across(g.y, t.y) {
            return Self::OtherSideY;
        }
        if is_across(g.x, t.x) {
            return Self::OtherSideX;
        }
        let (way, guessed) = (scaled(truth - start), scaled(guess - start));
        let share = guessed.dot(way) / way.dot(way);
        if share < SHORT {
            Self::Farther
        } else if share > 1.0 / SHORT {
            Self::Nearer
        } else {
            Self::Aside
        }
    }
}

impl Lab {
    /// What is asked of the reader; `None` where nothing is.
    pub fn prediction(&mut self) -> Option<Prediction> {
        let (index, guess, is_told) = (self.lane(), self.guess, self.is_told);
        let after = self.settings.asked_step()?;
        let scene = self.whole_scene();
        let lane = scene.lanes.get(index)?;
        let points = &lane.trajectory.points;
        let domain = scene.domain;
        let answer = guess
            .filter(|_| is_told)
            .map(|guess| match points.get(after) {
                None => Answer::Overflowed(points.len()),
                Some(&truth) => {
                    let apart = |minimum: &&Point| (**minimum - truth).length();
                    let nearest = scene
                        .minima
                        .iter()
                        .min_by(|a, b| apart(a).total_cmp(&apart(b)));
                    let bottom = nearest.copied().unwrap_or(domain.center());
                    Answer::At {
                        truth,
                        distance: (guess - truth).length(),
                        remark: Remark::on(guess, truth, scene.start, bottom, domain),
                    }
                }
            });
        Some(Prediction {
            name: lane.name.clone(),
            rule: lane.rule(),
            variant: lane.variant,
            after,
            guess,
            answer,
        })
    }

    /// Whether a guess can be placed now.
    pub fn is_asking(&self) -> bool {
        self.hidden_lane().is_some()
    }

    /// Asks where the lane is after as many steps as were typed.
    pub(in crate::lab) fn ask(&mut self, text: &str) -> Result<(), Problem> {
        let (low, high) = (1.0, self.settings.steps as f64);
        match parse::number(text, low, high) {
            Some(after) if after == libm::floor(after) => {
                self.settings.predict = Some(after as usize);
                self.forget_answer();
                Ok(())
            }
            _ => Err(Problem::Number {
                low,
                high,
                is_whole: true,
            }),
        }
    }

    /// Takes a guess, if one is asked for and it is a point.
    pub(in crate::lab) fn take_guess(&mut self, guess: Point) {
        if self.is_asking() && guess.is_finite() {
            let domain = self.settings.domain();
            let snapped = Point::new(domain.x.snap(guess.x), domain.y.snap(guess.y));
            self.guess = Some(snapped);
        }
    }

    /// Takes one coordinate of a guess; the other one begins as that of the start.
    pub(in crate::lab) fn type_guess(&mut self, is_y: bool, text: &str) -> Result<(), Problem> {
        let (low, high) = (-parse::COORDINATE_LIMIT, parse::COORDINATE_LIMIT);
        let value = parse::number(text, low, high).ok_or(Problem::Number {
            low,
            high,
            is_whole: false,
        })?;
        if self.is_asking() {
            let before = self.guess.unwrap_or(self.settings.start_point());
            self.guess = Some(if is_y {
                Point::new(before.x, value)
            } else {
                Point::new(value, before.y)
            });
        }
        Ok(())
    }

    /// The guess as text, and whether it was answered; empty where there is none.
    pub(in crate::lab) fn answer_text(&self) -> String {
        let told = if self.is_told { "told " } else { "" };
        let text = |guess| [told, &parse::point_text(guess)].concat();
        self.guess.map_or_else(String::new, text)
    }

    /// Takes what [`answer_text`](Lab::answer_text) has written.
    pub(in crate::lab) fn take_answer(&mut self, text: &str) {
        let (is_told, guess) = match text.strip_prefix("told ") {
            Some(guess) => (true, guess),
            None => (false, text),
        };
        if let Ok(guess) = parse::point(guess) {
            self.guess = Some(guess);
            self.is_told = is_told;
        }
    }

    /// Shows where the lane is at the step that was asked for, once there is a guess.
    pub(in crate::lab) fn tell(&mut self) {
        let is_ready = self.is_asking() && self.guess.is_some();
        if let Some(after) = self.settings.asked_step().filter(|_| is_ready) {
            self.is_told = true;
            self.jump(after);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(guess: (f64, f64), truth: (f64, f64), expect: Remark) {
        let point = |(x, y): (f64, f64)| Point::new(x, y);
        let domain = Rect::new(-10.0, 10.0, -5.0, 5.0);
        let start = Point::new(-7.0, 2.0);
        let found = Remark::on(point(guess), point(truth), start, point((0.0, 0.0)), domain);
        assert_eq!(found, expect);
    }

    #[test]
    fn a_remark_names_what_differs_most_tellingly() {
        check((-3.0, 1.0), (-3.1, 1.1), Remark::Close);
        check((-3.0, 1.0), (-3.0, -1.0), Remark::OtherSideY);
        check((-3.0, 0.05), (2.0, 0.1), Remark::OtherSideX);
        check((-6.0, 1.5), (-3.0, 1.0), Remark::Farther);
        check((-0.5, 0.2), (-5.0, 1.5), Remark::Nearer);
        check((-5.0, 0.1), (-5.0, 2.0), Remark::Aside);
        check((0.0, 0.0), (30.0, 1.0), Remark::Outside);
    }

    #[test]
    fn a_truth_at_the_start_has_a_remark_too() {
        check((-3.0, 1.0), (-7.0, 2.0), Remark::Aside);
    }
}
