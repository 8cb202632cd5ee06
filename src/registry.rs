//! All that there is: the one place that names every experiment and every lesson.
//!
//! Both builds are listed in both, and the linker drops what is not used.

use crate::experiments::batch_norm::model::BatchNormExperiment;
use crate::experiments::network::describe::NetworkDescription;
use crate::experiments::network::labels::NetworkLabels;
use crate::experiments::network::picture::NetworkPanels;
use crate::experiments::network::settings::NetworkSettings;
use crate::experiments::presets;
use crate::experiments::race::choices::View;
use crate::experiments::race::labels::RaceLabels;
use crate::experiments::race::model::RaceExperiment;
use crate::experiments::race::picture::{RacePanels, space};
use crate::experiments::race::settings::RaceSettings;
use crate::experiments::regularization::model::RegularizationExperiment;
use crate::experiments::search::model::SearchExperiment;
use crate::experiments::search::settings::SearchSettings;
use crate::experiments::training::model::TrainingExperiment;
use crate::experiments::weight_init::model::WeightInitExperiment;
use crate::lab::settings::{Declarations, FrameSettings, Kind, Setting, Settings};
use crate::lab::{Lab, Registry, Spoils};
use crate::language::Language;
use crate::lessons::conventions::model::ConventionsLesson;
use crate::lessons::predict::banner::Banner;
use crate::lessons::predict::model::PredictLesson;
use crate::lessons::rule::model::RuleLesson;
use crate::lessons::{PlainLesson, predict, rule};
use crate::locale;
use crate::optim::Rule;
use crate::view::controls::ControlWords;
use crate::view::figure::Panels;
use std::sync::OnceLock;

#[cfg(feature = "lessons")]
pub use full::{GROUPS, REGISTRY, SETTINGS, control_words, panels};
#[cfg(not(feature = "lessons"))]
pub use light::{GROUPS, REGISTRY, SETTINGS, control_words, panels};

/// The names of all experiments, the default first. The light build has the first alone.
pub const EXPERIMENTS: &[&str] = &[
    RaceExperiment::NAME,
    TrainingExperiment::NAME,
    WeightInitExperiment::NAME,
    BatchNormExperiment::NAME,
    RegularizationExperiment::NAME,
    SearchExperiment::NAME,
];

/// The names of all lessons, in the order of the interface.
pub const LESSONS: &[&str] = &[
    "rule",
    "physics",
    "rates",
    "steps",
    "program",
    "data",
    "conventions",
    "basins",
    "predict",
    "questions",
    "share",
    "batch",
    "loop",
    "files",
];

/// The race alone, which is all that a page loads first.
pub mod light {
    use super::*;

    /// All settings, in the order of the documentation.
    pub const GROUPS: &[&[Setting]] = &[START, VIEWS];

    /// The same, with the values of all experiments.
    pub static SETTINGS: Declarations = Declarations {
        settings: GROUPS,
        presets: presets::PRESETS,
        experiments: EXPERIMENTS,
        lessons: LESSONS,
        values: &[
            || Box::new(FrameSettings::default()),
            || Box::new(RaceSettings::default()),
        ],
        others: OnceLock::new(),
    };

    /// What this build has.
    pub static REGISTRY: Registry = Registry {
        settings: &SETTINGS,
        experiments: &[&RaceExperiment],
        lessons: &[],
        extensions: &[],
    };

    /// What the experiment calls its controls.
    pub fn control_words(_: &Lab, language: Language) -> Box<dyn ControlWords> {
        Box::new(race_labels(language))
    }

    /// The panels of a figure in a language.
    pub fn panels(lab: &mut Lab, language: Language) -> Option<Box<dyn Panels + '_>> {
        Some(Box::new(race_panels(lab, language)))
    }
}

/// Everything.
pub mod full {
    use super::*;

    /// All settings, in the order of the documentation.
    pub const GROUPS: &[&[Setting]] = &[
        START,
        NetworkSettings::SETTINGS,
        SearchSettings::SETTINGS,
        VIEWS,
    ];

    /// The same, with the values of all experiments.
    pub static SETTINGS: Declarations = Declarations {
        settings: GROUPS,
        presets: presets::PRESETS,
        experiments: EXPERIMENTS,
        lessons: LESSONS,
        values: &[
            || Box::new(FrameSettings::default()),
            || Box::new(RaceSettings::default()),
            || Box::new(NetworkSettings::default()),
            || Box::new(SearchSettings::default()),
        ],
        others: OnceLock::new(),
    };

    /// What this build has.
    pub static REGISTRY: Registry = Registry {
        settings: &SETTINGS,
        experiments: &[
            &RaceExperiment,
            &TrainingExperiment,
            &WeightInitExperiment,
            &BatchNormExperiment,
            &RegularizationExperiment,
            &SearchExperiment,
        ],
        lessons: &[
            &RuleLesson,
            &on(Rule::Momentum, plain("physics", Spoils::Whole)),
            &on(Rule::Momentum, plain("rates", Spoils::Whole)),
            &plain("steps", Spoils::Part),
            &plain("program", Spoils::Part),
            &plain("data", Spoils::Part),
            &ConventionsLesson,
            &plain("basins", Spoils::Whole),
            &PredictLesson,
            // They set other races up.
            &plain("questions", Spoils::Nothing),
            &plain("share", Spoils::Part),
            // These are about networks, whose paths are not asked for.
            &plain("batch", Spoils::Nothing),
            &plain("loop", Spoils::Nothing),
            &plain("files", Spoils::Nothing),
        ],
        extensions: &[
            &rule::picture::ARROWS,
            &predict::picture::PREDICTION,
            &space::LANDSCAPE,
        ],
    };

    const fn plain(name: &'static str, spoils: Spoils) -> PlainLesson {
        let rule = None;
        PlainLesson { name, spoils, rule }
    }

