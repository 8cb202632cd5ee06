//! Random search for the learning rate and the weight decay (6.5.3).

use std::rc::Rc;

use crate::experiments::network::controls::names;
use crate::experiments::network::model::NetworkExperiment;
use crate::experiments::network::run::{self, Data, Extent, NetworkRun, Plan};
use crate::experiments::network::scene::{Look, More, Name, NetworkLane, NetworkScene, Picture};
use crate::experiments::search::settings::{MAX_TRIALS, SearchSettings, powers_text};
use crate::experiments::search::trials::{TrialPoint, Trials};
use crate::lab::settings::Settings;
use crate::lab::{Action, Lab, PartAction, Problem};
use crate::nn::{self, Init, LogUniform, Search, SearchPlan, Trial, experiment};

/// How many of the best have a sentence.
const TOLD: usize = 3;

/// A random search.
pub struct SearchExperiment;

impl SearchExperiment {
    /// Its name in the attribute `lab`.
    pub const NAME: &str = "search";
}

impl NetworkExperiment for SearchExperiment {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    /// Its rule is the book's. More trials are more of the same record.
    fn simplify(&self, plan: &mut Plan) {
        plan.lanes.clear();
        (plan.search.trials, plan.search.trial) = (None, None);
    }

    fn begin(&self, plan: &Plan, data: &Data) -> Box<dyn NetworkRun> {
        Box::new(RandomSearch::new(plan, data))
    }

    /// A step is a trial.
    fn pace(&self) -> f64 {
        1.0
    }

    fn controls(&self, _: &Lab) -> Vec<String> {
        let ranges = ["rates.low", "rates.high", "decays.low", "decays.high"];
        names(
            &["sampling", "trials"],
            &[&ranges[..], &["trial", "speed"]].concat(),
        )
    }

    fn number(&self, settings: &Settings, setting: &str) -> Option<f64> {
        (setting == "trials").then(|| settings.search().n_trials() as f64)
    }
}

/// One trial after the other.
pub(crate) struct RandomSearch {
    search: Search<f32>,
    n_trials: usize,
    chosen: Option<usize>,
}

impl RandomSearch {
    pub(crate) fn new(plan: &Plan, data: &Data) -> Self {
        let set = &plan.network;
        let book = SearchPlan::book(data.train.features(), data.train.classes());
        let mut architecture = book.architecture;
        if let Some(hidden) = &set.hidden {
            architecture.hidden.clone_from(hidden);
        }
        architecture.activation = set.activation.unwrap_or(architecture.activation);
        let [learning_rate, weight_decay] = plan.search.ranges();
        let training = nn::Plan {
            batch_size: set.batch.unwrap_or(book.training.batch_size),
            n_iterations: set
                .iterations
                .map_or(book.training.n_iterations, |n| n as u64),
            ..book.training
        };
        let init = plan.init().unwrap_or(Init::suited(architecture.activation));
        // How many are wanted is not decided here: when there shall be more, those that
        // are recorded stay.
        let plan_of_all = SearchPlan {
            architecture,
            init,
            learning_rate,
            weight_decay,
            sampling: plan.search.sampling,
            training,
            n_trials: MAX_TRIALS,
        };
        Self {
            search: experiment::search(plan_of_all, &data.train, plan.seed),
            n_trials: plan.search.n_trials(),
            chosen: None,
        }
    }

    fn point(&self, (place, trial): (usize, &Trial)) -> TrialPoint {
        let scores = &trial.record.scores;
        let curve = |value: fn(&nn::Scores) -> f64| {
            let points = scores.iter();
            let points = points.map(|score| (score.iteration as usize, value(score)));
            points.collect()
        };
        TrialPoint {
            rate: trial.learning_rate,
            decay: trial.weight_decay,
            validation: curve(|score| score.test),
            training: curve(|score| score.train),
            is_finished: place < self.search.n_done(),
            diverged: run::diverged(&trial.record),
        }
    }

    fn trials(&self, n_shown: usize) -> Trials {
        let plan = self.search.plan();
        let all = self.search.trials().iter().take(self.n_trials);
        let all: Vec<TrialPoint> = all.enumerate().map(|trial| self.point(trial)).collect();
        let mut ranking: Vec<usize> = (0..n_shown).collect();
        // Of two that are as good the earlier one comes first.
        ranking.sort_by(|&a, &b| all[b].accuracy().total_cmp(&all[a].accuracy()));
        let chosen = self.chosen.map(|number| number.wrapping_sub(1));
        let chosen = chosen.and_then(|place| ranking.iter().position(|&other| other == place));
        Trials {
            rates: plan.learning_rate,
            decays: plan.weight_decay,
            sampling: plan.sampling,
            n_iterations: plan.training.n_iterations as usize,
            all,
            n_shown,
            ranking,
            chosen: chosen.unwrap_or(0),
        }
    }
}

impl NetworkRun for RandomSearch {
    fn n_steps(&self) -> usize {
        self.n_trials
    }

    fn n_done(&self) -> usize {
        self.search.n_done().min(self.n_trials)
    }

