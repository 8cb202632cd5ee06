//! The settings that every experiment shares.

use super::declaration::Value;
use super::{
    Choice, Controls, LaneSetting, LossScale, MAX_ITERATIONS, MAX_LANES, Preset, Range, SPEEDS,
    Theme, settings,
};
use crate::lab::Lab;
use crate::lab::controls::{Component, ControlType, LEARNING_RATE, Options, Place, Switch};
use crate::lab::parse::{self, Refused};
use crate::lab::rows::Rows;
use crate::lab::scale::Scale;
use crate::language::Language;
use crate::math::{Span, joined};
use crate::optim::{Key, Rule};
use crate::race::Bound;

/// The rules of the book's figure, in its order.
const BOOK_FOUR: [Rule; 4] = [Rule::Sgd, Rule::Momentum, Rule::AdaGrad, Rule::Adam];

/// The largest seed: every integer up to it is a number of JavaScript too.
const SEED_LIMIT: u64 = (1 << 53) - 1;

/// The slider of a hyperparameter of a lane.
macro_rules! value {
    ($name:expr, $key:expr, $scale:expr) => {
        ControlType {
            place: Place::Lane,
            ..ControlType::component(
                $name,
                "lane.#",
                Component {
                    scale: $scale,
                    range: |_| parse::range($key),
                    get: |lab, index| Some(lab.values(index)?.value($key)),
                    set: |lab, index, value| lab.change_rows(|rows| rows.tune(index, $key, value)),
                },
            )
        }
    };
}

settings! {
    /// What every experiment shares.
    pub struct FrameSettings;

    /// A figure of the book to begin from; other attributes override what it sets.
    "preset" preset: Option<&'static Preset> = None, names(&[]),
        read: Some(|settings, name| {
            let mut presets = settings.declarations().presets.iter();
            let preset = presets.find(|preset| preset.name == name.trim());
            if preset.is_none() && !name.trim().is_empty() {
                return Err(Refused::Value);
            }
            settings.begin_from(preset);
            Ok(())
        });

    /// Which experiment of the chapter.
    "lab" lab: Option<&'static str> = None, names(&[]),
        read: Some(|settings, name| {
            let names = settings.declarations().experiments;
            let place = names.iter().position(|it| *it == name.trim());
            let place = place.ok_or(Refused::Value)?;
            // The first one is left out.
            settings.lab = (place > 0).then(|| names[place]);
            Ok(())
        }),
        write: Some(|settings| settings.experiment().to_owned());

    /// The lanes of the race, or the rules that train networks; labs with one rule take the first.
    /// A rate that is left out is the book's on the ravine and for networks (in `regularization`
    /// 0.03 for SGD), and one that suits the surface elsewhere.
    "optimizers" optimizers: Vec<LaneSetting> = BOOK_FOUR.map(LaneSetting::new).to_vec(), text,
        allowed: "1 to 12 of `sgd` `momentum` `nesterov` `adagrad` `rmsprop` `adam`, each `name` \
                  or `name:key=value,key=value` with `lr` (0.000001 to 1000), `momentum` (0 to \
                  1), `decay` `beta1` `beta2` (0 to 0.999999), `eps` (0 to 1)",
        controls: &[
            ControlType { place: Place::Lane, ..ControlType::switch("lane.#", "lane.#", Switch {
                get: |lab, index| {
                    let row = lab.rows().get(index)?;
                    let n_on = lab.rows().iter().filter(|row| row.is_on).count();
                    Some((row.is_on, row.is_on && n_on == 1))
                },
                set: |lab, index, is_on| lab.change_rows(|rows| rows.switch(index, is_on)),
            }) },
            value!(LEARNING_RATE, Key::Lr, rates),
            value!("lane.#.momentum", Key::Momentum, |_, _| Scale::multiples(0, 200, 200.0)),
            value!("lane.#.decay", Key::Decay, |_, _| Scale::NearOne { digits: 3 }),
            value!("lane.#.beta1", Key::Beta1, |_, _| Scale::NearOne { digits: 3 }),
            ControlType {
                group: "advanced",
                place: Place::Advanced,
                ..value!("lane.#.beta2", Key::Beta2, |_, _| Scale::NearOne { digits: 4 })
            },
            ControlType {
                group: "advanced",
                place: Place::Advanced,
                ..value!("lane.#.eps", Key::Eps, |_, _| Scale::decades(-10, 0))
            },
            // Where one rule trains.
            ControlType { name: "rule", ..ControlType::options("rule", Options {
                all: |_| Rule::ALL.map(|rule| rule.name().to_owned()).to_vec(),
                get: |lab| {
                    let row = lab.rows().iter().find(|row| row.is_on);
                    row.map_or("", |row| row.lane.rule.name()).to_owned()
                },
            }) },
        ];

    /// Seed of everything random: of the gradient noise.
    "seed" seed: u64 = 1, number(Range::Whole(0, SEED_LIMIT)),
        allowed: "an integer from 0 to 9007199254740991",
        controls: &[ControlType::slider("comparison", |_| Scale::multiples(0, 100, 1.0))];

    /// The step that is shown; the last one when left out.
    "step" step: Option<usize> = None, number(Range::Whole(0, MAX_ITERATIONS)),
        allowed: "0 to `steps`, `iterations` or `trials`";

    /// Starts to play by itself, unless the reader prefers reduced motion.
    "autoplay" autoplay: bool = false, flag;

    /// How much of the interface shows: the picture and its words, besides the player, or
    /// everything.
    "controls" controls: Controls = Controls::Full, choice;

    /// What a reader cannot change; the player still moves, and the page may change all.
    "lock" lock: Vec<String> = Vec::new(), text,
        allowed: "names of attributes that have a control, such as `surface start optimizers`",
        read: Some(|settings, text| {
            let declarations = settings.declarations();
            let words = || parse::words(text);
            let locked = declarations.names().filter(|name| words().any(|word| word == *name));
            settings.lock = locked.map(str::to_owned).collect();
            let refused = words().find(|word| !declarations.has(word));
            refused.map_or(Ok(()), |word| Err(Refused::Part(word.to_owned())))
        });

    /// The language; when left out that of the nearest ancestor, the page, the browser, then
    /// Korean, or English on a page in another language.
    "lang" lang: Option<Language> = None, names(Language::TAGS);

    /// The color scheme.
    "theme" theme: Theme = Theme::Auto, choice;

    /// The scale of the loss axis.
    "loss-scale" loss_scale: LossScale = LossScale::Log, choice,
        controls: &[ControlType::select("loss", Place::Loss)];

    /// Playing speed in steps per second.
    "speed" speed: f64 = 10.0, number(Range::OneOf(&SPEEDS)),
        controls: &[ControlType::select("speed", Place::Player)];

    /// The lessons that the second panel shows in place of its curves, one below the other.
    "lessons" lessons: Vec<&'static str> = Vec::new(), text,
        read: Some(|settings, text| {
            let all = settings.declarations().lessons.iter().copied();
            let words = || parse::words(text);
            settings.lessons = all.filter(|name| words().any(|word| word == *name)).collect();
            let unknown = words().find(|word| !settings.lessons.contains(word));
            unknown.map_or(Ok(()), |word| Err(Refused::Part(word.to_owned())))
        });

    /// The lane that the lessons speak about, by its place in `optimizers`; the last where there
    /// are fewer.
    "lane" lane: Option<usize> = None, number(Range::Whole(1, MAX_LANES as u64));
}

