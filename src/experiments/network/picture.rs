//! Pictures and words of the experiments on networks.

use std::rc::Rc;

use super::{curves, describe};
use crate::experiments::batch_norm::picture as grid;
use crate::experiments::network::data::OwnData;
use crate::experiments::network::scene::{Look, Picture, StudyScene};
use crate::experiments::network::words::StudyWords;
use crate::experiments::race::scene::Rule;
use crate::experiments::search::trials::LogUniform;
use crate::experiments::search::{picture as trials, ranking};
use crate::experiments::weight_init::picture as histograms;
use crate::lab::Lab;
use crate::nn::Facts;
use crate::view::figure::{DrawOptions, Panel, Panels, Sharing};
use crate::view::frame::Size;
use crate::view::layout::LossLayout;
use crate::view::pen::{Area, Drawn};
use crate::view::style::{LaneStyle, Palette};

/// The step under a place of a panel; `None` where the panel has no steps.
pub fn step_at(
    scene: &StudyScene,
    picture: &Picture,
    messages: &StudyWords,
    size: Size,
    (x, _): (f64, f64),
) -> Option<usize> {
    match picture {
        Picture::Curves(curves) => {
            let layout: LossLayout = curves::layout(scene, curves, messages, size)?;
            Some(layout.step_at(x))
        }
        _ => None,
    }
}

/// The initial weights under a place of a panel; `None` where the panel offers none.
pub fn init_at(picture: &Picture, size: Size, at: (f64, f64)) -> Option<&str> {
    match picture {
        Picture::Grid(grid) => Some(&grid::cell_at(grid, size, at)?.value),
        _ => None,
    }
}

/// The number of the trial under a place of a panel; `None` where there is none.
pub fn trial_at(picture: &Picture, size: Size, at: (f64, f64)) -> Option<usize> {
    let place = match picture {
        Picture::Trials(all) => trials::trial_at(all, size, at),
        Picture::Ranking(all) => ranking::trial_at(all, size, at),
        _ => None,
    };
    place.map(|place| place + 1)
}

/// The ranges between two places of a panel: learning rates and weight decays.
pub fn ranges_between(
    picture: &Picture,
    size: Size,
    from: (f64, f64),
    to: (f64, f64),
) -> Option<[LogUniform; 2]> {
    match picture {
        Picture::Trials(all) => trials::ranges_between(all, size, from, to),
        _ => None,
    }
}

/// Draws one panel.
///
/// # Errors
/// Those of the backend.
pub fn draw(
    area: &dyn Area,
    scene: &StudyScene,
    picture: &Picture,
    messages: &StudyWords,
    palette: &Palette,
    size: Size,
) -> Drawn {
    match picture {
        Picture::Curves(curves) => curves::draw(area, scene, curves, messages, palette, size),
        Picture::Histograms(histograms) => {
            histograms::draw(area, histograms, messages, palette, size)
        }
        Picture::Grid(grid) => grid::draw(area, scene, grid, messages, palette, size),
        Picture::Trials(all) => trials::draw(area, all, messages, palette, size),
        Picture::Ranking(all) => ranking::draw(area, all, messages, palette, size),
    }
}

/// The looks of a network: those of a rule of the race.
pub fn style(look: Look, palette: &Palette) -> LaneStyle {
    let rule = Rule::ALL[look.color % Rule::ALL.len()];
    LaneStyle::new(rule, look.variant, palette)
}

/// A scene, and whose data it is of.
#[derive(Clone, Debug)]
pub struct StudyPanels {
    /// The scene.
    pub scene: Rc<StudyScene>,
    /// What there is to be said about pictures of a reader's own.
    pub facts: Option<Rc<Facts>>,
    /// The words in it.
    pub words: StudyWords,
}

impl Panels for StudyPanels {
    fn sharing(&self) -> Sharing {
        Sharing {
            gap: 16.0,
            of_width: 0.5,
            of_height: 0.5,
            aspect: None,
        }
    }

    fn draw_panel(&self, panel: Panel, area: &dyn Area, options: &DrawOptions) -> Drawn {
        let scene = &self.scene;
        let picture = match panel {
            Panel::First => &scene.first,
            Panel::Second => &scene.second,
        };
        let palette = options.theme.palette();
        draw(area, scene, picture, &self.words, palette, options.size)
    }

    fn title(&self) -> String {
        describe::title(&self.words, self.scene.lab).to_owned()
    }

    fn description(&self) -> String {
        describe::figure(&self.scene, self.facts.as_deref(), &self.words)
    }
}

impl Lab {
    /// The panels of an experiment on networks; `None` while there is no data.
    pub fn study_panels(&mut self, words: StudyWords) -> Option<StudyPanels> {
        Some(StudyPanels {
            scene: self.study()?,
            facts: self.own_data().map(OwnData::facts),
            words,
        })
    }
}
