//! Predict, then see: where will the lane be after some steps?

use crate::experiments::race::model::{Answer as Given, RaceState, Reveal};
use crate::lab::{Lab, Lesson, Part, PartAction, Problem, Spoils, parse};
use crate::lessons::predict::remark::{Remark, Truth};
use crate::math::Point;
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
    fn step(&self, lab: &Lab) -> Option<usize> {
        lab.is_asking().then_some(0)
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
