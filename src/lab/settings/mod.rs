//! What a reader or a lecturer can set.

pub(crate) mod choices;
pub(crate) mod macros;
pub(crate) mod presets;
pub(crate) mod table;

pub use choices::{
    Aspect, Choice, Comparison, Controls, Coordinate, LabName, Lesson, LossScale, SurfaceName,
    Theme, View,
};
pub use presets::{PRESETS, Preset};
pub use table::{Kind, Setting, TABLE, language, setting};

#[cfg(feature = "lessons")]
use crate::experiments::network::settings as studies;
use crate::experiments::race::settings as terms;
use crate::experiments::race::turn::Turn;
use crate::language::Language;
use crate::math::{Point, Rect};
#[cfg(feature = "lessons")]
use crate::nn::experiment::Regularization;
use crate::optim::{Forms, Hyperparameters, Key, Rule};
use crate::race::{Conditions, RateChange};
use crate::surface::{Catalogue, Formula, Surface, Valley};

/// Most updates that a run can have.
pub const MAX_STEPS: usize = 10_000;

/// Most lanes that a race can have.
pub const MAX_LANES: usize = 12;

/// Playing speeds, in steps per second.
pub const SPEEDS: [f64; 8] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 200.0, 1000.0];

/// Everything that can be set. [`Settings::default`] is the book's figure 6-3 to 6-6.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// What the settings began from.
    pub preset: Option<&'static Preset>,
    /// Which experiment.
    pub lab: LabName,
    /// Which surface.
    pub surface: SurfaceName,
    /// The ravine, with its condition number.
    pub valley: Valley,
    /// The last formula that could be read.
    pub formula: Formula,
    /// The part of the plane that the picture shows; `None` stands for the surface's own.
    pub domain: Option<Rect>,
    /// The lanes.
    pub optimizers: Vec<LaneSetting>,
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
    /// Seed of everything random.
    pub seed: u64,
    /// The forms of Momentum and Nesterov.
    pub forms: Forms,
    /// A change of all learning rates during the run.
    pub rate_change: Option<RateChange>,
    /// The step that is shown; `None` stands for the last.
    pub step: Option<usize>,
    /// Whether the figure starts to play by itself.
    pub autoplay: bool,
    /// How much of the interface shows.
    pub controls: Controls,
    /// Attributes that a reader cannot change, each once, in the order of [`TABLE`].
    pub lock: Vec<&'static str>,
    /// The language; `None` stands for the page's.
    pub lang: Option<Language>,
    /// The color scheme.
    pub theme: Theme,
    /// The shape of the map.
    pub aspect: Aspect,
    /// The scale of the loss axis.
    pub loss_scale: LossScale,
    /// Playing speed in steps per second, one of [`SPEEDS`].
    pub speed: f64,
    /// How the surface is shown.
    pub view: View,
    /// From where the view in space looks.
    pub turn: Turn,
    /// Along which parameter the valley is cut to show the ball in it.
    pub cut: Coordinate,
    /// How many updates ahead the reader is asked to predict, 1 to [`MAX_STEPS`]; until
    /// that is answered the path in question is hidden.
    pub predict: Option<usize>,
    /// The lessons that stand open, in the order of [`Lesson::ALL`].
    pub lessons: Vec<Lesson>,
    /// The lane that the lessons speak about: its place in the race, from 1.
    pub lane: usize,
    /// What is set for the experiments on networks.
    #[cfg(feature = "lessons")]
    pub study: studies::StudySettings,
    /// Texts of attributes that only the whole understands; always empty in the whole.
    deferred: Vec<(&'static str, String)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            preset: None,
            lab: LabName::Race,
            surface: SurfaceName::Named(Catalogue::Ravine),
            valley: Valley::BOOK,
            formula: Formula::default(),
            domain: None,
            optimizers: BOOK_FOUR.map(LaneSetting::new).to_vec(),
            start: None,
            steps: 30,
            comparison: Comparison::Own,
            rate: 0.1,
            noise: 0.0,
            seed: 1,
            forms: Forms::default(),
            rate_change: None,
            step: None,
            autoplay: false,
            controls: Controls::Full,
            lock: Vec::new(),
            lang: None,
            theme: Theme::Auto,
            aspect: Aspect::Fill,
            loss_scale: LossScale::Log,
            speed: 10.0,
            view: View::Map,
            turn: Turn::DEFAULT,
            cut: Coordinate::X,
            predict: None,
            lessons: Vec::new(),
            lane: 1,
            #[cfg(feature = "lessons")]
            study: studies::StudySettings::default(),
            deferred: Vec::new(),
        }
    }
}

impl Settings {
    /// Whether something is set that only the whole understands.
    pub fn is_deferred(&self) -> bool {
        !self.deferred.is_empty()
    }

