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
//! Momentum in PyTorch's form has the same bound; as an average it is Momentum with the
//! rate η(1 − α), so that its bound is 1/(1 − α) times as high.
//!
//! The largest curvature decides. Where the surface curves downward along some axis
//! every rate diverges. AdaGrad, RMSProp and Adam divide by what they have met: for
//! them no such bound is known.
//!
//! *Sources:* Polyak, *Some methods of speeding up the convergence of iteration methods*
//! (1964), for Momentum; Nesterov's row is worked out from the matrix of the form that
//! [`Nesterov`](crate::optim::Nesterov) has, rows (1 − (1 + α)s, α²) and (−s, α).

use crate::optim::{Forms, Hyperparameters, Key, NesterovForm, Rule};
use crate::surface::Surface;

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

/// The bound for a rule with these values on this surface; `None` where none is known
/// or no rate is stable.
pub fn bound(surface: &dyn Surface, lane: &Hyperparameters) -> Option<Bound> {
    let momentum = lane.value(Key::Momentum);
    let product = match lane.rule() {
        Rule::Sgd => 2.0,
        Rule::Momentum => {
            let form = lane.forms().momentum;
            form.rate_like(2.0 * (1.0 + momentum), momentum)
        }
        Rule::Nesterov => {
            let early = match lane.forms().nesterov {
                NesterovForm::Corrected => 0.0,
                NesterovForm::Early => 2.0 * momentum * momentum,
            };
            2.0 * (1.0 + momentum) / (1.0 + 2.0 * momentum + early)
        }
        _ => return None,
    };
    let [lowest, curvature] = surface.curvature()?.eigenvalues();
    // At a coefficient of 1 nothing brakes, and no rate converges.
    let is_bounded = lowest >= 0.0 && curvature > 0.0 && momentum < 1.0;
    is_bounded.then(|| Bound {
        rate: product / curvature,
        curvature,
        rule: lane.rule(),
        forms: lane.forms(),
    })
}
