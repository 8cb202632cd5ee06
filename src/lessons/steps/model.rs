//! How long the steps of each lane are along each axis, beside its learning rate.

use crate::experiments::race::choices::Coordinate;
use crate::experiments::race::scene::Lane;
use crate::lab::Lab;
use crate::math::{Vec2, sign_changes};
use crate::optim::{Key, Rule};

/// The updates of all lanes whose path is not hidden.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateLengths {
    /// The lanes, in the order of the race.
    pub lanes: Vec<LaneUpdates>,
    /// The one that the lessons speak about; none where that is hidden or has no start.
    pub chosen: Option<usize>,
    /// How many updates each lane was to make.
    pub steps: usize,
    /// The step that is shown.
    pub playhead: usize,
}

/// The updates of one lane.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneUpdates {
    /// Name of the lane.
    pub name: String,
    /// Its rule.
    pub rule: Rule,
    /// 0 for the first lane of its rule, 1 for the second …
    pub variant: usize,
    /// By how much each update moved the parameters. Entry 0 led to step 1.
    pub updates: Vec<Vec2>,
    /// The learning rate η that each had.
    pub rates: Vec<f64>,
}

/// The longest of some updates along an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Longest {
    /// Its length.
    pub length: f64,
    /// The same as a multiple of its learning rate; none where that is 0.
    pub of_rate: Option<f64>,
}

impl LaneUpdates {
    fn of(lane: &Lane<'_>, n_shown: usize, rate_at: impl Fn(usize, f64) -> f64) -> Self {
        let pairs = lane.trajectory.points.windows(2).take(n_shown);
        let updates: Vec<Vec2> = pairs.map(|pair| pair[1] - pair[0]).collect();
        let rate = lane.hyperparameters.value(Key::Lr);
        Self {
            name: lane.name.clone(),
            rule: lane.rule(),
            variant: lane.variant,
            rates: (0..updates.len()).map(|step| rate_at(step, rate)).collect(),
            updates,
        }
    }

    /// The updates up to a step, along an axis.
    pub fn along(&self, axis: Coordinate, until: usize) -> impl Iterator<Item = f64> {
        let updates = self.updates.iter().take(until);
        updates.map(move |update| match axis {
            Coordinate::X => update.x,
            Coordinate::Y => update.y,
        })
    }

    /// The longest update up to a step; none where there is none.
    pub fn longest(&self, axis: Coordinate, until: usize) -> Option<Longest> {
        let lengths = self.along(axis, until).map(f64::abs);
        let (length, rate) = lengths
            .zip(&self.rates)
            .max_by(|a, b| a.0.total_cmp(&b.0))?;
        Some(Longest {
            length,
            of_rate: (*rate > 0.0).then(|| length / rate),
        })
    }

    /// How often the updates up to a step turned round.
    pub fn turns(&self, axis: Coordinate, until: usize) -> usize {
        sign_changes(self.along(axis, until))
    }
}

impl UpdateLengths {
    /// The lane that the lessons speak about.
    pub fn lane(&self) -> Option<&LaneUpdates> {
        self.lanes.get(self.chosen?)
    }
}

impl Lab {
    /// The updates of all lanes whose path is not hidden: of a race whose future is not shown, those
    /// up to the shown step.
    pub fn update_lengths(&mut self) -> UpdateLengths {
        let chosen = self.lane();
        let scene = self.scene();
        let n_shown = match scene.shows_future {
            true => usize::MAX,
            false => scene.playhead,
        };
        let lanes = scene.lanes.iter().enumerate();
        let is_shown = |lane: &Lane<'_>| !lane.is_hidden && !lane.trajectory.points.is_empty();
        let shown: Vec<_> = lanes.filter(|(_, lane)| is_shown(lane)).collect();
        let rate_at = |step, rate| scene.conditions.rate_at(step, rate);
        let updates = shown.iter();
        UpdateLengths {
            lanes: updates
                .map(|(_, lane)| LaneUpdates::of(lane, n_shown, rate_at))
                .collect(),
            chosen: shown.iter().position(|&(index, _)| index == chosen),
            steps: scene.steps,
            playhead: scene.playhead,
        }
    }
}
