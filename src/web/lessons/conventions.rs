//! The lesson on conventions.

use crate::lab::settings::Choice;
use crate::locale::Messages;
use crate::math::numeral::shortest;
use crate::optim::{Key, MomentumForm, NesterovForm, Rule};
use crate::view::lessons::tied::tied;
use crate::view::number::readable;
use crate::view::words;
use crate::web::figure::Figure;
use crate::web::objects::{array, object};
use js_sys::Object;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The factors by which a rate can be multiplied in the lesson; a link takes any.
const FACTORS: [f64; 6] = [0.01, 0.1, 0.5, 2.0, 5.0, 10.0];

/// The forms in which books and libraries write the same rule.
#[wasm_bindgen]
impl Figure {
    /// The forms and the change of the rate, as they are set and what they do.
    pub fn conventions(&mut self) -> Object {
        let messages = self.messages();
        let momentum = self.lab.momentum();
        let rows = self.lab.momentum_forms();
        let chosen = momentum.forms().momentum;
        let rate = momentum.value(Key::Lr);
        let book_rate = chosen.book_rate(rate, momentum.value(Key::Momentum));
        let equivalent = messages.lesson.conventions.equivalent;
        let rows = rows.into_iter().map(|run| {
            let (at, loss) = match run.end {
                Some((at, loss)) => (
                    format!("({}, {})", readable(at.x), readable(at.y)),
                    readable(loss),
                ),
                None => ("—".to_owned(), "—".to_owned()),
            };
            object(&[
                ("label", momentum_name(messages, run.form).into()),
                ("equation", tied(words::momentum_equation(run.form)).into()),
                ("rate", readable(run.rate).into()),
                ("at", at.into()),
                ("loss", loss.into()),
                ("chosen", (run.form == chosen).into()),
            ])
        });
        let rows = array(rows);
        let settings = self.lab.settings();
        let change = settings.rate_change;
        let factor = change.map_or(0.1, |change| change.factor);
        let mut factors = FACTORS.to_vec();
        if !factors.contains(&factor) {
            factors.push(factor);
        }
        let last = settings.steps.saturating_sub(1);
        let step = change.map_or(settings.steps / 2, |change| change.step);
        let absent = self.lab.absent(Rule::Nesterov);
        object(&[
            ("momentum", chosen.name().into()),
            ("momentumForms", momentum_forms(messages)),
            (
                "equivalent",
                equivalent(&readable(rate), &readable(book_rate)).into(),
            ),
            ("rows", rows.into()),
            ("aheadForm", "nesterov-form".into()),
            ("ahead", settings.forms.nesterov.name().into()),
            ("aheadForms", nesterov_forms(messages)),
            (
                "absent",
                absent.map_or(JsValue::NULL, |id| id.name().into()),
            ),
            ("changes", change.is_some().into()),
            ("step", (step.min(last) as f64).into()),
            ("lastStep", (last as f64).into()),
            ("factor", shortest(factor).into()),
            ("factors", array(factors.into_iter().map(shortest)).into()),
        ])
    }

    /// Chooses the form of Momentum; if wished, with the rates that keep the paths.
    #[wasm_bindgen(js_name = chooseMomentumForm)]
    pub fn choose_momentum_form(&mut self, name: &str, keeps_path: bool) {
        // What is locked stays as it is.
        let _ = self.lab.choose_momentum_form(name, keeps_path);
    }
}

fn momentum_name(messages: &Messages, form: MomentumForm) -> &'static str {
    let labels = &messages.lesson.conventions.labels;
    match form {
        MomentumForm::Book => labels.conventions_book,
        MomentumForm::PyTorch => labels.conventions_pytorch,
        MomentumForm::Average => labels.conventions_average,
    }
}

fn momentum_forms(messages: &Messages) -> JsValue {
    let option = |&form: &MomentumForm| {
        let name = momentum_name(messages, form);
        let label = [name, words::momentum_equation(form)].join(": ");
        object(&[("value", form.name().into()), ("label", label.into())])
    };
    array(MomentumForm::ALL.iter().map(option)).into()
}

fn nesterov_forms(messages: &Messages) -> JsValue {
    let labels = &messages.lesson.conventions.labels;
    let option = |&form: &NesterovForm| {
        let name = match form {
            NesterovForm::Corrected => labels.conventions_corrected,
            NesterovForm::Early => labels.conventions_early,
        };
        let label = [name, words::nesterov_equation(form)].join(": ");
        object(&[("value", form.name().into()), ("label", label.into())])
    };
    array(NesterovForm::ALL.iter().map(option)).into()
}
