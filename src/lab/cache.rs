//! What is computed from the settings, kept until they change.

use super::settings::{Settings, SurfaceName};
use crate::math::contour::{self, Contour};
use crate::math::{Grid, Point};
use crate::optim::Hyperparameters;
use crate::race::{self, Trajectory};
use crate::surface::{Catalogue, Surface};
use std::sync::OnceLock;

/// Nodes of the grid that contours are drawn from, along each axis.
const GRID_NODES: usize = 241;

/// Contour levels of a picture.
const N_LEVELS: usize = 13;

/// The contours of the named surfaces, once for all figures of a page.
static NAMED: [OnceLock<Vec<Contour>>; Catalogue::ALL.len()] =
    [const { OnceLock::new() }; Catalogue::ALL.len()];

/// Trajectories, and the contours of the reader's formula, with what they were made for.
#[derive(Debug, Default)]
pub(super) struct Cache {
    formula: Option<(String, Vec<Contour>)>,
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
        let text = settings.formula.text();
        let is_shown = settings.surface == SurfaceName::Formula;
        if is_shown
            && self
                .formula
                .as_ref()
                .is_none_or(|(made_for, _)| made_for != text)
        {
            self.formula = Some((text.to_owned(), contours(&settings.formula)));
        }
        let place = place(settings);
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

    /// The contours of the surface as of the last [`refresh`](Cache::refresh).
    pub(super) fn contours(&self, surface: SurfaceName) -> &[Contour] {
        match surface {
            SurfaceName::Named(entry) => {
                NAMED[entry as usize].get_or_init(|| contours(entry.surface()))
            }
            SurfaceName::Formula => self.formula.as_ref().map_or(&[], |(_, made)| made),
        }
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

fn contours(surface: &dyn Surface) -> Vec<Contour> {
    let grid = Grid::sample(surface.domain(), GRID_NODES, GRID_NODES, |at| {
        surface.value(at)
    });
    contour::contours(&grid, &contour::levels(&grid, N_LEVELS))
}
