//! The forms of Momentum side by side, each with the rate that means the same.

use crate::experiments::race::settings::suggested;
use crate::lab::settings::Choice;
use crate::lab::settings::frame::{lane_control, lane_value};
use crate::lab::{Action, Lab, Lesson, Part, Problem, Spoils};
use crate::math::Point;
use crate::math::numeral::Numeral;
use crate::optim::{Forms, Hyperparameters, Key, MomentumForm, Rule};
use crate::race;

/// Momentum in one of its forms, up to the shown step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FormRun {
    /// The form.
    pub form: MomentumForm,
    /// The learning rate with which it goes the book's way as long as the rate is constant.
    pub rate: f64,
    /// Where it is at the shown step and the loss there; `None` where it overflowed before,
    /// or the lane is hidden.
    pub end: Option<(Point, f64)>,
}

/// The lesson on the forms.
pub struct ConventionsLesson;

impl Part for ConventionsLesson {
    fn name(&self) -> &'static str {
        "conventions"
    }
}

impl Lesson for ConventionsLesson {
    /// It runs the Momentum of the race in every form.
    fn spoils(&self, lab: &mut Lab) -> Spoils {
        match lab.hides_momentum() {
            true => Spoils::Part,
            false => Spoils::Nothing,
        }
    }
}

impl Lab {
    /// Whether the hidden lane is the Momentum that the conventions are about.
    fn hides_momentum(&mut self) -> bool {
        let scene = self.scene();
        let momentum = scene.lanes.iter().find(|it| it.rule() == Rule::Momentum);
        momentum.is_some_and(|lane| lane.is_hidden)
    }

    /// The Momentum that the conventions are about: the first of the race, or the usual
    /// one where none races.
    pub fn momentum(&mut self) -> Hyperparameters {
        let usual = suggested(self.settings().race().surface, Rule::Momentum);
        let usual = usual.with_forms(self.settings().race().forms());
        let scene = self.scene();
        let mut lanes = scene.lanes.iter().map(|lane| lane.hyperparameters);
        lanes
            .find(|lane| lane.rule() == Rule::Momentum)
            .unwrap_or(usual)
    }

    /// That Momentum in every form, under the conditions of the race.
    pub fn momentum_forms(&mut self) -> Vec<FormRun> {
        let lane = self.momentum();
        let is_hidden = self.hides_momentum();
        let (settings, step) = (self.settings(), self.step());
        let (start, conditions) = (settings.start_point(), settings.conditions());
        let alpha = lane.value(Key::Momentum);
        let own = lane.forms().momentum;
        let book_rate = own.book_rate(lane.value(Key::Lr), alpha);
        let run = |&form: &MomentumForm| {
            let rate = match form == own {
                true => lane.value(Key::Lr),
                false => form.rate_like(book_rate, alpha),
            };
            let forms = Forms {
                momentum: form,
                ..lane.forms()
            };
            let lane = lane.with(Key::Lr, rate).with_forms(forms);
            let record = race::run_under(settings.loss(), start, &lane, step, &conditions);
            let end = record.points.get(step).zip(record.losses.get(step));
            let end = end.filter(|_| !is_hidden).map(|(at, loss)| (*at, *loss));
            FormRun { form, rate, end }
        };
        MomentumForm::ALL.iter().map(run).collect()
    }

    /// Chooses the form of Momentum by a person's hand. If `keeps_path`, the learning
    /// rates of all its lanes are translated with it, to twelve digits.
    ///
    /// # Errors
    /// Where a person may not change the form, or there is none of that name.
    pub fn choose_momentum_form(&mut self, name: &str, keeps_path: bool) -> Result<(), Problem> {
        let before = self.settings().race().momentum_form;
        let rates: Vec<(usize, Hyperparameters)> = (0..self.rows().len())
            .filter_map(|row| Some((row, self.values(row)?)))
            .filter(|(_, lane)| lane.rule() == Rule::Momentum)
            .collect();
        self.apply(Action::Change {
            attribute: "momentum-form".to_owned(),
            text: Some(name.to_owned()),
        })?;
        let after = self.settings().race().momentum_form;
        for (row, lane) in rates.into_iter().filter(|_| keeps_path) {
            let alpha = lane.value(Key::Momentum);
            let book_rate = before.book_rate(lane.value(Key::Lr), alpha);
            if let Some(rate) = Numeral::of(after.rate_like(book_rate, alpha)) {
                let id = lane_value(row, Key::Lr);
                // A rate that the comparison decides, or out of range, stays as it is.
                let _ = self.apply(Action::enter(id, rate.rounded(12).plain()));
            }
        }
        Ok(())
    }

    /// The control that lets a rule race which does not.
    pub fn absent(&self, rule: Rule) -> Option<String> {
        let rows = self.rows();
        let races = rows.iter().any(|row| row.lane.rule == rule && row.is_on);
        let row = rows.iter().position(|row| row.lane.rule == rule)?;
        (!races).then_some(lane_control(row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lab(query: &str) -> Lab {
        let mut lab = Lab::new();
        assert_eq!(lab.set_query(query), [], "{query}");
        lab
    }

    #[test]
    fn at_a_constant_rate_all_forms_are_at_one_place() {
        let forms = lab("").momentum_forms();
        assert_eq!(forms.len(), 3);
        let book = forms[0].end.map(|(at, _)| at).unwrap_or_default();
        for run in &forms {
            let (at, _) = run.end.unwrap_or_default();
            assert!((at - book).length() < 1e-12, "{run:?}");
        }
        assert!((forms[2].rate - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_change_of_the_rate_sets_the_book_apart() {
        let forms = lab("rate-change=10 0.1").momentum_forms();
        let ends: Vec<Point> = forms.iter().filter_map(|run| Some(run.end?.0)).collect();
        assert!((ends[0] - ends[1]).length() > 0.1);
        assert!((ends[1] - ends[2]).length() < 1e-12);
    }

    #[test]
    fn a_form_can_be_chosen_without_changing_the_path() {
        let mut lab = lab("optimizers=momentum:lr=0.1 momentum:lr=0.04,momentum=0.5");
        let before = lab.scene().lanes[1].trajectory.points[30];
        assert_eq!(lab.choose_momentum_form("average", true), Ok(()));
        let after = lab.scene().lanes[1].trajectory.points[30];
        assert!((after - before).length() < 1e-10);
        assert_eq!(
            lab.query(),
            "optimizers=momentum:lr=1%20momentum:lr=0.08,momentum=0.5&momentum-form=average"
        );
        assert_eq!(lab.choose_momentum_form("book", true), Ok(()));
        assert_eq!(lab.settings().lanes()[0].value(Key::Lr), 0.1);
        assert_eq!(lab.choose_momentum_form("average", false), Ok(()));
        assert_eq!(lab.settings().lanes()[0].value(Key::Lr), 0.1);
    }

    #[test]
    fn a_form_that_is_locked_stays() {
        let mut lab = lab("lock=momentum-form");
        assert!(lab.choose_momentum_form("average", true).is_err());
        assert_eq!(lab.query(), "lock=momentum-form");
    }
}
