//! One update of a lane, term by term, from its record.

use crate::experiments::race::model::RaceExperiment;
use crate::experiments::race::scene::{Conditions, Lane};
use crate::lab::{Lab, Lesson, Part, PartAction, Problem, Spoils};
use crate::lessons::rule::equation::{Body, Equation, Quantity, Scalar, TermId, equations};
use crate::math::{Point, Vec2};
use crate::optim::{Hyperparameters, Key, Rule};

/// The update that led to the shown step; at the start, the first one, which is to come.
#[derive(Clone, Debug)]
pub struct Update {
    /// The rule.
    pub rule: Rule,
    /// The step before, from 0; the update makes step `from + 1` of it.
    pub from: usize,
    /// Whether the shown step is the one before: nothing has been updated yet.
    pub is_to_come: bool,
    /// Whether the lane ended before the shown step, so that this is its last update.
    pub is_last: bool,
    /// The equations with their numbers.
    pub lines: Vec<Line>,
    numbers: Numbers,
}

/// An equation with its numbers.
#[derive(Clone, Debug)]
pub struct Line {
    /// The equation.
    pub equation: &'static Equation,
    /// The value of each term, without the sign in front of it.
    pub terms: Vec<Vec2>,
    /// The target after the update, as it was recorded.
    pub result: Vec2,
}

/// A term as a change of place on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arrow {
    /// Which term.
    pub id: TermId,
    /// Where it begins.
    pub from: Point,
    /// Where it ends.
    pub to: Point,
    /// Whether it is the sum of the others.
    pub is_sum: bool,
}

/// The arrows of a lane, and what is lit among them.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrows {
    /// The lane, as an index into those of the scene.
    pub lane: usize,
    /// The arrows, the sum last.
    pub arrows: Vec<Arrow>,
    /// Which term a reader points at.
    pub lit: Option<TermId>,
}

/// The lesson on the update rule.
pub struct RuleLesson;

/// What it keeps.
#[derive(Debug, Default)]
struct RuleState {
    /// The term that a reader points at.
    highlighted: Option<TermId>,
    /// The lane that it opened on, and the step where none was set then.
    opened_on: Option<(usize, Option<usize>)>,
}

impl Part for RuleLesson {
    fn name(&self) -> &'static str {
        "rule"
    }

    fn setting_was_set(&self, lab: &mut Lab, name: &str) {
        if name == "lane" {
            lab.states.of::<RuleState>().opened_on = None;
        }
    }
}

impl Lesson for RuleLesson {
    /// It opens where there is most to see, and stays there while something else is changed.
    fn was_changed(&self, lab: &mut Lab) {
        let is_race = lab.experiment().name() == RaceExperiment::NAME;
        let is_open = lab.settings().lessons.contains(&"rule");
        let is_shown = is_race && is_open && !lab.settings().is_asking();
        let opened_on = lab.states.of::<RuleState>().opened_on;
        let opened_on = match is_shown {
            true => opened_on.or_else(|| {
                let is_step_set = lab.settings().step.is_some();
                let (lane, step) = longest_update(lab)?;
                Some((lane, (!is_step_set).then_some(step)))
            }),
            false => None,
        };
        lab.states.of::<RuleState>().opened_on = opened_on;
    }

    fn lane(&self, lab: &Lab) -> Option<usize> {
        Some(lab.states.find::<RuleState>()?.opened_on?.0)
    }

    fn step(&self, lab: &Lab) -> Option<usize> {
        lab.states.find::<RuleState>()?.opened_on?.1
    }

    fn spoils(&self, _: &mut Lab) -> Spoils {
        Spoils::Whole
    }
}

/// The lane with the longest update within the picture, as the picture shows its length, and the
/// step that it led to; of the lane that is set, where one is.
fn longest_update(lab: &mut Lab) -> Option<(usize, usize)> {
    let (domain, set) = (lab.settings.domain(), lab.settings.lane);
    let lanes = lab.refreshed_race().cache.trajectories().iter().enumerate();
    let lanes = lanes.filter(|(index, _)| set.is_none_or(|lane| lane == index + 1));
    let updates = lanes.flat_map(|(lane, record)| {
        let updates = record.points.windows(2).enumerate();
        let inside = updates.filter(|(_, ends)| ends.iter().all(|&at| domain.contains(at)));
        inside.map(move |(index, ends)| {
            let way = ends[1] - ends[0];
            let length = libm::hypot(way.x / domain.x.length(), way.y / domain.y.length());
            (length, (lane, index + 1))
        })
    });
    // Of some that are as long, the first.
    let longest = updates.reduce(|most, next| if next.0 > most.0 { next } else { most });
    longest.map(|(_, place)| place)
}

/// Highlights a term of the update rule, or none.
#[derive(Clone, Copy, Debug)]
pub struct Highlight(pub Option<TermId>);

