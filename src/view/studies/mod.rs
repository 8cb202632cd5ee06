//! Pictures and words of the experiments on networks.

mod curves;
mod figure;
pub mod files;
mod grid;
mod histograms;
pub mod pictures;
mod regularization;
pub mod training_loop;
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
        Picture::Histograms(_) | Picture::Grid(_) => None,
    }
}

/// The initial weights under a place of a panel; `None` where the panel offers none.
pub fn init_at(picture: &Picture, size: Size, at: (f64, f64)) -> Option<&str> {
    match picture {
        Picture::Grid(grid) => Some(&grid::cell_at(grid, size, at)?.value),
        Picture::Curves(_) | Picture::Histograms(_) => None,
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
    }
}

/// The looks of a network: those of a rule of the race.
pub fn style(look: Look, palette: &Palette) -> LaneStyle {
    let rule = Rule::ALL[look.color % Rule::ALL.len()];
    LaneStyle::new(rule, look.variant, palette)
}
