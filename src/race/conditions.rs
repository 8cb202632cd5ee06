//! What all lanes of a race have in common besides surface, start and number of steps.

use crate::math::{Rect, Rng, Vec2};

/// The conditions of a race; the default has no noise and changes no rate.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Conditions {
    /// Standard deviation σ of the gradient noise along each axis, in the unit of the
    /// gradient, from 0. The gradient that a step uses is the exact one plus a
    /// normally distributed vector, the same at step k for every lane: what another
    /// mini-batch does to the gradient of a network.
    pub noise: f64,
    /// Seed of the noise.
    pub seed: u64,
    /// A change of the learning rates during the run.
    pub rate_change: Option<RateChange>,
    /// The part of the plane that the picture shows, by which outcomes are judged;
    /// `None` stands for the surface's own.
    pub domain: Option<Rect>,
}

/// At a step all learning rates are multiplied.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateChange {
    /// The step at which they are: the first update with the new rate is the one from
    /// here to the next step.
    pub step: usize,
    /// By what they are multiplied.
    pub factor: f64,
}

impl Conditions {
    /// The learning rate of the update that leads on from `step`, where `rate` is the
    /// one that the run begins with.
    pub fn rate_at(&self, step: usize, rate: f64) -> f64 {
        match self.rate_change {
            Some(change) if step >= change.step => rate * change.factor,
            _ => rate,
        }
    }
}

/// The stream of [`Rng::for_stream`] that gradient noise is drawn from.
const STREAM: u64 = 1;

/// The noise of a run, step by step.
#[derive(Debug)]
pub(super) struct Noise {
    scale: f64,
    rng: Rng,
}

impl Noise {
    pub(super) fn of(conditions: &Conditions) -> Self {
        Self {
            scale: conditions.noise,
            rng: Rng::for_stream(conditions.seed, STREAM),
        }
    }

    /// The next step's gradient with its noise; without noise the same bits.
    #[inline(always)]
    pub(super) fn disturb(&mut self, gradient: Vec2) -> Vec2 {
        if self.scale == 0.0 {
            return gradient;
        }
        let (x, y) = (self.rng.normal(), self.rng.normal());
        gradient + Vec2::new(x, y) * self.scale
    }
}