impl PartAction for Highlight {
    fn apply(&self, lab: &mut Lab) -> Result<(), Problem> {
        lab.states.of::<RuleState>().highlighted = self.0;
        Ok(())
    }
}

impl Lab {
    /// The arrows of the chosen lane, while the lesson on the rule or on its program is open
    /// and no path is hidden.
    pub fn arrows(&mut self) -> Option<Arrows> {
        let mut open = self.settings().lessons.iter();
        let is_open = open.any(|name| matches!(*name, "rule" | "program"));
        if !is_open || self.hidden_lane().is_some() {
            return None;
        }
        let lit = self.states.of::<RuleState>().highlighted;
        let (lane, step) = (self.lane(), self.step());
        let scene = self.whole_scene();
        let shown = scene.lanes.get(lane);
        let update = shown.and_then(|lane| Update::shown(lane, &scene.conditions, step));
        Some(Arrows {
            lane,
            arrows: update.map_or_else(Vec::new, |update| update.arrows()),
            lit,
        })
    }
}

/// What the update found and left, from the record.
#[derive(Clone, Debug)]
struct Numbers {
    values: Hyperparameters,
    t: f64,
    before: State,
    after: State,
}

#[derive(Clone, Copy, Debug)]
struct State {
    params: Vec2,
    gradient: Vec2,
    velocity: Vec2,
    squares: Vec2,
}

/// A vector of which each component is a function of those of others.
fn along(f: impl Fn(fn(Vec2) -> f64) -> f64) -> Vec2 {
    Vec2::new(f(|v| v.x), f(|v| v.y))
}

impl Update {
    /// The update of a lane that belongs to the shown step; `None` where its record has
    /// only one point, or none.
    pub fn shown(lane: &Lane<'_>, conditions: &Conditions, playhead: usize) -> Option<Self> {
        let entry = lane.entry(playhead)?;
        let to = entry.max(1);
        let record = lane.trajectory;
        if to >= record.points.len() {
            return None;
        }
        let state = |step: usize| State {
            params: record.points[step] - Point::default(),
            gradient: record.gradients[step],
            velocity: record.velocities[step],
            squares: record.squares[step],
        };
        let values = lane.hyperparameters;
        let rate = conditions.rate_at(to - 1, values.value(Key::Lr));
        let numbers = Numbers {
            values: values.with(Key::Lr, rate),
            t: to as f64,
            before: state(to - 1),
            after: state(to),
        };
        let all = equations(&lane.hyperparameters);
        let lines = all.iter().enumerate().map(|(rank, equation)| Line {
            equation,
            terms: (equation.terms.iter())
                .map(|term| numbers.body(term.body, &all[..rank]) * numbers.product(term.scalars))
                .collect(),
            result: numbers.after.of(equation.target),
        });
        Some(Self {
            rule: lane.rule(),
            from: to - 1,
            is_to_come: playhead == 0,
            is_last: entry < playhead,
            lines: lines.collect(),
            numbers,
        })
    }

