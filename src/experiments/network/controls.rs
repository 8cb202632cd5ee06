//! The controls of the experiments on networks.

use crate::experiments::batch_norm::model as batch_norm;
use crate::experiments::network::inits;
use crate::experiments::network::scene::Name;
use crate::experiments::network::settings as studies;
use crate::experiments::network::settings::init_text;
use crate::experiments::regularization::model as regularization;
use crate::experiments::search::ranges::RangeEnd;
use crate::lab::Lab;
use crate::lab::controls::{Control, ControlId, ControlKind, names};
use crate::lab::scale::Scale;
use crate::lab::settings::{Choice, LabName, LossScale, SPEEDS};
use crate::math::numeral;
use crate::nn::experiment::BATCH_NORM_SCALES;
use crate::nn::{Activation, Init};
use crate::optim::Rule;

/// Which control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StudyId {
    /// How many iterations.
    Iterations,
    /// Pictures of a mini-batch.
    Batch,
    /// The one rule that trains.
    Rule,
    /// The activation function.
    Activation,
    /// The initial weights.
    Init,
    /// Whether those of this place in the list are compared.
    InitRow(usize),
    /// λ of weight decay.
    WeightDecay,
    /// The ratio of dropout.
    Dropout,
    /// Pictures to train on.
    TrainSize,
    /// The share of their labels that are wrong.
    LabelNoise,
    /// How many trials.
    Trials,
    /// An end of a range that is searched.
    Range(RangeEnd),
    /// The trial that is looked at.
    Trial,
}

/// The names of the rows: as many as are offered and set at most.
const ROWS: [&str; 8] = [
    "init.0", "init.1", "init.2", "init.3", "init.4", "init.5", "init.6", "init.7",
];

impl StudyId {
    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        let plain = [
            Self::Iterations,
            Self::Batch,
            Self::Rule,
            Self::Activation,
            Self::Init,
            Self::WeightDecay,
            Self::Dropout,
            Self::TrainSize,
            Self::LabelNoise,
            Self::Trials,
            Self::Trial,
        ];
        let rows = (0..ROWS.len()).map(Self::InitRow);
        let ends = RangeEnd::ALL.map(Self::Range);
        let all = plain.into_iter().chain(rows).chain(ends);
        all.into_iter().find(|id| id.name() == name)
    }

    /// The name that the page uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::InitRow(index) => ROWS[index % ROWS.len()],
            Self::Range(end) => end.name(),
            plain => plain.attribute(),
        }
    }

    /// The attribute that it changes.
    pub const fn attribute(self) -> &'static str {
        match self {
            Self::Iterations => "iterations",
            Self::Batch => "batch",
            Self::Rule => "optimizers",
            Self::Activation => "activation",
            Self::Init | Self::InitRow(_) => "init",
            Self::WeightDecay => "weight-decay",
            Self::Dropout => "dropout",
            Self::TrainSize => "train-size",
            Self::LabelNoise => "label-noise",
            Self::Trials => "trials",
            Self::Range(end) => end.attribute(),
            Self::Trial => "trial",
        }
    }

    /// Whether its numbers are whole.
    pub(crate) const fn is_whole(self) -> bool {
        matches!(
            self,
            Self::Iterations | Self::Batch | Self::TrainSize | Self::Trials
        )
    }

    /// What may be typed.
    pub(crate) const fn range(self) -> (f64, f64) {
        match self {
            Self::Iterations => (1.0, studies::MAX_ITERATIONS as f64),
            Self::WeightDecay => studies::WEIGHT_DECAY,
            Self::Dropout => studies::DROPOUT,
            Self::TrainSize => (studies::TRAIN_SIZE.0 as f64, studies::TRAIN_SIZE.1 as f64),
            Self::LabelNoise => (0.0, 1.0),
            Self::Trials => (1.0, studies::MAX_TRIALS as f64),
            _ => (1.0, studies::MAX_BATCH as f64),
        }
    }
}

/// The slider of the batch size: tens.
const BATCH: Scale = Scale::Even {
    low: 1,
    positions: 49,
    per_unit: 0.1,
};

