//! The experiments on networks in a page.

use crate::experiments::network::describe::NetworkDescription;
use crate::experiments::network::scene::{Curve, HistogramRow, NetworkScene, Picture};
use crate::experiments::network::words::NetworkMessages;
use crate::experiments::network::{describe as words, picture, room};
use crate::lab::{Action, Lab};
use crate::locale;
use crate::math::joined;
use crate::optim::Key;
use crate::registry::{self, EXPERIMENTS};
use crate::view::text::widest;
use crate::web::action::Concern;
use crate::web::figure::Figure;
use crate::web::frame::{Frame, LaneSentence, LaneState, Panel, Panels, part};
use crate::web::full::search::{self, TrialRecord};
use crate::web::full::{Ground, now};
use crate::web::gesture::{Gesture, Target};
use crate::web::json::{List, Typed};
use crate::web::layers::Layers;
use crate::web::page::{Page, Shows};
use crate::web::pictures::area_of;
use crate::web::record::{ToJs, VERSION, numbers, record};
use crate::web::typescript::Type;
use js_sys::Float64Array;
use wasm_bindgen::JsValue;
use web_sys::HtmlCanvasElement;

record! {
    /// Everything that an experiment on networks recorded.
    struct NetworkRecord {
        /// The release that computed it.
        version: &'static str,
        lab: ExperimentName,
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
        /// The iteration in which its network diverged.
        diverged: Option<usize>,
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

/// The name of an experiment.
pub(in crate::web) struct ExperimentName(&'static str);

impl Typed for ExperimentName {
    const TYPE: Type = Type::OneOf(EXPERIMENTS);
}

impl ToJs for ExperimentName {
    fn to_js(self) -> JsValue {
        self.0.into()
    }
}

/// Milliseconds of a frame that an experiment works at least: it is what the reader waits for.
const SLICE: f64 = 20.0;

/// Milliseconds from one picture to the next of what is computed and does not play, and the same
/// where the reader wants no movement.
const REST: f64 = 200.0;
const CALM: f64 = 2000.0;

/// One of the experiments on networks.
pub(super) struct NetworkPage;

/// What it says.
fn experiment(lab: &Lab) -> &'static dyn NetworkDescription {
    let found = registry::full::network(lab);
    #[expect(
        clippy::expect_used,
        reason = "the registry has chosen this page for it"
    )]
    found.expect("an experiment on networks")
}

impl Page for NetworkPage {
    fn shows(&self, _: &Figure) -> Shows {
        Shows::Network
    }

