//! What a race has to set: the surface and its picture, the start, the comparison.

use crate::experiments::race::turn::Turn;
use crate::lab::Lab;
use crate::lab::controls::{Control, ControlType, Part, Place, TextInput};
use crate::lab::parse::{self, COORDINATE_LIMIT, Refused};
use crate::lab::scale::Scale;
use crate::lab::settings::{
    Aspect, Comparison, Coordinate, LaneSetting, MAX_STEPS, Range, Setting, Settings, SurfaceName,
    View, choice, documentation, number, text,
};
use crate::math::{Point, Rect, Span, joined, numeral};
use crate::optim::{Forms, Hyperparameters, Key, MomentumForm, NesterovForm, Rule};
use crate::race::{Conditions, RateChange};
use crate::surface::{Catalogue, Formula, Surface, Valley};

/// What is set of a race.
#[derive(Clone, Debug, PartialEq)]
pub struct RaceSettings {
    /// Which surface.
    pub surface: SurfaceName,
    /// The ravine, with its condition number.
    pub valley: Valley,
    /// The last formula that could be read.
    pub formula: Formula,
    /// The part of the plane that the picture shows; `None` stands for the surface's own.
    pub domain: Option<Rect>,
    /// The start; `None` stands for the surface's own.
    pub start: Option<Point>,
    /// How many updates, 1 to [`MAX_STEPS`].
    pub steps: usize,
    /// Whose learning rates the race is run with.
    pub comparison: Comparison,
    /// The learning rate of all lanes with [`Comparison::Same`].
    pub rate: f64,
    /// Standard deviation of the gradient noise, see [`Conditions::noise`].
    pub noise: f64,
    /// The forms of Momentum and Nesterov.
    pub forms: Forms,
    /// A change of all learning rates during the run.
    pub rate_change: Option<RateChange>,
    /// The shape of the map.
    pub aspect: Aspect,
    /// How the surface is shown.
    pub view: View,
    /// From where the view in space looks.
    pub turn: Turn,
    /// Along which parameter the valley is cut to show the ball in it.
    pub cut: Coordinate,
    /// How many updates ahead the reader is asked to predict, 1 to [`MAX_STEPS`]; until
    /// that is answered the path in question is hidden.
    pub predict: Option<usize>,
}

impl Default for RaceSettings {
    fn default() -> Self {
        Self {
            surface: SurfaceName::Named(Catalogue::Ravine),
            valley: Valley::BOOK,
            formula: Formula::default(),
            domain: None,
            start: None,
            steps: 30,
            comparison: Comparison::Own,
            rate: 0.1,
            noise: 0.0,
            forms: Forms::default(),
            rate_change: None,
            aspect: Aspect::Fill,
            view: View::Map,
            turn: Turn::DEFAULT,
            cut: Coordinate::X,
            predict: None,
        }
    }
}

/// A domain lies within this distance of the axes.
const DOMAIN_LIMIT: f64 = 1e4;

/// A domain is at least as long as this along each axis.
const DOMAIN_LENGTH: f64 = 0.01;

pub(crate) const SURFACE: Setting = Setting {
    controls: &[ControlType {
        then: Lab::forget_place,
        ..ControlType::select("surface", Place::Panel)
    }],
    ..Setting::new(
        "surface",
        choice!(RaceSettings.surface: SurfaceName),
        documentation!("The loss surface; `ravine` is the book's x²/20 + y²."),
    )
};

pub(crate) const FORMULA: Setting = Setting {
    allowed: "text in `x` and `y`, up to 200 characters, such as `sin(3x) + y^2`",
    controls: &[ControlType::text(
        "surface",
        TextInput {
            get: |lab| lab.formula_text().to_owned(),
            set: Lab::type_formula,
        },
    )],
    ..Setting::new(
        "formula",
        text!(
            RaceSettings.formula,
            |settings, text| {
                settings.race_mut().formula = text.parse().map_err(Refused::Formula)?;
                Ok(())
            },
            |settings| settings.race().formula.text().to_owned()
        ),
        documentation!("The loss of `surface=\"formula\"`."),
    )
};