/// The slider of the iterations: hundreds.
const ITERATIONS: Scale = Scale::Even {
    low: 1,
    positions: 99,
    per_unit: 0.01,
};

/// The slider of λ: thousandths, up to the book's 0.1 and twice that.
const WEIGHT_DECAY: Scale = Scale::Even {
    low: 0,
    positions: 200,
    per_unit: 1000.0,
};

/// The sliders of shares, by hundredths.
const fn hundredths(positions: u32) -> Scale {
    Scale::Even {
        low: 0,
        positions,
        per_unit: 100.0,
    }
}

pub(crate) fn select(id: StudyId, value: String, options: Vec<String>) -> Control {
    Control {
        id: ControlId::Study(id),
        kind: ControlKind::Select { value, options },
    }
}

impl Lab {
    /// All controls of an experiment, in the order of the interface.
    pub(crate) fn study_controls(&mut self) -> Vec<Control> {
        // Some are made from what is recorded.
        let _ = self.study();
        let settings = self.settings();
        let lab = settings.lab;
        let mut controls = Vec::new();
        if lab == LabName::BatchNorm {
            controls.push(self.scale_control());
        }
        if lab == LabName::Regularization {
            let own = [
                StudyId::WeightDecay,
                StudyId::Dropout,
                StudyId::TrainSize,
                StudyId::LabelNoise,
            ];
            let own = own.map(ControlId::Study).into_iter();
            controls.extend(own.filter_map(|id| self.slider(id)));
        }
        if lab == LabName::Search {
            controls.extend(self.slider(ControlId::Study(StudyId::Trials)));
        }
        let sliders = [
            ControlId::Study(StudyId::Iterations),
            ControlId::Study(StudyId::Batch),
            ControlId::Seed,
        ];
        controls.extend(sliders.into_iter().filter_map(|id| self.slider(id)));
        match lab {
            LabName::Training => controls.extend(self.network_controls()),
            LabName::WeightInit => controls.extend(self.init_controls()),
            LabName::Search => controls.extend(self.search_controls()),
            _ => {}
        }
        if matches!(lab, LabName::Training | LabName::WeightInit) {
            controls.push(Control {
                id: ControlId::LossScale,
                kind: ControlKind::Select {
                    value: settings.loss_scale.name().to_owned(),
                    options: names(LossScale::NAMES),
                },
            });
        }
        controls.push(Control {
            id: ControlId::Speed,
            kind: ControlKind::Select {
                value: numeral::shortest(settings.speed),
                options: SPEEDS.map(numeral::shortest).to_vec(),
            },
        });
        match lab {
            LabName::Training => controls.extend(self.lane_controls()),
            LabName::WeightInit | LabName::Regularization => {
                controls.extend(self.rule_controls());
            }
            _ => {}
        }
        controls
    }

    fn network_controls(&self) -> [Control; 2] {
        let settings = self.settings();
        let activation = settings.study.activation.unwrap_or(Activation::Relu);
        let init = settings.study.inits.as_ref().and_then(|all| all.first());
        let init = init.copied().unwrap_or(Init::suited(activation));
        let mut options = vec![Init::He, Init::Xavier, Init::Fixed(0.01)];
        if !options.contains(&init) {
            options.push(init);
        }
        let options = options.into_iter().map(init_text).collect();
        let names = Activation::ALL.map(|it| it.name().to_owned()).to_vec();
        [
            select(StudyId::Activation, activation.name().to_owned(), names),
            select(StudyId::Init, init_text(init), options),
        ]
    }

    /// The activation function, where nothing is the book's two, and the initial weights
    /// that are compared.
    fn init_controls(&self) -> Vec<Control> {
        let study = &self.settings().study;
        let names = Activation::ALL.map(|it| it.name().to_owned());
        let options = std::iter::once(String::new()).chain(names).collect();
        let activation = study.activation.map_or("", Activation::name).to_owned();
        let compared = inits::compared(study);
        let rows = inits::offered(study).into_iter().take(ROWS.len());
        let rows = rows.enumerate().map(|(index, init)| {
            let is_on = compared.contains(&init);
            let most = if is_on { 1 } else { inits::MOST };
            Control {
                id: ControlId::Study(StudyId::InitRow(index)),
                kind: ControlKind::Checkbox {
                    is_on,
                    is_locked: compared.len() == most,
                },
            }
        });
        std::iter::once(select(StudyId::Activation, activation, options))
            .chain(rows)
            .collect()
    }

