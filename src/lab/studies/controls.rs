//! The controls of the experiments on networks.

use crate::lab::Lab;
use crate::lab::controls::{Control, ControlId, ControlKind, names};
use crate::lab::scale::Scale;
use crate::lab::settings::studies::{self, init_text};
use crate::lab::settings::{Choice, LabName, LossScale, SPEEDS};
use crate::math::numeral;
use crate::nn::{Activation, Init};

/// Which control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StudyId {
    /// How many iterations.
    Iterations,
    /// Pictures of a mini-batch.
    Batch,
    /// The activation function.
    Activation,
    /// The initial weights.
    Init,
}

impl StudyId {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Iterations, Self::Batch, Self::Activation, Self::Init];

    /// The attribute that it changes.
    pub const fn attribute(self) -> &'static str {
        match self {
            Self::Iterations => "iterations",
            Self::Batch => "batch",
            Self::Activation => "activation",
            Self::Init => "init",
        }
    }

    /// Whether its numbers are whole.
    pub(in crate::lab) const fn is_whole(self) -> bool {
        matches!(self, Self::Iterations | Self::Batch)
    }

    /// What may be typed.
    pub(in crate::lab) const fn range(self) -> (f64, f64) {
        match self {
            Self::Iterations => (1.0, studies::MAX_ITERATIONS as f64),
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

impl Lab {
    /// All controls of an experiment, in the order of the interface.
    pub(in crate::lab) fn study_controls(&self) -> Vec<Control> {
        let settings = self.settings();
        let select = |id, value: String, options| Control {
            id,
            kind: ControlKind::Select { value, options },
        };
        let slider = |id| self.slider(id);
        let mut controls = Vec::new();
        controls.extend(slider(ControlId::Study(StudyId::Iterations)));
        controls.extend(slider(ControlId::Study(StudyId::Batch)));
        controls.extend(slider(ControlId::Seed));
        let activation = settings.study.activation.unwrap_or(Activation::Relu);
        controls.push(select(
            ControlId::Study(StudyId::Activation),
            activation.name().to_owned(),
            Activation::ALL.map(|it| it.name().to_owned()).to_vec(),
        ));
        if settings.lab == LabName::Training {
            let init = settings.study.inits.as_ref().and_then(|all| all.first());
            let init = init.copied().unwrap_or(Init::suited(activation));
            let mut options = vec![Init::He, Init::Xavier, Init::Fixed(0.01)];
            if !options.contains(&init) {
                options.push(init);
            }
            let options = options.into_iter().map(init_text).collect();
            controls.push(select(
                ControlId::Study(StudyId::Init),
                init_text(init),
                options,
            ));
        }
        controls.push(select(
            ControlId::LossScale,
            settings.loss_scale.name().to_owned(),
            names(LossScale::NAMES),
        ));
        controls.push(select(
            ControlId::Speed,
            numeral::shortest(settings.speed),
            SPEEDS.map(numeral::shortest).to_vec(),
        ));
        controls.extend(self.lane_controls());
        controls
    }

    /// The scale and the value of a slider; `None` for what is none, and while there is no
    /// data.
    pub(in crate::lab) fn study_slider(&self, id: StudyId) -> Option<(Scale, f64)> {
        let extent = self.study_extent()?;
        Some(match id {
            StudyId::Iterations => (ITERATIONS, extent.n_iterations as f64),
            StudyId::Batch => (BATCH, extent.batch_size as f64),
            StudyId::Activation | StudyId::Init => return None,
        })
    }

    /// Takes what was typed or slid to.
    pub(in crate::lab) fn take_study_number(&mut self, id: StudyId, value: f64) {
        match id {
            StudyId::Iterations => self.settings.study.iterations = Some(value as usize),
            StudyId::Batch => self.settings.study.batch = Some(value as usize),
            StudyId::Activation | StudyId::Init => {}
        }
    }
}
