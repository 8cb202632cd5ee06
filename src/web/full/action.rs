//! What readers do in lessons, and what the page brings for experiments.

use crate::experiments::network::data::DataAction;
use crate::experiments::race::choices::{Coordinate, View};
use crate::experiments::race::picture::space;
use crate::experiments::race::turn::TurnBy;
use crate::experiments::search::model::SearchWithin;
use crate::lab;
use crate::lessons::predict::model::PredictAction;
use crate::lessons::rule::equation::TermId;
use crate::lessons::rule::model::Highlight;
use crate::math::numeral::shortest;
use crate::web::action::{Concern, Outcome};
use crate::web::figure::Figure;
use crate::web::full::maps::CellMap;
use crate::web::gesture::Gesture;
use crate::web::given::{FromJs, actions};
use crate::web::json::Typed;
use crate::web::typescript::Type;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

actions! {
    /// The same where it needs the full build.
    enum LessonAction {
        /// The handwritten digits have come, or cannot be had.
        Digits = "digits" { bytes: Option<Bytes> },
        /// Files of the reader's own are to come; those that came before and were not finished are
        /// forgotten.
        BeginFiles = "beginFiles",
        /// Begins the next file.
        OpenFile = "openFile" { name: String },
        /// The next piece of it, unpacked; refused where the rest need not come.
        FileBytes = "fileBytes" { bytes: Bytes },
        /// The rest of it cannot be had.
        SpoilFile = "spoilFile",
        /// All files have come: trains with them, or says what is wrong and leaves all as it was.
        EndFiles = "endFiles",
        /// Goes back to the digits.
        LeaveFiles = "leaveFiles",
        /// Highlights a term of the update rule, or none.
        Highlight = "highlight" { term: Option<String> },
        /// Turns the view in space by one press of an arrow key.
        Turn = "turn" { key: String },
        /// Hides the path of the lane and asks where it is after so many steps.
        Ask = "ask" { text: String },
        /// Types one coordinate of a guess.
        Guess = "guess" { axis: Coordinate, text: String },
        /// Asks again.
        AskAgain = "askAgain",
        /// Chooses the form of Momentum; if wished, with the rates that keep the paths.
        MomentumForm = "momentumForm" { form: String, keeps_path: bool },
        /// Takes a cell of a map; rows are counted from below.
        Cell = "cell" { map: CellMap, column: usize, row: usize },
        /// Takes the cell at a place of a map of this size.
        CellAt = "cellAt" { map: CellMap, x: f64, y: f64, width: f64, height: f64 },
        /// Searches within the ranges between two places of the map's panel, or looks at the trial
        /// at the first where that is no range.
        SearchBetween = "searchBetween" { x: f64, y: f64, to_x: f64, to_y: f64 },
        /// Searches within the ranges of the best trials.
        NarrowRanges = "narrowRanges",
        /// Searches within the book's ranges.
        BookRanges = "bookRanges",
        /// Searches within a range of learning rates that is much wider.
        WideRanges = "wideRanges",
    }
}

/// Bytes.
pub(in crate::web) struct Bytes(Vec<u8>);

impl Typed for Bytes {
    const TYPE: Type = Type::Named("Uint8Array");
}

impl FromJs for Bytes {
    fn from_js(value: JsValue) -> Option<Self> {
        let bytes: Uint8Array = value.dyn_into().ok()?;
        Some(Self(bytes.to_vec()))
    }

    fn placeholder() -> Self {
        Self(Vec::new())
    }
}

