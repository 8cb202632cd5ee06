//! The race: its record, what a reader answered about it, and the formula as it is typed.

use crate::experiments::race::cache::Cache;
use crate::experiments::race::choices::Comparison;
use crate::experiments::race::settings::suggested;
use crate::lab::controls::Control;
use crate::lab::parse::{self, Refused};
use crate::lab::{Experiment, Lab, Part, PartAction, Problem, link};
use crate::math::{Point, joined};
use crate::optim::{Hyperparameters, Key};
use crate::race::{self, Bound};
use crate::surface::formula;

/// The race on a loss surface (sections 6.1.2 to 6.1.7).
pub struct RaceExperiment;

impl RaceExperiment {
    /// Its name in the attribute `lab`.
    pub const NAME: &str = "race";
}

/// What is kept of it between frames.
#[derive(Debug, Default)]
pub(crate) struct RaceState {
    pub(crate) cache: Cache,
    pub(crate) answer: Answer,
    /// A formula that cannot be read, as it was typed last, and what is wrong with it.
    draft: Option<(String, formula::Problem)>,
}

/// What a reader did about the path that the setting `predict` hides.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Answer {
    /// Where they think that the lane will be.
    pub(crate) guess: Option<Point>,
    /// How much they have been shown of it since.
    pub(crate) reveal: Reveal,
}

/// How much is shown of a path that is to be predicted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Reveal {
    /// Its start.
    #[default]
    Start,
    /// It is being played, to the step that was asked for.
    Playing,
    /// All of it.
    Whole,
}

/// Before a guess in a snapshot.
const TOLD: &str = "told ";
const PLAYING: &str = "playing ";

impl Part for RaceExperiment {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    fn setting_was_set(&self, lab: &mut Lab, name: &str) {
        let state = lab.states.of::<RaceState>();
        // What was answered to one question says nothing about another one.
        if matches!(name, "predict" | "lane") {
            state.answer = Answer::default();
        }
        if matches!(name, "formula" | "preset") {
            state.draft = None;
        }
    }

    fn setting_was_refused(&self, lab: &mut Lab, _: &str, text: &str, refused: &Refused) {
        if let Refused::Formula(problem) = refused {
            lab.states.of::<RaceState>().draft = Some((text.to_owned(), problem.clone()));
        }
    }

    /// The answer, a bar, the formula that cannot be read.
    fn snapshot(&self, lab: &Lab) -> String {
        let Some(state) = lab.race() else {
            return String::new();
        };
        let reveal = match state.answer.reveal {
            Reveal::Start => "",
            Reveal::Playing => PLAYING,
            Reveal::Whole => TOLD,
        };
        let answer = |guess| joined(&[reveal, &parse::point_text(guess)], "");
        let answer = state.answer.guess.map_or_else(String::new, answer);
        match &state.draft {
            Some((text, _)) => joined(&[&answer, &*link::encode(text)], "|"),
            None => answer,
        }
    }

    fn restore(&self, lab: &mut Lab, text: &str) {
        let (answer, draft) = text.split_once('|').unwrap_or((text, ""));
        if !draft.is_empty() {
            // Not by a person's hand, who may not type a formula that is locked.
            let _ = lab.type_formula(&link::decode(draft));
        }
        let revealed = |by, reveal| Some((reveal, answer.strip_prefix(by)?));
        let (reveal, guess) = revealed(TOLD, Reveal::Whole)
            .or_else(|| revealed(PLAYING, Reveal::Playing))
            .unwrap_or((Reveal::Start, answer));
        if let Ok(guess) = parse::point(guess) {
            lab.states.of::<RaceState>().answer = Answer {
                guess: Some(guess),
                reveal,
            };
        }
    }
}

impl Experiment for RaceExperiment {
    fn refresh(&self, lab: &mut Lab) {
        lab.states.of::<RaceState>().cache.refresh(&lab.settings);
    }

    fn progress(&self, lab: &Lab) -> Option<(usize, usize)> {
        let steps = lab.settings().race().steps;
        Some((steps, steps))
    }

    fn has_lesson(&self, lesson: &str) -> bool {
        // Those are about networks.
        !matches!(lesson, "batch" | "loop" | "files")
    }

    fn controls(&self, lab: &mut Lab) -> Vec<Control> {
        lab.race_controls()
    }

