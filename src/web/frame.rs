//! What a figure tells its page once a frame: the parts that have changed.

use crate::lab::Action;
use crate::lab::settings::Controls;
use crate::web::controls::{self, Control};
use crate::web::figure::Figure;
use crate::web::gesture::{Gesture, Held};
use crate::web::json::{Json, List, ToJson, Typed, object};
use crate::web::names::LessonName;
use crate::web::page::Shows;
use crate::web::typescript::{Absence, Type};
use std::marker::PhantomData;

object! {
    /// What has become of a figure since the last frame. Parts that are as they were are left out.
    struct Frame {
        /// Whether another frame is wanted.
        more: bool,
        /// Whether something long is being computed.
        working: bool,
        /// The step that is shown now, where time has moved it.
        moved: Option<usize>,
        /// Whether playing has come to its end.
        ended: bool,
        answer: Option<AnswerDetail>,
        status: FramePart<Status>,
        controls: FramePart<List<Control>>,
        lanes: FramePart<List<LaneSentence>>,
        /// What the comparison of the lanes rests on.
        comparison: FramePart<String>,
        panels: FramePart<Panels>,
        handle: FramePart<Handle>,
        lessons: FramePart<List<LessonTitle>>,
        lane_choice: FramePart<LaneChoice>,
        ranges: FramePart<RangeChanges>,
    }

    /// What a reader has answered.
    struct AnswerDetail {
        lesson: LessonName,
        correct: bool,
        /// The lane that was asked for.
        lane: String,
        /// At which step.
        step: usize,
        /// The guess.
        x: f64,
        y: f64,
        /// From there to where the lane is, where it is anywhere.
        distance: Option<f64>,
    }

    /// Where the player stands, and what a figure shows around it.
    struct Status {
        step: usize,
        steps: usize,
        playing: bool,
        step_text: String,
        /// The longest that this may become, for which room is kept.
        step_room: String,
        /// What the whole figure is.
        title: &'static str,
        /// Whether nothing is recorded yet: a picture would show nothing.
        empty: bool,
        controls: Controls,
        autoplay: bool,
        /// Whether something can be brought back that the author has set.
        can_revert: bool,
        view: Shows,
    }

    /// How one lane stands.
    struct LaneSentence {
        /// The name of the lane, with which the text begins.
        name: String,
        text: String,
        /// The longest that it may become, for which room is kept.
        room: String,
        /// The control that stands for the lane.
        control: String,
        /// How it stands in short, where its row has room for that.
        state: Option<LaneState>,
    }

    /// The loss of a lane at the shown step, and how its run has ended.
    struct LaneState {
        loss: String,
        ending: &'static str,
        text: String,
    }

    /// Names and descriptions of the two panels, and what a gesture on them does.
    struct Panels {
        map: Panel,
        loss: Panel,
        /// What the tab of the second panel says.
        tab: String,
        /// What stands above the map in place of its name; empty where that does.
        title: &'static str,
        /// What the figure asks, beside that title.
        question: &'static str,
        /// What the panel of the map can be used for.
        hint: &'static str,
        /// Width over height that the map's box should have, where units are to be equal.
        aspect: Option<f64>,
    }

    /// One of the two panels.
    struct Panel {
        name: String,
        description: String,
        gesture: Gesture,
    }

    /// The handle at the start, in CSS pixels from the corner of the map.
    struct Handle {
        x: f64,
        y: f64,
        locked: bool,
    }

    /// A lesson that can be opened.
    struct LessonTitle {
        name: LessonName,
        title: &'static str,
        /// What its tab says, where it has one although it is closed.
        tab: Option<&'static str>,
        open: bool,
        hides: Option<HiddenPath>,
    }

    /// What a lesson leaves out because it would tell where a hidden lane leads.
    struct HiddenPath {
        sentence: String,
        /// Whether that is all of it.
        whole: bool,
    }

    /// The lanes that a lesson can speak about.
    struct LaneChoice {
        names: Vec<String>,
        /// The one that it speaks about, from 0.
        chosen: usize,
    }

    /// What a person can do with the ranges of a search.
    struct RangeChanges {
        /// Whether there is a search at all.
        shown: bool,
        /// Whether anything.
        free: bool,
        /// Whether they can be those of the best trials.
        narrow: bool,
        /// Whether they can be the book's.
        widen: bool,
        /// Whether the range of learning rates can be a wide one.
        wide: bool,
    }
}

