//! The one way in: what a page's script tells a figure, and what came of it.

use crate::lab;
use crate::lab::settings;
use crate::lab::{Origin, Problem, Warning};
use crate::language::Language;
use crate::web::figure::{Figure, Scheme};
use crate::web::gesture::{Phase, Target};
use crate::web::given::{Unknown, actions};
use crate::web::json::{Text, object, texts};
use crate::web::names::LessonName;
use crate::web::state;
use wasm_bindgen::JsValue;

actions! {
    /// Something that happens to a figure: by a reader, by the page or by time.
    enum CommonAction {
        /// Sets an attribute from its text; without a text it has its default.
        Set = "set" { name: String, text: Option<String> },
        /// Says which names of attributes are near to a setting and none.
        Names = "names" { names: Vec<String> },
        /// Takes a query.
        Query = "query" { query: String, origin: QueryOrigin },
        /// Takes an object such as `state()` returns.
        State = "state" { state: Unknown },
        /// Takes the first language of these that we know, else Korean, and what the reader
        /// wants of colors and motion.
        Environment = "environment" {
            languages: Vec<String>,
            dark: bool,
            forced_colors: bool,
            reduced_motion: bool,
        },
        /// Goes on where another figure stood when it exported this snapshot; it plays on only
        /// where it may.
        Restore = "restore" { snapshot: String, may_play: bool },
        /// Moves a slider.
        Slide = "slide" { id: String, position: u32 },
        /// Types into a field.
        Type = "type" { id: String, text: String },
        /// Picks an option, or switches a checkbox by `true` or `false`.
        Choose = "choose" { id: String, value: String },
        /// Shows a lesson beside the map and closes the others; without a name it shows the losses.
        Show = "show" { lesson: Option<LessonName> },
        /// A pointer on a picture, in CSS pixels from the corner of its box.
        Pointer = "pointer" { on: Target, phase: Phase, x: f64, y: f64 },
        /// Plays, or shows the end at once where the reader wants no movement.
        Play = "play",
        /// Stops where it is.
        Pause = "pause",
        /// Plays, or stops where it plays.
        Toggle = "toggle",
        /// Shows the next step.
        StepForward = "stepForward",
        /// Shows the step before.
        StepBack = "stepBack",
        /// Shows a step; what is not a number shows the start.
        Seek = "seek" { step: f64 },
        /// Shows the start.
        Reset = "reset",
        /// Brings back what the author of the page has set.
        Revert = "revert",
    }
}

texts! {
    /// Where a query comes from.
    enum QueryOrigin {
        /// From who wrote the page, or the link to it.
        Author = "author",
        /// From a link in the page that a reader followed.
        Link = "link",
        /// From a reader's hand in the figure: what is locked stays as it is.
        Reader = "reader",
    }

    /// What an action was about.
    enum Concern {
        /// Settings.
        Settings = "settings",
        /// Which step is shown, and playing.
        Playhead = "playhead",
        /// Nothing that a page hears of.
        Nothing = "",
    }
}

object! {
    /// What came of an action.
    struct Outcome {
        concern: Concern,
        /// Why it was not taken, in the reader's language.
        problem: Option<Text>,
        /// What is to be said about it, in the reader's language.
        message: Option<Text>,
        /// For the console.
        warnings: Vec<String>,
        /// Those of them that the author of the page or of the link should mend.
        mistakes: Vec<String>,
        /// The step that is shown now, where it is another one.
        moved: Option<usize>,
        /// Whether it plays now.
        playing: bool,
        /// The language that the figure speaks now; only the environment decides it.
        language: Option<Language>,
        /// The same of the scheme of colors that the page's part is to be painted in.
        scheme: Option<Scheme>,
    }
}

impl Figure {
    /// Takes an action.
    pub(super) fn take(&mut self, object: &JsValue) -> Outcome {
        let step = self.lab.step();
        let mut outcome = Outcome {
            concern: Concern::Nothing,
            problem: None,
            message: None,
            warnings: Vec::new(),
            mistakes: Vec::new(),
            moved: None,
            playing: false,
            language: None,
            scheme: None,
        };
        outcome.concern = match CommonAction::from_js(object) {
            Some(action) => self.take_common(action, &mut outcome),
            None => self.take_other(object, &mut outcome),
        };
        self.is_stale = true;
        let now = self.lab.step();
        outcome.moved = (now != step).then_some(now);
        outcome.playing = self.lab.is_playing();
        outcome
    }

