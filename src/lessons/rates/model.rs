//! The map of hyperparameters: what becomes of the chosen lane for every learning rate
//! and every value of its second number.

use crate::experiments::race::cache::Place;
use crate::experiments::race::choices::Comparison;
use crate::experiments::race::settings::suggested;
use crate::lab::settings::Settings;
use crate::lab::settings::frame::lane_value;
use crate::lab::{Action, Lab};
use crate::lessons::maps::UPDATES;
use crate::math::numeral::{decimals, power, shortest};
use crate::optim::{Hyperparameters, Key, Rule};
use crate::race::hyperparameter_map::{HyperparameterMap, Plan};
use crate::race::{self, Bound};

pub use crate::race::hyperparameter_map::{Cell, Rows};

/// How many learning rates there are: four decades of [`PER_DECADE`].
pub const COLUMNS: usize = 160;

/// How many values of the second number there are.
pub const ROWS: usize = 120;

/// Cells to a factor of ten, in the rate and in the distance of a coefficient from 1.
pub const PER_DECADE: f64 = 40.0;

/// The highest rate of a map is at most ten, as that of the sliders.
const HIGHEST: f64 = 1.0;

/// The lowest rate of a map is at least 10 to the −6.
const LOWEST: f64 = -6.0;

/// The chart with what it was made for.
#[derive(Debug, Default)]
pub(crate) struct RatesMap {
    made: Option<(Place, HyperparameterMap)>,
    /// The largest stable rate of each row of the chart.
    bounds: Vec<Option<f64>>,
    /// Grows whenever the chart does.
    version: u64,
}

/// The map as it stands.
#[derive(Clone, Copy, Debug)]
pub struct Rates<'a> {
    /// The cells.
    pub chart: &'a HyperparameterMap,
    /// Another number, another picture.
    pub version: u64,
    /// The lane that it is about.
    pub lane: &'a Hyperparameters,
    /// The step that is shown.
    pub step: usize,
    /// What the lane's run says at its end; where the rows are steps, at the shown one.
    pub here: Option<Cell>,
    /// Why there is a bound on the rate, or none.
    pub stability: Stability,
    /// The largest stable rate of each row.
    pub bounds: &'a [Option<f64>],
}

/// What is known of the largest stable rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stability {
    /// The bound with the lane's values.
    Known(Bound),
    /// The rule divides by what it has met; no bound is known.
    Adaptive,
    /// The surface curves differently from place to place.
    ManyCurvatures,
    /// Some direction leads down for ever.
    Downward,
    /// There is none: the surface is flat, or nothing brakes.
    Unbounded,
}

impl RatesMap {
    /// Makes the chart anew where it is not the one that is asked for.
    fn refresh(&mut self, settings: &Settings, lane: &Hyperparameters) {
        let (place, plan) = (Place::of(settings), plan(settings, lane));
        let is_same = |(made_for, chart): &(Place, HyperparameterMap)| {
            *made_for == place && *chart.plan() == plan
        };
        if !self.made.as_ref().is_some_and(is_same) {
            let bound = |row| race::bound(settings.loss(), &plan.lane(0, row));
            let rows = 0..plan.rows.len();
            self.bounds = rows.map(|row| Some(bound(row)?.rate)).collect();
            self.made = Some((place, HyperparameterMap::new(plan)));
            self.version += 1;
        }
    }

    fn work(&mut self, settings: &Settings, goes_on: &mut dyn FnMut() -> bool) -> bool {
        let Some((_, chart)) = &mut self.made else {
            return false;
        };
        if chart.is_complete() {
            return false;
        }
        self.version += 1;
        while chart.work(settings.loss(), UPDATES) {
            if !goes_on() {
                return true;
            }
        }
        false
    }
}

/// The second number of a rule, where it has one that matters.
pub fn second_key(rule: Rule) -> Option<Key> {
    let mut others = rule.keys()[1..].iter().copied();
    others.find(|&key| key != Key::Eps)
}

/// The exponent of the lowest rate: such that the stability bound of SGD, or else the rate
/// that suits the surface, lies a decade or two below the highest.
fn low_exponent(settings: &Settings, lane: &Hyperparameters) -> f64 {
    let sgd = Hyperparameters::new(Rule::Sgd);
    let has_bound = race::bound(settings.loss(), lane).is_some();
    let highest = match race::bound(settings.loss(), &sgd) {
        Some(bound) if has_bound => f64::floor(libm::log10(bound.rate) + 1e-9) + 1.0,
        _ => {
            let rate = suggested(settings.race().surface, lane.rule()).value(Key::Lr);
            f64::floor(libm::log10(rate) + 1e-9) + 2.0
        }
    };
    (highest.min(HIGHEST) - COLUMNS as f64 / PER_DECADE).max(LOWEST)
}

fn plan(settings: &Settings, lane: &Hyperparameters) -> Plan {
    let low = low_exponent(settings, lane);
    let rate = |column: usize| power(low + column as f64 / PER_DECADE, 3);
    let steps = settings.race().steps;
    let mut rest = lane.with(Key::Lr, 0.0);
    let rows = match second_key(lane.rule()) {
        Some(key) => {
            rest = rest.with(key, 0.0);
            Rows::Key(key, (0..ROWS).map(coefficient).collect())
        }
        None => {
            let last = steps.min(ROWS - 1);
            let step = |row: usize| (row * steps + last / 2) / last;
            Rows::Steps((0..=last).map(step).collect())
        }
    };
    Plan {
        lane: rest,
        start: settings.start_point(),
        steps,
        conditions: settings.conditions(),
        rates: (0..COLUMNS).map(rate).collect(),
        rows,
    }
}

