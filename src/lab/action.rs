//! The closed list of what can happen to a lab, and what can be wrong with it.

use crate::lab::link;
use crate::lab::parse::Refused;
use crate::lab::settings::{Setting, Settings};
use crate::lab::warning::{Warning, nearest, setting_meant};
use crate::lab::{Lab, PartAction};
use crate::surface::formula;
use std::rc::Rc;

/// Everything that a person, a page or time does to a lab.
#[derive(Clone, Debug)]
pub enum Action {
    /// Sets an attribute from its text; `None` brings back the default.
    Set {
        /// Name of the attribute.
        attribute: String,
        /// Its text.
        text: Option<String>,
    },
    /// The same by a person's hand, where a gesture has no control of its own: a cell
    /// of a map.
    Change {
        /// Name of the attribute.
        attribute: String,
        /// Its text.
        text: Option<String>,
    },
    /// Takes all pairs of a query, a preset before the others; what it does not name is left as
    /// it is.
    Query {
        /// The query, with or without `?`.
        query: String,
        /// Where it comes from.
        origin: Origin,
    },
    /// Goes on where another lab stood when it took this snapshot.
    Restore(String),
    /// Moves the slider of that name to a position.
    Slide(String, u32),
    /// Types into the number field of a slider, or a formula.
    Type(String, String),
    /// Picks an option, or switches a checkbox by `true` or `false`.
    Choose(String, String),
    /// Shows the lesson of that name and closes the others; `None` closes all.
    Show(Option<&'static str>),
    /// Does what only an experiment or a lesson knows.
    Part(Rc<dyn PartAction>),
    /// Plays on; from the start where the end is shown.
    Play,
    /// Stops where it is.
    Pause,
    /// Stops what plays; a record that grows goes on growing where it is looked at again.
    Rest,
    /// Shows the next step.
    StepForward,
    /// Shows the step before.
    StepBack,
    /// Shows a step, the last one where there are fewer.
    Seek(usize),
    /// Shows the start.
    Reset,
    /// Brings back what the author of the page has set.
    Revert,
    /// Lets time pass, in milliseconds.
    Advance(f64),
}

/// Where a query comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From who wrote the page, or the link to it.
    Author,
    /// From a link in the page that a reader followed.
    Link,
    /// From a reader's hand in the figure: what is locked stays as it is.
    Reader,
}

/// Something typed that cannot be taken. The last good value holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// Attributes.
    Attributes(Vec<Warning>),
    /// A number field: a number of this range is wanted.
    Number {
        /// Lowest allowed number.
        low: f64,
        /// Highest allowed number.
        high: f64,
        /// Whether it has to be whole.
        is_whole: bool,
    },
    /// The formula.
    Formula(formula::Problem),
    /// There is no such control or option now.
    Unknown,
    /// A person may not change this.
    Locked,
    /// A lesson has asked something that is to be answered before it plays.
    Unanswered,
}

impl Lab {
    /// Applies an action.
    ///
    /// # Errors
    /// Where a text was not taken; the state is good all the same.
    pub fn apply(&mut self, action: Action) -> Result<(), Problem> {
        let is_time = matches!(action, Action::Advance(_));
        if !is_time {
            self.count_change();
        }
        let taken = self.take(action);
        if !is_time {
            for lesson in self.registry.lessons {
                lesson.was_changed(self);
            }
            self.forget_step_past_end();
        }
        taken
    }

