//! What is computed from the settings, kept until they change.

use crate::experiments::race::choices::View;
use crate::experiments::race::choices::{Comparison, SurfaceName};
use crate::experiments::race::picture::space::Relief;
use crate::lab::settings::Settings;
use crate::math::contour::{self, Contours};
use crate::math::levels::levels;
use crate::math::{Grid, Point, Rect};
use crate::optim::{Hyperparameters, Key};
use crate::race::{self, Conditions, Trajectory};
use crate::surface::{Catalogue, Surface, Valley};
use std::sync::OnceLock;

/// Nodes of the grid that contours are drawn from, along each axis.
const GRID_NODES: usize = 241;

/// Nodes of the grid that the view in space is drawn from, along each axis.
const RELIEF_NODES: usize = 57;

/// Contour levels of a picture.
const N_LEVELS: usize = 13;

/// The contours of the named surfaces, once for all figures of a page.
static NAMED: [OnceLock<Contours>; Catalogue::ALL.len()] =
    [const { OnceLock::new() }; Catalogue::ALL.len()];

/// Those of nothing.
static NONE: Contours = Contours {
    levels: Vec::new(),
    domain: Vec::new(),
};

/// What was computed, with what it was made for.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    /// Contours that are not those of a named surface as it is.
    own: Option<(Place, Contours)>,
    race: Option<(Race, Vec<Hyperparameters>, Vec<Trajectory>)>,
    /// The lane that is hidden, up to which step it is shown, and its record to there.
    hidden: Option<(usize, usize)>,
    begun: Option<Trajectory>,
    /// Grows whenever other runs are shown.
    n_records: u64,
    relief: Option<(Place, Relief)>,
}

/// What decides the contours.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Place {
    surface: SurfaceName,
    formula: String,
    valley: Valley,
    domain: Rect,
}

/// What decides a race, see [`race::run_under`].
#[derive(Debug, PartialEq)]
struct Race {
    place: Place,
    start: Point,
    lanes: Vec<Hyperparameters>,
    comparison: Comparison,
    steps: usize,
    conditions: Conditions,
}

impl Cache {
    /// Computes what the settings ask for and is not at hand.
    pub(crate) fn refresh(&mut self, settings: &Settings) {
        let place = Place::of(settings);
        if !settings.is_plain()
            && self
                .own
                .as_ref()
                .is_none_or(|(made_for, _)| *made_for != place)
        {
            let contours = contours(settings.loss(), place.domain);
            self.own = Some((place.clone(), contours));
        }
        if settings.race().view == View::Space
            && self
                .relief
                .as_ref()
                .is_none_or(|(made_for, _)| *made_for != place)
        {
            let losses = sampled(settings.loss(), place.domain, RELIEF_NODES);
            self.relief = Some((place.clone(), Relief::new(losses)));
        }
        let race = Race {
            place,
            start: settings.start_point(),
            lanes: settings.lanes(),
            comparison: settings.race().comparison,
            steps: settings.race().steps,
            conditions: settings.conditions(),
        };
        if self
            .race
            .as_ref()
            .is_none_or(|(made_for, ..)| *made_for != race)
        {
            let lanes = race.rated(settings.loss());
            let trajectories = lanes.iter().map(|lane| race.run(settings.loss(), lane));
            let trajectories = trajectories.collect();
            self.race = Some((race, lanes, trajectories));
            self.n_records += 1;
        }
    }

    /// The contours of the surface as of the last [`refresh`](Cache::refresh).
    pub(crate) fn contours(&self, settings: &Settings) -> &Contours {
        match settings.race().surface {
            SurfaceName::Named(entry) if settings.is_plain() => {
                let surface = entry.surface();
                NAMED[entry as usize].get_or_init(|| contours(surface, surface.domain()))
            }
            _ => self.own.as_ref().map_or(&NONE, |(_, made)| made),
        }
    }

    /// The lanes as of the last [`refresh`](Cache::refresh), with the rates that they
    /// race at.
    pub(crate) fn lanes(&self) -> &[Hyperparameters] {
        self.race.as_ref().map_or(&[], |(_, lanes, _)| lanes)
    }

    /// Makes ready to show a lane up to a step only.
    pub(crate) fn hide(&mut self, hidden: Option<(usize, usize)>) {
        let begun = |(lane, step): (usize, usize)| Some(self.trajectories().get(lane)?.until(step));
        self.begun = hidden.and_then(begun);
        if self.hidden != hidden {
            self.hidden = hidden;
            self.n_records += 1;
        }
    }

    /// How many records were shown so far.
    pub(crate) fn n_records(&self) -> u64 {
        self.n_records
    }

    /// What is to be shown instead of a lane, where that one is hidden.
    pub(crate) fn shown(&self, lane: usize) -> Option<&Trajectory> {
        let is_it = self.hidden.is_some_and(|(hidden, _)| hidden == lane);
        self.begun.as_ref().filter(|_| is_it)
    }

    /// The trajectories as of the last [`refresh`](Cache::refresh), lane after lane.
    pub(crate) fn trajectories(&self) -> &[Trajectory] {
        self.race
            .as_ref()
            .map_or(&[], |(.., trajectories)| trajectories)
    }
}

impl Cache {
    /// The heights for a view in space as of the last [`refresh`](Cache::refresh).
    pub(crate) fn relief(&self, view: View) -> Option<&Relief> {
        let (_, relief) = self.relief.as_ref().filter(|_| view == View::Space)?;
        Some(relief)
    }
}

impl Place {
    /// The formula counts only where it is shown.
    pub(crate) fn of(settings: &Settings) -> Self {
        let formula = match settings.race().surface {
            SurfaceName::Formula => settings.race().formula.text(),
            SurfaceName::Named(_) => "",
        };
        Self {
            surface: settings.race().surface,
            formula: formula.to_owned(),
            valley: settings.race().valley,
            domain: settings.domain(),
        }
    }
}

impl Race {
    /// The lanes with the rates that the comparison gives them.
    fn rated(&self, surface: &dyn Surface) -> Vec<Hyperparameters> {
        let best = |lane: &Hyperparameters| {
            race::best_rate(surface, self.start, lane, self.steps, &self.conditions)
                .map_or(*lane, |rate| lane.with(Key::Lr, rate))
        };
        match self.comparison {
            Comparison::Best => self.lanes.iter().map(best).collect(),
            _ => self.lanes.clone(),
        }
    }

    fn run(&self, surface: &dyn Surface, lane: &Hyperparameters) -> Trajectory {
        race::run_under(surface, self.start, lane, self.steps, &self.conditions)
    }
}

fn contours(surface: &dyn Surface, domain: Rect) -> Contours {
    let grid = sampled(surface, domain, GRID_NODES);
    let levels = levels(&grid, N_LEVELS);
    contour::contours(&grid, &levels, |at| surface.value(at))
}

/// The losses at so many nodes along either side of a part of the plane.
fn sampled(surface: &dyn Surface, area: Rect, n_nodes: usize) -> Grid {
    Grid::sample(area, n_nodes, n_nodes, |at| surface.value(at))
}