pub(crate) const CONDITION: Setting = Setting {
    controls: &[ControlType::slider("surface", |_| Scale::Log {
        low: 0,
        high: 3,
    })],
    ..Setting::new(
        "condition",
        number!(RaceSettings.valley.condition, Range::Real(1.0, 1000.0)),
        documentation!(
            "The condition number κ of the ravine x²/κ + y²; 20 is the book's, 1 a round bowl."
        ),
    )
};

/// The slider of an end of the domain, −20 to 20 by tenths. It may be typed as far as the other
/// end, `$away` from it.
macro_rules! end {
    ($name:literal, $axis:ident.$end:ident, $range:expr) => {
        ControlType::part(
            $name,
            "domain",
            Part {
                scale: |_| Scale::multiples(-200, 400, 10.0),
                range: |lab| {
                    let range: fn(Span) -> (f64, f64) = $range;
                    let (low, high) = range(lab.settings().domain().$axis);
                    Range::Real(low, high)
                },
                get: |lab, _| Some(lab.settings().domain().$axis.$end),
                set: |lab, _, value| {
                    let mut domain = lab.settings.domain();
                    domain.$axis.$end = value;
                    lab.settings.race_mut().domain = Some(domain);
                },
            },
        )
    };
}

/// What may be typed for the lower end of an axis of the domain.
fn below(span: Span) -> (f64, f64) {
    (-DOMAIN_LIMIT, span.high - DOMAIN_LENGTH)
}

/// The same for the upper one.
fn above(span: Span) -> (f64, f64) {
    (span.low + DOMAIN_LENGTH, DOMAIN_LIMIT)
}

pub(crate) const DOMAIN: Setting = Setting {
    allowed: "four numbers `x0 x1 y0 y1` between -10000 and 10000, each pair rising by at least \
              0.01",
    controls: &[
        end!("domain.x0", x.low, below),
        end!("domain.x1", x.high, above),
        end!("domain.y0", y.low, below),
        end!("domain.y1", y.high, above),
    ],
    ..Setting::new(
        "domain",
        text!(
            RaceSettings.domain,
            |settings, text| {
                settings.race_mut().domain = parse::unless_empty(text, domain)?;
                Ok(())
            },
            |settings| {
                let written = |Rect { x, y }| parse::numbers_text([x.low, x.high, y.low, y.high]);
                settings.race().domain.map_or_else(String::new, written)
            }
        ),
        documentation!(
            "The part of the plane that the picture shows; the surface's own when left out."
        ),
    )
};

/// `x0 x1 y0 y1`, each pair rising.
fn domain(text: &str) -> Result<Rect, Refused> {
    let [x0, x1, y0, y1] = parse::numbers(text, -DOMAIN_LIMIT, DOMAIN_LIMIT)?;
    let is_long = |low: f64, high: f64| high - low >= DOMAIN_LENGTH;
    match is_long(x0, x1) && is_long(y0, y1) {
        true => Ok(Rect::new(x0, x1, y0, y1)),
        false => Err(Refused::Value),
    }
}

/// The slider of a coordinate of the start.
macro_rules! start {
    ($name:literal, $axis:ident) => {
        ControlType::part(
            $name,
            "run",
            Part {
                scale: |lab| Scale::even(lab.settings().domain().$axis),
                range: |_| Range::Real(-COORDINATE_LIMIT, COORDINATE_LIMIT),
                get: |lab, _| Some(lab.settings().start_point().$axis),
                set: |lab, _, value| {
                    let mut start = lab.settings.start_point();
                    start.$axis = value;
                    lab.settings.race_mut().start = Some(start);
                },
            },
        )
    };
}

