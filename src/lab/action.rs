//! The closed list of what can happen to a lab, and what can be wrong with it.

#[cfg(feature = "lessons")]
use crate::experiments::network::controls::StudyId;
use crate::lab::controls::{Control, ControlId, ControlKind};
use crate::lab::parse::{self, Refused};
use crate::lab::settings::{Choice, Lesson, SurfaceName, setting};
use crate::lab::{Lab, PartAction};
use crate::math::{Point, Span};
use crate::surface::Formula;
use crate::surface::formula;
use std::fmt;
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
    /// The same by a person's hand, where a gesture has no control of its own: a drawer that
    /// is opened, a cell of a map.
    Change {
        /// Name of the attribute.
        attribute: String,
        /// Its text.
        text: Option<String>,
    },
    /// Puts the start at a point, or at the nearest one of the domain.
    PlaceStart(Point),
    /// Moves a slider to a position.
    Slide(ControlId, u32),
    /// Types into the number field of a slider, or a formula.
    Type(ControlId, String),
    /// Picks an option, or switches a checkbox by `true` or `false`.
    Choose(ControlId, String),
    /// Opens a lesson, or closes it.
    Open(Lesson, bool),
    /// Does what only an experiment or a lesson knows.
    Part(Rc<dyn PartAction>),
    /// Plays on; from the start where the end is shown.
    Play,
    /// Stops where it is.
    Pause,
    /// Shows the next step.
    StepForward,
    /// Shows the step before.
    StepBack,
    /// Shows a step, the last one where there are fewer.
    Seek(usize),
    /// Shows the start.
    Reset,
    /// Lets time pass, in milliseconds.
    Advance(f64),
}

/// An attribute that was not taken as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The attribute.
    pub attribute: String,
    /// What was wrong: the value, or the part of it.
    pub value: String,
    /// What is allowed.
    pub allowed: &'static str,
    /// What holds instead.
    pub instead: String,
}

/// Something typed that cannot be taken. The last good value holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// An attribute.
    Attribute(Warning),
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
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            attribute,
            value,
            allowed,
            instead,
        } = self;
        write!(
            f,
            "attribute \"{attribute}\": \"{value}\" is not allowed; use {allowed}; until then {instead}"
        )
    }
}

impl Lab {
    /// Applies an action.
    ///
    /// # Errors
    /// Where a text was not taken; the state is good all the same.
    pub fn apply(&mut self, action: Action) -> Result<(), Problem> {
        if !matches!(action, Action::Advance(_)) {
            self.count_change();
        }
        if action.by_hand().is_some_and(|it| self.is_locked(it)) {
            return Err(Problem::Locked);
        }
        match action {
            Action::Set { attribute, text } | Action::Change { attribute, text } => {
                self.set(&attribute, text.as_deref())?;
            }
            Action::PlaceStart(point) => {
                if point.is_finite() {
                    let domain = self.settings.domain();
                    let snapped = Point::new(domain.x.snap(point.x), domain.y.snap(point.y));
                    self.settings.start = Some(domain.clamp(snapped));
                }
            }
            Action::Slide(id, position) => return self.slide(id, position),
            Action::Type(id, text) => return self.type_text(id, &text),
            Action::Choose(id, value) => return self.choose(id, &value),
            Action::Open(lesson, is_open) => self.open(lesson, is_open),
            Action::Part(part) => return part.apply(self),
            Action::Play => {
                if self.step() == self.last_step() {
                    self.seek(0);
                }
                self.playhead.play();
            }
            Action::Pause => {
                if self.is_playing() {
                    self.seek(self.step());
                }
                self.playhead.pause();
            }
            Action::StepForward => self.jump(self.step() + 1),
            Action::StepBack => self.jump(self.step().saturating_sub(1)),
            Action::Seek(step) => self.jump(step),
            Action::Reset => self.jump(0),
            Action::Advance(milliseconds) => self.advance(milliseconds),
        }
        Ok(())
    }

    /// Takes all pairs of a query, a preset before the others; what it does not name is
    /// left as it is.
    pub fn set_query(&mut self, query: &str) -> Vec<Warning> {
        self.take_query(query, |attribute, text| Action::Set { attribute, text })
    }

    /// The same by a person's hand: what is locked stays as it is.
    pub fn follow(&mut self, query: &str) -> Vec<Warning> {
        self.take_query(query, |attribute, text| Action::Change { attribute, text })
    }