    /// The equations of the rule.
    pub fn equations(&self) -> &'static [Equation] {
        equations(&self.numbers.values)
    }

    /// The value of a factor.
    pub fn scalar(&self, scalar: Scalar) -> f64 {
        self.numbers.scalar(scalar)
    }

    /// The value of a hyperparameter.
    pub fn value(&self, key: Key) -> f64 {
        self.numbers.values.value(key)
    }

    /// The hyperparameters at this update: the learning rate may change during a run.
    pub fn hyperparameters(&self) -> &Hyperparameters {
        &self.numbers.values
    }

    /// A quantity before the update, from the record. The gradient is the one that the
    /// update uses.
    pub fn before(&self, quantity: Quantity) -> Vec2 {
        self.numbers.before.of(quantity)
    }

    /// A quantity after the update, from the record; the gradient is still the one
    /// that the update uses.
    pub fn after(&self, quantity: Quantity) -> Vec2 {
        match quantity {
            Quantity::Gradient => self.before(quantity),
            _ => self.numbers.after.of(quantity),
        }
    }

    /// A quantity as equation number `rank` sees it: new where an equation before it
    /// has written it.
    pub fn seen(&self, quantity: Quantity, rank: usize) -> Vec2 {
        self.numbers.seen(quantity, &self.equations()[..rank])
    }

    /// The learning rate that each parameter has at this update, η / (√h + ε) or
    /// ηₜ / (√v + ε); `None` for rules without squares.
    pub fn adapted_rate(&self) -> Option<Vec2> {
        let moving = self.lines.iter().enumerate().rev();
        let (rank, term) = moving
            .flat_map(|(rank, line)| line.equation.terms.iter().map(move |term| (rank, term)))
            .find(|(_, term)| matches!(term.body, Body::OverRoot(_)))?;
        let root = self.numbers.root(&self.equations()[..rank]);
        let scale = self.numbers.product(term.scalars);
        Some(along(|at| scale / at(root)))
    }

    /// The terms that move the parameters, head to tail from where they were, and their
    /// sum where there is more than one.
    ///
    /// A velocity that is the whole step is shown by what it is made of.
    pub fn arrows(&self) -> Vec<Arrow> {
        let start = Point::default() + self.before(Quantity::Params);
        let mut tip = start;
        let mut arrows = Vec::new();
        let moving = self.lines.iter().enumerate();
        for (rank, line) in moving.filter(|(_, line)| line.equation.target == Quantity::Params) {
            let terms = line.equation.terms.iter();
            for term in terms.filter(|term| term.id != TermId::Params) {
                let scale = self.numbers.product(term.scalars);
                let scale = if term.is_subtracted { -scale } else { scale };
                let done = &self.equations()[..rank];
                let whole = || vec![(term.id, self.numbers.body(term.body, done))];
                let parts = match term.id {
                    TermId::Step => self.parts(rank, term.body),
                    _ => None,
                };
                for (id, part) in parts.unwrap_or_else(whole) {
                    let end = tip + part * scale;
                    arrows.push(arrow(id, tip, end));
                    tip = end;
                }
            }
        }
        if arrows.len() > 1 {
            arrows.push(Arrow {
                is_sum: true,
                ..arrow(
                    TermId::Step,
                    start,
                    Point::default() + self.after(Quantity::Params),
                )
            });
        }
        arrows
    }

    /// What the velocity in a body was made of by an equation before, over the same
    /// root as the body; `None` where the body is no such velocity.
    fn parts(&self, rank: usize, body: Body) -> Option<Vec<(TermId, Vec2)>> {
        let (Body::Plain(Quantity::Velocity) | Body::OverRoot(Quantity::Velocity)) = body else {
            return None;
        };
        let root = match body {
            Body::OverRoot(_) => self.numbers.root(&self.equations()[..rank]),
            _ => Vec2::new(1.0, 1.0),
        };
        let made = |line: &&Line| line.equation.target == Quantity::Velocity;
        let line = self.lines[..rank].iter().find(made)?;
        let terms = line.equation.terms.iter().zip(&line.terms);
        let parts = terms.map(|(term, value)| {
            let way = signed(*value, term.is_subtracted);
            (term.id, along(|at| at(way) / at(root)))
        });
        Some(parts.collect())
    }
}

fn arrow(id: TermId, from: Point, to: Point) -> Arrow {
    Arrow {
        id,
        from,
        to,
        is_sum: false,
    }
}

/// A term with its sign.
pub fn signed(value: Vec2, is_subtracted: bool) -> Vec2 {
    if is_subtracted { -value } else { value }
}

impl State {
    fn of(&self, quantity: Quantity) -> Vec2 {
        match quantity {
            Quantity::Params => self.params,
            Quantity::Gradient => self.gradient,
            Quantity::Velocity => self.velocity,
            Quantity::Squares => self.squares,
        }
    }
}

impl Numbers {
    fn product(&self, scalars: &[Scalar]) -> f64 {
        scalars.iter().map(|&scalar| self.scalar(scalar)).product()
    }

    fn scalar(&self, scalar: Scalar) -> f64 {
        let value = |key| self.values.value(key);
        match scalar {
            Scalar::Key(key) => value(key),
            Scalar::OneMinus(key) => 1.0 - value(key),
            Scalar::OnePlus(key) => 1.0 + value(key),
            Scalar::Square(key) => value(key) * value(key),
            Scalar::CorrectedRate => {
                value(Key::Lr) * f64::sqrt(1.0 - libm::pow(value(Key::Beta2), self.t))
                    / (1.0 - libm::pow(value(Key::Beta1), self.t))
            }
        }
    }

    fn seen(&self, quantity: Quantity, done: &[Equation]) -> Vec2 {
        if done.iter().any(|equation| equation.target == quantity) {
            self.after.of(quantity)
        } else {
            self.before.of(quantity)
        }
    }

    /// √h + ε.
    fn root(&self, done: &[Equation]) -> Vec2 {
        let squares = self.seen(Quantity::Squares, done);
        let eps = self.values.value(Key::Eps);
        along(|at| f64::sqrt(at(squares)) + eps)
    }

    fn body(&self, body: Body, done: &[Equation]) -> Vec2 {
        match body {
            Body::Plain(quantity) => self.seen(quantity, done),
            Body::Squared(quantity) => {
                let value = self.seen(quantity, done);
                along(|at| at(value) * at(value))
            }
            Body::OverRoot(quantity) => {
                let (value, root) = (self.seen(quantity, done), self.root(done));
                along(|at| at(value) / at(root))
            }
        }
    }
}
