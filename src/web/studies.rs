//! The experiments on networks, behind the same methods as the race.

use crate::experiments::network::scene::{Curve, HistogramRow, Picture, StudyScene};
use crate::experiments::network::words::StudyWords;
use crate::experiments::network::{describe as words, picture as studies};
use crate::lab::Action;
use crate::lab::settings::{LabName, Lesson};
use crate::language::Language;
use crate::locale;
use crate::optim::Key;
use crate::view::Theme;
use crate::web::figure::{Figure, PanelNames, Summary};
use crate::web::lessons::now;
use crate::web::objects::{List, object};
use crate::web::panel::{LossGround, MapGround};
use crate::web::pictures::area_of;
use crate::web::record::numbers;
use crate::web::search::{self, TrialRecord};
use js_sys::{Float64Array, JsString};
use wasm_bindgen::prelude::wasm_bindgen;

/// What the pictures of an experiment were drawn from.
pub(super) type Look = (u64, Language, Theme);

/// The lessons on networks, with their titles.
pub(super) fn lessons(language: Language) -> [(&'static Lesson, &'static str); 3] {
    [
        (&Lesson::Batch, locale::BATCH_TITLE.of(language)),
        (&Lesson::Loop, locale::LOOP_TITLE.of(language)),
        (&Lesson::Files, locale::FILES_TITLE.of(language)),
    ]
}

/// What a pointer does over the panel beside the map of an experiment.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug)]
pub enum Offers {
    /// Moves the playhead.
    Steps = "steps",
    /// Chooses what is under it.
    Choices = "choices",
}

object! {
    /// Everything that an experiment on networks recorded.
    pub struct StudyRecord {
        lab: LabName,
        steps: usize,
        /// The steps that have been computed.
        recorded: usize,
        panels: [PanelRecord; 2],
    }

    /// What one panel shows.
    pub struct PanelRecord {
        name: String,
        curves: Option<List<CurveRecord>>,
        /// Histograms of activations, a row for each initialization.
        rows: Option<List<RowRecord>>,
        /// Small pictures of curves.
        cells: Option<List<CellRecord>>,
        trials: Option<List<TrialRecord>>,
        /// The numbers of the trials, the best first.
        ranking: Option<Float64Array>,
    }

    /// A curve.
    pub struct CurveRecord {
        name: String,
        step: Float64Array,
        value: Float64Array,
    }

    /// The curves of one initialization.
    pub struct CellRecord {
        init: JsString,
        curves: List<CurveRecord>,
    }

    /// The activations with one initialization.
    pub struct RowRecord {
        name: String,
        layers: List<LayerRecord>,
    }

    /// The activations of one layer.
    pub struct LayerRecord {
        /// The lower end of the histogram.
        lowest: f64,
        /// Its upper end.
        highest: f64,
        counts: Float64Array,
        /// How many lie below it.
        below: u32,
        /// How many lie above it.
        above: u32,
        mean: f64,
        deviation: f64,
    }
}

/// Data.
#[wasm_bindgen]
impl Figure {
    /// Whether the figure waits for the handwritten digits.
    #[wasm_bindgen(js_name = wantsDigits)]
    pub fn wants_digits(&self) -> bool {
        self.lab.wants_digits()
    }

    /// Gives it the digits; false where they are damaged.
    #[wasm_bindgen(js_name = giveDigits)]
    pub fn give_digits(&mut self, bytes: &[u8]) -> bool {
        self.lab.give_digits(bytes).is_ok()
    }

    /// What the other panel shows, for the pointer over it.
    #[wasm_bindgen(js_name = offers)]
    pub fn offers(&mut self) -> Option<Offers> {
        let scene = self.lab.study()?;
        match &scene.second {
            Picture::Grid(_) | Picture::Ranking(_) => Some(Offers::Choices),
            Picture::Curves(_) => Some(Offers::Steps),
            _ => None,
        }
    }