    fn take_query(
        &mut self,
        query: &str,
        action: fn(String, Option<String>) -> Action,
    ) -> Vec<Warning> {
        let mut pairs = crate::lab::link::pairs(query);
        pairs.retain(|(attribute, _)| setting(attribute).is_some());
        let (presets, others): (Vec<_>, Vec<_>) = pairs
            .into_iter()
            .partition(|(attribute, _)| attribute == "preset");
        let mut warnings = Vec::new();
        for (attribute, text) in presets.into_iter().chain(others) {
            if let Err(Problem::Attribute(warning)) = self.apply(action(attribute, Some(text))) {
                warnings.push(warning);
            }
        }
        warnings
    }

    /// Whether a person may not change an attribute. A preset changes the others, so it
    /// needs all of them.
    pub fn is_locked(&self, attribute: &str) -> bool {
        let lock = &self.settings.lock;
        match attribute {
            "preset" | "lock" => !lock.is_empty(),
            _ => lock.contains(&attribute),
        }
    }

    fn set(&mut self, attribute: &str, text: Option<&str>) -> Result<(), Problem> {
        let row = setting(attribute).ok_or(Problem::Unknown)?;
        if matches!(attribute, "formula" | "preset") {
            self.draft = None;
        }
        row.reset(&mut self.settings);
        let result = match text {
            Some(text) => row.set(&mut self.settings, text),
            None => Ok(()),
        };
        self.rows.show(&self.settings.optimizers);
        self.tell_of(attribute);
        self.forget_step_past_end();
        if let (Err(Refused::Formula(problem)), Some(text)) = (&result, text) {
            self.draft = Some((text.to_owned(), problem.clone()));
        }
        result.map_err(|refused| {
            let value = match &refused {
                Refused::Part(part) => part.clone(),
                _ => text.unwrap_or_default().to_owned(),
            };
            let value = value.chars().take(80).collect();
            let instead = match refused {
                Refused::Part(_) => "it is left out".to_owned(),
                _ if row.default.is_empty() => "it counts as absent".to_owned(),
                _ => format!("the default \"{}\" holds", row.text(&self.settings)),
            };
            Problem::Attribute(Warning {
                attribute: attribute.to_owned(),
                value,
                allowed: row.values,
                instead,
            })
        })
    }

    fn open(&mut self, lesson: Lesson, is_open: bool) {
        let types = self.registry.lessons.iter();
        for it in types.filter(|it| it.name == lesson.name()) {
            (it.of)(&mut self.states).was_opened(is_open);
        }
        let before = std::mem::take(&mut self.settings.lessons);
        let stays = |other: &Lesson| match *other == lesson {
            true => is_open,
            false => before.contains(other),
        };
        self.settings.lessons = Lesson::ALL.iter().copied().filter(stays).collect();
    }

    pub(crate) fn jump(&mut self, step: usize) {
        self.playhead.pause();
        self.seek(step);
    }

    fn seek(&mut self, step: usize) {
        self.settings.step = Some(step);
        self.forget_step_past_end();
    }

    /// The last step is written as `None`, so that it stays the last when there are more.
    fn forget_step_past_end(&mut self) {
        let last = self.last_step();
        // An experiment whose data has not come has no last step yet.
        if self.progress().is_none() {
            return;
        }
        self.settings.step = self.settings.step.filter(|&step| step < last);
    }

    fn advance(&mut self, milliseconds: f64) {
        let steps = milliseconds / 1000.0 * self.settings.speed * self.pace();
        let due = self.playhead.due(steps);
        if due > 0 {
            self.count_change();
            self.seek(self.step().saturating_add(due));
        }
        if self.progress().is_some()
            && self.playhead.is_playing()
            && self.step() == self.last_step()
        {
            self.count_change();
            self.playhead.pause();
        }
    }

    fn slide(&mut self, id: ControlId, position: u32) -> Result<(), Problem> {
        let control = self.free_slider(id).ok_or(Problem::Unknown)?;
        let ControlKind::Slider { scale, .. } = control.kind else {
            return Err(Problem::Unknown);
        };
        let (low, high) = self.typed_range(id);
        self.take_number(id, Span::new(low, high).clamp(scale.value(position)));
        Ok(())
    }