impl Value for Option<&'static Preset> {
    /// The presets are known to the settings only.
    fn read(&mut self, _: &str) -> Result<(), Refused> {
        Err(Refused::Value)
    }

    fn text(&self) -> String {
        self.map_or("", |preset| preset.name).to_owned()
    }
}

impl Value for Vec<LaneSetting> {
    fn read(&mut self, text: &str) -> Result<(), Refused> {
        let (lanes, refused) = parse::lanes(text);
        if !lanes.is_empty() {
            *self = lanes;
        }
        refused.map_or(Ok(()), Err)
    }

    fn text(&self) -> String {
        parse::lanes_text(self)
    }
}

impl Value for Vec<String> {
    fn read(&mut self, text: &str) -> Result<(), Refused> {
        *self = parse::words(text).map(str::to_owned).collect();
        Ok(())
    }

    fn text(&self) -> String {
        joined(self, " ")
    }
}

impl Value for Option<Language> {
    fn read(&mut self, text: &str) -> Result<(), Refused> {
        let named = |tag: &str| language(tag).ok_or(Refused::Value);
        *self = parse::unless_empty(text, named)?;
        Ok(())
    }

    fn text(&self) -> String {
        self.map_or("", Language::tag).to_owned()
    }
}

/// Names that the settings know.
impl Value for Option<&'static str> {
    fn read(&mut self, _: &str) -> Result<(), Refused> {
        Err(Refused::Value)
    }

    fn text(&self) -> String {
        self.unwrap_or_default().to_owned()
    }
}

impl Value for Vec<&'static str> {
    fn read(&mut self, _: &str) -> Result<(), Refused> {
        Err(Refused::Value)
    }

    fn text(&self) -> String {
        joined(self, " ")
    }
}

/// The slider of a row's learning rate.
fn rates(lab: &Lab, row: usize) -> Scale {
    let experiment = lab.experiment();
    let usual = experiment.usual_rate(lab, row).unwrap_or(1.0);
    rate_scale(experiment.bound(lab, row), Span::new(usual, usual))
}

/// The slider of a learning rate. A bound that nobody can set is of no use for it.
pub(crate) fn rate_scale(bound: Option<Bound>, usual: Span) -> Scale {
    let range = parse::range(Key::Lr);
    let allowed = Span::new(range.low(), range.high());
    let bound = bound.map(|bound| bound.rate);
    Scale::rates(bound.filter(|&it| allowed.contains(it)), usual)
}

/// The language of a tag such as `ja` or `en-GB`; `None` where we do not speak it.
pub fn language(tag: &str) -> Option<Language> {
    let base = tag.trim().split(['-', '_']).next()?;
    Language::named(&base.to_ascii_lowercase())
}

impl Lab {
    /// Changes the list of lanes, and takes those that take part.
    pub(crate) fn change_rows(&mut self, change: impl FnOnce(&mut Rows)) {
        change(&mut self.rows);
        self.settings.optimizers = self.rows.lanes();
    }

    /// The names of the controls of the lanes, in the order of the interface.
    pub(crate) fn lane_names(&self) -> Vec<String> {
        let rows = self.rows().iter().enumerate();
        let names = rows.flat_map(|(index, row)| {
            let keys = row.lane.rule.keys().iter().filter(|_| row.is_on);
            let values = keys.map(move |key| lane_value(index, *key));
            std::iter::once(lane_control(index)).chain(values)
        });
        names.collect()
    }
}

/// The name of the control that lets a row of the list of lanes take part.
pub(crate) fn lane_control(row: usize) -> String {
    joined(&["lane.", &row.to_string()], "")
}

/// The name of the control of a hyperparameter of such a row.
pub(crate) fn lane_value(row: usize, key: Key) -> String {
    joined(&[&lane_control(row), key.name()], ".")
}