    fn title(&self, figure: &Figure) -> &'static str {
        experiment(&figure.lab).title(&figure.network_messages())
    }

    fn step_text(&self, figure: &Figure, step: usize, steps: usize) -> String {
        let n_done = figure.lab.progress().map_or(0, |(n_done, _)| n_done);
        let messages = &figure.network_messages();
        experiment(&figure.lab).step_of((step, steps), n_done, messages)
    }

    fn step_room(&self, figure: &Figure, steps: usize) -> String {
        let messages = &figure.network_messages();
        let all_but_one = steps.saturating_sub(1);
        let experiment = experiment(&figure.lab);
        let texts =
            [all_but_one, steps].map(|n_done| experiment.step_of((steps, steps), n_done, messages));
        widest(texts)
    }

    fn announcement(&self, figure: &mut Figure) -> String {
        let messages = &figure.network_messages();
        let scene = figure.lab.network_scene();
        scene.map_or_else(String::new, |scene| words::announcement(&scene, messages))
    }

    fn record(&self, figure: &mut Figure) -> JsValue {
        figure
            .network_record()
            .map_or(JsValue::UNDEFINED, ToJs::to_js)
    }

    /// Goes on with the record. A trial of a search is a piece of its own, and what is said of all
    /// follows each.
    fn work(&self, figure: &mut Figure, budget: f64) -> bool {
        if budget <= 0.0 {
            return figure.build.is_working;
        }
        let n_before = figure.lab.progress();
        let mut before = now();
        figure.build.throttle.begin(before);
        let end = before + budget.max(SLICE);
        let mut has_more = true;
        while has_more {
            has_more = figure.lab.work_on_record();
            let after = now();
            // Another piece takes about as long, which is much with large pictures.
            if after + (after - before) > end {
                break;
            }
            before = after;
        }
        let was_working = std::mem::replace(&mut figure.build.is_working, has_more);
        let says_more =
            experiment(&figure.lab).says_each_step() && figure.lab.progress() != n_before;
        figure.is_stale |= (was_working && !has_more) || says_more;
        has_more
    }

    fn describe(&self, figure: &mut Figure, frame: &mut Frame, is_all: bool) -> bool {
        let messages = &figure.network_messages();
        let lanes = figure.network_lanes(messages);
        frame.lanes = part(&mut figure.sent.lanes, &lanes);
        if is_all {
            let comparison = figure.network_terms(messages);
            frame.comparison = part(&mut figure.sent.comparison, &comparison);
            let panels = figure.network_panels(messages);
            frame.panels = part(&mut figure.sent.panels, &panels);
        }
        if figure.build.is_working && !is_all && figure.build.throttle.rests(now()) {
            return false;
        }
        let is_waiting = figure.build.is_working && !figure.lab.is_playing();
        if let Some(scene) = figure.lab.network_scene() {
            figure.draw_network(&scene, messages);
        }
        if is_waiting {
            // Nobody has asked it to play: it is no film, and computes the faster for it.
            let rest = if figure.reduced_motion { CALM } else { REST };
            figure.build.throttle.rest(now() + rest);
        }
        true
    }

    fn gestures(&self, figure: &mut Figure) -> [Gesture; 2] {
        let scene = figure.lab.network_scene();
        let gesture = |picture: &Picture| match picture {
            Picture::Curves(_) => Gesture::Seek,
            Picture::Grid(_) | Picture::Ranking(_) => Gesture::Pick,
            // Over trials its own part of the page marks ranges.
            Picture::Histograms(_) | Picture::Trials(_) => Gesture::Nothing,
        };
        scene.map_or([Gesture::Nothing; 2], |scene| {
            [gesture(&scene.first), gesture(&scene.second)]
        })
    }

    fn seek(&self, figure: &mut Figure, on: Target, at: (f64, f64)) {
        let messages = &figure.network_messages();
        let Some(scene) = figure.lab.network_scene() else {
            return;
        };
        let (picture, size) = match on {
            Target::Map | Target::Handle => (&scene.first, figure.map.size()),
            Target::Loss => (&scene.second, figure.loss.size()),
        };
        if let Some(step) = picture::step_at(&scene, picture, messages, size, at) {
            figure.act(Action::Seek(step));
        }
    }

    fn pick(&self, figure: &mut Figure, at: (f64, f64)) -> Concern {
        let Some(scene) = figure.lab.network_scene() else {
            return Concern::Nothing;
        };
        let size = figure.loss.size();
        if let Picture::Ranking(_) = scene.second {
            return figure.pick_trial(&scene.second, size, at);
        }
        let value = picture::init_at(&scene.second, size, at);
        let action = value.map(|value| Action::choose("init", value));
        match action.is_some_and(|action| figure.lab.apply(action).is_ok()) {
            true => Concern::Settings,
            false => Concern::Nothing,
        }
    }

    fn draw_swatch(&self, figure: &Figure, canvas: HtmlCanvasElement, control: &str, ratio: f64) {
        if let Some(accuracy) = figure.lab.trial_of(control) {
            return figure.draw_trial(canvas, accuracy, ratio);
        }
        let palette = figure.theme().palette();
        let look = figure.lab.network_look(control);
        let look = look.map(|look| picture::style(look, palette));
        figure.draw_look(canvas, look.or_else(|| figure.row_look(control)), ratio);
    }
}

/// What the player says of the steps of the experiment, where it is one on networks.
pub(super) fn player_labels(figure: &Figure) -> Vec<(String, &'static str)> {
    let messages = figure.network_messages();
    registry::full::network(&figure.lab).map_or_else(Vec::new, |it| it.player(&messages).pairs())
}

impl Figure {
    /// What the labs on networks say.
    pub(in crate::web) fn network_messages(&self) -> NetworkMessages {
        locale::network_messages(self.language)
    }

    /// Draws what has changed of an experiment.
    fn draw_network(&mut self, scene: &NetworkScene, messages: &NetworkMessages) {
        let (theme, language) = (self.theme(), self.language);
        let palette = theme.palette();
        let n_changes = self.lab.n_changes();
        let draw = |layers: &mut Layers, picture: &Picture| {
            let ground = Ground::Network(n_changes);
            let size = layers.size();
            if let Some(canvas) = layers.ground_for((ground, language, theme)) {
                let area = area_of(canvas, palette.ground);
                let _ = picture::draw(&area, scene, picture, messages, palette, size);
                let _ = area.present();
            }
            // The pictures lie on the lower canvas; what the upper one had of a race goes.
            if let Some(canvas) = layers.actors_for(((0, 0), language, theme)) {
                let _ = area_of(canvas, palette.ground).present();
            }
        };
        draw(&mut self.map, &scene.first);
        draw(&mut self.loss, &scene.second);
        self.build.throttle.draw(now());
    }

