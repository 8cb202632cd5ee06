//! The settings that every experiment shares.

use super::{
    Choice, Controls, Flag, Kind, LabName, LossScale, MAX_LANES, MAX_STEPS, Names, Range, SPEEDS,
    Setting, Theme, choice, documentation, number, text,
};
use crate::lab::Lab;
use crate::lab::controls::{Control, ControlType, LEARNING_RATE, Options, Part, Place, Switch};
use crate::lab::parse::{self, Refused};
use crate::lab::scale::Scale;
use crate::language::Language;
use crate::math::joined;
use crate::optim::{Key, Rule};

/// The largest seed: every integer up to it is a number of JavaScript too.
const SEED_LIMIT: u64 = (1 << 53) - 1;

pub(crate) const LAB: Setting = Setting::new(
    "lab",
    choice!(settings.lab: LabName),
    documentation!("Which experiment of the chapter."),
);

/// The slider of a hyperparameter of a lane.
macro_rules! value {
    ($name:expr, $key:expr, $scale:expr) => {
        ControlType::part(
            $name,
            "lane.#",
            Part {
                scale: |_| $scale,
                range: |_| parse::range($key),
                get: |lab, index| Some(lab.values(index)?.value($key)),
                set: |lab, index, value| lab.change_rows(|rows| rows.tune(index, $key, value)),
            },
        )
    };
}
pub(crate) const OPTIMIZERS: Setting = Setting {
    allowed: "1 to 12 of `sgd` `momentum` `nesterov` `adagrad` `rmsprop` `adam`, each `name` or \
              `name:key=value,key=value` with `lr` (0.000001 to 1000), `momentum` (0 to 1), \
              `decay` `beta1` `beta2` (0 to 0.999999), `eps` (0 to 1)",
    controls: &[
        ControlType::switch(
            "lane.#",
            "lane.#",
            Switch {
                get: |lab, index| {
                    let row = lab.rows().get(index)?;
                    let n_on = lab.rows().iter().filter(|row| row.is_on).count();
                    Some((row.is_on, row.is_on && n_on == 1))
                },
                set: |lab, index, is_on| lab.change_rows(|rows| rows.switch(index, is_on)),
            },
        ),
        value!(LEARNING_RATE, Key::Lr, Scale::Log { low: -5, high: 1 }),
        value!(
            "lane.#.momentum",
            Key::Momentum,
            Scale::multiples(0, 200, 200.0)
        ),
        value!("lane.#.decay", Key::Decay, Scale::NearOne { digits: 3 }),
        value!("lane.#.beta1", Key::Beta1, Scale::NearOne { digits: 3 }),
        value!("lane.#.beta2", Key::Beta2, Scale::NearOne { digits: 4 }),
        ControlType {
            group: "advanced",
            place: Place::Advanced,
            ..value!("lane.#.eps", Key::Eps, Scale::Log { low: -10, high: 0 })
        },
        // Where one rule trains.
        ControlType {
            name: "rule",
            ..ControlType::options(
                "rule",
                Options {
                    all: |_| Rule::ALL.map(|rule| rule.name().to_owned()).to_vec(),
                    get: |lab| {
                        let row = lab.rows().iter().find(|row| row.is_on);
                        row.map_or("", |row| row.lane.rule.name()).to_owned()
                    },
                },
            )
        },
    ],
    ..Setting::new(
        "optimizers",
        text!(
            settings.optimizers,
            |settings, text| {
                let (lanes, refused) = parse::lanes(text);
                if !lanes.is_empty() {
                    settings.optimizers = lanes;
                }
                refused.map_or(Ok(()), Err)
            },
            |settings| parse::lanes_text(&settings.optimizers)
        ),
        documentation!(
            "The lanes of the race, or the rules that train networks; labs with one rule take \
              the first. A rate that is left out is the book's on the ravine and for networks \
              (in `regularization` 0.03 for SGD), and one that suits the surface elsewhere."
        ),
    )
};

pub(crate) const SEED: Setting = Setting {
    allowed: "an integer from 0 to 9007199254740991",
    controls: &[ControlType::slider("comparison", |_| {
        Scale::multiples(0, 100, 1.0)
    })],
    ..Setting::new(
        "seed",
        number!(settings.seed, Range::Whole(0, SEED_LIMIT)),
        documentation!("Seed of everything random: of the gradient noise."),
    )
};

pub(crate) const STEP: Setting = Setting {
    allowed: "0 to `steps`",
    ..Setting::new(
        "step",
        number!(settings.step, Range::Whole(0, MAX_STEPS as u64)),
        documentation!("The step that is shown; the last one when left out."),
    )
};

