//! Predict, then see: where will the lane be after some steps?

use crate::experiments::race::model::{Answer as Given, RaceState, Reveal};
use crate::lab::{Lab, Lesson, Part, PartAction, Problem, Spoils, parse};
use crate::math::{Point, Rect, Vec2};
use crate::optim::Rule;
use crate::race::{Cause, Outcome, OutcomeKind};

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
    /// At that step, before, it went where the loss or its gradient is not defined.
    Undefined(usize),
    /// At that step, before, its rule divides zero by zero.
    ZeroByZero(usize),
}

/// How a guess differs from the truth, most telling first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Remark {
    /// Hardly.
    Close,
    /// The lane is outside of the picture.
    Outside {
        /// Whether its run diverged although there is a minimum.
        is_thrown: bool,
    },
    /// It is on the other side of the minimum.
    OtherSide(Side),
    /// It is farther from the start than was guessed.
    Farther,
    /// It is nearer to the start.
    Nearer,
    /// It is as far, in another direction.
    Aside,
}

/// On which side of a minimum a lane is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Side {
    /// Whether it is the other side along y, and not along x.
    pub is_y: bool,
    /// The coordinate of the minimum there.
    pub at: f64,
    /// Whether that of the lane is smaller.
    pub is_below: bool,
    /// How often the record crosses the minimum's coordinate up to there.
    pub n_crossings: usize,
}

/// A guess within this share of the picture's diagonal is close.
const CLOSE: f64 = 0.03;

/// Sides of a minimum are told apart beyond this share of the picture.
const SIDE: f64 = 0.02;

/// A guess that went less than this share of the way, or more than its inverse, did not
/// go as far, or went too far.
const SHORT: f64 = 0.8;

/// What a guess is compared with.
#[derive(Clone, Copy, Debug)]
pub struct Truth<'a> {
    /// The record from the start to the step that was asked for.
    pub way: &'a [Point],
    /// Whether the run diverged.
    pub is_diverged: bool,
    /// Global minima that are known.
    pub minima: &'a [Point],
    /// The picture.
    pub domain: Rect,
}

impl Remark {
    /// Compares a guess with the truth.
    pub fn on(guess: Point, truth: &Truth<'_>) -> Self {
        let (Some(&start), Some(&end)) = (truth.way.first(), truth.way.last()) else {
            return Self::Close;
        };
        let domain = truth.domain;
        let scaled = |way: Vec2| Vec2::new(way.x / domain.x.length(), way.y / domain.y.length());
        if scaled(guess - end).length() <= CLOSE {
            return Self::Close;
        }
        if !domain.contains(end) {
            let is_thrown = truth.is_diverged && !truth.minima.is_empty();
            return Self::Outside { is_thrown };
        }
        // Between two minima there are no sides of one.
        let bottom = nearest(truth.minima, end);
        if let Some(bottom) = bottom.filter(|_| bottom == nearest(truth.minima, guess)) {
            let (g, t) = (scaled(guess - bottom), scaled(end - bottom));
            let is_across = |g: f64, t: f64| g * t < 0.0 && g.abs().min(t.abs()) >= SIDE;
            let side = |is_y, at: f64, of: fn(&Point) -> f64| {
                let sides = truth.way.iter().map(|point| of(point) - at);
                Self::OtherSide(Side {
                    is_y,
                    at,
                    is_below: of(&end) < at,
                    n_crossings: crossings(sides),
                })
            };
            if is_across(g.y, t.y) {
                return side(true, bottom.y, |point| point.y);
            }
            if is_across(g.x, t.x) {
                return side(false, bottom.x, |point| point.x);
            }
        }
        let (way, guessed) = (end - start, guess - start);
        let short_of = way.length() - guessed.length();
        let aside = (way.x * guessed.y - way.y * guessed.x).abs() / way.length();
        let ratio = guessed.length() / way.length();
        if (SHORT..=1.0 / SHORT).contains(&ratio) && aside > short_of.abs() {
            Self::Aside
        } else if short_of > 0.0 {
            Self::Farther
        } else {
            Self::Nearer
        }
    }
}

fn nearest(minima: &[Point], point: Point) -> Option<Point> {
    let apart = |minimum: &Point| (*minimum - point).length();
    let order = |a: &Point, b: &Point| apart(a).total_cmp(&apart(b));
    minima.iter().copied().min_by(order)
}

/// How often numbers change their sign; a zero belongs to the side before.
fn crossings(sides: impl Iterator<Item = f64>) -> usize {
    let signs: Vec<bool> = sides.filter(|&s| s != 0.0).map(|s| s > 0.0).collect();
    signs.windows(2).filter(|pair| pair[0] != pair[1]).count()
}

