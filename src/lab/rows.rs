//! The list of lanes that the interface offers: those in the race, and the other
//! rules, each with its values remembered while it stands aside.

use super::settings::LaneSetting;
use crate::optim::{Key, Rule};

/// One line of the list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The rule and what was set of it.
    pub lane: LaneSetting,
    /// Whether it takes part.
    pub is_on: bool,
}

/// The list. The rows that are on, in order, are the lanes of the race.
#[derive(Clone, Debug)]
pub(crate) struct Rows(Vec<Row>);

impl Rows {
    /// The given lanes first, then every rule that is not among them.
    pub(crate) fn of(lanes: &[LaneSetting]) -> Self {
        let mut rows = Self(Vec::new());
        rows.show(lanes);
        rows
    }

    /// Takes lanes that were set from outside, unless the list shows them already.
    pub(crate) fn show(&mut self, lanes: &[LaneSetting]) {
        if !self.0.is_empty() && self.lanes() == lanes {
            return;
        }
        let remembered = |rule| {
            let own = self
                .0
                .iter()
                .find(|row| row.lane.rule == rule && !row.is_on);
            own.map_or(LaneSetting::new(rule), |row| row.lane)
        };
        let present = lanes.iter().map(|&lane| Row { lane, is_on: true });
        let absent = Rule::ALL
            .into_iter()
            .filter(|&rule| lanes.iter().all(|lane| lane.rule != rule))
            .map(|rule| Row {
                lane: remembered(rule),
                is_on: false,
            });
        self.0 = present.chain(absent).collect();
    }

    /// Takes a list that was written down, if it belongs to these lanes.
    pub(crate) fn restore(&mut self, rows: Vec<Row>, lanes: &[LaneSetting]) {
        let written = Self(rows);
        if written.lanes() == lanes {
            *self = written;
        }
    }

    /// All rows.
    pub(crate) fn as_slice(&self) -> &[Row] {
        &self.0
    }

    /// The lanes that take part.
    pub(crate) fn lanes(&self) -> Vec<LaneSetting> {
        let on = self.0.iter().filter(|row| row.is_on);
        on.map(|row| row.lane).collect()
    }

    /// Puts a row into the race or takes it out. The last one stays in.
    pub(crate) fn switch(&mut self, index: usize, is_on: bool) {
        let is_last = self.0.iter().filter(|row| row.is_on).count() == 1;
        if let Some(row) = self.0.get_mut(index)
            && (is_on || !is_last)
        {
            row.is_on = is_on;
        }
    }

    /// Sets a hyperparameter of a row.
    pub(crate) fn tune(&mut self, index: usize, key: Key, value: f64) {
        if let Some(row) = self.0.get_mut(index) {
            row.lane = row.lane.with(key, value);
        }
    }

    /// Forgets the learning rates that were set, for a surface on which they mean nothing.
    pub(crate) fn forget_rates(&mut self) {
        for row in &mut self.0 {
            row.lane = row.lane.without(Key::Lr);
        }
    }
}
