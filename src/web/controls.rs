//! The controls as plain objects, with their words.

use crate::lab::Lab;
use crate::lab::controls::{self as model, Control as Model, ControlKind};
use crate::language::Language;
use crate::math::numeral::shortest;
use crate::registry;
use crate::view::controls::{self, ControlWords};
use crate::view::number;
use crate::web::json::{List, Text, object, texts};

texts! {
    /// What a control is made of.
    enum Kind {
        /// A slider with a number beside it.
        Slider = "slider",
        /// On or off, with the line of what it stands for beside it.
        Checkbox = "checkbox",
        /// One of some names.
        Select = "select",
        /// One of a few names, each a button.
        Buttons = "buttons",
        /// A line of text.
        Text = "text",
    }

    /// Where a control stands.
    enum Place {
        /// Among the settings.
        Panel = "panel",
        /// In the row of its lane.
        Lane = "lane",
        /// In the player.
        Player = "player",
        /// Over the panel of the losses.
        Loss = "loss",
        /// Over the panel of the map.
        Map = "map",
    }
}

object! {
    /// What one control shows; a native element is made from it.
    struct Control {
        /// The name by which the figure knows it.
        id: Text,
        group: Text,
        group_label: Text,
        kind: Kind,
        place: Place,
        label: Text,
        hint: Option<Text>,
        /// Where the slider stands, from 0.
        position: Option<u32>,
        /// The last position of the slider.
        positions: Option<u32>,
        value: Option<Text>,
        value_text: Option<Text>,
        /// Where along a slider something changes, from 0 to 1; the hint says what.
        mark: Option<f64>,
        checked: Option<bool>,
        options: Option<List<Named>>,
        disabled: bool,
        /// What is wrong with the text of a text field.
        problem: Option<Text>,
        /// Its text before, at and after the place of the problem.
        problem_at: Option<Vec<String>>,
        /// It belongs into the drawer of what most readers leave alone.
        advanced: bool,
    }

    /// Something to choose, and what it is called.
    struct Named {
        value: Text,
        label: Text,
    }
}

/// All controls of the state, those of one group one after the other.
pub(super) fn all(lab: &mut Lab, language: Language) -> List<Control> {
    let said = registry::control_words(lab, language);
    let controls = lab.controls();
    let controls = controls.iter();
    controls.map(|it| one(lab, it, &*said)).collect()
}

fn one(lab: &Lab, control: &Model, said: &dyn ControlWords) -> Control {
    let is_settled = lab.is_settled(&control.name);
    let mut made = Control {
        id: control.name.clone().into(),
        group: control.group.clone().into(),
        group_label: match control.group.starts_with("lane.") {
            true => controls::lane(lab, control),
            false => said.group(&control.group),
        }
        .into(),
        kind: kind(&control.kind),
        place: match control.place {
            model::Place::Panel | model::Place::Advanced => Place::Panel,
            model::Place::Lane => Place::Lane,
            model::Place::Player => Place::Player,
            model::Place::Loss => Place::Loss,
            model::Place::Map => Place::Map,
        },
        label: said.name(lab, control).into(),
        hint: said.hint(lab, control).map(Text::from),
        position: None,
        positions: None,
        value: None,
        value_text: None,
        mark: None,
        checked: None,
        options: None,
        disabled: lab.is_locked(control.attribute) || is_settled,
        problem: None,
        problem_at: None,
        advanced: control.place == model::Place::Advanced,
    };
    match &control.kind {
        ControlKind::Slider {
            slider,
            value,
            bound,
            ..
        } => {
            made.position = Some(slider.position(*value));
            made.positions = Some(slider.last());
            made.value = Some(shortest(*value).into());
            made.value_text = Some(number::readable(*value).into());
            made.mark = bound.and_then(|bound| slider.share(bound.rate));
        }
        ControlKind::Select { value, options } | ControlKind::Buttons { value, options } => {
            made.value = Some(value.clone().into());
            let options = options.iter().map(|name| Named {
                value: name.clone().into(),
                label: said.option(lab, control, name).into(),
            });
            made.options = Some(options.collect());
        }
        ControlKind::Checkbox { is_on, is_locked } => {
            made.checked = Some(*is_on);
            made.disabled |= *is_locked;
        }
        ControlKind::Text { value } => {
            made.value = Some(value.clone().into());
            if let Some(problem) = lab.formula_problem() {
                made.problem_at = Some(problem.split(value).map(str::to_owned).to_vec());
                made.problem = said.problem(lab).map(Text::from);
            }
        }
    }
    made
}

const fn kind(kind: &ControlKind) -> Kind {
    match kind {
        ControlKind::Slider { .. } => Kind::Slider,
        ControlKind::Select { .. } => Kind::Select,
        ControlKind::Buttons { .. } => Kind::Buttons,
        ControlKind::Checkbox { .. } => Kind::Checkbox,
        ControlKind::Text { .. } => Kind::Text,
    }
}