impl Lab {
    /// What is asked of the reader; `None` where nothing is.
    pub fn prediction(&mut self) -> Option<Prediction> {
        let answer = self.race().map(|race| race.answer).unwrap_or_default();
        let (index, guess) = (self.lane(), answer.guess);
        let is_told = answer.reveal == Reveal::Whole;
        let after = self.settings.asked_step()?;
        let scene = self.whole_scene();
        let lane = scene.lanes.get(index)?;
        let points = &lane.trajectory.points;
        let answer = guess
            .filter(|_| is_told)
            .map(|guess| match points.get(after) {
                None => match lane.trajectory.outcome {
                    Outcome {
                        cause: Cause::DivisionByZero,
                        step,
                        ..
                    } => Answer::ZeroByZero(step),
                    Outcome {
                        kind: OutcomeKind::Undefined,
                        step,
                        ..
                    } => Answer::Undefined(step),
                    Outcome { step, .. } => Answer::Overflowed(step),
                },
                Some(&truth) => Answer::At {
                    truth,
                    distance: (guess - truth).length(),
                    remark: Remark::on(
                        guess,
                        &Truth {
                            way: &points[..=after],
                            is_diverged: lane.trajectory.outcome.kind == OutcomeKind::Diverged,
                            minima: scene.minima,
                            domain: scene.domain,
                        },
                    ),
                },
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

    /// Whether the reader is asked and has not been told yet.
    pub fn is_asking(&self) -> bool {
        self.hidden_lane().is_some()
    }

    /// Whether a guess can be placed now: not while the answer is played.
    pub fn takes_guess(&self) -> bool {
        self.is_asking() && self.reveal() == Reveal::Start
    }

    /// The answer to a guess that was told since this was asked last.
    pub fn take_new_answer(&mut self) -> Option<Prediction> {
        let is_new = std::mem::take(&mut self.states.of::<PredictState>().is_answer_new);
        self.prediction().filter(|_| is_new)
    }

    /// Whether the reader wanted to see it played before there was a guess.
    pub fn is_guess_missed(&self) -> bool {
        let is_guessed = self.race().is_some_and(|race| race.answer.guess.is_some());
        let state = self.states.find::<PredictState>();
        !is_guessed && self.is_asking() && state.is_some_and(|state| state.is_guess_missed)
    }
}

impl Prediction {
    /// Whether the guess was right, once the answer is told.
    pub fn is_correct(&self) -> bool {
        let close = |answer| {
            matches!(
                answer,
                Answer::At {
                    remark: Remark::Close,
                    ..
                }
            )
        };
        self.answer.is_some_and(close)
    }
}

/// The lesson that asks.
pub struct PredictLesson;

/// What it keeps.
#[derive(Debug, Default)]
struct PredictState {
    /// Whether a person closed the lesson that asks them.
    is_closed: bool,
    /// Whether the answer was told and the page has not heard of it.
    is_answer_new: bool,
    /// Whether it was to be played before there was a guess.
    is_guess_missed: bool,
}

impl Part for PredictLesson {
    fn name(&self) -> &'static str {
        "predict"
    }

    fn setting_was_set(&self, lab: &mut Lab, name: &str) {
        if name == "predict" {
            lab.states.of::<PredictState>().is_closed = false;
        }
    }

    fn snapshot(&self, lab: &Lab) -> String {
        let is_closed = is_closed(lab);
        if is_closed { "closed" } else { "" }.to_owned()
    }

    fn restore(&self, lab: &mut Lab, text: &str) {
        lab.states.of::<PredictState>().is_closed = text == "closed";
    }
}

impl Lesson for PredictLesson {
    /// Nobody could answer elsewhere.
    fn opens_itself(&self, lab: &Lab) -> bool {
        lab.settings().is_asking() && !is_closed(lab)
    }

    fn was_opened(&self, lab: &mut Lab, is_open: bool) {
        lab.states.of::<PredictState>().is_closed = !is_open;
    }

    /// What is asked lies ahead.
    fn waits_at_start(&self, lab: &Lab) -> bool {
        lab.is_asking()
    }

    /// The path is played from its start to the step that was asked for, once there is a guess.
    fn stop_of_playing(&self, lab: &mut Lab) -> Result<Option<usize>, Problem> {
        let Some(after) = lab.settings.asked_step().filter(|_| lab.is_asking()) else {
            return Ok(None);
        };
        let begins = lab.takes_guess() || lab.step() >= after;
        lab.states.of::<PredictState>().is_guess_missed = answer(lab).guess.is_none();
        if answer(lab).guess.is_none() {
            return Err(Problem::Unanswered);
        }
        answer(lab).reveal = Reveal::Playing;
        if begins {
            lab.seek(0);
        }
        Ok(Some(after))
    }

    fn step_was_shown(&self, lab: &mut Lab) {
        let after = lab.settings.asked_step();
        if lab.reveal() == Reveal::Playing && after.is_some_and(|after| lab.step() >= after) {
            answer(lab).reveal = Reveal::Whole;
            lab.states.of::<PredictState>().is_answer_new = true;
        }
    }

    /// It asks for the path itself.
    fn spoils(&self, _: &mut Lab) -> Spoils {
        Spoils::Nothing
    }
}

fn is_closed(lab: &Lab) -> bool {
    let state = lab.states.find::<PredictState>();
    state.is_some_and(|state| state.is_closed)
}

/// What a person does in the lesson.
#[derive(Clone, Debug)]
pub enum PredictAction {
    /// Asks where the lane is after as many steps as were typed, and hides its path.
    Ask(String),
    /// Marks where the reader thinks that the hidden lane will be.
    Guess(Point),
    /// Types one coordinate of that, the second one by `true`.
    TypeGuess(bool, String),
    /// Forgets the guess and hides the lane again.
    AskAgain,
}

impl PartAction for PredictAction {
    fn apply(&self, lab: &mut Lab) -> Result<(), Problem> {
        match self {
            Self::Ask(text) => return ask(lab, text),
            Self::Guess(point) => guess(lab, *point),
            Self::TypeGuess(is_y, text) => return type_guess(lab, *is_y, text),
            Self::AskAgain => *answer(lab) = Given::default(),
        }
        Ok(())
    }
}

fn answer(lab: &mut Lab) -> &mut Given {
    &mut lab.states.of::<RaceState>().answer
}

fn ask(lab: &mut Lab, text: &str) -> Result<(), Problem> {
    let (low, high) = (1.0, lab.settings.race().steps as f64);
    match parse::number(text, low, high) {
        Some(after) if after == libm::floor(after) => {
            lab.settings.race_mut().predict = Some(after as usize);
            *answer(lab) = Given::default();
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
fn guess(lab: &mut Lab, guess: Point) {
    if lab.takes_guess() && guess.is_finite() {
        let domain = lab.settings.domain();
        let snapped = Point::new(domain.x.snap(guess.x), domain.y.snap(guess.y));
        answer(lab).guess = Some(snapped);
    }
}

/// Takes one coordinate of a guess; the other one begins as that of the start.
fn type_guess(lab: &mut Lab, is_y: bool, text: &str) -> Result<(), Problem> {
    let (low, high) = (-parse::COORDINATE_LIMIT, parse::COORDINATE_LIMIT);
    let value = parse::number(text, low, high).ok_or(Problem::Number {
        low,
        high,
        is_whole: false,
    })?;
    if lab.takes_guess() {
        let start = lab.settings.start_point();
        let before = answer(lab).guess.unwrap_or(start);
        answer(lab).guess = Some(if is_y {
            Point::new(before.x, value)
        } else {
            Point::new(value, before.y)
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// On a path of these points, round a minimum in the middle.
    #[track_caller]
    fn check(guess: (f64, f64), way: &[(f64, f64)], expect: Remark) {
        let point = |&(x, y): &(f64, f64)| Point::new(x, y);
        let truth = Truth {
            way: &way.iter().map(point).collect::<Vec<_>>(),
            is_diverged: false,
            minima: &[Point::new(0.0, 0.0)],
            domain: Rect::new(-10.0, 10.0, -5.0, 5.0),
        };
        assert_eq!(Remark::on(point(&guess), &truth), expect);
    }

    #[track_caller]
    fn check_end(guess: (f64, f64), end: (f64, f64), expect: Remark) {
        check(guess, &[(-7.0, 2.0), end], expect);
    }

    const fn side(is_y: bool, is_below: bool, n_crossings: usize) -> Remark {
        Remark::OtherSide(Side {
            is_y,
            at: 0.0,
            is_below,
            n_crossings,
        })
    }

    #[test]
    fn a_remark_names_what_differs_most_tellingly() {
        check_end((-3.0, 1.0), (-3.1, 1.1), Remark::Close);
        check_end((-3.0, 1.0), (-3.0, -1.0), side(true, true, 1));
        check_end((-3.0, -1.0), (-3.0, 1.0), side(true, false, 0));
        check_end((-3.0, 0.05), (2.0, 0.1), side(false, false, 1));
        check_end((-6.0, 1.5), (-3.0, 1.0), Remark::Farther);
        check_end((-0.5, 0.2), (-5.0, 1.5), Remark::Nearer);
        check_end((-5.0, 2.0), (-6.0, 0.1), Remark::Aside);
        check_end(
            (0.0, 0.0),
            (30.0, 1.0),
            Remark::Outside { is_thrown: false },
        );
    }

    #[test]
    fn a_guess_across_the_way_is_not_called_shorter() {
        check_end((-7.0, 4.5), (-4.0, 2.0), Remark::Aside);
    }

    #[test]
    fn a_guess_along_the_way_is_not_called_aside() {
        check_end((1.5, 2.0), (3.0, 2.0), Remark::Farther);
    }

    #[test]
    fn a_truth_at_the_start_has_a_remark_too() {
        check_end((-3.0, 2.0), (-7.0, 2.0), Remark::Nearer);
    }

    #[test]
    fn crossings_are_counted_and_a_point_on_the_line_is_none() {
        let way = [(-7.0, 2.0), (-6.0, -1.0), (-5.0, 0.0), (-4.0, -1.0)];
        check((-4.0, 1.0), &way, side(true, true, 1));
        let back = [&way[..], &[(-3.0, 0.0), (-3.0, 1.0)]].concat();
        check((-3.0, -1.0), &back, side(true, false, 2));
    }
}
