//! Controls: how a setting declares them, and those that a state offers, as data. Names and hints
//! are words and live elsewhere.

use super::scale::Scale;
use super::settings::{Kind, Range, Setting};
use super::slider::Slider;
use super::{Lab, Problem};
use crate::optim::Hyperparameters;
use crate::race::Bound;

/// The control of a lane's learning rate.
pub(crate) const LEARNING_RATE: &str = "lane.#.lr";

/// A control that a setting has.
#[derive(Clone, Copy, Debug)]
pub struct ControlType {
    /// Its name, such as `start.x`; `#` stands for the place in a list. Empty for that of the
    /// setting.
    pub(crate) name: &'static str,
    /// Those of one group stand together.
    pub(crate) group: &'static str,
    pub(crate) place: Place,
    pub(crate) input: Input,
    /// What else changes when a person has changed it.
    pub(crate) then: fn(&mut Lab),
}

/// Where a control stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Among the settings.
    Panel,
    /// In the row of its lane.
    Lane,
    /// In the drawer of what most readers leave alone.
    Advanced,
    /// In the player.
    Player,
    /// Over the panel of the losses.
    Loss,
    /// Over the panel of the map.
    Map,
}

/// What a control changes, and how.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Input {
    /// The setting's number.
    Slider(fn(&Lab) -> Scale),
    /// One number of several.
    Component(Component),
    /// One of the setting's names or numbers.
    Select,
    /// One of some texts.
    Options(Options),
    /// One of a few texts, each a button.
    Buttons(Buttons),
    /// Whether the one at a place of a list takes part.
    Switch(Switch),
    /// Text that may be wrong.
    Text(TextInput),
}

/// One of the numbers that make a setting, by its place in a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Component {
    pub(crate) scale: fn(&Lab, usize) -> Scale,
    pub(crate) range: fn(&Lab) -> Range,
    pub(crate) get: fn(&Lab, usize) -> Option<f64>,
    pub(crate) set: fn(&mut Lab, usize, f64),
}

/// The texts that a setting can have now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    pub(crate) all: fn(&Lab) -> Vec<String>,
    pub(crate) get: fn(&Lab) -> String,
}

/// A few texts that stand for values of one setting or of several.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Buttons {
    pub(crate) all: &'static [&'static str],
    pub(crate) get: fn(&Lab) -> &'static str,
    pub(crate) set: fn(&mut Lab, &str) -> Result<(), Problem>,
}

/// Whether something takes part.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Switch {
    /// Whether it does, and whether that has to stay so.
    pub(crate) get: fn(&Lab, usize) -> Option<(bool, bool)>,
    pub(crate) set: fn(&mut Lab, usize, bool),
}

/// Text as it is typed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextInput {
    pub(crate) get: fn(&Lab) -> String,
    pub(crate) set: fn(&mut Lab, &str) -> Result<(), Problem>,
}

impl Options {
    /// The experiment says them.
    pub(crate) const OF_EXPERIMENT: Self = Self {
        all: |_| Vec::new(),
        get: |_| String::new(),
    };
}

impl ControlType {
    const fn new(group: &'static str, input: Input) -> Self {
        Self {
            name: "",
            group,
            place: Place::Panel,
            input,
            then: |_| (),
        }
    }

    /// A slider for the setting's number.
    pub(crate) const fn slider(group: &'static str, scale: fn(&Lab) -> Scale) -> Self {
        Self::new(group, Input::Slider(scale))
    }

    /// A slider for one number of several.
    pub(crate) const fn component(
        name: &'static str,
        group: &'static str,
        component: Component,
    ) -> Self {
        Self {
            name,
            ..Self::new(group, Input::Component(component))
        }
    }

    /// A list of the setting's names or numbers.
    pub(crate) const fn select(group: &'static str, place: Place) -> Self {
        Self {
            place,
            ..Self::new(group, Input::Select)
        }
    }

    /// A list of texts.
    pub(crate) const fn options(group: &'static str, options: Options) -> Self {
        Self::new(group, Input::Options(options))
    }

    /// A row of buttons.
    pub(crate) const fn buttons(name: &'static str, group: &'static str, buttons: Buttons) -> Self {
        Self {
            name,
            ..Self::new(group, Input::Buttons(buttons))
        }
    }

    /// A checkbox.
    pub(crate) const fn switch(name: &'static str, group: &'static str, switch: Switch) -> Self {
        Self {
            name,
            ..Self::new(group, Input::Switch(switch))
        }
    }