pub(crate) const START: Setting = Setting {
    allowed: "two numbers `x y` between -1000000 and 1000000",
    controls: &[start!("start.x", x), start!("start.y", y)],
    ..Setting::new(
        "start",
        text!(
            RaceSettings.start,
            |settings, text| {
                settings.race_mut().start = Some(parse::point(text)?);
                Ok(())
            },
            |settings| parse::point_text(settings.start_point())
        ),
        documentation!(
            "Where all lanes start; on other surfaces than the ravine the default is the \
              surface's own."
        ),
    )
};

pub(crate) const STEPS: Setting = Setting {
    controls: &[ControlType::slider("run", |_| Scale::Count)],
    ..Setting::new(
        "steps",
        number!(RaceSettings.steps, Range::Whole(1, MAX_STEPS as u64)),
        documentation!("How many updates each lane makes."),
    )
};

pub(crate) const COMPARISON: Setting = Setting {
    controls: &[ControlType::select("comparison", Place::Panel)],
    ..Setting::new(
        "comparison",
        choice!(RaceSettings.comparison: Comparison),
        documentation!(
            "Whose learning rates race: each lane's own, one for all, or each lane's best of a \
              sweep from 0.0001 to 10 (61 rates, 11 for more than 1000 steps), the one with the \
              lowest loss after the last step."
        ),
    )
};

pub(crate) const RATE: Setting = Setting {
    controls: &[ControlType::slider("comparison", |_| Scale::Log {
        low: -5,
        high: 1,
    })],
    ..Setting::new(
        "rate",
        number!(RaceSettings.rate, parse::range(Key::Lr)),
        documentation!("The learning rate of all lanes with `comparison=\"same\"`."),
    )
};

pub(crate) const NOISE: Setting = Setting {
    // To 2 by hundredths, for gradients such as the ravine's.
    controls: &[ControlType::slider("comparison", |_| {
        Scale::multiples(0, 200, 100.0)
    })],
    ..Setting::new(
        "noise",
        number!(RaceSettings.noise, Range::Real(0.0, 1000.0)),
        documentation!(
            "Gradient noise: the standard deviation of the normally distributed number that is \
              added to each component of the gradient at each step, the same for every lane."
        ),
    )
};

pub(crate) const RATE_CHANGE: Setting = Setting {
    allowed: "a step from 0 to 10000 and a factor from 0 to 1000, such as `15 0.1`",
    ..Setting::new(
        "rate-change",
        text!(
            RaceSettings.rate_change,
            |settings, text| {
                settings.race_mut().rate_change = parse::unless_empty(text, rate_change)?;
                Ok(())
            },
            |settings| {
                let written = |RateChange { step, factor }| {
                    joined(&[step.to_string(), numeral::shortest(factor)], " ")
                };
                let change = settings.race().rate_change;
                change.map_or_else(String::new, written)
            }
        ),
        documentation!("At that step every learning rate is multiplied by the factor."),
    )
};

/// A step and a factor.
fn rate_change(text: &str) -> Result<RateChange, Refused> {
    let [step, factor] = parse::numbers(text, 0.0, MAX_STEPS as f64)?;
    let is_allowed = step == f64::floor(step) && factor <= 1000.0;
    let step = step as usize;
    match is_allowed {
        true => Ok(RateChange { step, factor }),
        false => Err(Refused::Value),
    }
}

pub(crate) const MOMENTUM_FORM: Setting = Setting::new(
    "momentum-form",
    choice!(RaceSettings.forms.momentum: MomentumForm),
    documentation!(
        "How Momentum keeps its velocity: the book's v ← αv − ηg, W ← W + v; PyTorch's \
          v ← αv + g, W ← W − ηv; an average v ← αv + (1 − α)g, W ← W − ηv."
    ),
);

pub(crate) const NESTEROV_FORM: Setting = Setting::new(
    "nesterov-form",
    choice!(RaceSettings.forms.nesterov: NesterovForm),
    documentation!(
        "Nesterov as in the book's program since 2021, or as in that of the Korean edition, \
          which updates the velocity before it is used."
    ),
);

