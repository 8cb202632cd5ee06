//! Pictures and words of the experiments on networks.

mod curves;
mod figure;
pub mod files;
mod grid;
mod histograms;
pub mod pictures;
mod ranking;
mod regularization;
pub mod training_loop;
pub mod trials;
pub mod words;

pub use figure::{StudyFigure, draw_figure, figure_svg};

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::LossLayout;
use super::frame::Size;
use super::pen::Drawn;
use super::style::{LaneStyle, Palette};
use crate::lab::scene::Rule;
use crate::lab::studies::scene::{Look, Picture, StudyScene};
use crate::lab::studies::trials::LogUniform;
use crate::locale::Messages;

/// The step under a place of a panel; `None` where the panel has no steps.
pub fn step_at(
    scene: &StudyScene,
    picture: &Picture,
    messages: &Messages,
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
pub fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    scene: &StudyScene,
    picture: &Picture,
    messages: &Messages,
    palette: &Palette,
    size: Size,
) -> Drawn<DB> {
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
