//! Everything that a picture and its words are made from, as plain data.
//!
//! A scene has no pixel, no color and no sentence: `view` turns it into pixels and
//! into words, so that both say the same.

pub use super::turn::Turn;
pub use crate::experiments::race::choices::View;
pub use crate::experiments::race::choices::{Aspect, Comparison, SurfaceName};
pub use crate::lab::settings::LossScale;
pub use crate::math::contour::Contours;
pub use crate::optim::{Forms, Hyperparameters, Key, MomentumForm, NesterovForm, Rule};
pub use crate::race::{
    Bound, Cause, Conditions, Outcome, OutcomeKind, RateChange, Trajectory, sweep,
};

use crate::experiments::race::model::RaceState;
use crate::experiments::race::picture::space::Relief;
use crate::experiments::race::picture::{Landscape, MapMark, Mark};
use crate::experiments::race::slopes::slopes;
use crate::lab::settings::LaneSetting;
use crate::lab::{self, Lab};
use crate::math::Vec2;
use crate::math::{Point, Rect};
use std::any::Any;
use std::rc::Rc;

/// One state of the race lab.
#[derive(Clone, Debug)]
pub struct Scene<'a> {
    /// Which surface.
    pub surface: SurfaceName,
    /// The formula as the student typed it, where the surface is theirs.
    pub formula: &'a str,
    /// The condition number of the ravine.
    pub condition: f64,
    /// The part of the plane to show.
    pub domain: Rect,
    /// The contours of the surface, from the lowest level up.
    pub contours: &'a Contours,
    /// Global minima that are known.
    pub minima: &'a [Point],
    /// Where all lanes start.
    pub start: Point,
    /// How many updates each lane makes.
    pub steps: usize,
    /// The step that is shown, from 0 to `steps`.
    pub playhead: usize,
    /// Whether what is beyond that is shown too, faintly: not while the reader is to say where a
    /// lane leads.
    pub shows_future: bool,
    /// The lanes, in the order of the race.
    pub lanes: Vec<Lane<'a>>,
    /// Whose learning rates the lanes have.
    pub comparison: Comparison,
    /// Whether the learning rate of some lane was set, so that the rates are not just
    /// the book's or the surface's.
    pub has_own_rates: bool,
    /// Noise, seed, and a change of the rates.
    pub conditions: Conditions,
    /// Scale of the loss axis.
    pub loss_scale: LossScale,
    /// Whether one unit is as long along x as along y.
    pub aspect: Aspect,
    /// The losses at the nodes of a regular grid over the domain, where the surface is to
    /// be shown in space.
    pub relief: Option<&'a Relief>,
    /// The gradient at places all over the domain, where the way down is to be shown.
    pub slopes: Vec<Slope>,
    /// From where that view looks.
    pub turn: Turn,
    /// How many records the figure has shown so far: as long as it is the same, so are the runs.
    pub n_records: u64,
    /// What draws it as a landscape, where the build has that.
    pub landscape: Option<&'static Landscape>,
    /// What lessons add to the picture.
    pub marks: Vec<Rc<dyn Mark>>,
}

/// The gradient at a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slope {
    /// Where.
    pub at: Point,
    /// The exact gradient there, finite.
    pub gradient: Vec2,
}

/// One optimizer of the race.
#[derive(Clone, Debug)]
pub struct Lane<'a> {
    /// The rule with its forms and hyperparameters; the learning rate is the one that
    /// the lane races at, whatever the comparison.
    pub hyperparameters: Hyperparameters,
    /// 0 for the first lane of its rule, 1 for the second …
    pub variant: usize,
    /// Name on the screen: the rule's, with the learning rate where the rule races
    /// more than once.
    pub name: String,
    /// Whether the reader is asked where it leads: then its record holds the start only, and while
    /// their answer is played what that shows.
    pub is_hidden: bool,
    /// The complete record of the run, of which steps up to the playhead are shown.
    pub trajectory: &'a Trajectory,
}

impl Scene<'_> {
    /// What a lesson adds to the picture, by its type.
    pub fn mark<T: Mark>(&self) -> Option<&T> {
        self.marks.iter().find_map(|mark| {
            let mark: &dyn Any = &**mark;
            mark.downcast_ref()
        })
    }

    /// Whether some recorded loss is negative, so that a logarithmic axis cannot show
    /// the run. A loss of exactly 0 does not count: its line simply ends there.
    pub fn has_negative_loss(&self) -> bool {
        self.lanes
            .iter()
            .flat_map(|lane| &lane.trajectory.losses)
            .any(|&loss| loss < 0.0)
    }
}

impl Lane<'_> {
    /// The rule.
    pub fn rule(&self) -> Rule {
        self.hyperparameters.rule()
    }

    /// The index of the record's entry for `step`: the last one where the lane ended
    /// before. `None` where the start itself has no finite loss.
    pub fn entry(&self, step: usize) -> Option<usize> {
        Some(step.min(self.trajectory.points.len().checked_sub(1)?))
    }

    /// How the run has ended, once the shown step has reached the one that decided it.
    pub fn end(&self, playhead: usize) -> Option<OutcomeKind> {
        let Outcome { kind, step, .. } = self.trajectory.outcome;
        (playhead >= step).then_some(kind)
    }
}

impl Lab {
    /// The race as plain data; what is not computed yet is computed first. Of a lane that
    /// the reader is asked to predict it holds the start only.
    pub fn scene(&mut self) -> Scene<'_> {
        let marks: Vec<_> = (self.registry().extensions::<MapMark>())
            .filter_map(|MapMark(mark)| mark(self))
            .collect();
        let hidden = self.hidden_record();
        Scene {
            marks,
            ..self.scene_without(hidden)
        }
    }

    /// The same with nothing hidden: the record.
    pub fn whole_scene(&mut self) -> Scene<'_> {
        self.scene_without(None)
    }

    fn scene_without(&mut self, hidden: Option<(usize, usize)>) -> Scene<'_> {
        let registry = self.registry();
        let suggested = self.suggested_step();
        let race = self.states.of::<RaceState>();
        race.cache.refresh(&self.settings);
        race.cache.hide(hidden);
        let (cache, settings) = (&race.cache, &self.settings);
        let all = cache.lanes();
        let lanes = all.iter().zip(cache.trajectories()).enumerate();
        let lanes = lanes.map(|(index, (lane, trajectory))| Lane {
            hyperparameters: *lane,
            variant: lab::n_of_rule(&all[..index], lane),
            name: lab::name(all, index),
            is_hidden: hidden.is_some_and(|(lane, _)| lane == index),
            trajectory: cache.shown(index).unwrap_or(trajectory),
        });
        Scene {
            surface: settings.race().surface,
            formula: settings.race().formula.text(),
            domain: settings.domain(),
            condition: settings.race().valley.condition,
            contours: cache.contours(settings),
            minima: settings.loss().minima(),
            start: settings.start_point(),
            steps: settings.race().steps,
            playhead: match settings.step.or(suggested) {
                Some(step) => step.min(settings.race().steps),
                None => settings.race().steps,
            },
            shows_future: hidden.is_none(),
            lanes: lanes.collect(),
            comparison: settings.race().comparison,
            has_own_rates: settings.optimizers.iter().any(LaneSetting::has_own_rate),
            conditions: settings.conditions(),
            loss_scale: settings.loss_scale,
            aspect: settings.race().aspect,
            relief: cache.relief(settings.race().view),
            slopes: slopes(settings),
            turn: settings.race().turn,
            n_records: cache.n_records(),
            landscape: registry.extensions().next(),
            marks: Vec::new(),
        }
    }
}
