//! Pictures and words of the experiments on networks.

use std::rc::Rc;

use super::{curves, describe};
use crate::experiments::batch_norm::picture as grid;
use crate::experiments::network::describe::NetworkDescription;
use crate::experiments::network::scene::{Look, NetworkScene, Picture};
use crate::experiments::network::words::NetworkMessages;
use crate::experiments::search::trials::LogUniform;
use crate::experiments::search::{picture as trials, ranking};
use crate::experiments::weight_init::picture as histograms;
use crate::lab::Lab;
use crate::math::joined;
use crate::optim::Rule;
use crate::view::figure::{DrawOptions, Panel, Panels, Sharing};
use crate::view::frame::Size;
use crate::view::layout::LossLayout;
use crate::view::pen::{Area, Drawn, Pen, Spot};
use crate::view::style::{LaneStyle, Palette};

/// The step under a place of a panel; `None` where the panel has no steps.
pub fn step_at(
    scene: &NetworkScene,
    picture: &Picture,
    messages: &NetworkMessages,
    size: Size,
    (x, y): (f64, f64),
) -> Option<usize> {
    match picture {
        // The mini-batch under the curves has no steps.
        Picture::Curves(curves) if y <= curves::parts(scene, curves, size).0.height => {
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
    scene: &NetworkScene,
    picture: &Picture,
    messages: &NetworkMessages,
    palette: &Palette,
    size: Size,
) -> Drawn {
    match picture {
        Picture::Curves(curves) => curves::draw(area, scene, curves, messages, palette, size),
        Picture::Histograms(histograms) => {
            histograms::draw(area, histograms, messages, palette, size)
        }
        Picture::Grid(grid) => grid::draw(area, scene, grid, messages, palette, size),
        Picture::Trials(all) => trials::draw(area, scene, all, messages, palette, size),
        Picture::Ranking(all) => ranking::draw(area, all, messages, palette, size),
    }
}

/// The place of a network that has diverged.
pub(crate) fn draw_cross(pen: &Pen<'_>, (x, y): Spot, palette: &Palette) -> Drawn {
    let strokes = [1.0, -1.0].map(|up| [(x - 4.0, y - 4.0 * up), (x + 4.0, y + 4.0 * up)]);
    for (width, color) in [(5.0, palette.ground), (2.0, palette.ink)] {
        for stroke in &strokes {
            pen.line(stroke, width, color)?;
        }
    }
    Ok(())
}

/// The looks of a network: those of a rule of the race.
pub fn style(look: Look, palette: &Palette) -> LaneStyle {
    let rule = Rule::ALL[look.color % Rule::ALL.len()];
    LaneStyle::new(rule, look.variant, palette)
}

/// The panels of an experiment on networks.
pub struct NetworkPanels {
    experiment: &'static dyn NetworkDescription,
    scene: Rc<NetworkScene>,
    words: NetworkMessages,
    /// Whose data it is of.
    source: String,
}

impl NetworkPanels {
    /// Those of the state; `None` while there is no data.
    pub fn new(
        lab: &mut Lab,
        experiment: &'static dyn NetworkDescription,
        words: NetworkMessages,
    ) -> Option<Self> {
        Some(Self {
            experiment,
            scene: lab.network_scene()?,
            source: describe::source(lab.own_facts(), experiment.tests(), words.network),
            words,
        })
    }
}

impl Panels for NetworkPanels {
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
        self.experiment.title(&self.words).to_owned()
    }

    fn question(&self) -> &'static str {
        self.experiment.question(&self.words)
    }

    fn description(&self) -> String {
        let (scene, words) = (&self.scene, &self.words);
        let of_panel = |picture| describe::description(scene, picture, words);
        let panels = [of_panel(&scene.first), of_panel(&scene.second)];
        joined(
            &[self.question(), &panels[0], &panels[1], &self.source],
            " ",
        )
    }
}
