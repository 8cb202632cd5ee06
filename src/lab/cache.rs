//! What is computed from the settings, kept until they change.

use super::settings::{Settings, SurfaceName};
use crate::math::contour::{self, Contour};
use crate::math::{Grid, Point};
use crate::optim::Hyperparameters;
use crate::race::{self, Trajectory};

/// Nodes of the grid that contours are drawn from, along each axis.
const GRID_NODES: usize = 241;

/// Contour levels of a picture.
const N_LEVELS: usize = 13;

/// Contours and trajectories with what they were made for.
#[derive(Debug, Default)]
pub(super) struct Cache {
    ground: Option<(Place, Vec<Contour>)>,
    race: Option<(Race, Vec<Trajectory>)>,
}

/// What decides the surface.
type Place = (SurfaceName, String);

/// What decides a race, see [`race::run`].
#[derive(Debug, PartialEq)]
struct Race {
    place: Place,
    start: Point,
    lanes: Vec<Hyperparameters>,
    steps: usize,
}

impl Cache {
    /// Computes what the settings ask for and is not at hand.
    pub(super) fn refresh(&mut self, settings: &Settings) {
        let place = place(settings);
        if self
            .ground
            .as_ref()
            .is_none_or(|(made_for, _)| *made_for != place)
        {
            self.ground = Some((place.clone(), contours(settings)));
        }
        let race = Race {
            place,
            start: settings.start_point(),
            lanes: settings.lanes(),
            steps: settings.steps,
        };
        if self
            .race
            .as_ref()
            .is_none_or(|(made_for, _)| *made_for != race)
        {
            let run = |lane| race::run(settings.loss(), race.start, lane, race.steps);
            let trajectories = race.lanes.iter().map(run).collect();
            self.race = Some((race, trajectories));
        }
    }

    /// The contours as of the last [`refresh`](Cache::refresh).
    pub(super) fn contours(&self) -> &[Contour] {
        self.ground.as_ref().map_or(&[], |(_, contours)| contours)
    }

    /// The trajectories as of the last [`refresh`](Cache::refresh), lane after lane.
    pub(super) fn trajectories(&self) -> &[Trajectory] {
        self.race
            .as_ref()
            .map_or(&[], |(_, trajectories)| trajectories)
    }
}

/// The formula counts only where it is shown.
fn place(settings: &Settings) -> Place {
    let formula = match settings.surface {
        SurfaceName::Formula => settings.formula.text(),
        SurfaceName::Named(_) => "",
    };
    (settings.surface, formula.to_owned())
}

fn contours(settings: &Settings) -> Vec<Contour> {
    let loss = settings.loss();
    let grid = Grid::sample(loss.domain(), GRID_NODES, GRID_NODES, |at| loss.value(at));
    contour::levels(&grid, N_LEVELS)
        .into_iter()
        .map(|level| contour::contour(&grid, level))
        .collect()
}
