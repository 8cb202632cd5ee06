//! The controls as plain objects, with their words.

#[cfg(feature = "lessons")]
use crate::experiments::network::{describe as network, words::StudyWords};
use crate::experiments::race::words::RaceWords;
#[cfg(feature = "lessons")]
use crate::experiments::search::describe as search;
use crate::lab::Lab;
use crate::lab::controls::{self as model, Control as Model, ControlKind};
#[cfg(feature = "lessons")]
use crate::lab::parse;
#[cfg(feature = "lessons")]
use crate::lab::settings::LabName;
use crate::language::Language;
use crate::locale;
use crate::locale::words::FigureWords;
use crate::math::joined;
use crate::math::numeral::shortest;
use crate::view::{number, words};
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
        /// A line of text.
        Text = "text",
    }

    /// Where a control stands.
    enum Place {
        /// Among the settings.
        Panel = "panel",
        /// In the player.
        Transport = "transport",
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

/// The words that controls are made of.
struct Words {
    figure: &'static FigureWords,
    race: &'static RaceWords,
    #[cfg(feature = "lessons")]
    study: StudyWords,
}

/// All controls of the state, those of one group one after the other.
pub(super) fn all(lab: &mut Lab, language: Language) -> List<Control> {
    let said = Words {
        figure: locale::FIGURE.of(language),
        race: locale::RACE.of(language),
        #[cfg(feature = "lessons")]
        study: locale::study_words(language),
    };
    let controls = lab.controls();
    let controls = controls.iter();
    controls.map(|it| one(lab, it, &said)).collect()
}

fn one(lab: &Lab, control: &Model, said: &Words) -> Control {
    let is_settled = lab.is_settled(&control.name);
    let mut made = Control {
        id: control.name.clone().into(),
        group: control.group.clone().into(),
        group_label: group(lab, control, said).into(),
        kind: kind(&control.kind),
        place: match control.place {
            model::Place::Panel | model::Place::Advanced => Place::Panel,
            model::Place::Player => Place::Transport,
            model::Place::Loss => Place::Loss,
            model::Place::Map => Place::Map,
        },
        label: label(lab, control, said).into(),
        hint: None,
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
            scale,
            value,
            bound,
            ..
        } => {
            made.position = Some(scale.position(*value));
            made.positions = Some(scale.positions());
            made.value = Some(shortest(*value).into());
            made.value_text = Some(number::readable(*value).into());
            let hints: Vec<String> = [
                bound.map(|bound| words::bound(said.race, &bound)),
                book_rate(lab, control, said),
            ]
            .into_iter()
            .flatten()
            .collect();
            made.hint = (!hints.is_empty()).then(|| joined(&hints, " · ").into());
            made.mark = bound.and_then(|bound| scale.share(bound.rate));
        }
        ControlKind::Select { value, options } => {
            made.value = Some(value.clone().into());
            let options = options.iter().map(|name| Named {
                value: name.clone().into(),
                label: option(lab, control.word, name, said).into(),
            });
            made.options = Some(options.collect());
            #[cfg(feature = "lessons")]
            if lab.settings().lab == LabName::WeightInit && control.word == "activation" {
                let chosen = lab.settings().network().activation;
                made.hint = Some(network::activations(&said.study, chosen).into());
            }
        }
        ControlKind::Checkbox { is_on, is_locked } => {
            made.checked = Some(*is_on);
            made.disabled |= *is_locked;
        }
        ControlKind::Text { value } => {
            made.value = Some(value.clone().into());
            made.hint = Some(said.race.surface.formula_hint.into());
            if let Some(problem) = lab.formula_problem() {
                made.problem_at = Some(problem.split(value).map(str::to_owned).to_vec());
                made.problem = Some(words::formula_problem(said.race.surface, problem).into());
            }
        }
    }
    made
}

const fn kind(kind: &ControlKind) -> Kind {
    match kind {
        ControlKind::Slider { .. } => Kind::Slider,
        ControlKind::Select { .. } => Kind::Select,
        ControlKind::Checkbox { .. } => Kind::Checkbox,
        ControlKind::Text { .. } => Kind::Text,
    }
}

fn book_rate(lab: &Lab, control: &Model, said: &Words) -> Option<String> {
    let is_rate = control.word == model::LEARNING_RATE;
    let values = lab.values(control.index).filter(|_| is_rate)?;
    words::book_rate(said.race, &values)
}

fn group(lab: &Lab, control: &Model, said: &Words) -> String {
    if control.group.starts_with("lane.") {
        return row_name(lab, control.index).to_owned();
    }
    #[cfg(feature = "lessons")]
    if let Some(label) = network::group(&said.study, &control.group) {
        return label.to_owned();
    }
    words::group(said.figure, said.race, &control.group).to_owned()
}

fn label(lab: &Lab, control: &Model, said: &Words) -> String {
    match control.word {
        #[cfg(feature = "lessons")]
        "init.#" => {
            let name = lab.offered_init(control.index);
            return name.map_or_else(String::new, |name| network::name(&said.study, &name));
        }
        "lane.#" => return row_name(lab, control.index).to_owned(),
        "lane.#.eps" => {
            return joined(&[row_name(lab, control.index), said.figure.eps], " ");
        }
        _ => {}
    }
    #[cfg(feature = "lessons")]
    if lab.is_study()
        && let Some(label) = network::control(&said.study, lab.settings().lab, control.word)
    {
        return label.to_owned();
    }
    words::control(said.figure, said.race, control.word).to_owned()
}

#[cfg_attr(not(feature = "lessons"), expect(unused_variables))]
fn option(lab: &Lab, control: &str, name: &str, said: &Words) -> String {
    #[cfg(feature = "lessons")]
    if lab.is_study() {
        if control == "trial" {
            return search::trial_option(lab.trials().as_deref(), name, &said.study);
        }
        if control == "speed" {
            let speed = parse::number(name, 0.0, f64::INFINITY).unwrap_or_default();
            return search::per_second(&said.study, lab.settings().lab, speed * lab.pace());
        }
        if let Some(label) = network::option(&said.study, control, name) {
            return label;
        }
    }
    words::option(said.figure, said.race, control, name)
}

fn row_name(lab: &Lab, row: usize) -> &'static str {
    lab.rows().get(row).map_or("", |row| row.lane.rule.title())
}
