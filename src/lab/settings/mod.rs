//! What a reader or a lecturer can set.
//!
//! The frame has the settings that every experiment shares. Each experiment declares its own, as
//! a struct and a list of [`Setting`]s beside it; `registry` has the list of all.

pub(crate) mod choices;
pub(crate) mod declaration;
pub(crate) mod frame;
mod presets;

pub use choices::{Choice, Controls, LossScale, Theme};
pub(crate) use choices::{choice, choices};
pub use declaration::{Kind, Range, Setting, property};
pub(crate) use declaration::{Value, kind, settings};
pub use frame::{FrameSettings, language};
pub use presets::Preset;

use crate::lab::parse::Refused;
use crate::optim::{Hyperparameters, Key, Rule};
use std::any::Any;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::OnceLock;

/// Most updates that a run can have.
pub const MAX_STEPS: usize = 10_000;

/// Most iterations that a network trains, which no other experiment has as many steps as.
pub const MAX_ITERATIONS: u64 = 20_000;

/// Most lanes that a race can have.
pub const MAX_LANES: usize = 12;

/// Playing speeds, in steps per second.
pub const SPEEDS: [f64; 8] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 200.0, 1000.0];

/// All that can be set in a build. The frame gets it from outside, so that it names none of it.
pub struct Declarations {
    /// The settings, in the order of the documentation.
    pub settings: &'static [&'static [Setting]],
    /// The named bundles of them.
    pub presets: &'static [Preset],
    /// The names of the experiments, the default first, in whichever build they are.
    pub experiments: &'static [&'static str],
    /// The names of the lessons.
    pub lessons: &'static [&'static str],
    /// The values of the frame and of each experiment at their defaults.
    pub values: &'static [fn() -> Box<dyn Values>],
    /// The names of settings that this build does not know. It keeps their texts, for the one
    /// that does.
    pub others: OnceLock<Vec<String>>,
}

impl Declarations {
    /// All settings.
    pub fn iter(&self) -> impl Iterator<Item = &'static Setting> {
        self.settings.iter().copied().flatten()
    }

    /// The setting of that name.
    pub fn setting(&self, name: &str) -> Option<&'static Setting> {
        self.iter().find(|setting| setting.name == name)
    }

    /// The names of those that this build does not know.
    pub fn others(&self) -> &[String] {
        self.others.get().map_or(&[], Vec::as_slice)
    }

    /// The names of all settings.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let others = self.others().iter().map(String::as_str);
        self.iter().map(|setting| setting.name).chain(others)
    }

    /// Whether there is a setting of that name.
    pub fn has(&self, name: &str) -> bool {
        self.names().any(|it| it == name)
    }
}

/// It is long, and the same for all settings.
impl fmt::Debug for Declarations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Declarations")
    }
}

impl PartialEq for Declarations {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// What an experiment has to set: a struct of its own.
pub trait Values: Any {
    /// A copy.
    fn copied(&self) -> Box<dyn Values>;

    /// Whether all values are the same.
    fn equals(&self, other: &dyn Values) -> bool;
}

impl<T: Any + Clone + PartialEq> Values for T {
    fn copied(&self) -> Box<dyn Values> {
        Box::new(self.clone())
    }

    fn equals(&self, other: &dyn Values) -> bool {
        (other as &dyn Any).downcast_ref() == Some(self)
    }
}

/// The values of all experiments, one of each type.
struct AllValues(Vec<Box<dyn Values>>);

/// The values have no such form: it would be in the download with the printing of floats.
impl fmt::Debug for AllValues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AllValues").finish_non_exhaustive()
    }
}

impl Clone for AllValues {
    fn clone(&self) -> Self {
        Self(self.0.iter().map(|values| (**values).copied()).collect())
    }
}

impl PartialEq for AllValues {
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = self.0.iter().zip(&other.0);
        pairs.all(|(values, other)| (**values).equals(&**other))
    }
}

/// Everything that can be set. [`Settings::default`] is the book's figure 6-3 to 6-6. The
/// settings of the frame are its own fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    values: AllValues,
    /// Texts of attributes that this build does not know.
    unknown: Vec<(String, String)>,
    declarations: &'static Declarations,
}

impl Deref for Settings {
    type Target = FrameSettings;

    fn deref(&self) -> &FrameSettings {
        self.of()
    }
}

