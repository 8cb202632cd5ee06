//! What a race has to set: the surface and its picture, the start, the comparison.

use crate::experiments::race::choices::{Aspect, Comparison, Coordinate, SurfaceName, View};
use crate::experiments::race::turn::Turn;
use crate::lab::Lab;
use crate::lab::controls::{Component, Control, ControlType, Place, TextInput};
use crate::lab::parse::{self, COORDINATE_LIMIT, Refused};
use crate::lab::scale::Scale;
use crate::lab::settings::frame::rate_scale;
use crate::lab::settings::{LaneSetting, MAX_STEPS, Range, Settings, Value, settings};
use crate::math::numeral::decimals;
use crate::math::{Point, Rect, Span};
use crate::optim::{Forms, Hyperparameters, Key, MomentumForm, NesterovForm, Rule};
use crate::race::{self, Conditions, RateChange};
use crate::surface::{Catalogue, Formula, Surface, Valley};

/// A domain lies within this distance of the axes.
const DOMAIN_LIMIT: f64 = COORDINATE_LIMIT;

/// A domain is at least as long as this along each axis.
const DOMAIN_LENGTH: f64 = 0.01;

/// So much shorter it may come out, as the ends are rounded to binary fractions.
const ROUNDING: f64 = 1e-9;

/// The slider of an end of the domain, and what may be typed, by the axis.
macro_rules! end {
    ($name:literal, $axis:ident.$end:ident, $other:ident, $range:expr) => {
        ControlType::component(
            $name,
            "domain",
            Component {
                scale: |lab, _| end_scale(lab.settings().domain().$axis.$other),
                range: |lab| {
                    let range: fn(Span) -> Range = $range;
                    range(lab.settings().domain().$axis)
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

/// The slider of a coordinate of the start.
macro_rules! start {
    ($name:literal, $axis:ident) => {
        ControlType::component(
            $name,
            "run",
            Component {
                scale: |lab, _| Scale::even(lab.settings().domain().$axis),
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

settings! {
    /// What is set of a race.
    pub struct RaceSettings;

    /// The loss surface; `ravine` is the book's x²/20 + y².
    "surface" surface: SurfaceName = SurfaceName::Named(Catalogue::Ravine), choice,
        controls: &[ControlType {
            then: Lab::forget_place,
            ..ControlType::select("surface", Place::Panel)
        }];

    /// The loss of `surface="formula"`.
    "formula" formula: Formula = Formula::default(), text,
        allowed: "text in `x` and `y`, up to 200 characters, such as `sin(3x) + y^2`",
        has_plus: true,
        controls: &[ControlType::text("surface", TextInput {
            get: |lab| lab.formula_text().to_owned(),
            set: Lab::type_formula,
        })];

    /// The condition number κ of the ravine x²/κ + y²; 20 is the book's, 1 a round bowl.
    "condition" valley: Valley = Valley::BOOK, number(Range::Real(1.0, 1000.0)),
        controls: &[ControlType::slider("surface", |_| Scale::decades(0, 3))];

    /// The part of the plane that the picture shows; the surface's own when left out.
    "domain" domain: Option<Rect> = None, text,
        allowed: "four numbers `x0 x1 y0 y1` between -1000000 and 1000000, each pair rising by \
                  at least 0.01",
        controls: &[
            end!("domain.x0", x.low, high, below),
            end!("domain.x1", x.high, low, above),
            end!("domain.y0", y.low, high, below),
            end!("domain.y1", y.high, low, above),
        ];

    /// Where all lanes start; on other surfaces than the ravine the default is the surface's own.
    "start" start: Option<Point> = None, text,
        allowed: "two numbers `x y` between -1000000 and 1000000",
        controls: &[start!("start.x", x), start!("start.y", y)],
        write: Some(|settings| parse::point_text(settings.start_point()));

    /// How many updates each lane makes.
    "steps" steps: usize = 30, number(Range::Whole(1, MAX_STEPS as u64)),
        controls: &[ControlType::slider("run", |_| Scale::Count)];

    /// Whose learning rates race: each lane's own, one for all, or each lane's best of a sweep from
    /// 0.0001 to 10 (61 rates, 11 for more than 1000 steps), the one with the lowest loss after the
    /// last step.
    "comparison" comparison: Comparison = Comparison::Own, choice,
        controls: &[ControlType::select("comparison", Place::Panel)];

    /// The learning rate of all lanes with `comparison="same"`.
    "rate" rate: f64 = 0.1, number(parse::range(Key::Lr)),
        controls: &[ControlType::slider("comparison", shared_rates)];

    /// Gradient noise: the standard deviation of the normally distributed number that is added to
    /// each component of the gradient at each step, the same for every lane.
    "noise" noise: f64 = 0.0, number(Range::Real(0.0, 1000.0)),
        // To 2 by hundredths, for gradients such as the ravine's.
        controls: &[ControlType::slider("comparison", |_| Scale::multiples(0, 200, 100.0))];

    /// At that step every learning rate is multiplied by the factor.
    "rate-change" rate_change: Option<RateChange> = None, text,
        allowed: "a step from 0 to 10000 and a factor from 0 to 1000, such as `15 0.1`";

    /// How Momentum keeps its velocity: the book's v ← αv − ηg, W ← W + v; PyTorch's v ← αv + g,
    /// W ← W − ηv; an average v ← αv + (1 − α)g, W ← W − ηv.
    "momentum-form" momentum_form: MomentumForm = MomentumForm::Book, choice;

    /// Nesterov as in the book's program since 2021, or as in that of the Korean edition, which
    /// updates the velocity before it is used.
    "nesterov-form" nesterov_form: NesterovForm = NesterovForm::Corrected, choice;

    /// Whether the map fills its panel, with one axis stretched at most twice as much as the other,
    /// or shows one unit of x as long as one of y.
    "aspect" aspect: Aspect = Aspect::Fill, choice,
        controls: &[ControlType::select("surface", Place::Panel)];

    /// Whether the surface is a contour map, one with arrows against the gradient, or a landscape
    /// in space.
    "view" view: View = View::Map, choice,
        controls: &[ControlType::select("view", Place::Map)];

    /// From where the view in space looks: how far the surface is turned, how high the reader
    /// stands.
    "turn" turn: Turn = Turn::DEFAULT, text,
        allowed: "`azimuth elevation` in degrees: more than -180 up to 180, 10 to 90";

    /// Along which parameter the lesson `physics` cuts the valley.
    "cut" cut: Coordinate = Coordinate::X, choice;

    /// Asks on the picture where the lane `lane` is after so many steps, and hides its path until
    /// the reader has marked a place and plays it; the lesson `predict` opens for it.
    "predict" predict: Option<usize> = None, number(Range::Whole(1, MAX_STEPS as u64));
}

/// The slider of an end of the domain: −20 to 20 by tenths, or ten times as far and so on where the
/// other end lies farther out. It does not depend on the end itself, so that it stays where it is
/// while a reader drags it.
fn end_scale(other: f64) -> Scale {
    let mut per_unit = 10.0;
    while other.abs() * per_unit > 200.0 {
        per_unit /= 10.0;
    }
    Scale::multiples(-200, 400, per_unit)
}

/// The slider of the rate of all lanes: about the bound of SGD, where the surface has one, and the
/// rates that suit the rules.
fn shared_rates(lab: &Lab) -> Scale {
    let settings = lab.settings();
    let usual = |rule| suggested(settings.race().surface, rule).value(Key::Lr);
    let bound = race::bound(settings.loss(), &Hyperparameters::new(Rule::Sgd));
    let usual = Rule::ALL.map(usual).into_iter();
    // Ten times these rates would be too much for all of them.
    let low = usual.clone().fold(f64::INFINITY, f64::min) * 2.0;
    let high = usual.fold(0.0, f64::max) / 2.0;
    rate_scale(bound, Span::new(low, high))
}

/// What may be typed for the lower end of an axis of the domain.
fn below(axis: Span) -> Range {
    Range::Real(-DOMAIN_LIMIT, decimals(axis.high - DOMAIN_LENGTH, 9))
}

/// The same for the upper one.
fn above(axis: Span) -> Range {
    Range::Real(decimals(axis.low + DOMAIN_LENGTH, 9), DOMAIN_LIMIT)
}

impl Value for Formula {
    fn read(&mut self, text: &str) -> Result<(), Refused> {
        *self = text.parse().map_err(Refused::Formula)?;
        Ok(())
    }

    fn text(&self) -> String {
        self.text().to_owned()
    }
}

/// Its condition number.
impl Value for Valley {
    fn read(&mut self, text: &str) -> Result<(), Refused> {
        self.condition.read(text)
    }

    fn text(&self) -> String {
        self.condition.text()
    }

    fn number(&self) -> Option<f64> {
        Some(self.condition)
    }

    fn set_number(&mut self, value: f64) {
        self.condition = value;
    }
}

/// `x0 x1 y0 y1`, each pair rising.
impl Value for Option<Rect> {
    fn read(&mut self, text: &str) -> Result<(), Refused> {
        *self = parse::unless_empty(text, |text| {
            let [x0, x1, y0, y1] = parse::numbers(text, -DOMAIN_LIMIT, DOMAIN_LIMIT)?;
            let is_long = |low: f64, high: f64| high - low >= DOMAIN_LENGTH - ROUNDING;
            let rect = (is_long(x0, x1) && is_long(y0, y1)).then(|| Rect::new(x0, x1, y0, y1));
            rect.ok_or(Refused::Value)
        })?;
        Ok(())
    }

    fn text(&self) -> String {
        let written = |Rect { x, y }| parse::numbers_text([x.low, x.high, y.low, y.high]);
        self.map_or_else(String::new, written)
    }
}

/// `x y`.
impl Value for Option<Point> {
    fn read(&mut self, text: &str) -> Result<(), Refused> {
        *self = Some(parse::point(text)?);
        Ok(())
    }

    fn text(&self) -> String {
        self.map_or_else(String::new, parse::point_text)
    }
}

/// A step and a factor.
impl Value for Option<RateChange> {
    fn read(&mut self, text: &str) -> Result<(), Refused> {
        *self = parse::unless_empty(text, |text| {
            let [step, factor] = parse::numbers(text, 0.0, MAX_STEPS as f64)?;
            let is_allowed = step == f64::floor(step) && factor <= 1000.0;
            let step = step as usize;
            is_allowed
                .then_some(RateChange { step, factor })
                .ok_or(Refused::Value)
        })?;
        Ok(())
    }

    fn text(&self) -> String {
        let written = |it: RateChange| parse::numbers_text([it.step as f64, it.factor]);
        self.map_or_else(String::new, written)
    }
}

impl RaceSettings {
    /// The forms of the rules that have several.
    pub fn forms(&self) -> Forms {
        Forms {
            momentum: self.momentum_form,
            nesterov: self.nesterov_form,
        }
    }
}

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
            let values = lane.hyperparameters(race.surface).with_forms(race.forms());
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
        controls.extend(self.controls_of(self.lane_names()));
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
    let rates: [f64; Rule::ALL.len()] = match surface {
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