    /// The one rule that trains, with its values.
    fn rule_controls(&self) -> Vec<Control> {
        let Some(row) = self.rows().iter().position(|row| row.is_on) else {
            return Vec::new();
        };
        let rule = self.rows()[row].lane.rule;
        let rules = Rule::ALL.map(|rule| rule.name().to_owned()).to_vec();
        let values = rule.keys().iter();
        let values = values.filter_map(|&key| self.slider(ControlId::Value(row, key)));
        std::iter::once(select(StudyId::Rule, rule.name().to_owned(), rules))
            .chain(values)
            .collect()
    }

    /// The scales of the initial weights, and one that was set otherwise.
    fn scale_control(&self) -> Control {
        let value = batch_norm::chosen_text(&self.settings().study);
        let mut options: Vec<String> = (0..BATCH_NORM_SCALES).map(inits::scale_text).collect();
        if !options.contains(&value) {
            options.push(value.clone());
        }
        select(StudyId::Init, value, options)
    }

    /// Lets initial weights take part, or not. The last ones stay.
    pub(crate) fn switch_init(&mut self, index: usize, is_on: bool) {
        let after = inits::switched(&self.settings.study, index, is_on);
        let n = after.as_ref().map_or(inits::MOST, Vec::len);
        if (1..=inits::MOST).contains(&n) {
            self.settings.study.inits = after;
        }
    }

    /// The name of the initial weights at a place of the list of `weight-init`.
    pub fn offered_init(&self, index: usize) -> Option<Name> {
        let offered = inits::offered(&self.settings.study);
        offered.get(index).copied().map(inits::name)
    }

    /// The scale and the value of a slider; `None` for what is none, and while there is no
    /// data.
    pub(crate) fn study_slider(&self, id: StudyId) -> Option<(Scale, f64)> {
        let extent = self.study_extent()?;
        let chosen = regularization::chosen(&self.settings.study);
        Some(match id {
            StudyId::WeightDecay => (WEIGHT_DECAY, chosen.regularizer.weight_decay),
            StudyId::Dropout => (hundredths(90), chosen.regularizer.dropout_ratio),
            StudyId::LabelNoise => (hundredths(100), chosen.label_noise),
            StudyId::TrainSize => (self.train_sizes(), extent.n_train as f64),
            StudyId::Iterations => (ITERATIONS, extent.n_iterations as f64),
            StudyId::Batch => (BATCH, extent.batch_size as f64),
            StudyId::Trials => self.trials_slider(),
            StudyId::Range(end) => self.range_slider(end),
            _ => return None,
        })
    }

    /// The slider of the pictures to train on: tens, up to those that there are.
    fn train_sizes(&self) -> Scale {
        let n = self.studies().map_or(0, |studies| studies.source.n_train());
        Scale::Even {
            low: 1,
            positions: (n as u32 / 10).saturating_sub(1),
            per_unit: 0.1,
        }
    }

    /// What may be typed.
    pub(crate) fn study_range(&self, id: StudyId) -> (f64, f64) {
        match id {
            StudyId::Range(end) => self.end_range(end),
            _ => id.range(),
        }
    }

    /// Takes what was typed or slid to.
    pub(crate) fn take_study_number(&mut self, id: StudyId, value: f64) {
        match id {
            StudyId::Iterations => self.settings.study.iterations = Some(value as usize),
            StudyId::Batch => self.settings.study.batch = Some(value as usize),
            StudyId::WeightDecay => self.settings.study.weight_decay = Some(value),
            StudyId::Dropout => self.settings.study.dropout = Some(value),
            StudyId::TrainSize => self.settings.study.train_size = Some(value as usize),
            StudyId::LabelNoise => self.settings.study.label_noise = Some(value),
            StudyId::Trials => self.settings.study.trials = Some(value as usize),
            StudyId::Range(end) => self.take_end(end, value),
            _ => {}
        }
    }
}