impl Figure {
    /// Takes an action that only the full build knows.
    pub(in crate::web) fn take_other(
        &mut self,
        object: &JsValue,
        outcome: &mut Outcome,
    ) -> Concern {
        let Some(action) = LessonAction::from_js(object) else {
            return Concern::Nothing;
        };
        match action {
            LessonAction::Digits { bytes } => {
                match bytes.and_then(|bytes| DataAction::digits(&bytes.0).ok()) {
                    Some(digits) => self.act(digits.into()),
                    None => self.build.lacks_digits = true,
                }
                return Concern::Nothing;
            }
            LessonAction::BeginFiles {} => return self.begin_files(),
            LessonAction::OpenFile { name } => return self.open_file(&name),
            LessonAction::FileBytes { bytes } => return self.take_bytes(&bytes.0, outcome),
            LessonAction::SpoilFile {} => return self.spoil_file(),
            LessonAction::EndFiles {} => return self.end_files(outcome),
            LessonAction::LeaveFiles {} => self.act(DataAction::LeaveOwn.into()),
            LessonAction::Highlight { term } => {
                let term = term.and_then(|name| TermId::named(&name));
                self.act(Highlight(term).into());
                return Concern::Nothing;
            }
            LessonAction::Turn { key } => return self.turn_by_key(&key),
            LessonAction::Ask { text } => {
                outcome.problem = self.attempt(PredictAction::Ask(text).into())
            }
            LessonAction::Guess { axis, text } => {
                let action = PredictAction::TypeGuess(axis == Coordinate::Y, text);
                outcome.problem = self.attempt(action.into());
            }
            LessonAction::AskAgain {} => self.act(PredictAction::AskAgain.into()),
            LessonAction::MomentumForm { form, keeps_path } => {
                // What is locked stays as it is.
                let _ = self.lab.choose_momentum_form(&form, keeps_path);
            }
            LessonAction::Cell { map, column, row } => self.take_cell(map, (column, row)),
            LessonAction::CellAt {
                map,
                x,
                y,
                width,
                height,
            } => self.take_cell_at(map, (x, y), (width, height)),
            LessonAction::SearchBetween { x, y, to_x, to_y } => {
                let (from, to) = (self.map.place((x, y)), self.map.place((to_x, to_y)));
                return self.search_between(from, to);
            }
            LessonAction::NarrowRanges {} => self.narrow_ranges(),
            LessonAction::BookRanges {} => self.act(SearchWithin(None).into()),
            LessonAction::WideRanges {} => {
                let ranges = Some(self.lab.wide_ranges());
                self.act(SearchWithin(ranges).into());
            }
        }
        Concern::Settings
    }

    /// A drag that only the full build knows.
    pub(in crate::web) fn drag_in_lesson(
        &mut self,
        gesture: Gesture,
        from: (f64, f64),
        to: (f64, f64),
    ) {
        if gesture == Gesture::Turn {
            let (azimuth, elevation) = space::dragged(to.0 - from.0, to.1 - from.1);
            self.act(TurnBy { azimuth, elevation }.into());
        } else if let Some(point) = self.point_at(to) {
            self.act(PredictAction::Guess(point).into());
        }
    }

    /// What puts a guess back.
    pub(in crate::web) fn undo_guess(&mut self) -> Vec<lab::Action> {
        // While the answer is played there is nothing to put back.
        if !self.lab.takes_guess() {
            return Vec::new();
        }
        let guess = self.lab.prediction().and_then(|asked| asked.guess);
        let mut actions = vec![lab::Action::from(PredictAction::AskAgain)];
        // As typed, since a guess by the pointer is rounded to what the picture can show.
        actions.extend(guess.into_iter().flat_map(|at| {
            let typed = |is_y, value| PredictAction::TypeGuess(is_y, shortest(value)).into();
            [typed(false, at.x), typed(true, at.y)]
        }));
        actions
    }

    fn turn_by_key(&mut self, key: &str) -> Concern {
        let (right, down) = match key {
            _ if self.shown_view() != View::Space => return Concern::Nothing,
            "ArrowLeft" => (-1.0, 0.0),
            "ArrowRight" => (1.0, 0.0),
            "ArrowUp" => (0.0, -1.0),
            "ArrowDown" => (0.0, 1.0),
            _ => return Concern::Nothing,
        };
        let (azimuth, elevation) = space::nudged(right, down);
        self.act(TurnBy { azimuth, elevation }.into());
        Concern::Settings
    }
}