    /// A lesson that begins with a rule, where that is among the lanes.
    const fn on(rule: Rule, lesson: PlainLesson) -> PlainLesson {
        let rule = Some(rule);
        PlainLesson { rule, ..lesson }
    }

    /// What the experiments on networks say.
    const NETWORKS: &[&dyn NetworkDescription] = &[
        &TrainingExperiment,
        &WeightInitExperiment,
        &BatchNormExperiment,
        &RegularizationExperiment,
        &SearchExperiment,
    ];

    /// What the experiment says, where it is one on networks.
    pub fn network(lab: &Lab) -> Option<&'static dyn NetworkDescription> {
        let name = lab.experiment().name();
        NETWORKS.iter().copied().find(|it| it.name() == name)
    }

    /// What the experiment calls its controls.
    pub fn control_words(lab: &Lab, language: Language) -> Box<dyn ControlWords> {
        let words = locale::network_messages(language);
        match network(lab) {
            Some(experiment) => Box::new(NetworkLabels { experiment, words }),
            None => Box::new(race_labels(language)),
        }
    }

    /// The panels of a figure in a language; `None` while their data is missing.
    pub fn panels(lab: &mut Lab, language: Language) -> Option<Box<dyn Panels + '_>> {
        let words = locale::network_messages(language);
        match network(lab) {
            Some(experiment) => Some(Box::new(NetworkPanels::new(lab, experiment, words)?)),
            None => {
                let banner = Banner::of(lab, locale::PREDICT.of(language));
                let mut panels = race_panels(lab, language);
                panels.scene.marks.extend(banner);
                let space = Some(locale::SPACE.of(language));
                Some(Box::new(RacePanels { space, ..panels }))
            }
        }
    }
}

fn race_panels(lab: &mut Lab, language: Language) -> RacePanels<'_> {
    RacePanels {
        scene: lab.scene(),
        figure: locale::FIGURE.of(language),
        words: locale::RACE.of(language),
        space: None,
    }
}

impl Lab {
    /// The book's figure: its four rules on its function from (−7, 2).
    pub fn new() -> Self {
        Self::with(&REGISTRY)
    }
}

impl Default for Lab {
    fn default() -> Self {
        Self::new()
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self::new(&SETTINGS)
    }
}

/// The settings of the race, and those of the frame that belong before the others.
const START: &[Setting] = &[
    Setting {
        kind: Kind::Choice(presets::NAMES),
        ..frame("preset")
    },
    Setting {
        kind: Kind::Choice(EXPERIMENTS),
        ..frame("lab")
    },
    race("surface"),
    race("formula"),
    race("condition"),
    race("domain"),
    frame("optimizers"),
    race("start"),
    race("steps"),
    race("comparison"),
    race("rate"),
    race("noise"),
    race("rate-change"),
    race("momentum-form"),
    race("nesterov-form"),
    frame("seed"),
    frame("step"),
    frame("autoplay"),
    frame("controls"),
    frame("lock"),
    frame("lang"),
    frame("theme"),
    race("aspect"),
    frame("loss-scale"),
    frame("speed"),
];

/// How a figure is looked at.
const VIEWS: &[Setting] = &[
    race("view"),
    race("turn"),
    race("cut"),
    race("predict"),
    Setting {
        kind: Kind::Names(LESSONS),
        ..frame("lessons")
    },
    frame("lane"),
];

const fn frame(name: &str) -> Setting {
    named(FrameSettings::SETTINGS, name)
}

const fn race(name: &str) -> Setting {
    named(RaceSettings::SETTINGS, name)
}

/// The setting of that name, looked for while the crate is compiled.
const fn named(settings: &[Setting], name: &str) -> Setting {
    let mut index = 0;
    loop {
        let (a, b) = (settings[index].name.as_bytes(), name.as_bytes());
        let mut n_alike = 0;
        while n_alike < a.len() && n_alike < b.len() && a[n_alike] == b[n_alike] {
            n_alike += 1;
        }
        if n_alike == a.len() && n_alike == b.len() {
            return settings[index];
        }
        index += 1;
    }
}

/// Whether something is set that this build does not have.
pub fn lacks(lab: &Lab) -> bool {
    let (settings, race) = (lab.settings(), lab.settings().race());
    settings.has_unknown()
        || lab.experiment().name() != settings.experiment()
        || race.view != View::Map && REGISTRY.extensions.is_empty()
        || race.predict.is_some() && lab.lesson("predict").is_none()
}

fn race_labels(language: Language) -> RaceLabels {
    RaceLabels {
        figure: locale::FIGURE.of(language),
        race: locale::RACE.of(language),
    }
}

/// The setting of that name.
pub fn setting(name: &str) -> Option<&'static Setting> {
    SETTINGS.setting(name)
}

#[cfg(all(test, feature = "lessons"))]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_what_is_listed() {
        let experiments = REGISTRY.experiments.iter().map(|it| it.name());
        assert_eq!(experiments.collect::<Vec<_>>(), EXPERIMENTS);
        let lessons = REGISTRY.lessons.iter().map(|it| it.name());
        assert_eq!(lessons.collect::<Vec<_>>(), LESSONS);
        assert_eq!(light::REGISTRY.experiments[0].name(), EXPERIMENTS[0]);
    }

    #[test]
    fn every_setting_that_is_declared_is_listed() {
        let declared = [
            FrameSettings::SETTINGS,
            RaceSettings::SETTINGS,
            NetworkSettings::SETTINGS,
            SearchSettings::SETTINGS,
        ];
        for setting in declared.concat() {
            let listed = SETTINGS.iter().filter(|it| it.name == setting.name);
            assert_eq!(listed.count(), 1, "{}", setting.name);
        }
    }
}