    fn n_pieces(&self) -> usize {
        let scores = self.search.trials().iter();
        self.search.n_done() + scores.map(|trial| trial.record.scores.len()).sum::<usize>()
    }

    fn select(&mut self, settings: &Settings) {
        self.n_trials = settings.search().n_trials();
        self.chosen = settings.search().trial;
    }

    fn work(&mut self, wanted: usize) -> bool {
        let wanted = wanted.min(self.n_trials);
        self.search.n_done() < wanted && {
            self.search.work();
            self.search.n_done() < wanted
        }
    }

    fn extent(&self) -> Extent {
        let training = &self.search.plan().training;
        let (n_train, n_test) = self.search.n_pictures();
        Extent {
            n_iterations: training.n_iterations as usize,
            batch_size: training.batch_size,
            n_train,
            n_test,
            n_wrong: 0,
        }
    }

    fn scene(&self, shown: usize, settings: &Settings) -> NetworkScene {
        // What has been found so far is told while the search goes on, and not at its end only.
        let n_found = match settings.step {
            Some(_) => shown,
            None => self.n_done(),
        };
        let trials = Rc::new(self.trials(n_found));
        let lane = |name: Name, control: String, more: More| NetworkLane {
            name,
            look: Look {
                color: 0,
                variant: 0,
            },
            control,
            diverged: None,
            loss: None,
            train: None,
            test: None,
            more,
        };
        // Their places are kept from the beginning.
        let best = (0..TOLD)
            .chain((trials.chosen >= TOLD).then_some(trials.chosen))
            .map(|rank| {
                let found = trials.ranked(rank).map(|(place, trial)| {
                    let more = More::Trial(place + 1, Box::new(trial.clone()));
                    (format!("trial.{place}"), more)
                });
                let (control, more) = found.unwrap_or((String::new(), More::Nothing));
                lane(Name::Best(rank + 1), control, more)
            });
        let findings = trials.findings().map_or_else(
            || [More::Nothing, More::Nothing],
            |[rates, decays]| {
                let of_rates = trials.good_decade();
                [More::Finding(rates, of_rates), More::Finding(decays, None)]
            },
        );
        let findings = findings.into_iter().zip([Name::Rate, Name::Decay]);
        let findings = findings.map(|(more, name)| lane(name, String::new(), more));
        NetworkScene {
            digits: None,
            previous: None,
            n_steps: self.n_steps(),
            n_done: self.n_done(),
            shown,
            lanes: best.chain(findings).collect(),
            first: Picture::Trials(Rc::clone(&trials)),
            second: Picture::Ranking(trials),
        }
    }
}

/// Learning rates for those who know nothing of the good ones.
const WIDE_RATES: LogUniform = LogUniform::new(-6.0, 1.0);

/// Searches within other ranges, learning rates and weight decays; `None` stands for the book's.
/// What is locked stays.
#[derive(Clone, Copy, Debug)]
pub struct SearchWithin(pub Option<[LogUniform; 2]>);

impl PartAction for SearchWithin {
    fn apply(&self, lab: &mut Lab) -> Result<(), Problem> {
        let [rates, decays] = self.0.map_or([None, None], |ranges| ranges.map(Some));
        for (attribute, range) in [("rates", rates), ("decays", decays)] {
            let text = range.map(powers_text);
            let attribute = attribute.to_owned();
            // What is locked is refused, and stays.
            let _ = lab.apply(Action::Change { attribute, text });
        }
        lab.forget_trial();
        Ok(())
    }
}

impl Lab {
    /// The trials of a search, as the last scene has them.
    pub fn trials(&self) -> Option<Rc<Trials>> {
        match &self.last_network_scene()?.first {
            Picture::Trials(trials) => Some(Rc::clone(trials)),
            _ => None,
        }
    }

    /// The accuracy of the trial that a list names like a control.
    pub fn trial_of(&self, control: &str) -> Option<f64> {
        let place = control.strip_prefix("trial.")?.parse::<usize>().ok()?;
        Some(self.trials()?.all.get(place)?.accuracy())
    }

    /// Whether a person may change one of the ranges at least.
    pub fn can_change_ranges(&self) -> bool {
        !(self.is_locked("rates") && self.is_locked("decays"))
    }

    /// The ranges of now, with a range of learning rates for those who know nothing of them.
    pub fn wide_ranges(&self) -> [LogUniform; 2] {
        let [_, decays] = self.settings().search().ranges();
        [WIDE_RATES, decays]
    }

    /// Whether the search has these ranges.
    pub fn has_wide_ranges(&self) -> bool {
        self.settings().search().ranges() == self.wide_ranges()
    }

    /// Whether the search has the book's ranges.
    pub fn has_book_ranges(&self) -> bool {
        self.settings().search().ranges() == SearchSettings::default().ranges()
    }

    /// A trial of one record says nothing about another one.
    pub(crate) fn forget_trial(&mut self) {
        self.settings.of_mut::<SearchSettings>().trial = None;
    }
}
