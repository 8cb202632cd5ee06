//! What the race calls its controls.

use crate::experiments::race::choices::{Aspect, Comparison, SurfaceName, View};
use crate::experiments::race::names as words;
use crate::experiments::race::words::RaceWords;
use crate::lab::Lab;
use crate::lab::controls::{Control, ControlKind, LEARNING_RATE};
use crate::lab::settings::Choice;
use crate::math::joined;
use crate::view::controls::{self, ControlWords};
use crate::view::words::FigureWords;

/// The words of the race's controls.
#[derive(Debug)]
pub struct RaceLabels {
    /// What every figure says.
    pub figure: &'static FigureWords,
    /// What the race says.
    pub race: &'static RaceWords,
}

impl ControlWords for RaceLabels {
    fn name(&self, lab: &Lab, control: &Control) -> String {
        let race = self.race;
        let word = match control.word {
            "surface" => race.surface.surface,
            "condition" => race.surface.condition,
            "formula" => race.surface.formula,
            "domain.x0" => race.left,
            "domain.x1" => race.right,
            "domain.y0" => race.bottom,
            "domain.y1" => race.top,
            "start.x" => race.start_x,
            "start.y" => race.start_y,
            "steps" => race.steps,
            "comparison" => race.comparison,
            "rate" => race.rate,
            "noise" => race.noise,
            "seed" => race.seed,
            "aspect" => race.aspect,
            "view" => race.view,
            _ => return controls::name(self.figure, lab, control).unwrap_or_default(),
        };
        word.to_owned()
    }

    fn group(&self, group: &str) -> &'static str {
        match group {
            "surface" => self.race.map,
            "domain" => self.race.domain,
            "run" => self.race.run,
            "comparison" => self.race.terms_group,
            "view" => self.race.view,
            _ => controls::group(self.figure, group),
        }
    }

    fn option(&self, _: &Lab, control: &Control, value: &str) -> String {
        let race = self.race;
        let word = match control.word {
            "surface" => SurfaceName::named(value).map(|it| words::surface(race.surface, it)),
            "speed" => return (race.per_second)(value),
            "comparison" => Comparison::named(value).map(|rates| match rates {
                Comparison::Own => race.own_rates,
                Comparison::Same => race.same_rate,
                Comparison::Best => race.best_rates,
            }),
            "aspect" => Aspect::named(value).map(|aspect| match aspect {
                Aspect::Fill => race.aspect_fill,
                Aspect::Equal => race.aspect_equal,
            }),
            "view" => View::named(value).map(|view| match view {
                View::Map => race.view_map,
                View::Gradient => race.view_gradient,
                View::Space => race.view_space,
            }),
            _ => None,
        };
        match word {
            Some(word) => word.to_owned(),
            None => controls::option(self.figure, control, value),
        }
    }

    fn hint(&self, lab: &Lab, control: &Control) -> Option<String> {
        match &control.kind {
            ControlKind::Text { .. } => Some(self.race.surface.formula_hint.to_owned()),
            ControlKind::Slider { bound, .. } => {
                let values = lab.values(control.index);
                let values = values.filter(|_| control.word == LEARNING_RATE);
                let hints: Vec<String> = [
                    bound.map(|bound| words::bound(self.race, &bound)),
                    values.and_then(|values| words::book_rate(self.race, &values)),
                ]
                .into_iter()
                .flatten()
                .collect();
                (!hints.is_empty()).then(|| joined(&hints, " · "))
            }
            _ => None,
        }
    }

    fn problem(&self, lab: &Lab) -> Option<String> {
        let problem = lab.formula_problem()?;
        Some(words::formula_problem(self.race.surface, problem))
    }
}
