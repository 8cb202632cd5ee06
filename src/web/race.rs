//! The race in a page.

use crate::experiments::race::choices::View;
use crate::experiments::race::describe;
use crate::experiments::race::names::shown_formula;
use crate::experiments::race::picture::layout::{MapLayout, map_aspect};
use crate::experiments::race::picture::{loss, map};
use crate::experiments::race::room;
use crate::experiments::race::scene::Scene;
use crate::lab::Action;
use crate::lab::settings::Choice;
use crate::lab::settings::frame::lane_control;
use crate::language::Language;
use crate::locale;
use crate::math::joined;
use crate::view::Theme;
use crate::view::layout::LossLayout;
use crate::web::build::{self, Ground};
use crate::web::figure::Figure;
use crate::web::frame::{Frame, LaneSentence, LaneState, Panel, Panels, part};
use crate::web::gesture::{Gesture, Target};
use crate::web::layers::Layers;
use crate::web::page::{Page, Shows};
use crate::web::pictures::area_of;
use crate::web::record::{self, ToJs};
use wasm_bindgen::JsValue;
use web_sys::HtmlCanvasElement;

/// The race on a loss surface.
pub(super) struct RacePage;

impl Page for RacePage {
    fn shows(&self, figure: &Figure) -> Shows {
        match figure.shown_view() {
            View::Map => Shows::Map,
            View::Gradient => Shows::Gradient,
            View::Space => Shows::Space,
        }
    }

    fn title(&self, figure: &Figure) -> &'static str {
        figure.race_words().title
    }

    fn step_text(&self, figure: &Figure, step: usize, steps: usize) -> String {
        (figure.race_words().step_of)(step, steps)
    }

    fn announcement(&self, figure: &mut Figure) -> String {
        let words = figure.race_words();
        let announcement = describe::announcement(&figure.lab.scene(), words);
        joined(&[&*figure.answer_text(), &announcement], " ")
            .trim_start()
            .to_owned()
    }

    fn record(&self, figure: &mut Figure) -> JsValue {
        record::of_race(&figure.lab.whole_scene()).to_js()
    }

    /// The race itself takes no time; the maps of the open lessons do.
    fn work(&self, figure: &mut Figure, budget: f64) -> bool {
        match budget > 0.0 {
            true => figure.work_on_lessons(budget),
            false => figure.build.is_working(),
        }
    }

    fn describe(&self, figure: &mut Figure, frame: &mut Frame, is_all: bool) -> bool {
        let (theme, language, words) = (figure.theme(), figure.language, figure.race_words());
        let space = figure.space_words();
        let n_changes = figure.lab.n_changes();
        let gestures = figure.gestures();
        let hint = figure.hint(gestures[0]);
        let rows = figure.lab.rows().iter().enumerate();
        let on: Vec<usize> = rows.filter(|(_, row)| row.is_on).map(|(n, _)| n).collect();
        let banner = figure.banner();
        let mut scene = figure.lab.scene();
        scene.marks.extend(banner);
        let sentences = describe::summaries(&scene, words);
        let rooms = room::rooms(&scene, words);
        let states = describe::states(&scene, words);
        let said = sentences.into_iter().zip(rooms).zip(states);
        let lanes = scene.lanes.iter().zip(said).zip(on);
        let lanes = lanes.map(|((lane, ((text, room), state)), row)| LaneSentence {
            name: lane.name.clone(),
            text,
            room,
            control: lane_control(row),
            state: state.map(|it| LaneState {
                loss: it.loss,
                ending: it.kind.name(),
                text: it.text,
            }),
        });
        frame.lanes = part(&mut figure.sent.lanes, &lanes.collect());
        if is_all {
            let comparison = describe::terms(&scene, words);
            frame.comparison = part(&mut figure.sent.comparison, &comparison);
            let panels = Panels {
                map: Panel {
                    name: describe::map_name(&scene, words),
                    description: describe::map(&scene, words, space),
                    gesture: gestures[0],
                },
                loss: Panel {
                    name: words.loss_by_step.to_owned(),
                    description: describe::losses(&scene, words),
                    gesture: gestures[1],
                },
                tab: words.loss_tab.to_owned(),
                title: "",
                question: "",
                hint,
                aspect: map_aspect(&scene),
            };
            frame.panels = part(&mut figure.sent.panels, &panels);
        }
        draw_map(&mut figure.map, &scene, language, theme, n_changes);
        let size = figure.loss.size();
        let held = figure.held.as_ref().and_then(|held| held.losses(size));
        draw_loss(&mut figure.loss, &scene, held, language, theme);
        true
    }

    fn gestures(&self, figure: &mut Figure) -> [Gesture; 2] {
        let start = figure.unless_locked("start", Gesture::Start);
        [figure.gesture_of_view().unwrap_or(start), Gesture::Seek]
    }

    fn seek(&self, figure: &mut Figure, _: Target, at: (f64, f64)) {
        let (size, words) = (figure.loss.size(), figure.figure_words());
        if let Some(layout) = LossLayout::new(&figure.lab.scene(), words, size) {
            figure.act(Action::Seek(layout.step_at(at.0)));
        }
    }

    /// At the nearest border where the start lies outside.
    fn start_position(&self, figure: &mut Figure) -> (f64, f64) {
        let size = figure.map.size();
        let scene = figure.lab.scene();
        let inside = scene.domain.clamp(scene.start);
        MapLayout::new(&scene, size)
            .and_then(|layout| layout.to_pixel(inside))
            .unwrap_or_default()
    }

    fn draw_swatch(&self, figure: &Figure, canvas: HtmlCanvasElement, control: &str, ratio: f64) {
        figure.draw_look(canvas, figure.row_look(control), ratio);
    }
}