    /// Takes what the place of the other panel stands for; false where it stands for nothing.
    #[wasm_bindgen(js_name = pickAt)]
    pub fn pick_at(&mut self, x: f64, y: f64) -> bool {
        let Some(scene) = self.lab.study() else {
            return false;
        };
        if let Picture::Ranking(_) = scene.second {
            return self.pick_trial(&scene.second, self.loss.size(), (x, y));
        }
        let value = studies::init_at(&scene.second, self.loss.size(), (x, y));
        let action = value.map(|value| Action::choose("init", value));
        action.is_some_and(|action| self.lab.apply(action).is_ok())
    }

    /// Whether long work has come to its end since the last time that this was asked.
    #[wasm_bindgen(js_name = hasFinished)]
    pub fn has_finished(&mut self) -> bool {
        std::mem::take(&mut self.has_finished)
    }

    /// They did not come.
    #[wasm_bindgen(js_name = lackDigits)]
    pub fn lack_digits(&mut self) {
        self.lacks_digits = true;
    }
}

impl Figure {
    /// What the labs on networks say.
    pub(super) fn study_words(&self) -> StudyWords {
        locale::study_words(self.language)
    }

    /// Whether an experiment computes on before it is drawn again.
    pub(super) fn rests(&self) -> bool {
        self.is_working && self.pace.rests(now())
    }

    /// Draws what has changed of an experiment.
    pub(super) fn draw_study(&mut self, scene: &StudyScene) {
        let (theme, messages) = (self.theme(), &self.study_words());
        let palette = theme.palette();
        let look: Look = (self.lab.n_changes(), self.language, theme);
        let ground = MapGround::Study(look);
        let canvas = self.map.ground_for((ground, String::new(), theme));
        let size = self.map.size();
        if let Some(canvas) = canvas {
            let area = area_of(canvas, palette.ground);
            let _ = studies::draw(&area, scene, &scene.first, messages, palette, size);
            let _ = area.present();
        }
        // The pictures lie on the lower canvas; what the upper one had of a race goes.
        let upper = self.map.actors_for((0, theme));
        let upper = [upper, self.loss.actors_for((0, self.language, theme))];
        for canvas in upper.into_iter().flatten() {
            let _ = area_of(canvas, palette.ground).present();
        }
        let size = self.loss.size();
        if let Some(canvas) = self
            .loss
            .ground_for((LossGround::Study(look), self.language, theme))
        {
            let area = area_of(canvas, palette.ground);
            let _ = studies::draw(&area, scene, &scene.second, messages, palette, size);
            let _ = area.present();
        }
        self.pace.draw(now());
    }

    /// One sentence for each network.
    pub(super) fn study_summaries(&mut self) -> List<Summary> {
        let messages = &self.study_words();
        let Some(scene) = self.lab.study() else {
            return List::from_iter([]);
        };
        let sentences = words::summaries(&scene, messages);
        let lanes = sentences.into_iter().zip(&scene.lanes);
        let lanes = lanes.map(|(text, lane)| Summary {
            name: words::name(messages, &lane.name).into(),
            text: text.into(),
            control: lane.control.as_str().into(),
        });
        lanes.collect()
    }

    /// What the comparison rests on, and whose data it is.
    pub(super) fn study_terms(&mut self) -> String {
        let messages = &self.study_words();
        let labels = messages.network;
        match self.lab.study_extent() {
            Some(extent) => {
                let settings = self.lab.settings();
                let rule = settings.network_lanes();
                let rule = rule
                    .first()
                    .map_or(("", 0.0), |rule| (rule.rule().title(), rule.value(Key::Lr)));
                let terms = words::terms(&extent, settings.lab, rule, messages);
                let facts = self.lab.own_facts();
                let source = crate::lessons::files::describe::source(
                    facts,
                    settings.lab,
                    messages.network,
                    messages.files,
                );
                [terms, source].join(" ")
            }
            None if self.lacks_digits => labels.digits_missing.to_owned(),
            None => labels.digits_loading.to_owned(),
        }
    }