    fn take(&mut self, action: Action) -> Result<(), Problem> {
        if self
            .changed_by(&action)
            .is_some_and(|it| self.is_locked(it))
        {
            return Err(Problem::Locked);
        }
        self.keep_authored(&action);
        match action {
            Action::Set { attribute, text } => {
                let before = self.settings.text(&attribute);
                let taken = self.set(&attribute, text.as_deref());
                if self.settings.text(&attribute) != before {
                    self.note_authored(&attribute, text.as_deref());
                }
                taken?;
            }
            Action::Change { attribute, text } => self.set(&attribute, text.as_deref())?,
            Action::Query { query, origin } => return self.take_query(&query, origin),
            Action::Restore(snapshot) => return self.restore(&snapshot),
            Action::Slide(name, position) => return self.slide(&name, position),
            Action::Type(name, text) => return self.type_text(&name, &text),
            Action::Choose(name, value) => return self.choose(&name, &value),
            Action::Show(lesson) => self.show(lesson),
            Action::Part(part) => return part.apply(self),
            Action::Play => {
                let stop = self.next_stop()?;
                // Also where it has waited at its start for its end.
                let is_at_end = self.progress().is_some() && self.step() == self.last_step();
                if self.settings.step.is_none() || is_at_end {
                    self.seek(0);
                }
                self.playhead.play_to(stop);
            }
            Action::Pause => {
                // What is computed unasked stops, too.
                if self.is_playing() || self.is_growing() {
                    self.seek(self.step());
                }
                self.playhead.pause();
            }
            Action::Rest => self.playhead.pause(),
            Action::StepForward => self.jump(self.step() + 1),
            Action::StepBack => self.jump(self.step().saturating_sub(1)),
            Action::Seek(step) => self.jump(step),
            Action::Reset => self.jump(0),
            Action::Revert => return self.revert(),
            Action::Advance(milliseconds) => self.advance(milliseconds),
        }
        Ok(())
    }

    /// Takes all pairs of a query; returns what was not taken.
    pub fn set_query(&mut self, query: &str) -> Vec<Warning> {
        let (query, origin) = (query.to_owned(), Origin::Author);
        let taken = self.apply(Action::Query { query, origin });
        taken.err().map_or_else(Vec::new, Problem::warnings)
    }

    pub(super) fn take_query(&mut self, query: &str, origin: Origin) -> Result<(), Problem> {
        let declarations = self.settings.declarations();
        let has_plus = |name: &str| declarations.setting(name).is_some_and(|it| it.has_plus);
        let pairs = link::pairs(query, has_plus);
        let (presets, others): (Vec<_>, Vec<_>) =
            pairs.into_iter().partition(|pair| pair.name == "preset");
        let mut warnings = Vec::new();
        for link::Pair { name, text, plus } in presets.into_iter().chain(others) {
            if origin == Origin::Reader && self.is_locked(&name) {
                continue;
            }
            let taken = self.set(&name, Some(&text));
            if origin == Origin::Author {
                self.note_authored(&name, Some(&text));
            }
            warnings.extend(taken.err().map_or_else(Vec::new, Problem::warnings));
            warnings.extend(plus.map(|is_plus| Warning::Plus {
                attribute: name,
                is_plus,
            }));
        }
        match warnings.is_empty() {
            true => Ok(()),
            false => Err(Problem::Attributes(warnings)),
        }
    }

    /// Whether a person may not change an attribute. A preset changes the others, so it
    /// needs all of them.
    pub fn is_locked(&self, attribute: &str) -> bool {
        let lock = &self.settings.lock;
        match attribute {
            "preset" | "lock" => !lock.is_empty(),
            _ => lock.iter().any(|name| name == attribute),
        }
    }

    pub(super) fn set(&mut self, attribute: &str, text: Option<&str>) -> Result<(), Problem> {
        let declarations = self.settings.declarations();
        let setting = declarations.setting(attribute);
        if !declarations.has(attribute) {
            return Err(Problem::Attributes(self.misspelt(&[attribute.to_owned()])));
        }
        let before = self.settings.text(attribute);
        self.settings.reset(attribute);
        let result = match text {
            Some(text) => self.settings.read(attribute, text),
            None => Ok(()),
        };
        // A page may write back what a slider has just set.
        if self.settings.text(attribute) != before {
            self.left = None;
        }
        self.rows.show(&self.settings.optimizers);
        for part in self.registry.parts() {
            part.setting_was_set(self, attribute);
            if let (Err(refused), Some(text)) = (&result, text) {
                part.setting_was_refused(self, attribute, text, refused);
            }
        }
        result.map_err(|refused| {
            let value = match &refused {
                Refused::Part(part) => part.clone(),
                _ => text.unwrap_or_default().to_owned(),
            };
            let value: String = value.chars().take(80).collect();
            let instead = match refused {
                Refused::Part(_) => "it is left out".to_owned(),
                _ if Settings::new(declarations).text(attribute).is_empty() => {
                    "it counts as absent".to_owned()
                }
                _ => format!("the default \"{}\" holds", self.settings.text(attribute)),
            };
            let names = setting.map(Setting::names).unwrap_or_default();
            Problem::Attributes(vec![Warning::Value {
                attribute: attribute.to_owned(),
                meant: nearest(&value, names.iter().map(String::as_str)),
                value,
                allowed: setting.map(Setting::values).unwrap_or_default(),
                instead,
            }])
        })
    }

