//! The experiments on networks, behind the same methods as the race.

use crate::experiments::network::scene::{Curve, HistogramRow, Picture, StudyScene};
use crate::experiments::network::words::StudyWords;
use crate::experiments::network::{describe as words, picture as studies};
use crate::lab::Action;
use crate::lab::settings::LabName;
use crate::language::Language;
use crate::locale;
use crate::optim::Key;
use crate::view::Theme;
use crate::web::action::Concern;
use crate::web::figure::Figure;
use crate::web::frame::{Frame, LaneSentence, Panel, Panels, part};
use crate::web::gesture::Gesture;
use crate::web::json::List;
use crate::web::lessons::now;
use crate::web::panel::{LossGround, MapGround};
use crate::web::pictures::area_of;
use crate::web::record::{VERSION, numbers, record};
use crate::web::search::{self, TrialRecord};
use js_sys::Float64Array;

/// What the pictures of an experiment were drawn from.
pub(super) type Look = (u64, Language, Theme);

record! {
    /// Everything that an experiment on networks recorded.
    struct StudyRecord {
        /// The release that computed it.
        version: &'static str,
        lab: LabName,
        steps: usize,
        /// The steps that have been computed.
        recorded: usize,
        panels: [PanelRecord; 2],
    }

    /// What one panel shows.
    struct PanelRecord {
        name: String,
        curves: Option<Vec<CurveRecord>>,
        /// Histograms of activations, a row for each initialization.
        rows: Option<Vec<RowRecord>>,
        /// Small pictures of curves.
        cells: Option<Vec<CellRecord>>,
        trials: Option<Vec<TrialRecord>>,
        /// The numbers of the trials, the best first.
        ranking: Option<Float64Array>,
    }

    /// A curve.
    struct CurveRecord {
        name: String,
        step: Float64Array,
        value: Float64Array,
    }

    /// The curves of one initialization.
    struct CellRecord {
        init: String,
        curves: Vec<CurveRecord>,
    }

    /// The activations with one initialization.
    struct RowRecord {
        name: String,
        layers: Vec<LayerRecord>,
    }

    /// The activations of one layer.
    struct LayerRecord {
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

/// Milliseconds of a frame that an experiment works at least: it is what the reader waits for.
const SLICE: f64 = 20.0;

impl Figure {
    /// What the labs on networks say.
    pub(super) fn study_words(&self) -> StudyWords {
        locale::study_words(self.language)
    }

    /// Goes on with the experiment for about so many milliseconds; returns whether there is more
    /// to do.
    pub(super) fn work_on_study(&mut self, budget: f64) -> bool {
        let n_before = self.lab.study_progress();
        let mut before = now();
        self.full.throttle.begin(before);
        let end = before + budget.max(SLICE);
        let mut has_more = true;
        while has_more {
            has_more = self.lab.work_on_study();
            let after = now();
            // Another piece takes about as long, which is much with large pictures.
            if after + (after - before) > end {
                break;
            }
            before = after;
        }
        let was_working = std::mem::replace(&mut self.full.is_working, has_more);
        // A trial is a piece of its own: what is said of all follows each.
        let is_search = self.lab.settings().lab == LabName::Search;
        let is_one_more = is_search && self.lab.study_progress() != n_before;
        self.is_stale |= (was_working && !has_more) || is_one_more;
        has_more
    }

    /// What a gesture on the other panel does.
    pub(super) fn second_gesture(&mut self) -> Gesture {
        let scene = self.lab.study();
        match scene.as_ref().map(|scene| &scene.second) {
            Some(Picture::Grid(_) | Picture::Ranking(_)) => Gesture::Pick,
            Some(Picture::Curves(_)) => Gesture::Seek,
            _ => Gesture::Nothing,
        }
    }

    /// Takes what the place of the other panel stands for.
    pub(super) fn pick_at(&mut self, at: (f64, f64)) -> Concern {
        let Some(scene) = self.lab.study() else {
            return Concern::Nothing;
        };
        if let Picture::Ranking(_) = scene.second {
            return self.pick_trial(&scene.second, self.loss.size(), at);
        }
        let value = studies::init_at(&scene.second, self.loss.size(), at);
        let action = value.map(|value| Action::choose("init", value));
        match action.is_some_and(|action| self.lab.apply(action).is_ok()) {
            true => Concern::Settings,
            false => Concern::Nothing,
        }
    }

    /// Draws an experiment, and says what changes with time or everything, see
    /// [`Figure::next`]. False where the pictures have to wait.
    pub(super) fn describe_study(&mut self, frame: &mut Frame, is_all: bool) -> bool {
        let lanes = self.study_lanes();
        frame.lanes = part(&mut self.sent.lanes, &lanes);
        if is_all {
            let comparison = self.study_terms();
            frame.comparison = part(&mut self.sent.comparison, &comparison);
            let panels = self.study_panels();
            frame.panels = part(&mut self.sent.panels, &panels);
        }
        if self.full.is_working && self.full.throttle.rests(now()) {
            return false;
        }
        if let Some(scene) = self.lab.study() {
            self.draw_study(&scene);
        }
        true
    }

    /// Draws what has changed of an experiment.
    fn draw_study(&mut self, scene: &StudyScene) {
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
        self.full.throttle.draw(now());
    }

    /// One sentence for each network.
    fn study_lanes(&mut self) -> List<LaneSentence> {
        let messages = &self.study_words();
        let Some(scene) = self.lab.study() else {
            return List::from_iter([]);
        };
        let sentences = words::summaries(&scene, messages);
        let lanes = sentences.into_iter().zip(&scene.lanes);
        let lanes = lanes.map(|(text, lane)| LaneSentence {
            name: words::name(messages, &lane.name),
            text,
            control: lane.control.clone(),
        });
        lanes.collect()
    }

    /// What the comparison rests on, and whose data it is.
    fn study_terms(&mut self) -> String {
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
            None if self.full.lacks_digits => labels.digits_missing.to_owned(),
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
    fn study_panels(&mut self) -> Panels {
        let messages = &self.study_words();
        let gestures = (self.map_gesture(), self.loss_gesture());
        let scene = self.lab.study();
        let scene = scene.as_deref();
        let panel = |picture: fn(&StudyScene) -> &Picture, gesture| Panel {
            name: scene.map_or_else(String::new, |scene| {
                words::panel(scene, picture(scene), messages)
            }),
            description: scene.map_or_else(String::new, |scene| {
                words::description(scene, picture(scene), messages)
            }),
            gesture,
        };
        Panels {
            map: panel(|scene| &scene.first, gestures.0),
            loss: panel(|scene| &scene.second, gestures.1),
            hint: scene.map_or("", |scene| words::hint(&scene.first, messages)),
            aspect: None,
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
            version: VERSION,
            lab: scene.lab,
            steps: scene.n_steps,
            recorded: scene.n_done,
            panels: [panel(&scene.first), panel(&scene.second)],
        })
    }
}

fn curves(curves: &[Curve], messages: &StudyWords) -> Vec<CurveRecord> {
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
                init: cell.value.clone(),
                curves: curves(&cell.curves, messages),
            });
            record.cells = Some(cells.collect());
        }
        Picture::Trials(trials) => record.trials = Some(search::records(trials)),
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
