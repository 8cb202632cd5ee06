//! The largest learning rate at which a rule does not diverge, where theory knows it.
//!
//! Along each principal axis of a quadratic surface, of curvature λ, the rules without
//! accumulated squares are linear: (w, v) becomes A (w, v) with a matrix A of trace T and
//! determinant D. The run shrinks if both eigenvalues of A lie within the unit circle,
//! which is so exactly where |D| < 1 and |T| < 1 + D (the criterion of Jury). With s = ηλ:
//!
//! | rule | T | D | hence, for 0 ≤ α < 1 |
//! |---|---|---|---|
//! | SGD | 1 − s | 0 | s < 2 |
//! | Momentum | 1 + α − s | α | s < 2(1 + α) |
//! | Nesterov | 1 + α − (1 + α)s | α(1 − s) | s < 2(1 + α)/(1 + 2α) |
//! | its early form | 1 + α − (1 + α + α²)s | α(1 − (1 + α)s) | s < 2(1 + α)/(1 + 2α + 2α²) |
//!
//! At α = 1 nothing brakes Momentum (D = 1), and no rate converges. Nesterov's D is below 1
//! there too: it is stable for s < 4/3, in its early form for s < 4/5.
//!
//! Momentum in PyTorch's form has the same bound; as an average it is Momentum with the
//! rate η(1 − α), so that its bound is 1/(1 − α) times as high.
//!
//! The largest curvature decides. Where the surface curves downward along some axis, or has
//! a slope along one without curvature, it falls forever, and every rate diverges. AdaGrad, RMSProp and Adam divide by what they have met: for
//! them no such bound is known.
//!
//! *Sources:* Polyak, *Some methods of speeding up the convergence of iteration methods*
//! (1964), for Momentum; Nesterov's row is worked out from the matrix of the form that
//! [`Nesterov`](crate::optim::Nesterov) has, rows (1 − (1 + α)s, α²) and (−s, α).

use crate::math::{Hessian, Point, Vec2};
use crate::optim::{Forms, Hyperparameters, Key, MomentumForm, NesterovForm, Rule};
use crate::surface::Surface;

/// Of numbers that are equal by theory, this share may differ.
const ROUNDING: f64 = 1e-12;

/// A bound on the learning rate, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// Below this rate a run converges from any start, above it diverges from almost any.
    pub rate: f64,
    /// The largest curvature of the surface, λ.
    pub curvature: f64,
    /// The rule that it is for.
    pub rule: Rule,
    /// The forms that the rule follows.
    pub forms: Forms,
}

impl Bound {
    /// Whether a rate is beyond it; what rounding makes of the bound itself is not.
    pub fn is_passed_by(&self, rate: f64) -> bool {
        rate > self.rate * (1.0 + ROUNDING)
    }
}

/// What theory knows of the runs of a rule on a surface.
pub(super) enum Theory {
    /// They converge below a rate.
    Bounded(Bound),
    /// The surface is of the second degree and falls forever in some direction. Beyond that
    /// rate, if one is known, runs swing out of the picture across it besides.
    Falling(Option<f64>),
    /// Nothing.
    Unknown,
}

impl Theory {
    pub(super) fn of(surface: &dyn Surface, lane: &Hyperparameters) -> Self {
        let Some(hessian) = surface.curvature() else {
            return Self::Unknown;
        };
        let [_, curvature] = hessian.eigenvalues();
        let rate = product(lane)
            .filter(|_| curvature > 0.0)
            .map(|it| it / curvature);
        match rate {
            _ if falls_forever(surface, hessian) => Self::Falling(rate),
            Some(rate) => Self::Bounded(Bound {
                rate,
                curvature,
                rule: lane.rule(),
                forms: lane.forms(),
            }),
            None => Self::Unknown,
        }
    }
}

/// The bound for a rule with these values on this surface; `None` where none is known
/// or no rate is stable.
pub fn bound(surface: &dyn Surface, lane: &Hyperparameters) -> Option<Bound> {
    match Theory::of(surface, lane) {
        Theory::Bounded(bound) => Some(bound),
        _ => None,
    }
}

/// Whether a surface has a direction that leads down forever: one of the second degree with
/// curvature downward, or with a slope where it does not curve.
pub fn is_endless(surface: &dyn Surface) -> bool {
    let curvature = surface.curvature();
    curvature.is_some_and(|curvature| falls_forever(surface, curvature))
}

fn falls_forever(surface: &dyn Surface, curvature: Hessian) -> bool {
    let [lowest, highest] = curvature.eigenvalues();
    let largest = lowest.abs().max(highest.abs());
    if lowest.abs() > ROUNDING * largest {
        return lowest < 0.0;
    }
    // Along a direction without curvature the slope is the same everywhere.
    let gradient = surface.gradient(Point::default());
    let slope = gradient.dot(curvature.axes()[0]).abs();
    let is_level = slope <= ROUNDING * gradient.length();
    !is_level || (highest <= 0.0 && gradient != Vec2::ZERO)
}

/// The largest product of learning rate and curvature at which the rule is stable; `None`
/// where none is known, or nothing brakes.
fn product(lane: &Hyperparameters) -> Option<f64> {
    let momentum = lane.value(Key::Momentum);
    match lane.rule() {
        Rule::Sgd => Some(2.0),
        // With all of its velocity kept, nothing brakes it.
        Rule::Momentum => (momentum < 1.0).then(|| {
            let form = lane.forms().momentum;
            form.rate_like(2.0 * (1.0 + momentum), momentum)
        }),
        // Looking ahead brakes as well.
        Rule::Nesterov => (momentum <= 1.0).then(|| {
            let early = match lane.forms().nesterov {
                NesterovForm::Corrected => 0.0,
                NesterovForm::Early => 2.0 * momentum * momentum,
            };
            2.0 * (1.0 + momentum) / (1.0 + 2.0 * momentum + early)
        }),
        _ => None,
    }
}

/// Whether a rule that is at rest at a minimum stays there for so many steps. What divides
/// by a running mean of squares does so by less and less, until it is thrown out: that cannot
/// happen as long as its rate over the least divisor is below the bound.
pub(super) fn keeps_still(
    lane: &Hyperparameters,
    rate: f64,
    curvature: f64,
    squares: &[f64],
    n_steps: usize,
) -> bool {
    let has = |key| lane.rule().keys().contains(&key);
    let decay = match () {
        () if has(Key::Decay) => lane.value(Key::Decay),
        () if has(Key::Beta2) => lane.value(Key::Beta2),
        () => return true,
    };
    // A mean of the gradient is Momentum in the form of an average.
    let beta1 = if has(Key::Beta1) {
        lane.value(Key::Beta1)
    } else {
        0.0
    };
    let product = MomentumForm::Average.rate_like(2.0 * (1.0 + beta1), beta1);
    let fading = libm::pow(decay, n_steps as f64);
    let stays = |&square: &f64| {
        let divisor = f64::sqrt(square * fading) + lane.value(Key::Eps);
        rate * curvature < product * divisor
    };
    squares.iter().all(stays)
}