    /// A line of text.
    pub(crate) const fn text(group: &'static str, text: TextInput) -> Self {
        Self::new(group, Input::Text(text))
    }

    /// The place in a list that a name stands for, where it is the name of this control.
    fn index_of(&self, setting: &Setting, name: &str) -> Option<usize> {
        let own = if self.name.is_empty() {
            setting.name
        } else {
            self.name
        };
        match own.split_once('#') {
            None => (own == name).then_some(0),
            Some((before, after)) => {
                let index = name.strip_prefix(before)?.strip_suffix(after)?;
                index.parse().ok()
            }
        }
    }
}

/// A control as a state offers it.
#[derive(Clone, Debug, PartialEq)]
pub struct Control {
    /// The name that the page uses, such as `start.x` or `lane.0.lr`.
    pub name: String,
    /// The attribute that it changes.
    pub attribute: &'static str,
    /// Its name with `#` for the place in a list, by which words know it.
    pub word: &'static str,
    /// That place.
    pub index: usize,
    /// Those of one group stand together.
    pub group: String,
    /// Where it stands.
    pub place: Place,
    /// What it is made of.
    pub kind: ControlKind,
}

/// What a control is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum ControlKind {
    /// A slider with a number beside it.
    Slider {
        /// Its positions, and what they stand for.
        slider: Slider,
        /// The value now.
        value: f64,
        /// What may be typed.
        range: Range,
        /// The rate from which on the lane diverges, where that is known.
        bound: Option<Bound>,
    },
    /// One of some named values.
    Select {
        /// The name of the value now.
        value: String,
        /// All names.
        options: Vec<String>,
    },
    /// One of a few named values, each a button.
    Buttons {
        /// The name of the value now.
        value: String,
        /// All names.
        options: Vec<String>,
    },
    /// On or off.
    Checkbox {
        /// Whether it is on.
        is_on: bool,
        /// Whether it cannot be changed now.
        is_locked: bool,
    },
    /// A line of text.
    Text {
        /// The text now, good or not.
        value: String,
    },
}

/// A control that a name stands for.
#[derive(Clone, Copy)]
struct Found {
    setting: &'static Setting,
    control: &'static ControlType,
    index: usize,
}

impl Lab {
    /// All controls of the state, in the order of the interface.
    pub fn controls(&mut self) -> Vec<Control> {
        self.experiment().controls(self)
    }

    /// The values of a row of the lane list; of a lane in the race those it races with.
    pub fn values(&self, row: usize) -> Option<Hyperparameters> {
        self.experiment().values(self, row)
    }

    fn find(&self, name: &str) -> Option<Found> {
        self.settings.declarations().iter().find_map(|setting| {
            setting.controls.iter().find_map(|control| {
                Some(Found {
                    setting,
                    control,
                    index: control.index_of(setting, name)?,
                })
            })
        })
    }