    fn type_text(&mut self, id: ControlId, text: &str) -> Result<(), Problem> {
        if id == ControlId::Formula {
            return self.type_formula(text);
        }
        self.free_slider(id).ok_or(Problem::Unknown)?;
        let (low, high) = self.typed_range(id);
        let is_whole = id.is_whole();
        match parse::number(text, low, high) {
            Some(value) if !is_whole || value == f64::floor(value) => {
                self.take_number(id, value);
                Ok(())
            }
            _ => Err(Problem::Number {
                low,
                high,
                is_whole,
            }),
        }
    }

    pub(crate) fn type_formula(&mut self, text: &str) -> Result<(), Problem> {
        match text.parse::<Formula>() {
            Ok(formula) => {
                self.settings.formula = formula;
                self.draft = None;
                Ok(())
            }
            Err(problem) => {
                self.draft = Some((text.to_owned(), problem.clone()));
                Err(Problem::Formula(problem))
            }
        }
    }

    /// A slider that a person may move now.
    fn free_slider(&self, id: ControlId) -> Option<Control> {
        self.slider(id).filter(|_| !self.is_settled(id))
    }

    fn take_number(&mut self, id: ControlId, value: f64) {
        let start = self.settings.start_point();
        match id {
            ControlId::StartX => self.settings.start = Some(Point::new(value, start.y)),
            ControlId::StartY => self.settings.start = Some(Point::new(start.x, value)),
            #[cfg(feature = "lessons")]
            ControlId::Condition => self.settings.valley.condition = value,
            #[cfg(feature = "lessons")]
            ControlId::Domain(end) => {
                let mut domain = self.settings.domain();
                *end.of(&mut domain) = value;
                self.settings.domain = Some(domain);
            }
            #[cfg(feature = "lessons")]
            ControlId::Rate => self.settings.rate = value,
            #[cfg(feature = "lessons")]
            ControlId::Noise => self.settings.noise = value,
            #[cfg(feature = "lessons")]
            ControlId::Seed => self.settings.seed = value as u64,
            #[cfg(feature = "lessons")]
            ControlId::Study(id) => self.take_study_number(id, value),
            ControlId::Steps => {
                self.settings.steps = value as usize;
                self.forget_step_past_end();
            }
            ControlId::Value(index, key) => {
                self.rows.tune(index, key, value);
                self.settings.optimizers = self.rows.lanes();
            }
            _ => {}
        }
    }

    fn choose(&mut self, id: ControlId, value: &str) -> Result<(), Problem> {
        let attribute = match id {
            ControlId::Surface => {
                let surface = SurfaceName::named(value).ok_or(Problem::Unknown)?;
                self.choose_surface(surface);
                return Ok(());
            }
            ControlId::Row(index) => {
                self.rows.switch(index, value == "true");
                self.settings.optimizers = self.rows.lanes();
                return Ok(());
            }
            ControlId::Speed => "speed",
            ControlId::LossScale => "loss-scale",
            ControlId::Aspect => "aspect",
            #[cfg(feature = "lessons")]
            ControlId::Comparison => "comparison",
            ControlId::View => "view",
            #[cfg(feature = "lessons")]
            ControlId::Study(StudyId::InitRow(index)) => {
                self.switch_init(index, value == "true");
                return Ok(());
            }
            #[cfg(feature = "lessons")]
            ControlId::Study(id) => id.attribute(),
            _ => return Err(Problem::Unknown),
        };
        self.set(attribute, Some(value))
    }

    /// A start, a domain and rates that were set for another surface mean nothing on this
    /// one.
    fn choose_surface(&mut self, surface: SurfaceName) {
        self.settings.surface = surface;
        self.settings.domain = None;
        self.settings.start = None;
        self.rows.forget_rates();
        self.settings.optimizers = self.rows.lanes();
        self.draft = None;
    }
}

impl<A: PartAction + 'static> From<A> for Action {
    fn from(action: A) -> Self {
        Self::Part(Rc::new(action))
    }
}

impl Action {
    /// The attribute that a person changes by it.
    fn by_hand(&self) -> Option<&str> {
        match self {
            Self::PlaceStart(_) => Some("start"),
            Self::Part(part) => part.attribute(),
            Self::Slide(id, _) | Self::Type(id, _) | Self::Choose(id, _) => Some(id.attribute()),
            Self::Open(..) => Some("lessons"),
            Self::Change { attribute, .. } => Some(attribute),
            _ => None,
        }
    }
}