/// The coefficient of a row: 0, then closer and closer to 1, ten decimals at most.
fn coefficient(row: usize) -> f64 {
    let distance = power(-(row as f64) / PER_DECADE, 3);
    decimals(1.0 - distance, 10)
}

impl Rates<'_> {
    /// Where a rate lies, in columns from the middle of the first; it may lie outside.
    pub fn place_of_rate(&self, rate: f64) -> f64 {
        let first = self.chart.plan().rates.first().copied().unwrap_or(1.0);
        (libm::log10(rate) - libm::log10(first)) * PER_DECADE
    }

    /// Where the lane stands between the rows, counted from the middle of the lowest.
    pub fn place_of_second(&self) -> f64 {
        match &self.chart.plan().rows {
            Rows::Key(key, _) => -libm::log10(1.0 - self.lane.value(*key)) * PER_DECADE,
            Rows::Steps(steps) => {
                let last = steps.last().copied().unwrap_or(1).max(1);
                self.step as f64 * (steps.len() - 1) as f64 / last as f64
            }
        }
    }

    /// The cell nearest to where the lane stands.
    pub fn nearest(&self) -> (usize, usize) {
        let index = |place: f64, n: usize| (libm::round(place).max(0.0) as usize).min(n - 1);
        let rate = self.lane.value(Key::Lr);
        let plan = self.chart.plan();
        (
            index(self.place_of_rate(rate), plan.rates.len()),
            index(self.place_of_second(), plan.rows.len()),
        )
    }
}

impl Lab {
    /// Goes on with the map while it may; returns whether there is more.
    pub(crate) fn work_on_rates(&mut self, goes_on: &mut dyn FnMut() -> bool) -> bool {
        let Some(lane) = self.chosen_lane() else {
            return false;
        };
        self.states.of::<RatesMap>().refresh(&self.settings, &lane);
        self.states.of::<RatesMap>().work(&self.settings, goes_on)
    }

    /// The map as far as it is computed; `None` where the race has not run, or the lane is
    /// hidden.
    pub fn rates(&mut self) -> Option<Rates<'_>> {
        if self.is_asking() {
            return None;
        }
        let lane = self.chosen_lane()?;
        self.states.of::<RatesMap>().refresh(&self.settings, &lane);
        let (index, step) = (self.lane(), self.step());
        let surface = self.settings.loss();
        let stability = match race::bound(surface, &lane) {
            Some(bound) => Stability::Known(bound),
            None => unbounded(&self.settings, lane.rule()),
        };
        let (_, chart) = self.states.find::<RatesMap>()?.made.as_ref()?;
        let record = self.race()?.cache.trajectories().get(index)?;
        let at = match chart.plan().rows {
            Rows::Key(..) => usize::MAX,
            Rows::Steps(_) => step,
        };
        let loss = record.losses.get(at).or(record.losses.last());
        let here = loss.map(|&loss| Cell {
            loss,
            outcome: record.outcome,
        });
        Some(Rates {
            chart,
            version: self.states.find::<RatesMap>()?.version,
            lane: self.race()?.cache.lanes().get(index)?,
            step,
            here,
            stability,
            bounds: &self.states.find::<RatesMap>()?.bounds,
        })
    }

    /// Gives the chosen lane the numbers of a cell, by a person's hand.
    pub fn load_cell(&mut self, column: usize, row: usize) {
        let Some(rates) = self.rates() else {
            return;
        };
        let plan = rates.chart.plan();
        let Some(&rate) = plan.rates.get(column) else {
            return;
        };
        let second = match &plan.rows {
            Rows::Key(key, values) => values.get(row).map(|&value| (*key, value)),
            Rows::Steps(_) => None,
        };
        let step = match &plan.rows {
            Rows::Key(..) => None,
            Rows::Steps(steps) => steps.get(row).copied(),
        };
        let Some(line) = self.row_of_lane(self.lane()) else {
            return;
        };
        // What is locked stays as it is: that is all that these can refuse.
        if self.settings.race().comparison == Comparison::Best {
            let _ = self.apply(Action::Change {
                attribute: "comparison".to_owned(),
                text: None,
            });
        }
        let rate_id = match self.settings.race().comparison {
            Comparison::Same => "rate".to_owned(),
            Comparison::Own | Comparison::Best => lane_value(line, Key::Lr),
        };
        let _ = self.apply(Action::enter(rate_id, shortest(rate)));
        if let Some((key, value)) = second {
            let _ = self.apply(Action::enter(lane_value(line, key), shortest(value)));
        }
        if let Some(step) = step {
            let _ = self.apply(Action::Seek(step));
        }
    }

    /// The place in the list of rows of a lane of the race.
    fn row_of_lane(&self, lane: usize) -> Option<usize> {
        let rows = self.rows().iter().enumerate();
        let mut on = rows.filter(|(_, row)| row.is_on).map(|(index, _)| index);
        on.nth(lane)
    }

    /// The lane that the lessons speak about, with the rate that it races at.
    pub(crate) fn chosen_lane(&mut self) -> Option<Hyperparameters> {
        self.refreshed_race();
        self.race()?.cache.lanes().get(self.lane()).copied()
    }
}

/// Why there is no bound.
fn unbounded(settings: &Settings, rule: Rule) -> Stability {
    if rule.is_adaptive() {
        return Stability::Adaptive;
    }
    let surface = settings.loss();
    match surface.curvature() {
        None => Stability::ManyCurvatures,
        Some(_) if race::is_endless(surface) => Stability::Downward,
        Some(_) => Stability::Unbounded,
    }
}
