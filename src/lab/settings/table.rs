//! The one table that drives attributes, properties, links, generated types and
//! documentation.

use crate::experiments::network::settings as studies;
use crate::experiments::race::{settings as terms, views};
use crate::lab::parse;
use crate::lab::settings::macros::{choose, copy, documentation};
use crate::lab::settings::presets::{self, Preset};
use crate::lab::settings::{Aspect, SurfaceName, Theme};
use crate::lab::settings::{Choice, Controls, LossScale, MAX_LANES, MAX_STEPS, SPEEDS, Settings};
use crate::language::Language;
use crate::math::joined;
use crate::math::numeral;
use crate::surface::Formula;

/// How the value of a setting is written in generated types.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Free text.
    Text,
    /// A number.
    Number,
    /// Present or absent.
    Boolean,
    /// One of some names.
    Choice(&'static [&'static str]),
}

/// One row of the table of settings.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Name of the attribute and of the query key.
    pub attribute: &'static str,
    /// Name of the property in JavaScript.
    pub property: &'static str,
    /// Its type.
    pub kind: Kind,
    /// What is allowed, for documentation and warnings.
    pub values: &'static str,
    /// The default, as text.
    pub default: &'static str,
    /// What it does, one sentence; empty in what a reader loads.
    pub doc: &'static str,
    pub(crate) read: fn(&mut Settings, &str) -> Result<(), parse::Refused>,
    pub(crate) write: fn(&Settings) -> String,
    pub(crate) copy: fn(&mut Settings, &Settings),
}

impl Setting {
    /// Takes the text, or says that it is not allowed. What can be understood is kept.
    pub(crate) fn set(&self, settings: &mut Settings, text: &str) -> Result<(), parse::Refused> {
        if self.is_deferred() {
            settings.defer(self.attribute, text);
            return Ok(());
        }
        (self.read)(settings, text)
    }

    /// Whether the core only keeps the text, for the whole to read.
    fn is_deferred(&self) -> bool {
        !cfg!(feature = "lessons") && terms::OF_THE_WHOLE.contains(&self.attribute)
    }

    /// The canonical text of the current value.
    pub fn text(&self, settings: &Settings) -> String {
        if self.is_deferred() {
            return settings
                .deferred(self.attribute)
                .unwrap_or(self.default)
                .to_owned();
        }
        (self.write)(settings)
    }

    /// Brings back the default: the preset's, where one is set.
    pub(crate) fn reset(&self, settings: &mut Settings) {
        let preset = settings.preset.filter(|_| self.attribute != "preset");
        let base = Settings::of(preset);
        settings.defer(self.attribute, &self.text(&base));
        (self.copy)(settings, &base);
    }

    /// Takes the value that `other` has.
    pub(crate) fn copy(&self, settings: &mut Settings, other: &Settings) {
        (self.copy)(settings, other);
    }
}