impl DerefMut for Settings {
    fn deref_mut(&mut self) -> &mut FrameSettings {
        self.of_mut()
    }
}

impl Settings {
    /// The defaults of what is declared.
    pub fn new(declarations: &'static Declarations) -> Self {
        Self {
            values: AllValues(declarations.values.iter().map(|make| make()).collect()),
            unknown: Vec::new(),
            declarations,
        }
    }

    /// What is declared.
    pub fn declarations(&self) -> &'static Declarations {
        self.declarations
    }

    /// What is set of an experiment.
    ///
    /// # Panics
    /// Where the values of that type are not declared.
    pub fn of<T: Values>(&self) -> &T {
        let mut all = self.values.0.iter();
        let found = all.find_map(|values| (&**values as &dyn Any).downcast_ref());
        match found {
            Some(values) => values,
            None => panic!("an experiment without its settings"),
        }
    }

    /// The same, to change it.
    ///
    /// # Panics
    /// Where the values of that type are not declared.
    pub fn of_mut<T: Values>(&mut self) -> &mut T {
        let mut all = self.values.0.iter_mut();
        let found = all.find_map(|values| (&mut **values as &mut dyn Any).downcast_mut());
        match found {
            Some(values) => values,
            None => panic!("an experiment without its settings"),
        }
    }

    /// The name of the experiment.
    pub fn experiment(&self) -> &'static str {
        self.lab.unwrap_or(self.declarations.experiments[0])
    }

    /// The canonical text of an attribute.
    pub fn text(&self, name: &str) -> String {
        match self.declarations.setting(name) {
            Some(setting) => setting.text(self),
            None => self.unknown_text(name).to_owned(),
        }
    }

    /// Whether something is set that this build does not know.
    pub fn has_unknown(&self) -> bool {
        !self.unknown.is_empty()
    }

    fn unknown_text(&self, name: &str) -> &str {
        let known = self.unknown.iter().find(|(known, _)| known == name);
        known.map_or("", |(_, text)| text)
    }

    /// Takes the text of an attribute, or says that it is not allowed. What can be understood is
    /// kept, and the whole text where the attribute is not known.
    pub(crate) fn read(&mut self, name: &str, text: &str) -> Result<(), Refused> {
        if let Some(setting) = self.declarations.setting(name) {
            return setting.read(self, text);
        }
        self.unknown.retain(|(known, _)| known != name);
        if !text.is_empty() {
            self.unknown.push((name.to_owned(), text.to_owned()));
        }
        Ok(())
    }

    /// Brings back the default: the preset's, where one is set.
    pub(crate) fn reset(&mut self, name: &str) {
        if name == "preset" {
            return self.begin_from(None);
        }
        let base = self.base(self.preset);
        match self.declarations.setting(name) {
            Some(setting) => (setting.copy)(self, &base),
            None => {
                let text = base.unknown_text(name);
                // What is not known has a text like any other.
                let _ = self.read(name, text);
            }
        }
    }
}

/// A rule with those of its hyperparameters that were set; the others are the
/// surface's and the book's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LaneSetting {
    /// The rule.
    pub rule: Rule,
    given: [Option<f64>; Key::ALL.len()],
}

impl LaneSetting {
    /// The rule with nothing set.
    pub const fn new(rule: Rule) -> Self {
        Self {
            rule,
            given: [None; Key::ALL.len()],
        }
    }

    /// The same with `key` set.
    pub const fn with(mut self, key: Key, value: f64) -> Self {
        self.given[key as usize] = Some(value);
        self
    }

    /// The same with `key` not set.
    pub const fn without(mut self, key: Key) -> Self {
        self.given[key as usize] = None;
        self
    }

    /// The value of `key`, where it was set.
    pub const fn given(&self, key: Key) -> Option<f64> {
        self.given[key as usize]
    }

    /// Whether the learning rate was set.
    pub const fn has_own_rate(&self) -> bool {
        self.given(Key::Lr).is_some()
    }

    /// The usual values, but those that were set.
    pub(crate) fn on(&self, usual: Hyperparameters) -> Hyperparameters {
        Key::ALL
            .into_iter()
            .fold(usual, |values, key| match self.given(key) {
                Some(value) => values.with(key, value),
                None => values,
            })
    }
}