    /// One sentence for each network.
    fn network_lanes(&mut self, messages: &NetworkMessages) -> List<LaneSentence> {
        let Some(scene) = self.lab.network_scene() else {
            return List::from_iter([]);
        };
        let sentences = words::summaries(&scene, messages);
        let rooms = room::rooms(&scene, messages);
        let states = words::states(&scene, messages);
        let said = sentences.into_iter().zip(rooms).zip(states);
        let lanes = said.zip(&scene.lanes);
        let lanes = lanes.map(|(((text, room), state), lane)| LaneSentence {
            state: state.map(|it| LaneState {
                loss: it.loss,
                ending: it.ending,
                text: it.text,
            }),
            name: words::name(messages, &lane.name),
            text,
            room,
            control: lane.control.clone(),
        });
        lanes.collect()
    }

    /// What the comparison rests on, and whose data it is.
    fn network_terms(&mut self, messages: &NetworkMessages) -> String {
        let (lab, labels) = (&self.lab, messages.network);
        let Some(extent) = lab.network_extent() else {
            return match self.build.lacks_digits {
                true => labels.digits_missing,
                false => labels.digits_loading,
            }
            .to_owned();
        };
        let experiment = experiment(lab);
        let first = lab.rows().iter().position(|row| row.is_on);
        let rule = first.and_then(|row| lab.values(row));
        let rule = rule.map_or(("", 0.0), |it| (it.rule().title(), it.value(Key::Lr)));
        let terms = experiment.terms(&extent, rule, messages);
        let source = words::source(lab.own_facts(), experiment.tests(), labels);
        joined(&[terms, source], " ")
    }

    /// Names and descriptions of the two panels.
    fn network_panels(&mut self, messages: &NetworkMessages) -> Panels {
        let [first, second] = self.gestures();
        let experiment = experiment(&self.lab);
        let scene = self.lab.network_scene();
        let scene = scene.as_deref();
        let panel = |picture: fn(&NetworkScene) -> &Picture, gesture| Panel {
            name: scene.map_or_else(String::new, |scene| {
                words::panel(scene, picture(scene), messages)
            }),
            description: scene.map_or_else(String::new, |scene| {
                words::description(scene, picture(scene), messages)
            }),
            gesture,
        };
        let mut map = panel(|scene| &scene.first, first);
        // What is seen beside the title is heard before the picture.
        map.description = joined(&[experiment.question(messages), &map.description], " ");
        let loss = panel(|scene| &scene.second, second);
        Panels {
            map,
            tab: scene.map_or_else(String::new, |scene| {
                words::tab(scene, &scene.second, messages)
            }),
            loss,
            title: experiment.title(messages),
            question: experiment.question(messages),
            hint: scene.map_or("", |scene| words::hint(&scene.first, messages)),
            aspect: None,
        }
    }

    /// The record of an experiment: what is recorded of every network.
    fn network_record(&mut self) -> Option<NetworkRecord> {
        let messages = &self.network_messages();
        let scene = self.lab.network_scene()?;
        let panel = |picture| panel_record(&scene, picture, messages);
        Some(NetworkRecord {
            version: VERSION,
            lab: ExperimentName(self.lab.experiment().name()),
            steps: scene.n_steps,
            recorded: scene.n_done,
            panels: [panel(&scene.first), panel(&scene.second)],
        })
    }
}

fn curves(curves: &[Curve], messages: &NetworkMessages) -> Vec<CurveRecord> {
    let record = curves.iter().map(|curve| CurveRecord {
        name: words::name(messages, &curve.name),
        step: numbers(curve.points.iter().map(|&(step, _)| step as f64)),
        value: numbers(curve.points.iter().map(|&(_, value)| value)),
        diverged: curve.diverged,
    });
    record.collect()
}

fn panel_record(
    scene: &NetworkScene,
    picture: &Picture,
    messages: &NetworkMessages,
) -> PanelRecord {
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

fn row_record(row: &HistogramRow, messages: &NetworkMessages) -> RowRecord {
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