    fn decides_rates(&self, lab: &Lab) -> bool {
        lab.settings().race().comparison != Comparison::Own
    }

    fn bound(&self, lab: &Lab, row: usize) -> Option<Bound> {
        race::bound(lab.settings().loss(), &self.values(lab, row)?)
    }

    fn usual_rate(&self, lab: &Lab, row: usize) -> Option<f64> {
        let rule = lab.rows().get(row)?.lane.rule;
        Some(suggested(lab.settings().race().surface, rule).value(Key::Lr))
    }

    fn values(&self, lab: &Lab, index: usize) -> Option<Hyperparameters> {
        let settings = lab.settings();
        let row = lab.rows().get(index)?;
        let own = || {
            let own = row.lane.hyperparameters(settings.race().surface);
            own.with_forms(settings.race().forms())
        };
        if !row.is_on || !self.decides_rates(lab) {
            return Some(own());
        }
        let lane = lab.rows()[..index].iter().filter(|row| row.is_on).count();
        let raced = lab.race().and_then(|it| it.cache.lanes().get(lane));
        Some(raced.copied().unwrap_or_else(own))
    }
}

/// What a person does to the race where a gesture has no control of its own.
#[derive(Clone, Copy, Debug)]
pub enum RaceAction {
    /// Puts the start at a point, or at the nearest one of the domain.
    PlaceStart(Point),
}

impl PartAction for RaceAction {
    fn apply(&self, lab: &mut Lab) -> Result<(), Problem> {
        let Self::PlaceStart(point) = self;
        if point.is_finite() {
            let domain = lab.settings.domain();
            let snapped = Point::new(domain.x.snap(point.x), domain.y.snap(point.y));
            lab.settings.race_mut().start = Some(domain.clamp(snapped));
        }
        Ok(())
    }

    fn attribute(&self) -> Option<&'static str> {
        Some("start")
    }
}

impl Lab {
    /// The formula as it was typed last, good or not.
    pub fn formula_text(&self) -> &str {
        match self.draft() {
            Some((text, _)) => text,
            None => self.settings.race().formula.text(),
        }
    }

    /// What is wrong with the formula as it was typed last.
    pub fn formula_problem(&self) -> Option<&formula::Problem> {
        self.draft().map(|(_, problem)| problem)
    }

    fn draft(&self) -> Option<&(String, formula::Problem)> {
        self.race()?.draft.as_ref()
    }

    pub(super) fn type_formula(&mut self, text: &str) -> Result<(), Problem> {
        let parsed = text.parse();
        let draft = &mut self.states.of::<RaceState>().draft;
        match parsed {
            Ok(formula) => {
                *draft = None;
                self.settings.race_mut().formula = formula;
                Ok(())
            }
            Err(problem) => {
                *draft = Some((text.to_owned(), formula::Problem::clone(&problem)));
                Err(Problem::Formula(problem))
            }
        }
    }

    /// Forgets what is wrong with the formula as it was typed last.
    pub(super) fn forget_draft(&mut self) {
        self.states.of::<RaceState>().draft = None;
    }
}

impl Lab {
    /// The lane whose path is hidden until the reader has said where it leads.
    pub(crate) fn hidden_lane(&self) -> Option<usize> {
        let is_asked = self.settings.is_asking() && self.reveal() != Reveal::Whole;
        is_asked.then(|| self.lane())
    }

    /// How much is shown of the path that is asked for.
    pub(crate) fn reveal(&self) -> Reveal {
        self.race()
            .map(|race| race.answer.reveal)
            .unwrap_or_default()
    }

    /// The hidden lane, and up to which step its record may be shown.
    pub(super) fn hidden_record(&self) -> Option<(usize, usize)> {
        let step = match self.reveal() {
            Reveal::Start => 0,
            _ => self.settings.asked_step()?,
        };
        Some((self.hidden_lane()?, step))
    }

    /// What is computed of the race.
    pub(crate) fn race(&self) -> Option<&RaceState> {
        self.states.find()
    }

    /// The same, with what the settings ask for.
    pub(crate) fn refreshed_race(&mut self) -> &mut RaceState {
        let race = self.states.of::<RaceState>();
        race.cache.refresh(&self.settings);
        race
    }
}