/// A part of a frame as JSON; none where the page has it already.
pub(super) struct FramePart<T> {
    json: Option<String>,
    kind: PhantomData<T>,
}

impl<T> Default for FramePart<T> {
    fn default() -> Self {
        Self {
            json: None,
            kind: PhantomData,
        }
    }
}

impl<T: Typed> Typed for FramePart<T> {
    const TYPE: Type = T::TYPE;
    const ABSENCE: Absence = Absence::Missing;
}

impl<T: Typed> ToJson for FramePart<T> {
    fn write(&self, json: &mut Json) {
        json.raw(self.json.as_deref().unwrap_or_default());
    }

    fn is_missing(&self) -> bool {
        self.json.is_none()
    }
}

/// The parts as the page has them.
#[derive(Debug, Default)]
pub(super) struct Sent {
    /// The state that they are of, see [`Lab::n_changes`](crate::lab::Lab::n_changes).
    n_changes: u64,
    status: String,
    controls: String,
    pub(super) lanes: String,
    pub(super) comparison: String,
    pub(super) panels: String,
    handle: String,
    lessons: String,
}

/// A part, unless the page has it.
pub(super) fn part<T: ToJson>(sent: &mut String, value: &T) -> FramePart<T> {
    FramePart {
        json: news(sent, Json::of(value)),
        kind: PhantomData,
    }
}

/// Beside `part`, so that it is in the program once.
fn news(sent: &mut String, json: String) -> Option<String> {
    if *sent == json {
        return None;
    }
    sent.clone_from(&json);
    Some(json)
}

impl Figure {
    /// Lets time pass.
    pub(super) fn next(&mut self, elapsed: f64, budget: f64) -> Frame {
        let (step, was_playing) = (self.lab.step(), self.lab.is_playing());
        let is_working = self.page().work(self, budget);
        self.act(Action::Advance(elapsed));
        let (now, is_playing) = (self.lab.step(), self.lab.is_playing());
        let mut frame = Frame {
            more: is_playing || is_working,
            working: is_working,
            moved: (was_playing && now != step).then_some(now),
            ended: was_playing && !is_playing,
            answer: None,
            status: FramePart::default(),
            controls: FramePart::default(),
            lanes: FramePart::default(),
            comparison: FramePart::default(),
            panels: FramePart::default(),
            handle: FramePart::default(),
            lessons: FramePart::default(),
            lane_choice: FramePart::default(),
            ranges: FramePart::default(),
        };
        let is_stale = std::mem::take(&mut self.is_stale) || frame.ended;
        // While the view is turned nothing else changes.
        let is_turned = self.held.as_ref().is_some_and(Held::turns);
        if is_stale || self.lab.n_changes() != self.sent.n_changes {
            // Descriptions of the pictures wait for the end of what moves: they are long, and
            // nobody reads them while they change.
            let is_drawn = self.describe(&mut frame, is_stale && !is_turned);
            frame.more |= !is_drawn;
            self.sent.n_changes = match is_drawn {
                true => self.lab.n_changes(),
                false => u64::MAX,
            };
        }
        frame
    }

    /// Draws, and says what changes with time or, where `is_all`, everything. False where the
    /// pictures have to wait.
    fn describe(&mut self, frame: &mut Frame, is_all: bool) -> bool {
        let status = self.status();
        frame.status = part(&mut self.sent.status, &status);
        let lessons = self.lesson_titles();
        frame.lessons = part(&mut self.sent.lessons, &lessons);
        if is_all {
            let controls = controls::all(&mut self.lab, self.language);
            frame.controls = part(&mut self.sent.controls, &controls);
            let (x, y) = self.page().start_position(self);
            let (x, y) = (x * self.map.zoom(), y * self.map.zoom());
            let locked = self.lab.is_locked("start");
            frame.handle = part(&mut self.sent.handle, &Handle { x, y, locked });
        }
        self.describe_lessons(frame, is_all);
        self.page().describe(self, frame, is_all)
    }

    fn status(&self) -> Status {
        let settings = self.lab.settings();
        let (step, steps) = (self.lab.step(), self.lab.last_step());
        Status {
            step,
            steps,
            playing: self.lab.is_playing(),
            step_text: self.page().step_text(self, step, steps),
            step_room: self.page().step_room(self, steps),
            title: self.page().title(self),
            empty: self.lab.progress().is_none_or(|(n_done, _)| n_done == 0),
            controls: settings.controls,
            autoplay: settings.autoplay,
            can_revert: self.lab.can_revert(),
            view: self.page().shows(self),
        }
    }
}