pub(crate) const ASPECT: Setting = Setting {
    controls: &[ControlType::select("surface", Place::Panel)],
    ..Setting::new(
        "aspect",
        choice!(RaceSettings.aspect: Aspect),
        documentation!(
            "Whether the map fills its panel or shows one unit of x as long as one of y."
        ),
    )
};

pub(crate) const VIEW: Setting = Setting {
    controls: &[ControlType::select("view", Place::Map)],
    ..Setting::new(
        "view",
        choice!(RaceSettings.view: View),
        documentation!(
            "Whether the surface is a contour map, one with arrows against the gradient, or a \
              landscape in space."
        ),
    )
};

pub(crate) const TURN: Setting = Setting {
    allowed: "`azimuth elevation` in degrees: more than -180 up to 180, 10 to 90",
    ..Setting::new(
        "turn",
        text!(
            RaceSettings.turn,
            |settings, text| {
                settings.race_mut().turn = Turn::read(text)?;
                Ok(())
            },
            |settings| settings.race().turn.text()
        ),
        documentation!(
            "From where the view in space looks: how far the surface is turned, how high the \
              reader stands."
        ),
    )
};

pub(crate) const CUT: Setting = Setting::new(
    "cut",
    choice!(RaceSettings.cut: Coordinate),
    documentation!("Along which parameter the lesson `physics` cuts the valley."),
);

pub(crate) const PREDICT: Setting = Setting::new(
    "predict",
    number!(RaceSettings.predict, Range::Whole(1, MAX_STEPS as u64)),
    documentation!(
        "Asks where the lane `lane` is after so many steps, and hides its path until the reader \
          has answered in the lesson `predict`, which opens for it."
    ),
);

impl Settings {
    /// What is set of the race.
    pub fn race(&self) -> &RaceSettings {
        self.of()
    }

    /// The same, to change it.
    pub(crate) fn race_mut(&mut self) -> &mut RaceSettings {
        self.of_mut()
    }

    /// The surface that the run is on.
    pub fn loss(&self) -> &dyn Surface {
        let race = self.race();
        match race.surface {
            SurfaceName::Named(Catalogue::Ravine) => &race.valley,
            SurfaceName::Named(entry) => entry.surface(),
            SurfaceName::Formula => &race.formula,
        }
    }

    /// Whether the reader is asked where the lane is.
    pub fn is_asking(&self) -> bool {
        self.race().predict.is_some()
    }

    /// After how many steps the reader is asked where the lane is.
    pub fn asked_step(&self) -> Option<usize> {
        let race = self.race();
        race.predict.map(|after| after.min(race.steps))
    }

    /// Where all lanes start. The surface's own start keeps its place in the picture
    /// where another domain was set that lacks it.
    pub fn start_point(&self) -> Point {
        let own = self.loss().start();
        match (self.race().start, self.race().domain) {
            (Some(start), _) => start,
            (None, Some(domain)) if !domain.contains(own) => {
                let usual = self.loss().domain();
                let x = domain.x.at(usual.x.share(own.x));
                let y = domain.y.at(usual.y.share(own.y));
                domain.clamp(Point::new(domain.x.snap(x), domain.y.snap(y)))
            }
            _ => own,
        }
    }

    /// The lanes of the race, with all their values and forms.
    ///
    /// The rates that [`Comparison::Best`] finds are not among them, as they take a
    /// sweep: the lanes of the scene have them.
    pub fn lanes(&self) -> Vec<Hyperparameters> {
        let race = self.race();
        let values = |lane: &LaneSetting| {
            let values = lane.hyperparameters(race.surface).with_forms(race.forms);
            match race.comparison {
                Comparison::Same => values.with(Key::Lr, race.rate),
                Comparison::Own | Comparison::Best => values,
            }
        };
        self.optimizers.iter().map(values).collect()
    }

    /// What all lanes have in common besides surface, start and steps.
    pub fn conditions(&self) -> Conditions {
        let race = self.race();
        Conditions {
            noise: race.noise,
            seed: self.seed,
            rate_change: race.rate_change,
            domain: race.domain,
        }
    }

