//! A lab as text, to go on in another engine or in a later life of the element: the link,
//! and beside it what a link leaves out.

use super::authored::Authored;
use super::parse::{lanes, lanes_text};
use super::rows::Row;
use super::{Lab, Origin, Problem};
use crate::math::joined;

impl Lab {
    /// Everything that a reader would miss, a line each: whether it plays, with what experiments
    /// and lessons keep; the link; the lanes that are in the race or stand aside; the way back to
    /// what the author has set.
    pub fn snapshot(&self) -> String {
        let row = |row: &Row| {
            let sign = if row.is_on { '+' } else { '-' };
            format!("{sign}{}", lanes_text(&[row.lane]))
        };
        let rows: Vec<String> = self.rows().iter().map(row).collect();
        let playing = match self.playhead.is_playing() {
            true => "playing",
            false => "",
        };
        let kept = self.registry.parts().filter_map(|part| {
            let text = part.snapshot(self);
            (!text.is_empty()).then(|| joined(&[part.name(), &text], "="))
        });
        let kept: Vec<String> = std::iter::once(playing.to_owned()).chain(kept).collect();
        let authored = self.authored.as_ref().map(Authored::text);
        let lines = [
            &joined(&kept, ";"),
            &self.query(),
            &joined(&rows, " "),
            &authored.unwrap_or_default(),
        ];
        joined(&lines.map(String::as_str), "\n")
    }

    /// Goes on where another lab stood. Warns of what that one could not read itself.
    pub(super) fn restore(&mut self, text: &str) -> Result<(), Problem> {
        let mut lines = text.splitn(4, '\n');
        let mut line = || lines.next().unwrap_or_default();
        let (kept, query, rows, authored) = (line(), line(), line(), line());
        let taken = self.take_query(query, Origin::Author);
        self.authored = Authored::read(authored);
        let mut kept = kept.split(';');
        let playing = kept.next().unwrap_or_default();
        for (name, text) in kept.filter_map(|it| it.split_once('=')) {
            for part in self.registry.parts().filter(|part| part.name() == name) {
                part.restore(self, text);
            }
        }
        let rows = rows.split(' ').filter_map(|word| {
            let lane = *lanes(word.get(1..)?).0.first()?;
            let is_on = word.starts_with('+');
            Some(Row { lane, is_on })
        });
        self.rows.restore(rows.collect(), &self.settings.optimizers);
        match playing {
            "" => self.playhead.pause(),
            _ => {
                if let Ok(stop) = self.next_stop() {
                    self.playhead.play_to(stop);
                }
            }
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::Action;
    use crate::lab::settings::frame::{lane_control, lane_value};
    use crate::lessons::predict::model::PredictAction;
    use crate::optim::Key;

    #[track_caller]
    fn act(lab: &mut Lab, action: Action) {
        assert_eq!(lab.apply(action), Ok(()));
    }

    #[test]
    fn nothing_is_lost_on_the_way() {
        let mut lab = Lab::new();
        let _ =
            lab.set_query("surface=formula&formula=x^2%2By^4&start=1 2&steps=70&step=12&lang=ja");
        act(
            &mut lab,
            Action::enter(lane_value(3, Key::Lr), "0.123".to_owned()),
        );
        act(
            &mut lab,
            Action::choose(lane_control(3), "false".to_owned()),
        );
        act(&mut lab, Action::choose(lane_control(5), "true".to_owned()));
        assert!(lab.apply(Action::enter("formula", "sin(")).is_err());
        act(&mut lab, Action::Play);

        let mut next = Lab::new();
        act(&mut next, Action::Restore(lab.snapshot()));
        assert_eq!(next.settings(), lab.settings());
        assert_eq!(next.rows(), lab.rows());
        assert_eq!(next.formula_text(), "sin(");
        assert_eq!(next.formula_problem(), lab.formula_problem());
        assert!(next.is_playing());
        assert_eq!(next.snapshot(), lab.snapshot());
    }

    #[test]
    fn a_draft_stays_where_the_formula_is_locked() {
        let mut lab = Lab::new();
        let _ = lab.set_query("surface=formula&lock=formula");
        let (attribute, text) = ("formula".to_owned(), Some("x^".to_owned()));
        assert!(lab.apply(Action::Set { attribute, text }).is_err());
        let mut next = Lab::new();
        act(&mut next, Action::Restore(lab.snapshot()));
        assert_eq!(next.formula_text(), "x^");
        assert_eq!(next.formula_problem(), lab.formula_problem());
    }

    #[test]
    fn a_guess_and_its_answer_stay() {
        use crate::math::Point;
        let mut lab = Lab::new();
        let _ = lab.set_query("predict=10&lane=2");
        let taken = |lab: &Lab| {
            let mut next = Lab::new();
            act(&mut next, Action::Restore(lab.snapshot()));
            assert_eq!(next.snapshot(), lab.snapshot());
            next
        };
        assert!(taken(&lab).is_asking());
        act(
            &mut lab,
            PredictAction::Guess(Point::new(-3.25, 0.5)).into(),
        );
        act(&mut lab, Action::Play);
        let mut next = taken(&lab);
        assert!(next.is_asking() && next.is_playing());
        assert_eq!(next.prediction(), lab.prediction());
        act(&mut lab, Action::Seek(10));
        let mut next = taken(&lab);
        assert!(!next.is_asking() && !next.is_playing());
        assert!(next.prediction().is_some_and(|it| it.answer.is_some()));
        assert_eq!(next.prediction(), lab.prediction());
        // What no engine writes is no answer.
        for text in [
            "",
            ";",
            ";race",
            ";race=told x",
            ";race=1",
            ";race=told nan 1",
        ] {
            let mut next = Lab::new();
            act(&mut next, Action::Restore([text, "predict=10"].join("\n")));
            assert!(next.is_asking(), "{text}");
        }
    }
}