    /// One sentence about the shown step.
    pub(super) fn study_announcement(&mut self) -> String {
        let messages = &self.study_words();
        let scene = self.lab.study();
        scene.map_or_else(String::new, |scene| words::announcement(&scene, messages))
    }

    /// Names and descriptions of the two panels.
    pub(super) fn study_names(&mut self) -> PanelNames {
        let messages = &self.study_words();
        let Some(scene) = self.lab.study() else {
            return PanelNames {
                map: "".into(),
                map_description: "".into(),
                hint: "".into(),
                loss: "".into(),
                loss_description: "".into(),
            };
        };
        let describe = |picture| words::description(&scene, picture, messages);
        PanelNames {
            map: words::panel(&scene, &scene.first, messages).into(),
            map_description: describe(&scene.first).into(),
            hint: words::hint(&scene.first, messages).into(),
            loss: words::panel(&scene, &scene.second, messages).into(),
            loss_description: describe(&scene.second).into(),
        }
    }

    /// Shows what a place of a panel stands for.
    pub(super) fn press_study(&mut self, is_first: bool, at: (f64, f64)) {
        let size = if is_first {
            self.map.size()
        } else {
            self.loss.size()
        };
        let messages = &self.study_words();
        let Some(scene) = self.lab.study() else {
            return;
        };
        let picture = if is_first {
            &scene.first
        } else {
            &scene.second
        };
        if let Some(step) = studies::step_at(&scene, picture, messages, size, at) {
            self.act(Action::Seek(step));
        }
    }

    /// The record of an experiment: what is recorded of every network.
    pub(super) fn study_record(&mut self) -> Option<StudyRecord> {
        let messages = &self.study_words();
        let scene = self.lab.study()?;
        let panel = |picture| panel_record(&scene, picture, messages);
        Some(StudyRecord {
            lab: scene.lab,
            steps: scene.n_steps,
            recorded: scene.n_done,
            panels: [panel(&scene.first), panel(&scene.second)],
        })
    }
}

fn curves(curves: &[Curve], messages: &StudyWords) -> List<CurveRecord> {
    let record = curves.iter().map(|curve| CurveRecord {
        name: words::name(messages, &curve.name),
        step: numbers(curve.points.iter().map(|&(step, _)| step as f64)),
        value: numbers(curve.points.iter().map(|&(_, value)| value)),
    });
    record.collect()
}

fn panel_record(scene: &StudyScene, picture: &Picture, messages: &StudyWords) -> PanelRecord {
    let mut record = PanelRecord {
        name: words::panel(scene, picture, messages),
        curves: None,
        rows: None,
        cells: None,
        trials: None,
        ranking: None,
    };
    match picture {
        Picture::Curves(all) => record.curves = Some(curves(&all.curves, messages)),
        Picture::Histograms(all) => {
            let rows = all.rows.iter().map(|row| row_record(row, messages));
            record.rows = Some(rows.collect());
        }
        Picture::Grid(grid) => {
            let cells = grid.cells.iter().map(|cell| CellRecord {
                init: cell.value.as_str().into(),
                curves: curves(&cell.curves, messages),
            });
            record.cells = Some(cells.collect());
        }
        Picture::Trials(trials) => record.trials = Some(search::record(trials)),
        Picture::Ranking(trials) => {
            let places = trials.ranking.iter().map(|&place| (place + 1) as f64);
            record.ranking = Some(numbers(places));
        }
    }
    record
}

fn row_record(row: &HistogramRow, messages: &StudyWords) -> RowRecord {
    let layers = row.layers.iter().map(|layer| LayerRecord {
        lowest: layer.lowest,
        highest: layer.highest,
        counts: numbers(layer.counts.iter().copied().map(f64::from)),
        below: layer.n_below,
        above: layer.n_above,
        mean: layer.mean,
        deviation: layer.deviation,
    });
    RowRecord {
        name: words::name(messages, &row.name),
        layers: layers.collect(),
    }
}
