//! The controls as plain objects, with their words.

#[cfg(feature = "lessons")]
use crate::experiments::network::words::StudyWords;
#[cfg(feature = "lessons")]
use crate::experiments::network::{controls::StudyId, describe as network};
use crate::experiments::race::words::RaceWords;
#[cfg(feature = "lessons")]
use crate::experiments::search::describe as search;
use crate::lab::Lab;
use crate::lab::controls::{Control as Model, ControlId, ControlKind};
#[cfg(feature = "lessons")]
use crate::lab::parse;
use crate::lab::settings::LabName;
use crate::language::Language;
use crate::locale;
use crate::locale::words::FigureWords;
use crate::math::joined;
use crate::math::numeral::shortest;
use crate::optim::Key;
use crate::view::{number, words};
use crate::web::objects::{List, object, texts};
use js_sys::JsString;

texts! {
    /// What a control is made of.
    pub(super) enum Kind {
        /// A slider with a number beside it.
        Slider = "slider",
        /// On or off, with the line of what it stands for beside it.
        Checkbox = "checkbox",
        /// One of some names.
        Select = "select",
        /// A line of text.
        Text = "text",
        /// Something to press.
        Button = "button",
    }

    /// Where a control stands.
    pub(super) enum Place {
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
    pub struct Control in Controls {
        /// The name by which the figure knows it.
        id: JsString,
        group: JsString,
        group_label: JsString,
        kind: Kind,
        place: Place,
        label: JsString,
        hint: Option<JsString>,
        /// Where the slider stands, from 0.
        position: Option<u32>,
        /// The last position of the slider.
        positions: Option<u32>,
        value: Option<JsString>,
        value_text: Option<JsString>,
        /// Where along a slider something changes, from 0 to 1; the hint says what.
        mark: Option<f64>,
        checked: Option<bool>,
        options: Option<List<Named>>,
        disabled: bool,
        /// What is wrong with the text of a text field.
        problem: Option<JsString>,
        /// Its text before, at and after the place of the problem.
        problem_at: Option<List<JsString>>,
        /// It belongs into the drawer of what most readers leave alone.
        advanced: bool,
    }

    /// Something to choose, and what it is called.
    pub struct Named {
        value: JsString,
        label: JsString,
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
    let id = control.id;
    let (group, group_label) = group(lab, id, said);
    let mut made = Control {
        id: id.name().into(),
        group,
        group_label,
        kind: kind(&control.kind),
        place: place(lab, id),
        label: label(lab, id, said),
        hint: None,
        position: None,
        positions: None,
        value: None,
        value_text: None,
        mark: None,
        checked: None,
        options: None,
        disabled: lab.is_locked(id.attribute()) || lab.is_settled(id),
        problem: None,
        problem_at: None,
        advanced: matches!(id, ControlId::Value(_, Key::Eps)),
    };
    match &control.kind {
        ControlKind::Slider {
            scale,
            value,
            bound,
        } => {
            made.position = Some(scale.position(*value));
            made.positions = Some(scale.positions());
            made.value = Some(shortest(*value).into());
            made.value_text = Some(number::readable(*value).into());
            let hints: Vec<String> = [
                bound.map(|bound| words::bound(said.race, &bound)),
                book_rate(lab, id, said),
            ]
            .into_iter()
            .flatten()
            .collect();
            made.hint = (!hints.is_empty()).then(|| joined(&hints, " · ").into());
            made.mark = bound.and_then(|bound| scale.share(bound.rate));
        }
        ControlKind::Select { value, options } => {
            made.value = Some(value.as_str().into());
            let options = options.iter().map(|name| {
                #[cfg(feature = "lessons")]
                let label = option(lab, id, name, said);
                #[cfg(not(feature = "lessons"))]
                let label = words::option(said.figure, said.race, id, name);
                Named {
                    value: name.as_str().into(),
                    label: label.into(),
                }
            });
            made.options = Some(options.collect());
            #[cfg(feature = "lessons")]
            if let (LabName::WeightInit, ControlId::Study(StudyId::Activation)) =
                (lab.settings().lab, id)
            {
                let chosen = lab.settings().study.activation;
                made.hint = Some(network::activations(&said.study, chosen).into());
            }
        }
        #[cfg(not(feature = "lessons"))]
        ControlKind::Button => {}
        ControlKind::Checkbox { is_on, is_locked } => {
            made.checked = Some(*is_on);
            made.disabled |= *is_locked;
        }
        ControlKind::Text { value } => {
            made.value = Some(value.as_str().into());
            made.hint = Some(said.race.surface.formula_hint.into());
            if let Some(problem) = lab.formula_problem() {
                let parts = problem.split(value).map(JsString::from);
                made.problem_at = Some(parts.into_iter().collect());
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
        #[cfg(not(feature = "lessons"))]
        ControlKind::Button => Kind::Button,
    }
}

#[cfg(not(feature = "lessons"))]
const fn book_rate(_: &Lab, _: ControlId, _: &Words) -> Option<String> {
    None
}

#[cfg(feature = "lessons")]
fn book_rate(lab: &Lab, id: ControlId, said: &Words) -> Option<String> {
    match id {
        ControlId::Value(row, Key::Lr) => words::book_rate(said.race, &lab.values(row)?),
        _ => None,
    }
}

fn place(lab: &Lab, id: ControlId) -> Place {
    match id {
        ControlId::LossScale if lab.is_study() && lab.settings().lab == LabName::Training => {
            Place::Map
        }
        ControlId::Speed => Place::Transport,
        ControlId::LossScale => Place::Loss,
        #[cfg(feature = "lessons")]
        ControlId::Study(StudyId::Trial) => Place::Loss,
        ControlId::View => Place::Map,
        _ => Place::Panel,
    }
}

fn group(lab: &Lab, id: ControlId, said: &Words) -> (JsString, JsString) {
    let (name, label) = match id {
        ControlId::Surface | ControlId::Formula | ControlId::Aspect => ("surface", said.race.map),
        #[cfg(feature = "lessons")]
        ControlId::Condition => ("surface", said.race.map),
        #[cfg(feature = "lessons")]
        ControlId::Domain(_) => ("domain", said.race.domain),
        ControlId::StartX | ControlId::StartY | ControlId::Steps => ("run", said.race.run),
        #[cfg(not(feature = "lessons"))]
        ControlId::More => ("run", said.race.run),
        #[cfg(feature = "lessons")]
        ControlId::Seed if lab.is_study() => ("training", said.study.network.training_group),
        #[cfg(feature = "lessons")]
        ControlId::Comparison | ControlId::Rate | ControlId::Noise | ControlId::Seed => {
            ("comparison", said.race.terms_group)
        }
        #[cfg(feature = "lessons")]
        ControlId::Study(id) => network::group(&said.study, id),
        ControlId::Value(_, Key::Eps) => ("advanced", said.figure.advanced),
        ControlId::View => ("view", said.race.view),
        ControlId::Speed => ("speed", said.figure.speed),
        ControlId::LossScale => ("loss", said.figure.loss_scale),
        ControlId::Row(row) | ControlId::Value(row, _) => {
            let name = ControlId::Row(row).name();
            return (name.into(), row_name(lab, row).into());
        }
    };
    (name.into(), label.into())
}

fn label(lab: &Lab, id: ControlId, said: &Words) -> JsString {
    match id {
        #[cfg(feature = "lessons")]
        ControlId::Study(StudyId::InitRow(index)) => lab
            .offered_init(index)
            .map_or_else(String::new, |name| network::name(&said.study, &name))
            .into(),
        #[cfg(feature = "lessons")]
        ControlId::Study(id) => network::control(&said.study, lab.settings().lab, id).into(),
        #[cfg(feature = "lessons")]
        ControlId::Seed if lab.is_study() => said.study.network.seed.into(),
        ControlId::Row(row) => row_name(lab, row).into(),
        ControlId::Value(row, Key::Eps) => {
            joined(&[row_name(lab, row), said.figure.eps], " ").into()
        }
        _ => words::control(said.figure, said.race, id).into(),
    }
}

#[cfg(feature = "lessons")]
fn option(lab: &Lab, id: ControlId, name: &str, said: &Words) -> String {
    match id {
        ControlId::Study(StudyId::Trial) => {
            return search::trial_option(lab.trials().as_deref(), name, &said.study);
        }
        ControlId::Study(study) => return network::option(&said.study, study, name),
        ControlId::Speed if lab.is_study() => {
            let speed = parse::number(name, 0.0, f64::INFINITY).unwrap_or_default();
            let speed = speed * lab.pace();
            return search::per_second(&said.study, lab.settings().lab, speed);
        }
        _ => {}
    }
    words::option(said.figure, said.race, id, name)
}

fn row_name(lab: &Lab, row: usize) -> &'static str {
    lab.rows().get(row).map_or("", |row| row.lane.rule.title())
}