/// Draws what has changed of the map since the last time.
fn draw_map(
    layers: &mut Layers,
    scene: &Scene<'_>,
    language: Language,
    theme: Theme,
    n_changes: u64,
) {
    // A backend of ours cannot fail; the results that plotters hands on are passed over.
    if build::draw_view(layers, scene, language, theme, n_changes) {
        return;
    }
    let palette = theme.palette();
    let Some(layout) = MapLayout::new(scene, layers.size()) else {
        return;
    };
    let surface = joined(
        &[
            Choice::name(scene.surface),
            &shown_formula(scene),
            if scene.slopes.is_empty() {
                ""
            } else {
                " gradient"
            },
        ],
        "",
    );
    let what = (Ground::Map(layout.clone(), surface), language, theme);
    if let Some(canvas) = layers.ground_for(what) {
        let area = area_of(canvas, palette.ground);
        let _ = map::draw_ground(&area, scene, &layout, palette);
        let _ = area.present();
    }
    if let Some(canvas) = layers.actors_for(((n_changes, 0), language, theme)) {
        let area = area_of(canvas, palette.ground);
        let _ = map::draw_actors(&area, scene, &layout, palette, map::Start::Handle);
        let _ = area.present();
    }
}

/// The same of the losses, in the layout that a gesture holds fast, where one does.
fn draw_loss(
    layers: &mut Layers,
    scene: &Scene<'_>,
    held: Option<&LossLayout>,
    language: Language,
    theme: Theme,
) {
    let (palette, words) = (theme.palette(), locale::FIGURE.of(language));
    let own = || LossLayout::new(scene, words, layers.size());
    let Some(layout) = held.cloned().or_else(own) else {
        return;
    };
    let what = (Ground::Losses(layout.clone()), language, theme);
    if let Some(canvas) = layers.ground_for(what) {
        let area = area_of(canvas, palette.ground);
        let _ = loss::draw_ground(&area, &layout, words, palette);
        let _ = area.present();
    }
    let shown = (scene.n_records, scene.playhead);
    if let Some(canvas) = layers.actors_for((shown, language, theme)) {
        let area = area_of(canvas, palette.ground);
        let _ = loss::draw_actors(&area, scene, &layout, words, palette);
        let _ = area.present();
    }
}