    /// The attribute that the control of that name changes.
    pub fn attribute_of(&self, name: &str) -> Option<&'static str> {
        Some(self.find(name)?.setting.name)
    }

    /// The control of that name, where there is one now.
    pub fn control(&self, name: &str) -> Option<Control> {
        let found = self.find(name)?;
        let Found {
            setting,
            control,
            index,
        } = found;
        let number = index.to_string();
        Some(Control {
            name: name.to_owned(),
            attribute: setting.name,
            word: if control.name.is_empty() {
                setting.name
            } else {
                control.name
            },
            index,
            group: control.group.replace('#', &number),
            place: control.place,
            kind: self.kind(name, found)?,
        })
    }

    /// Those of these names that there are now, in their order.
    pub(crate) fn controls_of<N: AsRef<str>>(
        &self,
        names: impl IntoIterator<Item = N>,
    ) -> Vec<Control> {
        let names = names.into_iter();
        names
            .filter_map(|name| self.control(name.as_ref()))
            .collect()
    }

    fn kind(&self, name: &str, found: Found) -> Option<ControlKind> {
        let Found {
            setting,
            control,
            index,
        } = found;
        Some(match control.input {
            Input::Slider(_) | Input::Component(_) => {
                let (scale, range) = self.scale_of(found)?;
                let value = self.number(found)?;
                ControlKind::Slider {
                    slider: self.slider(name, scale, range, value),
                    range,
                    value,
                    bound: match control.name {
                        LEARNING_RATE => self.experiment().bound(self, index),
                        _ => None,
                    },
                }
            }
            Input::Select => ControlKind::Select {
                value: setting.text(&self.settings),
                options: setting.names(),
            },
            Input::Options(it) => {
                let own = self.experiment().choice(self, setting.name);
                let (value, options) = own.unwrap_or_else(|| ((it.get)(self), (it.all)(self)));
                ControlKind::Select { value, options }
            }
            Input::Buttons(it) => ControlKind::Buttons {
                value: (it.get)(self).to_owned(),
                options: it.all.iter().map(|&name| name.to_owned()).collect(),
            },
            Input::Switch(it) => {
                let (is_on, is_locked) = (it.get)(self, index)?;
                ControlKind::Checkbox { is_on, is_locked }
            }
            Input::Text(it) => ControlKind::Text {
                value: (it.get)(self),
            },
        })
    }

    /// What the positions of a slider stand for, and what may be typed beside it.
    fn scale_of(&self, found: Found) -> Option<(Scale, Range)> {
        match (found.control.input, found.setting.kind) {
            (Input::Slider(scale), Kind::Number(range)) => Some((scale(self), range)),
            (Input::Component(it), _) => Some(((it.scale)(self, found.index), (it.range)(self))),
            _ => None,
        }
    }

    /// The number of a slider: the one that holds where none is set.
    fn number(&self, found: Found) -> Option<f64> {
        if let Input::Component(it) = found.control.input {
            return (it.get)(self, found.index);
        }
        let own = self.experiment().number(self, found.setting.name);
        own.or_else(|| found.setting.number(&self.settings))
    }

    fn set_number(&mut self, found: Found, value: f64) {
        match found.control.input {
            Input::Component(it) => (it.set)(self, found.index, value),
            _ => (found.setting.get_mut)(&mut self.settings).set_number(value),
        }
        self.forget_step_past_end();
        (found.control.then)(self);
    }

    /// A slider that a person may move now.
    fn free_slider(&self, name: &str) -> Result<(Found, Scale, Range), Problem> {
        let found = self.find(name).filter(|_| !self.is_settled(name));
        let slider = found.filter(|&it| self.number(it).is_some());
        let slider = slider.and_then(|it| Some((it, self.scale_of(it)?)));
        let (found, (scale, range)) = slider.ok_or(Problem::Unknown)?;
        Ok((found, scale, range))
    }

    /// Whether the rule of the comparison decides the value of a control.
    pub fn is_settled(&self, name: &str) -> bool {
        let is_rate = self
            .find(name)
            .is_some_and(|it| it.control.name == LEARNING_RATE);
        is_rate && self.experiment().decides_rates(self)
    }

    /// The positions of a slider.
    fn slider(&self, name: &str, scale: Scale, range: Range, value: f64) -> Slider {
        let left = self.left.as_ref().filter(|(of, _)| of == name);
        Slider::new(scale, range, value, left.map(|&(_, value)| value))
    }

    /// Moves a slider to a position. A value that it leaves and that is not on its scale stays
    /// reachable until something else is changed.
    pub(super) fn slide(&mut self, name: &str, position: u32) -> Result<(), Problem> {
        let (found, scale, range) = self.free_slider(name)?;
        let before = self.number(found).ok_or(Problem::Unknown)?;
        let slider = self.slider(name, scale, range, before);
        self.set_number(found, slider.value(position));
        self.left = slider.exact().map(|value| (name.to_owned(), value));
        Ok(())
    }

    /// Takes what is typed.
    pub(super) fn type_text(&mut self, name: &str, text: &str) -> Result<(), Problem> {
        if let Some(Input::Text(it)) = self.find(name).map(|found| found.control.input) {
            return (it.set)(self, text);
        }
        let (found, _, range) = self.free_slider(name)?;
        self.left = None;
        let value = range.typed(text).ok_or(Problem::Number {
            low: range.low(),
            high: range.high(),
            is_whole: range.is_whole(),
        })?;
        self.set_number(found, value);
        Ok(())
    }

    /// Picks an option, or switches a checkbox.
    pub(super) fn choose(&mut self, name: &str, value: &str) -> Result<(), Problem> {
        let found = self.find(name).ok_or(Problem::Unknown)?;
        self.left = None;
        match found.control.input {
            Input::Switch(it) => (it.set)(self, found.index, value == "true"),
            Input::Buttons(it) => (it.set)(self, value)?,
            Input::Select if !found.setting.names().iter().any(|it| it == value) => {
                return Err(Problem::Unknown);
            }
            Input::Select | Input::Options(_) => self.set(found.setting.name, Some(value))?,
            _ => return Err(Problem::Unknown),
        }
        (found.control.then)(self);
        Ok(())
    }
}