pub(crate) const AUTOPLAY: Setting = Setting::new(
    "autoplay",
    Kind::Boolean(Flag {
        get: |settings| settings.autoplay,
        set: |settings, is_on| settings.autoplay = is_on,
    }),
    documentation!("Starts to play by itself, unless the reader prefers reduced motion."),
);

pub(crate) const CONTROLS: Setting = Setting::new(
    "controls",
    choice!(settings.controls: Controls),
    documentation!(
        "How much of the interface shows: the picture and its words, besides the player, or \
          everything."
    ),
);

pub(crate) const LOCK: Setting = Setting {
    allowed: "names of attributes that have a control, such as `surface start optimizers`",
    ..Setting::new(
        "lock",
        text!(
            settings.lock,
            |settings, text| {
                let declarations = settings.declarations();
                let words = || text.split_whitespace();
                let locked = declarations
                    .names()
                    .filter(|name| words().any(|word| word == *name));
                settings.lock = locked.map(str::to_owned).collect();
                let refused = words().find(|word| !declarations.has(word));
                refused.map_or(Ok(()), |word| Err(Refused::Part(word.to_owned())))
            },
            |settings| joined(&settings.lock, " ")
        ),
        documentation!(
            "What a reader cannot change; the player still moves, and the page may change all."
        ),
    )
};

pub(crate) const LANG: Setting = Setting::new(
    "lang",
    Kind::Choice(Names {
        names: Language::NAMES,
        get: |settings| settings.lang.map_or("", Choice::name),
        set: |settings, tag| {
            let lang = language(tag);
            let is_taken = lang.is_some() || tag.is_empty();
            if is_taken {
                settings.lang = lang;
            }
            is_taken
        },
    }),
    documentation!(
        "The language; when left out that of the nearest ancestor, the page, the browser, then \
          Korean."
    ),
);

/// The language of a tag such as `ja` or `en-GB`; `None` where we do not speak it.
pub fn language(tag: &str) -> Option<Language> {
    let base = tag.trim().split(['-', '_']).next()?;
    Language::named(&base.to_ascii_lowercase())
}

pub(crate) const THEME: Setting = Setting::new(
    "theme",
    choice!(settings.theme: Theme),
    documentation!("The color scheme."),
);

pub(crate) const LOSS_SCALE: Setting = Setting {
    controls: &[ControlType::select("loss", Place::Loss)],
    ..Setting::new(
        "loss-scale",
        choice!(settings.loss_scale: LossScale),
        documentation!("The scale of the loss axis."),
    )
};

pub(crate) const SPEED: Setting = Setting {
    controls: &[ControlType::select("speed", Place::Player)],
    ..Setting::new(
        "speed",
        number!(settings.speed, Range::OneOf(&SPEEDS)),
        documentation!("Playing speed in steps per second."),
    )
};

pub(crate) const LESSONS: Setting = Setting {
    allowed: "any of `data` `rule` `program` `conventions` `rates` `basins` `physics` `predict` \
              `questions` `share` `batch` `loop` `files`",
    ..Setting::new(
        "lessons",
        text!(
            settings.lessons,
            |settings, text| {
                let (lessons, refused) = parse::choices(text);
                settings.lessons = lessons;
                refused.map_or(Ok(()), Err)
            },
            |settings| parse::choices_text(&settings.lessons)
        ),
        documentation!("The lessons that stand open under the figure."),
    )
};

pub(crate) const LANE: Setting = Setting::new(
    "lane",
    number!(settings.lane, Range::Whole(1, MAX_LANES as u64)),
    documentation!(
        "The lane that the lessons speak about, by its place in `optimizers`; the last where \
          there are fewer."
    ),
);

impl Lab {
    /// Changes the list of lanes, and takes those that take part.
    pub(crate) fn change_rows(&mut self, change: impl FnOnce(&mut crate::lab::rows::Rows)) {
        change(&mut self.rows);
        self.settings.optimizers = self.rows.lanes();
    }

    /// The controls of the lanes, in the order of the interface.
    pub(crate) fn lane_controls(&self) -> Vec<Control> {
        let rows = self.rows().iter().enumerate();
        let names = rows.flat_map(|(index, row)| {
            let keys = row.lane.rule.keys().iter().filter(|_| row.is_on);
            let values = keys.map(move |key| lane_value(index, *key));
            std::iter::once(lane_control(index)).chain(values)
        });
        self.controls_of(names)
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
