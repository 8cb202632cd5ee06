//! The experiments on networks: their record grows while they work.
//!
//! As in the race, time is an index into the record. The shown step is a setting; the
//! record grows, a piece of work at a time, until it holds that step, and what is
//! recorded never changes. So a run that is paused, scrubbed and continued is the run
//! that was not. Of one link every reader gets the same numbers.

use super::controls::{self, TRAINING};
use super::run::{Data, Extent, NetworkRun, Plan};
use super::scene::{Look, NetworkScene};
use super::{data, inits};
use crate::lab::controls::Control;
use crate::lab::settings::Settings;
use crate::lab::settings::frame::lane_control;
use crate::lab::{Experiment, Lab, Part};
use crate::optim::{Hyperparameters, Key, Rule};
use std::fmt;
use std::rc::Rc;

/// Iterations that pass where the playing speed says one step.
pub(crate) const PACE: f64 = 10.0;

/// One of the experiments on networks: in what it differs from the others.
pub trait NetworkExperiment: Sync {
    /// Its name in the attribute `lab`.
    fn name(&self) -> &'static str;

    /// Takes out of a plan what decides nothing of this experiment's record.
    fn simplify(&self, _: &mut Plan) {}

    /// Begins a record.
    fn begin(&self, plan: &Plan, data: &Data) -> Box<dyn NetworkRun>;

    /// Iterations, or trials, that pass where the playing speed says one step.
    fn pace(&self) -> f64 {
        PACE
    }

    /// Whether pictures beside those that are trained on are classified, to test it.
    fn tests(&self) -> bool {
        true
    }

    /// Whether it keeps what its networks say of pictures, for the lessons that show it.
    fn keeps_guesses(&self) -> bool {
        false
    }

    /// The values of a rule of which nothing is set.
    fn usual(&self, rule: Rule) -> Hyperparameters {
        Hyperparameters::new(rule)
    }

    /// The names of its controls, in the order of the interface.
    fn controls(&self, lab: &Lab) -> Vec<String>;

    /// Changes a control as it is only here.
    fn adapt(&self, _: &mut Control) {}

    /// The number that holds for a setting that is left out.
    fn number(&self, _: &Settings, _setting: &str) -> Option<f64> {
        None
    }

    /// What is chosen for a setting, and what there is to choose from, where it is only so here.
    fn choice(&self, _: &Settings, _setting: &str) -> Option<(String, Vec<String>)> {
        None
    }
}

/// What is kept of these experiments between frames: a record, made when its data is there and
/// made anew when what decides it changes.
#[derive(Default)]
pub struct NetworkState {
    pub(crate) source: data::Source,
    now: Option<(Plan, Box<dyn NetworkRun>)>,
    /// The scene of the state after so many changes.
    shown: Option<(u64, Rc<NetworkScene>)>,
    /// What the run had recorded before the settings were changed, with its pieces; until the new
    /// one has as many.
    previous: Option<(usize, Rc<NetworkScene>)>,
}

impl fmt::Debug for NetworkState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plan = self.now.as_ref().map(|(plan, _)| plan);
        f.debug_struct("NetworkState").field("plan", &plan).finish()
    }
}

impl NetworkState {
    /// The record under way of an experiment.
    fn run(&self, experiment: &str) -> Option<&dyn NetworkRun> {
        let (plan, run) = self.now.as_ref()?;
        (plan.experiment == experiment).then_some(&**run)
    }

    pub(super) fn forget_record(&mut self) {
        (self.now, self.shown, self.previous) = (None, None, None);
    }

    fn refresh(&mut self, experiment: &dyn NetworkExperiment, settings: &Settings) {
        let Some(number) = self.source.number() else {
            return;
        };
        let lanes = settings.optimizers.iter();
        let lanes = lanes.map(|lane| lane.on(experiment.usual(lane.rule)));
        let mut plan = Plan {
            experiment: experiment.name(),
            network: settings.network().clone(),
            search: settings.search().clone(),
            lanes: lanes.collect(),
            seed: settings.seed,
            data: number,
        };
        experiment.simplify(&mut plan);
        if let Some((now, run)) = &mut self.now
            && *now == plan
        {
            run.select(settings);
            return;
        }
        let Some(data) = &self.source.data(settings.seed) else {
            return;
        };
        let mut run = experiment.begin(&plan, data);
        run.select(settings);
        let before = self.now.replace((plan, run));
        self.keep(before, settings);
    }

    /// Keeps what the run before has recorded of the same experiment and data, unless it has come
    /// less far than the one that is kept: a slider that is dragged begins many.
    fn keep(&mut self, before: Option<(Plan, Box<dyn NetworkRun>)>, settings: &Settings) {
        let (now, before) = (self.now.as_ref(), before.as_ref());
        let Some(((now, _), (plan, run))) = now.zip(before) else {
            return;
        };
        if (now.experiment, now.data) != (plan.experiment, plan.data) {
            self.previous = None;
            return;
        }
        let (n_kept, n_pieces) = (self.n_kept(), run.n_pieces());
        if n_pieces > n_kept {
            let scene = run.scene(run.n_done(), settings);
            self.previous = Some((n_pieces, Rc::new(scene)));
        }
    }

    /// How many pieces the run before has.
    fn n_kept(&self) -> usize {
        self.previous.as_ref().map_or(0, |(n, _)| *n)
    }
}

impl<N: NetworkExperiment> Part for N {
    fn name(&self) -> &'static str {
        NetworkExperiment::name(self)
    }
}