    /// Names that are no settings, with the settings that are near to them.
    pub fn misspelt(&self, names: &[String]) -> Vec<Warning> {
        let declarations = self.settings.declarations();
        let unknown = names.iter().filter(|name| !declarations.has(name));
        let warnings = unknown.map(|name| Warning::Name {
            name: name.clone(),
            meant: setting_meant(name, declarations.names()),
        });
        warnings.collect()
    }

    fn show(&mut self, name: Option<&'static str>) {
        for lesson in self.registry.lessons {
            let is_shown = name == Some(lesson.name());
            if is_shown || self.is_open(lesson.name()) {
                lesson.was_opened(self, is_shown);
            }
        }
        self.settings.lessons = name.into_iter().collect();
    }

    pub(crate) fn jump(&mut self, step: usize) {
        self.playhead.pause();
        self.seek(step);
    }

    pub(crate) fn seek(&mut self, step: usize) {
        self.settings.step = Some(step);
        self.forget_step_past_end();
        for lesson in self.registry.lessons {
            lesson.step_was_shown(self);
        }
    }

    /// Where playing that begins now stops, where that is not at the end.
    pub(super) fn next_stop(&mut self) -> Result<Option<usize>, Problem> {
        let mut stop = None;
        for lesson in self.registry.lessons {
            stop = stop.or(lesson.stop_of_playing(self)?);
        }
        Ok(stop)
    }

    /// The last step is written as `None`, so that it stays the last when there are more, unless
    /// that stands for another step.
    pub(super) fn forget_step_past_end(&mut self) {
        let last = self.last_step();
        // An experiment whose data has not come has no last step yet.
        if self.progress().is_none() {
            return;
        }
        let stands_for_last = self.suggested_step().is_none();
        self.settings.step = match self.settings.step {
            Some(step) if step >= last => (!stands_for_last).then_some(last),
            step => step,
        };
    }

    fn advance(&mut self, milliseconds: f64) {
        let steps = milliseconds / 1000.0 * self.settings.speed * self.pace();
        let due = self.playhead.due(steps);
        if due > 0 {
            self.count_change();
            let stop = self.playhead.stop().unwrap_or(usize::MAX);
            self.seek(self.step().saturating_add(due).min(stop));
        }
        let is_there = self.step() >= self.goal();
        if self.progress().is_some() && self.playhead.is_playing() && is_there {
            self.count_change();
            self.playhead.pause();
        }
    }
}

impl<A: PartAction + 'static> From<A> for Action {
    fn from(action: A) -> Self {
        Self::Part(Rc::new(action))
    }
}

impl Action {
    /// Moves the slider of that name to a position.
    pub fn slide(name: impl Into<String>, position: u32) -> Self {
        Self::Slide(name.into(), position)
    }

    /// Types into the control of that name.
    pub fn enter(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Type(name.into(), text.into())
    }

    /// Picks an option of the control of that name, or switches it by `true` or `false`.
    pub fn choose(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self::Choose(name.into(), value.into())
    }
}

impl Problem {
    /// What is wrong with attributes; nothing where it is something else.
    pub fn warnings(self) -> Vec<Warning> {
        match self {
            Self::Attributes(warnings) => warnings,
            _ => Vec::new(),
        }
    }
}

impl Lab {
    /// The attribute that a person changes by an action.
    fn changed_by<'a>(&self, action: &'a Action) -> Option<&'a str> {
        match action {
            Action::Part(part) => part.attribute(),
            Action::Slide(name, _) | Action::Type(name, _) | Action::Choose(name, _) => {
                self.attribute_of(name)
            }
            Action::Show(_) => Some("lessons"),
            Action::Change { attribute, .. } => Some(attribute),
            _ => None,
        }
    }
}
