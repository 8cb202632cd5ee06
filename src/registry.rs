//! All that there is: the one place that names every experiment and every lesson.
//!
//! Both builds are listed in both, and the linker drops what is not used.

use crate::experiments::network::{labels::StudyLabels, model::Studies, settings::StudySettings};
use crate::experiments::presets;
use crate::experiments::race::labels::RaceLabels;
use crate::experiments::race::model::Race;
use crate::experiments::race::picture::{RacePanels, space};
use crate::experiments::race::settings::RaceSettings;
use crate::experiments::search::settings::SearchSettings;
use crate::lab::settings::{Choice, Declarations, FrameSettings, Kind, Setting, Settings, View};
use crate::lab::{ExperimentType, Lab, LessonType, Registry};
use crate::language::Language;
use crate::lessons::{predict, rule};
use crate::locale;
use crate::view::controls::ControlWords;
use crate::view::figure::Panels;
use std::sync::OnceLock;

#[cfg(feature = "lessons")]
pub use full::{GROUPS, REGISTRY, SETTINGS, control_words, panels};
#[cfg(not(feature = "lessons"))]
pub use light::{GROUPS, REGISTRY, SETTINGS, control_words, panels};

const RACE: ExperimentType = ExperimentType::new::<Race>("race", Lab::race_controls);

/// The race alone, which is all that a page loads first.
pub mod light {
    use super::*;

    /// All settings, in the order of the documentation.
    pub const GROUPS: &[&[Setting]] = &[START, VIEWS];

    /// The same, with the values of all experiments.
    pub static SETTINGS: Declarations = Declarations {
        settings: GROUPS,
        presets: presets::PRESETS,
        values: &[
            || Box::new(FrameSettings::default()),
            || Box::new(RaceSettings::default()),
        ],
        others: OnceLock::new(),
    };

    /// What this build has.
    pub static REGISTRY: Registry = Registry {
        settings: &SETTINGS,
        experiments: &[RACE],
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
        StudySettings::SETTINGS,
        SearchSettings::SETTINGS,
        VIEWS,
    ];

    /// The same, with the values of all experiments.
    pub static SETTINGS: Declarations = Declarations {
        settings: GROUPS,
        presets: presets::PRESETS,
        values: &[
            || Box::new(FrameSettings::default()),
            || Box::new(RaceSettings::default()),
            || Box::new(StudySettings::default()),
            || Box::new(SearchSettings::default()),
        ],
        others: OnceLock::new(),
    };

    /// What this build has.
    pub static REGISTRY: Registry = Registry {
        settings: &SETTINGS,
        experiments: &[
            RACE,
            network("training"),
            network("weight-init"),
            network("batch-norm"),
            network("regularization"),
            network("search"),
        ],
        lessons: &[
            LessonType::new::<rule::model::RuleLesson>("rule"),
            LessonType::new::<predict::model::PredictLesson>("predict"),
        ],
        extensions: &[
            &rule::picture::ARROWS,
            &predict::picture::PREDICTION,
            &space::LANDSCAPE,
        ],
    };

    const fn network(name: &'static str) -> ExperimentType {
        ExperimentType::new::<Studies>(name, Lab::study_controls)
    }

    /// What the experiment calls its controls.
    pub fn control_words(lab: &Lab, language: Language) -> Box<dyn ControlWords> {
        match lab.settings().lab.name() == RACE.name {
            true => Box::new(race_labels(language)),
            false => Box::new(StudyLabels(locale::study_words(language))),
        }
    }

    /// The panels of a figure in a language; `None` while their data is missing.
    pub fn panels(lab: &mut Lab, language: Language) -> Option<Box<dyn Panels + '_>> {
        if lab.settings().lab.name() != RACE.name {
            return Some(Box::new(lab.study_panels(locale::study_words(language))?));
        }
        Some(Box::new(RacePanels {
            space: Some(locale::SPACE.of(language)),
            ..race_panels(lab, language)
        }))
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
    frame("lab"),
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
    frame("lessons"),
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
pub fn lacks(settings: &Settings) -> bool {
    let name = settings.lab.name();
    let has_lab = REGISTRY.experiments.iter().any(|it| it.name == name);
    let can_ask = REGISTRY.lessons.iter().any(|it| it.name == "predict");
    let race = settings.race();
    settings.has_unknown()
        || !has_lab
        || race.view != View::Map && REGISTRY.extensions.is_empty()
        || race.predict.is_some() && !can_ask
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
    fn every_setting_that_is_declared_is_listed() {
        let declared = [
            FrameSettings::SETTINGS,
            RaceSettings::SETTINGS,
            StudySettings::SETTINGS,
            SearchSettings::SETTINGS,
        ];
        for setting in declared.concat() {
            let listed = SETTINGS.iter().filter(|it| it.name == setting.name);
            assert_eq!(listed.count(), 1, "{}", setting.name);
        }
    }
}
