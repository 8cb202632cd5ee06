//! The way back to what the author of a page has set.

use super::link::{decode, encode};
use super::{Action, Lab, Origin, Problem};
use crate::math::joined;

/// What the author has set, kept from the first moment on in which anybody else did something.
#[derive(Clone, Debug)]
pub(crate) struct Authored {
    /// The figure as it was until then, see [`Lab::snapshot`].
    snapshot: String,
    /// What the page has set since, in order.
    since: Vec<(String, Option<String>)>,
}

impl Lab {
    /// Whether there is something to go back from.
    pub fn can_revert(&self) -> bool {
        self.authored.is_some()
    }

    /// Keeps what the author has set before an action that is not theirs.
    pub(super) fn keep_authored(&mut self, action: &Action) {
        let is_theirs = match action {
            Action::Query { origin, .. } => *origin == Origin::Author,
            Action::Part(part) => !part.is_by_hand(),
            Action::Set { .. }
            | Action::Restore(_)
            | Action::Advance(_)
            | Action::Rest
            | Action::Revert => true,
            _ => false,
        };
        if !is_theirs && self.authored.is_none() {
            self.authored = Some(Authored {
                snapshot: self.snapshot(),
                since: Vec::new(),
            });
        }
    }

    /// Notes what the page sets afterwards.
    pub(super) fn note_authored(&mut self, attribute: &str, text: Option<&str>) {
        if let Some(authored) = &mut self.authored {
            authored.since.retain(|(name, _)| name != attribute);
            let set = (attribute.to_owned(), text.map(str::to_owned));
            authored.since.push(set);
        }
    }

    /// Brings back what the author has set, the step that they show included.
    pub(super) fn revert(&mut self) -> Result<(), Problem> {
        let Some(authored) = self.authored.take() else {
            return Ok(());
        };
        for name in self.settings.declarations().names() {
            let _ = self.set(name, None);
        }
        // What was refused before was said then.
        let _ = self.restore(&authored.snapshot);
        for (name, text) in authored.since {
            let _ = self.set(&name, text.as_deref());
        }
        self.left = None;
        self.playhead.pause();
        Ok(())
    }
}

impl Authored {
    /// As a text without line breaks.
    pub(super) fn text(&self) -> String {
        let since = self.since.iter().map(|(name, text)| match text {
            Some(text) => joined(&[name, &encode(text)], "="),
            None => name.clone(),
        });
        let parts: Vec<String> = std::iter::once(encode(&self.snapshot))
            .chain(since)
            .collect();
        joined(&parts, "&")
    }

    /// Reads such a text.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('&');
        let snapshot = decode(parts.next().filter(|it| !it.is_empty())?);
        let since = parts.map(|part| match part.split_once('=') {
            Some((name, text)) => (name.to_owned(), Some(decode(text))),
            None => (part.to_owned(), None),
        });
        Some(Self {
            snapshot,
            since: since.collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::settings::frame::{lane_control, lane_value};
    use crate::lessons::predict::model::PredictAction;
    use crate::math::Point;
    use crate::optim::Key;

    #[track_caller]
    fn act(lab: &mut Lab, action: Action) {
        assert_eq!(lab.apply(action), Ok(()));
    }

    fn set(attribute: &str, text: Option<&str>) -> Action {
        Action::Set {
            attribute: attribute.to_owned(),
            text: text.map(str::to_owned),
        }
    }

    /// A figure of this link, in which a reader has changed much.
    fn changed(query: &str) -> Lab {
        let mut lab = Lab::new();
        assert!(lab.set_query(query).is_empty());
        assert!(!lab.can_revert());
        for action in [
            Action::enter(lane_value(0, Key::Lr), "1.3"),
            Action::choose(lane_control(1), "false"),
            Action::choose("surface", "saddle"),
            Action::Show(Some("rule")),
            Action::Seek(3),
            PredictAction::Ask("7".to_owned()).into(),
            PredictAction::Guess(Point::new(1.0, 1.0)).into(),
            Action::Query {
                query: "steps=50".to_owned(),
                origin: Origin::Link,
            },
            Action::Play,
        ] {
            act(&mut lab, action);
        }
        assert!(lab.can_revert());
        lab
    }

    #[test]
    fn all_that_a_reader_did_is_undone_at_once() {
        for query in [
            "",
            "preset=book-6-3&lessons=physics&step=12",
            "lab=training&units=20",
        ] {
            let mut lab = changed(query);
            act(&mut lab, Action::Revert);
            let mut fresh = Lab::new();
            let _ = fresh.set_query(query);
            assert_eq!(lab.snapshot(), fresh.snapshot(), "{query}");
            assert_eq!(lab.rows(), fresh.rows(), "{query}");
            assert!(!lab.can_revert() && !lab.is_playing());
        }
    }

    #[test]
    fn what_the_page_sets_meanwhile_stays() {
        let mut lab = changed("steps=20");
        act(&mut lab, set("steps", Some("40")));
        act(&mut lab, set("step", Some("9")));
        act(&mut lab, set("steps", None));
        // A page that writes back what a reader has chosen sets nothing.
        act(&mut lab, set("surface", Some("saddle")));
        act(&mut lab, Action::Revert);
        assert_eq!(lab.query(), "step=9");
    }

    #[test]
    fn the_way_back_goes_with_the_figure() {
        let mut lab = changed("preset=book-6-4");
        act(&mut lab, set("steps", Some("17")));
        let mut next = Lab::new();
        act(&mut next, Action::Restore(lab.snapshot()));
        assert_eq!(next.snapshot(), lab.snapshot());
        act(&mut next, Action::Revert);
        assert_eq!(next.query(), "preset=book-6-4&steps=17");
    }
}