    fn deferred(&self, attribute: &str) -> Option<&str> {
        let known = self.deferred.iter().find(|(name, _)| *name == attribute)?;
        Some(&known.1)
    }

    fn defer(&mut self, attribute: &'static str, text: &str) {
        self.deferred.retain(|(name, _)| *name != attribute);
        if !cfg!(feature = "lessons") && terms::OF_THE_WHOLE.contains(&attribute) {
            let is_default = setting(attribute).is_some_and(|row| row.default == text);
            if !is_default {
                self.deferred.push((attribute, text.to_owned()));
            }
        }
    }

    /// The surface that the run is on.
    pub fn loss(&self) -> &dyn Surface {
        match self.surface {
            SurfaceName::Named(Catalogue::Ravine) => &self.valley,
            SurfaceName::Named(entry) => entry.surface(),
            SurfaceName::Formula => &self.formula,
        }
    }

    /// Whether the reader is asked where the lane is, by an engine that understands it or
    /// before that one has come.
    pub fn is_asking(&self) -> bool {
        self.predict.is_some() || self.deferred("predict").is_some()
    }

    /// After how many steps the reader is asked where the lane is.
    pub fn asked_step(&self) -> Option<usize> {
        self.predict.map(|after| after.min(self.steps))
    }

    /// Where all lanes start. The surface's own start keeps its place in the picture
    /// where another domain was set that lacks it.
    pub fn start_point(&self) -> Point {
        let own = self.loss().start();
        match (self.start, self.domain) {
            (Some(start), _) => start,
            (None, Some(domain)) if cfg!(feature = "lessons") && !domain.contains(own) => {
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
        let values = |lane: &LaneSetting| {
            let values = lane.hyperparameters(self.surface).with_forms(self.forms);
            match self.comparison {
                Comparison::Same => values.with(Key::Lr, self.rate),
                Comparison::Own | Comparison::Best => values,
            }
        };
        self.optimizers.iter().map(values).collect()
    }

    /// What all lanes have in common besides surface, start and steps.
    pub fn conditions(&self) -> Conditions {
        Conditions {
            noise: self.noise,
            seed: self.seed,
            rate_change: self.rate_change,
            domain: self.domain,
        }
    }

    /// The part of the plane that the picture shows.
    pub fn domain(&self) -> Rect {
        self.domain.unwrap_or_else(|| self.loss().domain())
    }

    /// Whether the picture is that of the named surface as it is, whose contours all
    /// figures of a page share.
    pub(crate) fn is_plain(&self) -> bool {
        let is_changed = match self.surface {
            SurfaceName::Formula => true,
            SurfaceName::Named(Catalogue::Ravine) => self.valley != Valley::BOOK,
            SurfaceName::Named(_) => false,
        };
        !is_changed && self.domain.is_none()
    }
}

/// A rule with those of its hyperparameters that were set; the others are the
/// surface's and the book's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LaneSetting {
    /// The rule.
    pub rule: Rule,
    given: [Option<f64>; Key::ALL.len()],
}

impl LaneSetting {
    /// The rule with nothing set.
    pub const fn new(rule: Rule) -> Self {
        Self {
            rule,
            given: [None; Key::ALL.len()],
        }
    }

    /// The same with `key` set.
    pub const fn with(mut self, key: Key, value: f64) -> Self {
        self.given[key as usize] = Some(value);
        self
    }

    /// The same with `key` not set.
    pub const fn without(mut self, key: Key) -> Self {
        self.given[key as usize] = None;
        self
    }

    /// The value of `key`, where it was set.
    pub const fn given(&self, key: Key) -> Option<f64> {
        self.given[key as usize]
    }

    /// Whether the learning rate was set.
    pub const fn has_own_rate(&self) -> bool {
        self.given(Key::Lr).is_some()
    }

    /// All values, for the training of a network: the book's programs leave every rate at
    /// the rule's default there. The lab `regularization` has a rate of its own for the rule
    /// with which its effect was found.
    #[cfg(feature = "lessons")]
    pub fn network_hyperparameters(&self, lab: LabName) -> Hyperparameters {
        let own = Regularization::lab().rule;
        self.on(match lab {
            LabName::Regularization if own.rule() == self.rule => own,
            _ => Hyperparameters::new(self.rule),
        })
    }

    /// All values, on the given surface.
    pub fn hyperparameters(&self, surface: SurfaceName) -> Hyperparameters {
        self.on(suggested(surface, self.rule))
    }

    fn on(&self, usual: Hyperparameters) -> Hyperparameters {
        Key::ALL
            .into_iter()
            .fold(usual, |values, key| match self.given(key) {
                Some(value) => values.with(key, value),
                None => values,
            })
    }
}

/// The rules of the book's figure, in its order.
pub const BOOK_FOUR: [Rule; 4] = [Rule::Sgd, Rule::Momentum, Rule::AdaGrad, Rule::Adam];

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
