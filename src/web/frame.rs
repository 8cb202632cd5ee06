//! What a figure tells its page once a frame: the parts that have changed.

use crate::experiments::race::describe;
use crate::experiments::race::picture::layout::map_aspect;
use crate::lab::Action;
#[cfg(not(feature = "lessons"))]
use crate::lab::settings::Choice;
use crate::lab::settings::frame::lane_control;
use crate::lab::settings::{Controls, Lesson, View};
use crate::web::controls::{self, Control};
use crate::web::figure::Figure;
use crate::web::gesture::Gesture;
use crate::web::json::{Json, List, ToJson, Typed, object, texts};
use crate::web::pictures;
use crate::web::typescript::{Absence, Type};
#[cfg(not(feature = "lessons"))]
use crate::web::words;
use std::marker::PhantomData;

texts! {
    /// What the panel of the map shows.
    enum Shows {
        /// The contour lines.
        Map = "map",
        /// The same with the arrows of the gradient.
        Gradient = "gradient",
        /// The landscape in space.
        Space = "space",
        /// An experiment on networks.
        Study = "study",
    }
}

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
        status: Part<Status>,
        controls: Part<List<Control>>,
        lanes: Part<List<LaneSentence>>,
        /// What the comparison of the lanes rests on.
        comparison: Part<String>,
        panels: Part<Panels>,
        handle: Part<Handle>,
        lessons: Part<List<LessonTitle>>,
        lane_choice: Part<LaneChoice>,
        ranges: Part<RangeChanges>,
    }

    /// Where the player stands, and what a figure shows around it.
    struct Status {
        step: usize,
        steps: usize,
        playing: bool,
        step_text: String,
        controls: Controls,
        autoplay: bool,
        view: Shows,
    }

    /// How one lane stands.
    struct LaneSentence {
        /// The name of the lane, with which the text begins.
        name: String,
        text: String,
        /// The control that stands for the lane.
        control: String,
    }

    /// Names and descriptions of the two panels, and what a gesture on them does.
    struct Panels {
        map: Panel,
        loss: Panel,
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
        name: Lesson,
        title: &'static str,
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
    }
}

/// A part of a frame as JSON; none where the page has it already.
pub(super) struct Part<T> {
    json: Option<String>,
    kind: PhantomData<T>,
}

impl<T> Default for Part<T> {
    fn default() -> Self {
        Self {
            json: None,
            kind: PhantomData,
        }
    }
}

impl<T: Typed> Typed for Part<T> {
    const TYPE: Type = T::TYPE;
    const ABSENCE: Absence = Absence::Missing;
}

impl<T: Typed> ToJson for Part<T> {
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
pub(super) fn part<T: ToJson>(sent: &mut String, value: &T) -> Part<T> {
    Part {
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
        let is_working = self.work(budget);
        self.act(Action::Advance(elapsed));
        let (now, is_playing) = (self.lab.step(), self.lab.is_playing());
        let mut frame = Frame {
            more: is_playing || is_working,
            working: is_working,
            moved: (was_playing && now != step).then_some(now),
            ended: was_playing && !is_playing,
            status: Part::default(),
            controls: Part::default(),
            lanes: Part::default(),
            comparison: Part::default(),
            panels: Part::default(),
            handle: Part::default(),
            lessons: Part::default(),
            lane_choice: Part::default(),
            ranges: Part::default(),
        };
        let is_stale = std::mem::take(&mut self.is_stale) || frame.ended;
        if is_stale || self.lab.n_changes() != self.sent.n_changes {
            // Descriptions of the pictures wait for the end of what moves: they are long, and
            // nobody reads them while they change.
            let is_drawn = self.describe(&mut frame, is_stale);
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
            let (x, y) = self.start_position();
            let locked = self.lab.is_locked("start");
            frame.handle = part(&mut self.sent.handle, &Handle { x, y, locked });
        }
        #[cfg(feature = "lessons")]
        self.describe_lessons(frame, is_all);
        #[cfg(feature = "lessons")]
        if self.lab.is_study() {
            return self.describe_study(frame, is_all);
        }
        self.describe_race(frame, is_all);
        true
    }

    fn describe_race(&mut self, frame: &mut Frame, is_all: bool) {
        let (theme, language, words) = (self.theme(), self.language, self.race_words());
        let space = self.space_words();
        let n_changes = self.lab.n_changes();
        let gestures = (self.map_gesture(), self.loss_gesture());
        let hint = self.hint();
        let rows = self.lab.rows().iter().enumerate();
        let on: Vec<usize> = rows.filter(|(_, row)| row.is_on).map(|(n, _)| n).collect();
        let scene = self.lab.scene();
        let sentences = describe::summaries(&scene, words);
        let lanes = scene.lanes.iter().zip(sentences).zip(on);
        let lanes = lanes.map(|((lane, text), row)| LaneSentence {
            name: lane.name.clone(),
            text,
            control: lane_control(row),
        });
        frame.lanes = part(&mut self.sent.lanes, &lanes.collect());
        if is_all {
            let comparison = describe::terms(&scene, words);
            frame.comparison = part(&mut self.sent.comparison, &comparison);
            let panels = Panels {
                map: Panel {
                    name: describe::map_name(&scene, words),
                    description: describe::map(&scene, words, space),
                    gesture: gestures.0,
                },
                loss: Panel {
                    name: words.loss_by_step.to_owned(),
                    description: describe::losses(&scene, words),
                    gesture: gestures.1,
                },
                hint,
                aspect: map_aspect(&scene),
            };
            frame.panels = part(&mut self.sent.panels, &panels);
        }
        pictures::draw_map(&mut self.map, &scene, language, theme, n_changes);
        pictures::draw_loss(&mut self.loss, &scene, language, theme, n_changes);
    }

    fn status(&self) -> Status {
        let settings = self.lab.settings();
        let (step, steps) = (self.lab.step(), self.lab.last_step());
        Status {
            step,
            steps,
            playing: self.lab.is_playing(),
            step_text: self.step_text(step, steps),
            controls: settings.controls,
            autoplay: settings.autoplay,
            view: match self.shown_view() {
                _ if self.lab.is_study() => Shows::Study,
                View::Map => Shows::Map,
                View::Gradient => Shows::Gradient,
                View::Space => Shows::Space,
            },
        }
    }

    #[cfg(not(feature = "lessons"))]
    fn step_text(&self, step: usize, steps: usize) -> String {
        (self.race_words().step_of)(step, steps)
    }

    /// What the panel of the map can be used for.
    #[cfg(not(feature = "lessons"))]
    fn hint(&self) -> &'static str {
        self.race_words().drag_hint
    }

    #[cfg(not(feature = "lessons"))]
    fn lesson_titles(&self) -> List<LessonTitle> {
        let titles = Lesson::ALL.iter().zip(words::titles(self.language));
        let titles = titles.map(|(lesson, title)| LessonTitle {
            name: *lesson,
            title,
            open: self.lab.settings().lessons.contains(lesson),
            hides: None,
        });
        titles.collect()
    }

    /// The core computes nothing long.
    #[cfg(not(feature = "lessons"))]
    fn work(&mut self, _: f64) -> bool {
        false
    }

    /// One sentence about the shown step, to be read out.
    pub(super) fn announcement(&mut self) -> String {
        #[cfg(feature = "lessons")]
        if self.lab.is_study() {
            return self.study_announcement();
        }
        let words = self.race_words();
        describe::announcement(&self.lab.scene(), words)
    }
}