    /// The part of the plane that the picture shows.
    pub fn domain(&self) -> Rect {
        self.race().domain.unwrap_or_else(|| self.loss().domain())
    }

    /// Whether the picture is that of the named surface as it is, whose contours all
    /// figures of a page share.
    pub(crate) fn is_plain(&self) -> bool {
        let race = self.race();
        let is_changed = match race.surface {
            SurfaceName::Formula => true,
            SurfaceName::Named(Catalogue::Ravine) => race.valley != Valley::BOOK,
            SurfaceName::Named(_) => false,
        };
        !is_changed && race.domain.is_none()
    }
}

impl Lab {
    /// The controls of the race, in the order of the interface.
    pub(crate) fn race_controls(&mut self) -> Vec<Control> {
        // The sliders show the rates that a sweep has found.
        self.refreshed_race();
        let race = self.settings().race();
        let is_formula = race.surface == SurfaceName::Formula;
        let is_ravine = race.surface == SurfaceName::Named(Catalogue::Ravine);
        let controls = [
            ("surface", true),
            ("formula", is_formula),
            ("domain.x0", is_formula),
            ("domain.x1", is_formula),
            ("domain.y0", is_formula),
            ("domain.y1", is_formula),
            ("condition", is_ravine),
            ("aspect", true),
            ("view", true),
            ("start.x", true),
            ("start.y", true),
            ("steps", true),
            ("comparison", true),
            ("rate", race.comparison == Comparison::Same),
            ("noise", true),
            ("seed", race.noise > 0.0),
            ("loss-scale", true),
            ("speed", true),
        ];
        let shown = controls.into_iter().filter(|(_, is_shown)| *is_shown);
        let mut controls = self.controls_of(shown.map(|(name, _)| name));
        controls.extend(self.lane_controls());
        controls
    }

    /// A start, a domain and rates that were set for another surface mean nothing on this
    /// one.
    fn forget_place(&mut self) {
        let race = self.settings.race_mut();
        (race.domain, race.start) = (None, None);
        self.change_rows(|rows| rows.forget_rates());
        self.forget_draft();
    }
}

impl LaneSetting {
    /// All values, on the given surface.
    pub fn hyperparameters(&self, surface: SurfaceName) -> Hyperparameters {
        self.on(suggested(surface, self.rule))
    }
}

/// A rule with a learning rate that suits the surface: on the ravine the book's rate
/// of the figure (6.1.7), elsewhere one with which the rule shows what it is like.
pub fn suggested(surface: SurfaceName, rule: Rule) -> Hyperparameters {
    let surface = match surface {
        SurfaceName::Named(entry) => entry,
        SurfaceName::Formula => Catalogue::Ravine,
    };
    // SGD, Momentum, Nesterov, AdaGrad, RMSProp, Adam.
    let rates: [f64; 6] = match surface {
        Catalogue::Ravine => [0.95, 0.1, 0.1, 1.5, 0.1, 0.3],
        Catalogue::Rosenbrock => [0.001, 0.0005, 0.0005, 0.3, 0.02, 0.1],
        Catalogue::Himmelblau => [0.01, 0.005, 0.005, 0.5, 0.05, 0.2],
        Catalogue::Beale => [0.01, 0.005, 0.005, 0.5, 0.05, 0.2],
        Catalogue::Booth => [0.1, 0.02, 0.02, 2.0, 0.2, 0.5],
        Catalogue::StyblinskiTang => [0.02, 0.01, 0.01, 1.0, 0.1, 0.3],
        Catalogue::Rastrigin => [0.002, 0.001, 0.001, 0.3, 0.03, 0.2],
        Catalogue::Saddle => [0.1, 0.03, 0.03, 0.3, 0.02, 0.1],
    };
    let index = Rule::ALL.iter().position(|&r| r == rule).unwrap_or(0);
    Hyperparameters::new(rule).with(Key::Lr, rates[index])
}