impl<N: NetworkExperiment> Experiment for N {
    fn lacks_data(&self, lab: &Lab) -> bool {
        let state = lab.network_state();
        state.is_none_or(|state| state.source.number().is_none())
    }

    fn refresh(&self, lab: &mut Lab) {
        let state = lab.states.of::<NetworkState>();
        state.refresh(self, &lab.settings);
    }

    fn progress(&self, lab: &Lab) -> Option<(usize, usize)> {
        let run = lab.network_run()?;
        Some((run.n_done(), run.n_steps()))
    }

    fn work(&self, lab: &mut Lab) -> bool {
        Experiment::refresh(self, lab);
        let wanted = lab.settings.step.unwrap_or(usize::MAX);
        let state = lab.states.of::<NetworkState>();
        let Some((_, run)) = &mut state.now else {
            return false;
        };
        let before = run.n_pieces();
        let has_more = run.work(wanted);
        let n_pieces = run.n_pieces();
        let is_whole = !has_more && run.n_done() == run.n_steps();
        if is_whole || n_pieces >= state.n_kept() {
            state.previous = None;
        }
        if n_pieces != before || !has_more {
            lab.count_change();
        }
        has_more
    }

    fn pace(&self) -> f64 {
        NetworkExperiment::pace(self)
    }

    fn has_lesson(&self, lesson: &str) -> bool {
        match lesson {
            "batch" | "loop" => self.keeps_guesses(),
            _ => matches!(lesson, "files" | "share"),
        }
    }

    fn controls(&self, lab: &mut Lab) -> Vec<Control> {
        // Some are made from what is recorded.
        let _ = lab.network_scene();
        let mut controls = lab.controls_of(NetworkExperiment::controls(self, lab));
        for control in &mut controls {
            if control.word == "seed" {
                control.group = TRAINING.to_owned();
            }
            self.adapt(control);
        }
        controls
    }

    fn values(&self, lab: &Lab, row: usize) -> Option<Hyperparameters> {
        let lane = lab.rows().get(row)?.lane;
        Some(lane.on(self.usual(lane.rule)))
    }

    fn usual_rate(&self, lab: &Lab, row: usize) -> Option<f64> {
        let rule = lab.rows().get(row)?.lane.rule;
        Some(self.usual(rule).value(Key::Lr))
    }

    fn number(&self, lab: &Lab, setting: &str) -> Option<f64> {
        let extent = lab.network_run()?.extent();
        let shared = match setting {
            "train-size" => Some(extent.n_train),
            "iterations" => Some(extent.n_iterations),
            "batch" => Some(extent.batch_size),
            _ => None,
        };
        let own = NetworkExperiment::number(self, lab.settings(), setting);
        own.or(shared.map(|n| n as f64))
    }

    fn choice(&self, lab: &Lab, setting: &str) -> Option<(String, Vec<String>)> {
        let settings = lab.settings();
        let own = NetworkExperiment::choice(self, settings, setting);
        own.or_else(|| controls::choice(settings.network(), setting))
    }
}

impl Lab {
    /// What is kept of the experiments on networks.
    pub(crate) fn network_state(&self) -> Option<&NetworkState> {
        self.states.find()
    }

    /// The record under way; `None` in the race, and while there is no data.
    pub(crate) fn network_run(&self) -> Option<&dyn NetworkRun> {
        self.network_state()?.run(self.experiment().name())
    }

    /// What is shown of the experiment; `None` in the race, and while there is no data.
    pub fn network_scene(&mut self) -> Option<Rc<NetworkScene>> {
        self.experiment().refresh(self);
        let (shown, n_changes) = (self.step(), self.n_changes());
        let run = self.network_run()?;
        if let Some((n, scene)) = &self.network_state()?.shown
            && *n == n_changes
        {
            return Some(Rc::clone(scene));
        }
        let mut scene = run.scene(shown, &self.settings);
        let previous = self.network_state()?.previous.as_ref();
        scene.previous = previous.map(|(_, scene)| Rc::clone(scene));
        if run.compares_rules() {
            // The lanes are the rows that take part, in their order.
            let rows = self.rows.as_slice().iter().enumerate();
            let on = rows.filter(|(_, row)| row.is_on);
            for (lane, (row, _)) in scene.lanes.iter_mut().zip(on) {
                lane.control = lane_control(row);
            }
        }
        let scene = Rc::new(scene);
        self.states.of::<NetworkState>().shown = Some((n_changes, Rc::clone(&scene)));
        Some(scene)
    }

    /// The scene as it was made last.
    pub(crate) fn last_network_scene(&self) -> Option<&NetworkScene> {
        self.network_run()?;
        let (_, scene) = self.network_state()?.shown.as_ref()?;
        Some(scene)
    }

    /// How much the experiment takes; `None` in the race, and while there is no data.
    pub fn network_extent(&self) -> Option<Extent> {
        Some(self.network_run()?.extent())
    }

    /// How the lane, or what a control stands for, looks.
    pub fn network_look(&self, control: &str) -> Option<Look> {
        if let Some(index) = control.strip_prefix("init.").and_then(|it| it.parse().ok()) {
            let offered = inits::offered(self.settings.network());
            return (index < offered.len()).then(|| inits::look(&offered, index));
        }
        let mut lanes = self.last_network_scene()?.lanes.iter();
        let lane = lanes.find(|lane| !lane.control.is_empty() && lane.control == control);
        lane.map(|lane| lane.look)
    }
}
