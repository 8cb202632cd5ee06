//! The controls as plain objects, with their words.

use super::objects::{array, object, put};
use crate::lab::Lab;
use crate::lab::controls::{Control, ControlId, ControlKind};
use crate::lab::settings::LabName;
#[cfg(feature = "lessons")]
use crate::lab::{parse, studies::StudyId};
use crate::locale::Messages;
use crate::math::joined;
use crate::math::numeral::shortest;
use crate::optim::Key;
#[cfg(feature = "lessons")]
use crate::view::studies;
use crate::view::{number, words};
use js_sys::{Array, Object};
use wasm_bindgen::JsValue;

/// All controls of the state, those of one group one after the other.
pub(super) fn all(lab: &mut Lab, messages: &Messages) -> Array {
    let controls = lab.controls();
    array(controls.iter().map(|control| one(lab, control, messages)))
}

fn one(lab: &Lab, control: &Control, messages: &Messages) -> Object {
    let labels = &messages.labels;
    let id = control.id;
    let (group, group_label) = group(lab, id, messages);
    let made = object(&[
        ("id", id.name().into()),
        ("group", group.into()),
        ("groupLabel", group_label.into()),
        ("where", place(lab, id).into()),
        ("label", label(lab, id, messages).into()),
    ]);
    match &control.kind {
        ControlKind::Slider {
            scale,
            value,
            bound,
        } => {
            put(&made, "kind", &"slider".into());
            put(&made, "position", &scale.position(*value).into());
            put(&made, "positions", &scale.positions().into());
            put(&made, "value", &shortest(*value).into());
            put(&made, "valueText", &number::readable(*value).into());
            put(&made, "field", &true.into());
            let hints: Vec<String> = [
                bound.map(|bound| words::bound(messages, &bound)),
                book_rate(lab, id, messages),
            ]
            .into_iter()
            .flatten()
            .collect();
            if !hints.is_empty() {
                put(&made, "hint", &joined(&hints, " · ").into());
            }
            if let Some(share) = bound.and_then(|bound| scale.share(bound.rate)) {
                put(&made, "mark", &share.into());
            }
        }
        ControlKind::Select { value, options } => {
            put(&made, "kind", &"select".into());
            put(&made, "value", &value.into());
            let options = options.iter().map(|name| {
                #[cfg(feature = "lessons")]
                let label = option(lab, id, name, messages);
                #[cfg(not(feature = "lessons"))]
                let label = words::option(messages, id, name);
                object(&[("value", name.into()), ("label", label.into())])
            });
            put(&made, "options", &array(options));
            #[cfg(feature = "lessons")]
            if let (LabName::WeightInit, ControlId::Study(StudyId::Activation)) =
                (lab.settings().lab, id)
            {
                let chosen = lab.settings().study.activation;
                let hint = studies::words::activations(messages, chosen);
                put(&made, "hint", &hint.into());
            }
        }
        #[cfg(not(feature = "lessons"))]
        ControlKind::Button => put(&made, "kind", &"button".into()),
        ControlKind::Checkbox { is_on, is_locked } => {
            put(&made, "kind", &"checkbox".into());
            put(&made, "checked", &(*is_on).into());
            put(&made, "disabled", &(*is_locked).into());
            put(&made, "swatch", &true.into());
        }
        ControlKind::Text { value } => {
            put(&made, "kind", &"text".into());
            put(&made, "value", &value.into());
            put(&made, "hint", &labels.formula_hint.into());
            if let Some(problem) = lab.formula_problem() {
                let parts = problem.split(value).map(JsValue::from);
                put(&made, "problemAt", &array(parts));
                let problem = words::formula_problem(messages, problem);
                put(&made, "problem", &problem.into());
            }
        }
    }
    if lab.is_locked(id.attribute()) || lab.is_settled(id) {
        put(&made, "disabled", &true.into());
    }
    if matches!(id, ControlId::Value(_, Key::Eps)) {
        put(&made, "advanced", &true.into());
    }
    made
}

