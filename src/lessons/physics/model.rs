//! The ball in the valley: the book's picture of momentum, from the record.
//!
//! The valley is cut along one parameter through the point of the shown step; the other
//! parameter stays what it is there. Every number of the ball is one of the record.

use crate::experiments::race::choices::Coordinate;
use crate::lab::Lab;
use crate::math::{Point, Span, Vec2};
use crate::optim::{Key, MomentumForm, Rule};

/// Samples of the cut.
const N_SAMPLES: usize = 241;

/// A lane at the shown step, along one parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Physics {
    /// Name of the lane.
    pub name: String,
    /// Its rule.
    pub rule: Rule,
    /// 0 for the first lane of its rule, 1 for the second …
    pub variant: usize,
    /// Along which parameter the valley is cut.
    pub cut: Coordinate,
    /// The shown step, or the last recorded one before it.
    pub step: usize,
    /// The part of the parameter that is shown.
    pub span: Span,
    /// The other parameter, which is the same all along the cut.
    pub other: f64,
    /// The cut: parameter and loss, from the lowest parameter up. Only finite losses.
    pub profile: Vec<(f64, f64)>,
    /// Parameter and loss of each step up to the shown one, which is the last.
    pub trail: Vec<(f64, f64)>,
    /// The gradient along the cut. The force on the ball is minus that.
    pub gradient: f64,
    /// The change of the parameter in the next step; none at the end of the record.
    pub next: Option<f64>,
    /// Learning rate η of the next step.
    pub rate: f64,
    /// What only a rule with a velocity has.
    pub motion: Option<Motion>,
}

/// The velocity of a ball, what friction leaves of it and what the force adds, all as
/// changes of the parameter. Where a form of Momentum keeps its velocity without the
/// learning rate, it is multiplied by −η of the next step here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Motion {
    /// The momentum coefficient α.
    pub momentum: f64,
    /// The velocity v at the shown step.
    pub velocity: f64,
    /// αv: what friction leaves.
    pub kept: f64,
    /// The velocity at the next step; none at the end of the record.
    pub next: Option<f64>,
    /// Whether the force counts 1 − α times only, as in an exponential average.
    pub is_average: bool,
}

impl Physics {
    /// Where the ball is, and its loss.
    pub fn ball(&self) -> (f64, f64) {
        self.trail.last().copied().unwrap_or_default()
    }

    /// The loss of the cut at a place, between its samples; none outside of them and beside a place
    /// without a loss.
    pub fn ground(&self, place: f64) -> Option<f64> {
        let above = self.profile.partition_point(|&(at, _)| at < place);
        let (to, high) = *self.profile.get(above)?;
        if to == place {
            return Some(high);
        }
        let (from, low) = *self.profile.get(above.checked_sub(1)?)?;
        let is_whole = to - from < 1.5 * self.span.length() / (N_SAMPLES - 1) as f64;
        let share = (place - from) / (to - from);
        is_whole.then_some(low + (high - low) * share)
    }

    /// What the force adds to the velocity: the next velocity less what friction leaves.
    pub fn push(&self) -> Option<f64> {
        let motion = self.motion?;
        Some(motion.next? - motion.kept)
    }
}

impl Motion {
    /// After so many steps without any force less than half of the velocity is left;
    /// none where all of it stays, or nothing.
    pub fn half_life(&self) -> Option<usize> {
        let is_between = self.momentum > 0.0 && self.momentum < 1.0;
        is_between.then(|| libm::ceil(libm::log(0.5) / libm::log(self.momentum)) as usize)
    }
}

impl Lab {
    /// The chosen lane as a ball in the valley; `None` where its start has no loss, or the
    /// lane is hidden.
    pub fn physics(&mut self) -> Option<Physics> {
        let (index, cut) = (self.lane(), self.settings.race().cut);
        let scene = self.scene();
        let lane = scene.lanes.get(index).filter(|lane| !lane.is_hidden)?;
        let record = lane.trajectory;
        let step = lane.entry(scene.playhead)?;
        let (point, after) = (record.points[step], record.points.get(step + 1));
        let rule = lane.rule();
        let rate = lane.hyperparameters.value(Key::Lr);
        let rate = scene.conditions.rate_at(step, rate);
        let form = lane.hyperparameters.forms().momentum;
        let unit = match (rule, form) {
            (Rule::Momentum, MomentumForm::PyTorch | MomentumForm::Average) => -rate,
            _ => 1.0,
        };
        let motion = matches!(rule, Rule::Momentum | Rule::Nesterov).then(|| {
            let momentum = lane.hyperparameters.value(Key::Momentum);
            let velocity = unit * along(cut, record.velocities[step]);
            let next = record.velocities.get(step + 1);
            Motion {
                momentum,
                velocity,
                kept: momentum * velocity,
                next: next.map(|&next| unit * along(cut, next)),
                is_average: rule == Rule::Momentum && form == MomentumForm::Average,
            }
        });
        let places = record.points.iter().zip(&record.losses).take(step + 1);
        let mut physics = Physics {
            name: lane.name.clone(),
            rule,
            variant: lane.variant,
            cut,
            step,
            span: match cut {
                Coordinate::X => scene.domain.x,
                Coordinate::Y => scene.domain.y,
            },
            other: parts(cut, point).1,
            profile: Vec::with_capacity(N_SAMPLES),
            trail: places
                .map(|(&at, &loss)| (parts(cut, at).0, loss))
                .collect(),
            gradient: along(cut, record.gradients[step]),
            next: after.map(|&after| along(cut, after - point)),
            rate,
            motion,
        };
        for k in 0..N_SAMPLES {
            let place = physics.span.at(k as f64 / (N_SAMPLES - 1) as f64);
            let at = match cut {
                Coordinate::X => Point::new(place, physics.other),
                Coordinate::Y => Point::new(physics.other, place),
            };
            let loss = self.settings.loss().value(at);
            if loss.is_finite() {
                physics.profile.push((place, loss));
            }
        }
        Some(physics)
    }
}

/// The coordinate along the cut, and the other one.
const fn parts(cut: Coordinate, at: Point) -> (f64, f64) {
    match cut {
        Coordinate::X => (at.x, at.y),
        Coordinate::Y => (at.y, at.x),
    }
}

const fn along(cut: Coordinate, vector: Vec2) -> f64 {
    match cut {
        Coordinate::X => vector.x,
        Coordinate::Y => vector.y,
    }
}