    fn take_common(&mut self, action: CommonAction, outcome: &mut Outcome) -> Concern {
        match action {
            CommonAction::Set { name, text } => {
                outcome.tell(state::set(&mut self.lab, &name, text.as_deref()));
            }
            CommonAction::Names { names } => {
                outcome.tell(self.lab.misspelt(&names));
                return Concern::Nothing;
            }
            CommonAction::Query { query, origin } => {
                let origin = match origin {
                    QueryOrigin::Author => Origin::Author,
                    QueryOrigin::Link => Origin::Link,
                    QueryOrigin::Reader => Origin::Reader,
                };
                let taken = self.lab.apply(lab::Action::Query { query, origin });
                outcome.tell(taken.err().map_or_else(Vec::new, Problem::warnings));
            }
            CommonAction::State { state } => match state.0.is_object() {
                true => outcome.tell(state::take(&mut self.lab, &state.0)),
                false => outcome.warnings.push(state::NO_OBJECT.to_owned()),
            },
            CommonAction::Restore { snapshot, may_play } => {
                outcome.tell(self.restore(&snapshot));
                if !may_play {
                    self.act(lab::Action::Rest);
                }
            }
            CommonAction::Environment {
                languages,
                dark,
                forced_colors,
                reduced_motion,
            } => {
                let mut known = languages.iter().filter_map(|tag| settings::language(tag));
                self.language = known.next().unwrap_or_default();
                (self.prefers_dark, self.forced_colors) = (dark, forced_colors);
                self.reduced_motion = reduced_motion;
                if reduced_motion && self.lab.is_playing() {
                    self.play(outcome);
                }
                outcome.language = Some(self.language);
                outcome.scheme = Some(self.scheme());
                return Concern::Nothing;
            }
            CommonAction::Slide { id, position } => {
                self.act(lab::Action::Slide(id, position));
            }
            CommonAction::Type { id, text } => {
                outcome.problem = self.attempt(lab::Action::Type(id, text));
            }
            CommonAction::Choose { id, value } => {
                self.act(lab::Action::Choose(id, value));
            }
            CommonAction::Show { lesson } => self.act(lab::Action::Show(lesson.map(|it| it.0))),
            CommonAction::Pointer { on, phase, x, y } => {
                let layers = match on {
                    Target::Map | Target::Handle => &self.map,
                    Target::Loss => &self.loss,
                };
                return self.point(on, phase, layers.place((x, y)));
            }
            CommonAction::Play {} => return self.play(outcome),
            CommonAction::Toggle {} if !self.lab.is_playing() => return self.play(outcome),
            CommonAction::Toggle {} | CommonAction::Pause {} => {
                return self.move_by(lab::Action::Pause);
            }
            CommonAction::StepForward {} => return self.move_by(lab::Action::StepForward),
            CommonAction::StepBack {} => return self.move_by(lab::Action::StepBack),
            CommonAction::Seek { step } => return self.move_by(lab::Action::Seek(step as usize)),
            CommonAction::Reset {} => return self.move_by(lab::Action::Reset),
            CommonAction::Revert {} => self.act(lab::Action::Revert),
        }
        Concern::Settings
    }

    fn move_by(&mut self, action: lab::Action) -> Concern {
        self.act(action);
        Concern::Playhead
    }

    /// Plays, or shows at once where that would end where the reader wants no movement.
    fn play(&mut self, outcome: &mut Outcome) -> Concern {
        if self.lab.apply(lab::Action::Play).is_err() {
            outcome.problem = self.why_not_played();
        } else if self.reduced_motion {
            self.act(lab::Action::Seek(self.lab.goal()));
        }
        Concern::Playhead
    }

    /// For actions that cannot be refused, or whose refusal means that nothing changes.
    pub(super) fn act(&mut self, action: lab::Action) {
        let _ = self.lab.apply(action);
    }

    /// Applies an action; returns why a person may not do that, in their language. What they
    /// cannot do for other reasons is not offered to them.
    pub(super) fn attempt(&mut self, action: lab::Action) -> Option<Text> {
        match self.lab.apply(action) {
            Ok(()) | Err(Problem::Unknown | Problem::Locked) => None,
            Err(problem) => Some(self.problem_text(&problem).into()),
        }
    }
}

impl Outcome {
    /// Keeps what is to be said to the author of a page or of a link.
    fn tell(&mut self, warnings: Vec<Warning>) {
        // A name that is near to none of ours belongs to something else.
        let is_other = |it: &Warning| matches!(it, Warning::Name { meant: None, .. });
        for warning in warnings.iter().filter(|it| !is_other(it)) {
            if warning.is_mistake() {
                self.mistakes.push(warning.to_string());
            }
            self.warnings.push(warning.to_string());
        }
    }
}
