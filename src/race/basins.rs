//! Which minimum each starting point leads to.

use super::classifier::OutcomeClassifier;
use super::trajectory::Run;
use super::{Conditions, NEAR, OutcomeKind};
use crate::math::{Point, ProgressiveGrid, Rect, Vec2};
use crate::optim::{Hyperparameters, Powers};
use crate::surface::Surface;

/// Where runs from all over the domain end.
#[derive(Clone, Debug)]
pub struct Basins {
    lane: Hyperparameters,
    steps: usize,
    conditions: Conditions,
    domain: Rect,
    minima: Vec<Point>,
    n_known: usize,
    ends: ProgressiveGrid<Goal>,
    powers: Option<Powers>,
}

/// Where a run leads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// To the minimum at that place: it converges there, or has come nearer than [`NEAR`]
    /// when the steps run out, and stayed for its last steps.
    Minimum(Point),
    /// It diverges.
    Away,
    /// It comes to rest elsewhere, or is still on its way when the steps run out.
    Nowhere,
}

/// What a cell leads to: its [`End`], with minima by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The minimum of that number.
    Minimum(usize),
    /// It diverges.
    Away,
    /// No minimum.
    Nowhere,
}

impl Basins {
    /// Nothing computed yet: a grid of starts over the picture's domain, each the middle of
    /// its cell, from which the rule makes at most so many updates.
    pub fn new(
        surface: &dyn Surface,
        lane: Hyperparameters,
        steps: usize,
        conditions: Conditions,
        (columns, rows): (usize, usize),
    ) -> Self {
        Self {
            lane,
            steps,
            domain: conditions.domain.unwrap_or_else(|| surface.domain()),
            conditions,
            minima: surface.minima().to_vec(),
            n_known: surface.minima().len(),
            ends: ProgressiveGrid::new(columns, rows),
            powers: None,
        }
    }

    /// The minima that were known or have been reached, by their numbers.
    pub fn minima(&self) -> &[Point] {
        &self.minima
    }

    /// Whether the minimum of a number lies in the picture and is one of the global minima
    /// that the surface states.
    pub fn is_global(&self, number: usize) -> bool {
        number < self.n_known && self.domain.contains(self.minima[number])
    }

    /// What is computed so far.
    pub fn ends(&self) -> &ProgressiveGrid<Goal> {
        &self.ends
    }

    /// The start of a cell; columns go to the right, rows up.
    pub fn start(&self, column: usize, row: usize) -> Point {
        let place = |index: usize, n: usize| (index as f64 + 0.5) / n as f64;
        let Rect { x, y } = self.domain;
        Point::new(
            x.snap(x.at(place(column, self.ends.columns()))),
            y.snap(y.at(place(row, self.ends.rows()))),
        )
    }

    /// The cell in which a point lies, or the nearest one.
    pub fn nearest(&self, point: Point) -> (usize, usize) {
        let index = |share: f64, n: usize| ((share * n as f64).max(0.0) as usize).min(n - 1);
        (
            index(self.domain.x.share(point.x), self.ends.columns()),
            index(self.domain.y.share(point.y), self.ends.rows()),
        )
    }

    /// Whether all is computed.
    pub fn is_complete(&self) -> bool {
        self.ends.is_complete()
    }

    /// Computes on, coarse before fine, until about so many updates are made. Returns
    /// whether there is more to do.
    pub fn work(&mut self, surface: &dyn Surface, updates: usize) -> bool {
        let mut left = updates as isize;
        while left > 0 {
            let Some((column, row)) = self.ends.wanted() else {
                return false;
            };
            let (end, n) = self.end(surface, self.start(column, row));
            let goal = match end {
                End::Minimum(place) => Goal::Minimum(self.number_or_new(place)),
                End::Away => Goal::Away,
                End::Nowhere => Goal::Nowhere,
            };
            self.ends.put(column, row, goal);
            left -= n as isize + 1;
        }
        true
    }

    /// Where a run from there leads, and how many updates it took to know.
    pub fn end(&mut self, surface: &dyn Surface, start: Point) -> (End, usize) {
        let mut n = 0;
        let mut optimizer = self.lane.optimizer_with(&mut self.powers, self.steps);
        let run = Run {
            surface,
            start,
            lane: self.lane,
            n_steps: self.steps,
            conditions: self.conditions,
        };
        let mut classifier = OutcomeClassifier::new(&run);
        let failure = run.for_each_step(&mut *optimizer, |entry, optimizer| {
            classifier.see(entry);
            n += 1;
            !classifier.is_settled(optimizer)
        });
        let end = match classifier.goal(failure) {
            (_, Some(minimum)) => End::Minimum(minimum),
            (OutcomeKind::Diverged, None) => End::Away,
            _ => End::Nowhere,
        };
        (end, n)
    }

    /// The number of the minimum that is there, or so near that it is the same.
    pub fn number(&self, place: Point) -> Option<usize> {
        let diagonal = Vec2::new(self.domain.x.length(), self.domain.y.length()).length();
        let is_there = |&minimum: &Point| (place - minimum).length() < NEAR * diagonal;
        self.minima.iter().position(is_there)
    }

    fn number_or_new(&mut self, place: Point) -> usize {
        self.number(place).unwrap_or_else(|| {
            self.minima.push(place);
            self.minima.len() - 1
        })
    }
}