#[cfg(not(feature = "lessons"))]
const fn book_rate(_: &Lab, _: ControlId, _: &Messages) -> Option<String> {
    None
}

#[cfg(feature = "lessons")]
fn book_rate(lab: &Lab, id: ControlId, messages: &Messages) -> Option<String> {
    match id {
        ControlId::Value(row, Key::Lr) => words::book_rate(messages, &lab.values(row)?),
        _ => None,
    }
}

fn place(lab: &Lab, id: ControlId) -> &'static str {
    match id {
        ControlId::LossScale if lab.is_study() && lab.settings().lab == LabName::Training => "map",
        ControlId::Speed => "transport",
        ControlId::LossScale => "loss",
        #[cfg(feature = "lessons")]
        ControlId::Study(StudyId::Trial) => "loss",
        ControlId::View => "map",
        _ => "panel",
    }
}

fn group(lab: &Lab, id: ControlId, messages: &Messages) -> (String, String) {
    let labels = &messages.labels;
    let (name, label) = match id {
        ControlId::Surface | ControlId::Formula | ControlId::Aspect => ("surface", labels.map),
        #[cfg(feature = "lessons")]
        ControlId::Condition => ("surface", labels.map),
        #[cfg(feature = "lessons")]
        ControlId::Domain(_) => ("domain", labels.domain),
        ControlId::StartX | ControlId::StartY | ControlId::Steps => ("run", labels.run),
        #[cfg(not(feature = "lessons"))]
        ControlId::More => ("run", labels.run),
        #[cfg(feature = "lessons")]
        ControlId::Seed if lab.is_study() => ("training", messages.study.labels.training_group),
        #[cfg(feature = "lessons")]
        ControlId::Comparison | ControlId::Rate | ControlId::Noise | ControlId::Seed => {
            ("comparison", labels.terms)
        }
        #[cfg(feature = "lessons")]
        ControlId::Study(id) => studies::words::group(messages, id),
        ControlId::Value(_, Key::Eps) => ("advanced", labels.advanced),
        ControlId::View => ("view", labels.view),
        ControlId::Speed => ("speed", labels.speed),
        ControlId::LossScale => ("loss", labels.loss_scale),
        ControlId::Row(row) | ControlId::Value(row, _) => {
            return (format!("lane.{row}"), row_name(lab, row).to_owned());
        }
    };
    (name.to_owned(), label.to_owned())
}

fn label(lab: &Lab, id: ControlId, messages: &Messages) -> String {
    let labels = &messages.labels;
    match id {
        #[cfg(feature = "lessons")]
        ControlId::Study(StudyId::InitRow(index)) => lab
            .offered_init(index)
            .map_or_else(String::new, |name| studies::words::name(messages, &name)),
        #[cfg(feature = "lessons")]
        ControlId::Study(id) => {
            studies::words::control(messages, lab.settings().lab, id).to_owned()
        }
        #[cfg(feature = "lessons")]
        ControlId::Seed if lab.is_study() => messages.study.labels.study_seed.to_owned(),
        ControlId::Row(row) => row_name(lab, row).to_owned(),
        ControlId::Value(row, Key::Eps) => joined(&[row_name(lab, row), labels.eps], " "),
        _ => words::control(labels, id).to_owned(),
    }
}

#[cfg(feature = "lessons")]
fn option(lab: &Lab, id: ControlId, name: &str, messages: &Messages) -> String {
    match id {
        ControlId::Study(StudyId::Trial) => {
            return studies::words::trial_option(lab.trials().as_deref(), name, messages);
        }
        ControlId::Study(study) => return studies::words::option(messages, study, name),
        ControlId::Speed if lab.is_study() => {
            let speed = parse::number(name, 0.0, f64::INFINITY).unwrap_or_default();
            let speed = speed * lab.pace();
            return studies::words::per_second(messages, lab.settings().lab, speed);
        }
        _ => {}
    }
    words::option(messages, id, name)
}

fn row_name(lab: &Lab, row: usize) -> &'static str {
    lab.rows().get(row).map_or("", |row| row.lane.rule.title())
}