/// All settings, in the order of the documentation.
pub const TABLE: &[Setting] = &[
    Setting {
        attribute: "preset",
        property: "preset",
        kind: Kind::Choice(presets::NAMES),
        values: presets::VALUES,
        default: "",
        doc: documentation!(
            "A figure of the book to begin from; other attributes override what it sets."
        ),
        read: |settings, text| {
            let preset = match text.trim() {
                "" => None,
                name => Some(Preset::named(name).ok_or(parse::Refused::Value)?),
            };
            settings.begin_from(preset);
            Ok(())
        },
        write: |settings| settings.preset.map_or("", |preset| preset.name).to_owned(),
        copy: |settings, other| settings.begin_from(other.preset),
    },
    studies::LAB,
    Setting {
        attribute: "surface",
        property: "surface",
        kind: Kind::Choice(<SurfaceName as Choice>::NAMES),
        values: "`ravine` `rosenbrock` `himmelblau` `beale` `booth` `styblinski-tang` \
                 `rastrigin` `saddle` `formula`",
        default: "ravine",
        doc: documentation!("The loss surface; `ravine` is the book's x²/20 + y²."),
        read: choose!(surface),
        write: |settings| settings.surface.name().to_owned(),
        copy: copy!(surface),
    },
    Setting {
        attribute: "formula",
        property: "formula",
        kind: Kind::Text,
        values: "text in `x` and `y`, up to 200 characters, such as `sin(3x) + y^2`",
        default: Formula::DEFAULT,
        doc: documentation!("The loss of `surface=\"formula\"`."),
        read: |settings, text| {
            settings.formula = text.parse().map_err(parse::Refused::Formula)?;
            Ok(())
        },
        write: |settings| settings.formula.text().to_owned(),
        copy: copy!(formula),
    },
    terms::CONDITION,
    terms::DOMAIN,
    Setting {
        attribute: "optimizers",
        property: "optimizers",
        kind: Kind::Text,
        values: "1 to 12 of `sgd` `momentum` `nesterov` `adagrad` `rmsprop` `adam`, each \
                 `name` or `name:key=value,key=value` with `lr` (0.000001 to 1000), \
                 `momentum` (0 to 1), `decay` `beta1` `beta2` (0 to 0.999999), `eps` (0 to 1)",
        default: "sgd momentum adagrad adam",
        doc: documentation!(
            "The lanes of the race, or the rules that train networks; labs with one rule take \
              the first. A rate that is left out is the book's on the ravine and for networks \
              (in `regularization` 0.03 for SGD), and one that suits the surface elsewhere."
        ),
        read: |settings, text| {
            let (lanes, refused) = parse::lanes(text);
            if !lanes.is_empty() {
                settings.optimizers = lanes;
            }
            refused.map_or(Ok(()), Err)
        },
        write: |settings| parse::lanes_text(&settings.optimizers),
        copy: copy!(optimizers),
    },
    Setting {
        attribute: "start",
        property: "start",
        kind: Kind::Text,
        values: "two numbers `x y` between -1000000 and 1000000",
        default: "-7 2",
        doc: documentation!(
            "Where all lanes start; on other surfaces than the ravine the default is \
              the surface's own."
        ),
        read: |settings, text| {
            settings.start = Some(parse::point(text)?);
            Ok(())
        },
        write: |settings| parse::point_text(settings.start_point()),
        copy: copy!(start),
    },
    Setting {
        attribute: "steps",
        property: "steps",
        kind: Kind::Number,
        values: "1 to 10000",
        default: "30",
        doc: documentation!("How many updates each lane makes."),
        read: |settings, text| {
            settings.steps = parse::integer(text, 1, MAX_STEPS as u64)? as usize;
            Ok(())
        },
        write: |settings| settings.steps.to_string(),
        copy: copy!(steps),
    },
    terms::COMPARISON,
    terms::RATE,
    terms::NOISE,
    terms::RATE_CHANGE,
    terms::MOMENTUM_FORM,
    terms::NESTEROV_FORM,
    Setting {
        attribute: "seed",
        property: "seed",
        kind: Kind::Number,
        values: "an integer from 0 to 9007199254740991",
        default: "1",
        doc: documentation!("Seed of everything random: of the gradient noise."),
        read: |settings, text| {
            settings.seed = parse::integer(text, 0, parse::SEED_LIMIT)?;
            Ok(())
        },
        write: |settings| settings.seed.to_string(),
        copy: copy!(seed),
    },
    Setting {
        attribute: "step",
        property: "currentStep",
        kind: Kind::Number,
        values: "0 to `steps`",
        default: "",
        doc: documentation!("The step that is shown; the last one when left out."),
        read: |settings, text| {
            settings.step = Some(parse::integer(text, 0, MAX_STEPS as u64)? as usize);
            Ok(())
        },
        write: |settings| {
            settings
                .step
                .map_or_else(String::new, |step| step.to_string())
        },
        copy: copy!(step),
    },
    Setting {
        attribute: "autoplay",
        property: "autoplay",
        kind: Kind::Boolean,
        values: "present or absent",
        default: "",
        doc: documentation!("Starts to play by itself, unless the reader prefers reduced motion."),
        read: |settings, text| {
            settings.autoplay = parse::boolean(text);
            Ok(())
        },
        write: |settings| if settings.autoplay { "true" } else { "" }.to_owned(),
        copy: copy!(autoplay),
    },
    Setting {
        attribute: "controls",
        property: "controls",
        kind: Kind::Choice(<Controls as Choice>::NAMES),
        values: "`none` `basic` `full`",
        default: "full",
        doc: documentation!(
            "How much of the interface shows: the picture and its words, besides the \
              player, or everything."
        ),
        read: choose!(controls),
        write: |settings| settings.controls.name().to_owned(),
        copy: copy!(controls),
    },
    Setting {
        attribute: "lock",
        property: "lock",
        kind: Kind::Text,
        values: "names of attributes that have a control, such as `surface start optimizers`",
        default: "",
        doc: documentation!(
            "What a reader cannot change; the player still moves, and the page may change all."
        ),
        read: |settings, text| {
            let (lock, refused) = parse::lock(text);
            settings.lock = lock;
            refused.map_or(Ok(()), Err)
        },
        write: |settings| joined(&settings.lock, " "),
        copy: copy!(lock),
    },
    Setting {
        attribute: "lang",
        property: "lang",
        kind: Kind::Choice(<Language as Choice>::NAMES),
        values: "`ko` `en` `ja`",
        default: "",
        doc: documentation!(
            "The language; when left out that of the nearest ancestor, the page, the \
              browser, then Korean."
        ),
        read: |settings, text| {
            settings.lang = Some(language(text).ok_or(parse::Refused::Value)?);
            Ok(())
        },
        write: |settings| settings.lang.map_or("", Choice::name).to_owned(),
        copy: copy!(lang),
    },
    Setting {
        attribute: "theme",
        property: "theme",
        kind: Kind::Choice(<Theme as Choice>::NAMES),
        values: "`auto` `light` `dark`",
        default: "auto",
        doc: documentation!("The color scheme."),
        read: choose!(theme),
        write: |settings| settings.theme.name().to_owned(),
        copy: copy!(theme),
    },
    Setting {
        attribute: "aspect",
        property: "aspect",
        kind: Kind::Choice(<Aspect as Choice>::NAMES),
        values: "`fill` `equal`",
        default: "fill",
        doc: documentation!(
            "Whether the map fills its panel or shows one unit of x as long as one of y."
        ),
        read: choose!(aspect),
        write: |settings| settings.aspect.name().to_owned(),
        copy: copy!(aspect),
    },
    Setting {
        attribute: "loss-scale",
        property: "lossScale",
        kind: Kind::Choice(<LossScale as Choice>::NAMES),
        values: "`log` `linear`",
        default: "log",
        doc: documentation!("The scale of the loss axis."),
        read: choose!(loss_scale),
        write: |settings| settings.loss_scale.name().to_owned(),
        copy: copy!(loss_scale),
    },
    Setting {
        attribute: "speed",
        property: "speed",
        kind: Kind::Number,
        values: "1, 2, 5, 10, 20, 50, 200 or 1000",
        default: "10",
        doc: documentation!("Playing speed in steps per second."),
        read: |settings, text| {
            settings.speed = parse::one_of(text, &SPEEDS)?;
            Ok(())
        },
        write: |settings| numeral::shortest(settings.speed),
        copy: copy!(speed),
    },
    studies::ITERATIONS,
    studies::BATCH,
    studies::UNITS,
    studies::ACTIVATION,
    studies::INIT,
    studies::WEIGHT_DECAY_ROW,
    studies::DROPOUT_ROW,
    studies::TRAIN_SIZE_ROW,
    studies::LABEL_NOISE,
    studies::TRIALS,
    studies::TRIAL,
    studies::RATES,
    studies::DECAYS,
    views::VIEW,
    views::TURN,
    views::CUT,
    views::PREDICT,
    Setting {
        attribute: "lessons",
        property: "lessons",
        kind: Kind::Text,
        values: "any of `data` `rule` `program` `conventions` `rates` `basins` `physics` `predict` \
                 `questions` `share` `batch` `loop` `files`",
        default: "",
        doc: documentation!("The lessons that stand open under the figure."),
        read: |settings, text| {
            let (lessons, refused) = parse::choices(text);
            settings.lessons = lessons;
            refused.map_or(Ok(()), Err)
        },
        write: |settings| parse::choices_text(&settings.lessons),
        copy: copy!(lessons),
    },
    Setting {
        attribute: "lane",
        property: "lane",
        kind: Kind::Number,
        values: "1 to 12",
        default: "1",
        doc: documentation!(
            "The lane that the lessons speak about, by its place in `optimizers`; the last \
              where there are fewer."
        ),
        read: |settings, text| {
            settings.lane = parse::integer(text, 1, MAX_LANES as u64)? as usize;
            Ok(())
        },
        write: |settings| settings.lane.to_string(),
        copy: copy!(lane),
    },
];

/// The row of that attribute.
pub fn setting(attribute: &str) -> Option<&'static Setting> {
    TABLE.iter().find(|row| row.attribute == attribute)
}

/// The language of a tag such as `ja` or `en-GB`; `None` where we do not speak it.
pub fn language(tag: &str) -> Option<Language> {
    let base = tag.trim().split(['-', '_']).next()?;
    Language::named(&base.to_ascii_lowercase())
}
