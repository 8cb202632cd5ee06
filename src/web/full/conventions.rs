//! The lesson on conventions.

use crate::experiments::race::names;
use crate::lab::settings::Choice;
use crate::lessons::conventions::words::ConventionsWords;
use crate::locale;
use crate::math::numeral::shortest;
use crate::optim::{Key, MomentumForm, NesterovForm, Rule};
use crate::view::non_breaking::non_breaking;
use crate::view::number::readable;
use crate::web::controls::Named;
use crate::web::figure::Figure;
use crate::web::full::sheets::LessonOptions;
use crate::web::json::{List, object};

/// The factors by which a rate can be multiplied in the lesson; a link takes any.
const FACTORS: [f64; 6] = [0.01, 0.1, 0.5, 2.0, 5.0, 10.0];

object! {
    /// What the lesson on conventions shows.
    struct ConventionsSheet {
        /// The form of Momentum.
        momentum: MomentumForm,
        momentum_forms: List<Named>,
        /// Which rate of the book the rate in the chosen form means.
        equivalent: String,
        rows: List<FormRow>,
        /// The attribute of the rule that looks ahead.
        ahead_form: &'static str,
        /// Its form.
        ahead: NesterovForm,
        ahead_forms: List<Named>,
        /// The control that lets Nesterov race, where it does not.
        absent: Option<String>,
        /// Whether the rate changes.
        changes: bool,
        /// The step at which it does.
        step: usize,
        last_step: usize,
        factor: String,
        factors: List<String>,
        locked: LockedForms,
    }

    /// What a reader may not change of that.
    struct LockedForms {
        momentum: bool,
        ahead: bool,
        /// The change of the rate.
        change: bool,
        /// Which rules race.
        lanes: bool,
    }

    /// One form of Momentum at the rate that means the same.
    struct FormRow {
        label: &'static str,
        equation: String,
        rate: String,
        /// Where the run ends.
        at: String,
        loss: String,
        chosen: bool,
    }
}

impl Figure {
    /// The forms and the change of the rate, as they are set and what they do.
    pub(super) fn conventions(&mut self, _: &LessonOptions) -> Option<ConventionsSheet> {
        let said = locale::CONVENTIONS.of(self.language);
        let momentum = self.lab.momentum();
        let rows = self.lab.momentum_forms();
        let chosen = momentum.forms().momentum;
        let rate = momentum.value(Key::Lr);
        let book_rate = chosen.book_rate(rate, momentum.value(Key::Momentum));
        let equivalent = said.equivalent;
        let rows = rows.into_iter().map(|run| {
            let (at, loss) = match run.end {
                Some((at, loss)) => (
                    format!("({}, {})", readable(at.x), readable(at.y)),
                    readable(loss),
                ),
                None => ("—".to_owned(), "—".to_owned()),
            };
            FormRow {
                label: momentum_name(said, run.form),
                equation: non_breaking(names::momentum_equation(run.form)),
                rate: readable(run.rate),
                at,
                loss,
                chosen: run.form == chosen,
            }
        });
        let rows = rows.collect();
        let settings = self.lab.settings();
        let change = settings.race().rate_change;
        let factor = change.map_or(0.1, |change| change.factor);
        let mut factors = FACTORS.to_vec();
        if !factors.contains(&factor) {
            factors.push(factor);
        }
        let last = settings.race().steps.saturating_sub(1);
        let step = change.map_or(settings.race().steps / 2, |change| change.step);
        let absent = self.lab.absent(Rule::Nesterov);
        Some(ConventionsSheet {
            momentum: chosen,
            momentum_forms: momentum_forms(said),
            equivalent: equivalent(&readable(rate), &readable(book_rate)),
            rows,
            ahead_form: "nesterov-form",
            ahead: settings.race().nesterov_form,
            ahead_forms: nesterov_forms(said),
            absent,
            changes: change.is_some(),
            step: step.min(last),
            last_step: last,
            factor: shortest(factor),
            factors: factors.into_iter().map(shortest).collect(),
            locked: LockedForms {
                momentum: self.lab.is_locked("momentum-form"),
                ahead: self.lab.is_locked("nesterov-form"),
                change: self.lab.is_locked("rate-change"),
                lanes: self.lab.is_locked("optimizers"),
            },
        })
    }
}

fn momentum_name(said: &ConventionsWords, form: MomentumForm) -> &'static str {
    let labels = &said.labels;
    match form {
        MomentumForm::Book => labels.conventions_book,
        MomentumForm::PyTorch => labels.conventions_pytorch,
        MomentumForm::Average => labels.conventions_average,
    }
}

fn momentum_forms(said: &ConventionsWords) -> List<Named> {
    let option = |&form: &MomentumForm| {
        let name = momentum_name(said, form);
        let label = [name, names::momentum_equation(form)].join(": ");
        Named {
            value: form.name().into(),
            label: label.into(),
        }
    };
    MomentumForm::ALL.iter().map(option).collect()
}

fn nesterov_forms(said: &ConventionsWords) -> List<Named> {
    let labels = &said.labels;
    let option = |&form: &NesterovForm| {
        let name = match form {
            NesterovForm::Corrected => labels.conventions_corrected,
            NesterovForm::Early => labels.conventions_early,
        };
        let label = [name, names::nesterov_equation(form)].join(": ");
        Named {
            value: form.name().into(),
            label: label.into(),
        }
    };
    NesterovForm::ALL.iter().map(option).collect()
}
