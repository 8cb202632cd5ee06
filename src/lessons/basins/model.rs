//! The map of basins: where the chosen lane would end from every start.

use crate::experiments::race::cache::Place;
use crate::experiments::race::model::RaceAction;
use crate::lab::Lab;
use crate::lessons::maps::UPDATES;
use crate::math::Point;
use crate::optim::Hyperparameters;
use crate::race::Conditions;
use crate::race::basins::Basins;

pub use crate::race::basins::{End, Goal};

/// Cells of the map along x and y.
const CELLS: (usize, usize) = (120, 90);

/// Runs of the map have at least so many updates: it asks where a start leads in the end.
const LEAST_STEPS: usize = 1000;

/// The basins with what they were made for.
#[derive(Debug, Default)]
pub(crate) struct BasinsMap {
    made: Option<(Wish, Basins)>,
    /// Where the start of the race leads, which is seldom the middle of a cell.
    here: Option<(Point, End)>,
    version: u64,
}

/// What decides the basins.
#[derive(Debug, PartialEq)]
struct Wish {
    place: Place,
    lane: Hyperparameters,
    steps: usize,
    conditions: Conditions,
}

/// The map as it stands.
#[derive(Clone, Copy, Debug)]
pub struct BasinMap<'a> {
    /// The ends of all starts.
    pub basins: &'a Basins,
    /// Another number, another picture.
    pub version: u64,
    /// How many updates each run may make.
    pub steps: usize,
    /// The rule and its values.
    pub lane: &'a Hyperparameters,
    /// Where the race starts.
    pub start: Point,
    /// Where that leads.
    pub end: End,
}

impl Lab {
    fn refresh_basins(&mut self) -> Option<()> {
        let wish = Wish {
            place: Place::of(&self.settings),
            lane: self.chosen_lane()?,
            steps: self.settings.race().steps.max(LEAST_STEPS),
            conditions: self.settings.conditions(),
        };
        let map = &mut self.states.of::<BasinsMap>();
        if map
            .made
            .as_ref()
            .is_none_or(|(made_for, _)| *made_for != wish)
        {
            let surface = self.settings.loss();
            let basins = Basins::new(surface, wish.lane, wish.steps, wish.conditions, CELLS);
            map.made = Some((wish, basins));
            map.here = None;
            map.version += 1;
        }
        Some(())
    }

    /// Goes on with the map while it may; returns whether there is more.
    pub(crate) fn work_on_basins(&mut self, goes_on: &mut dyn FnMut() -> bool) -> bool {
        if self.refresh_basins().is_none() {
            return false;
        }
        let map = &mut self.states.of::<BasinsMap>();
        let Some((_, basins)) = &mut map.made else {
            return false;
        };
        if basins.is_complete() {
            return false;
        }
        map.version += 1;
        while basins.work(self.settings.loss(), UPDATES) {
            if !goes_on() {
                return true;
            }
        }
        false
    }

    /// The map as far as it is computed; `None` where the race has not run, or the lane is
    /// hidden.
    pub fn basins(&mut self) -> Option<BasinMap<'_>> {
        if self.is_asking() {
            return None;
        }
        self.refresh_basins()?;
        let (surface, start) = (self.settings.loss(), self.settings.start_point());
        let map = self.states.of::<BasinsMap>();
        let (wish, basins) = map.made.as_mut()?;
        let end = match map.here {
            Some((from, end)) if from == start => end,
            _ => basins.end(surface, start).0,
        };
        map.here = Some((start, end));
        Some(BasinMap {
            basins,
            version: map.version,
            steps: wish.steps,
            lane: &wish.lane,
            start,
            end,
        })
    }

    /// Puts the start into the middle of a cell, by a person's hand.
    pub fn start_from_cell(&mut self, column: usize, row: usize) {
        let start = self.basins().map(|map| map.basins.start(column, row));
        if let Some(start) = start {
            // A start that is locked stays where it is.
            let _ = self.apply(RaceAction::PlaceStart(start).into());
        }
    }
}
