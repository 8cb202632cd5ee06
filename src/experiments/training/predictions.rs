//! What a network said of the pictures it was shown, and the iteration in which it did.
//!
//! All of it was kept while the networks trained: nothing is computed again to be shown. That is a
//! byte for every picture of every mini-batch and of every measurement. The guesses of a mini-batch
//! are those of the pass after the update, of which the curve of the loss is too.

use crate::experiments::network::run::Kept;
use crate::experiments::network::scene::{Activation, Digit, Digits};
use crate::experiments::network::settings::init_text;
use crate::lab::Lab;
use crate::nn::{Dataset, Evaluation, Record};
use crate::optim::Hyperparameters;

/// A picture and what a network says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess<'a> {
    /// Gray values, row by row, from 0 to `white` of its [`Sheet`].
    pub pixels: &'a [u8],
    /// What it shows.
    pub label: u8,
    /// What the network takes it for.
    pub guess: u8,
}

impl Guess<'_> {
    /// Whether the network takes it for something else.
    pub const fn is_wrong(&self) -> bool {
        self.label != self.guess
    }
}

/// What stands under a picture: what it is taken for, and before that what it is where that
/// is something else.
pub(crate) fn caption(label: u8, guess: u8) -> String {
    match label == guess {
        true => guess.to_string(),
        false => pair(label, guess),
    }
}

/// A class and what it is taken for.
pub(crate) fn pair(label: u8, guess: u8) -> String {
    format!("{label}→{guess}")
}

/// Pictures with what the chosen network says of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet<'a> {
    /// What the network is called.
    pub name: String,
    /// After which iteration it said so; 0 where it has said nothing yet.
    pub iteration: usize,
    /// How many pictures it was shown.
    pub n_shown: usize,
    /// Those pictures, or the ones of them that it takes for something else.
    pub guesses: Vec<Guess<'a>>,
    /// Columns of a picture.
    pub width: usize,
    /// Rows of a picture.
    pub height: usize,
    /// The highest gray value.
    pub white: u8,
    /// After each so many iterations the test data is looked at.
    pub every: u64,
}

/// What is taken for what: the class, the one that it is taken for, how often.
pub type Confusion = (u8, u8, usize);

impl Sheet<'_> {
    /// How many of its pictures are taken for something else.
    pub fn n_wrong(&self) -> usize {
        self.guesses.iter().filter(|it| it.is_wrong()).count()
    }

    /// What is taken for what, the most frequent first.
    pub fn confusions(&self) -> Vec<Confusion> {
        let mut found: Vec<Confusion> = Vec::new();
        for it in self.guesses.iter().filter(|it| it.is_wrong()) {
            let same = |&(label, guess, _): &Confusion| (label, guess) == (it.label, it.guess);
            match found.iter().position(same) {
                Some(at) => found[at].2 += 1,
                None => found.push((it.label, it.guess, 1)),
            }
        }
        // By hand, since a further kind of sorting would weigh 2 kB and there are few.
        for at in 0..found.len() {
            let order = |&rank: &usize| {
                let (label, guess, n) = found[rank];
                (usize::MAX - n, label, guess)
            };
            if let Some(next) = (at..found.len()).min_by_key(order) {
                found.swap(at, next);
            }
        }
        found
    }
}

/// The loop that trains the chosen network, at the shown iteration.
#[derive(Clone, Debug, PartialEq)]
pub struct Loop<'a> {
    /// What the network is called.
    pub name: String,
    /// The rule that trains it.
    pub rule: Hyperparameters,
    /// Units of its layers: inputs, hidden layers, classes.
    pub sizes: Vec<usize>,
    /// The activation function.
    pub activation: Activation,
    /// The initial weights as in links.
    pub init: String,
    /// Pictures to train on.
    pub n_train: usize,
    /// Pictures of a mini-batch.
    pub batch_size: usize,
    /// Iterations of the whole run.
    pub n_iterations: usize,
    /// After each so many iterations the accuracies are measured.
    pub every: u64,
    /// The shown iteration; `None` before the first.
    pub now: Option<Round<'a>>,
    /// The one before it.
    pub before: Option<Round<'a>>,
}

/// What one iteration did.
#[derive(Clone, Debug, PartialEq)]
pub struct Round<'a> {
    /// Its number, from 1.
    pub iteration: usize,
    /// The rows of its mini-batch among the training data.
    pub rows: &'a [u32],
    /// What these pictures show.
    pub labels: Vec<u8>,
    /// The loss of the mini-batch before the update.
    pub before: f64,
    /// The same after it.
    pub after: f64,
    /// How many pictures of it are named rightly after the update.
    pub n_right: usize,
    /// The last accuracies on the training and on the test data.
    pub scores: Option<(f64, f64)>,
    /// Whether they were measured in this iteration.
    pub is_measured: bool,
}

impl<'a> Kept<'a> {
    fn record(&self, lane: usize) -> Option<&'a Record> {
        Some(&self.session.lanes().get(lane)?.1)
    }

    fn name(&self, lane: usize) -> String {
        crate::lab::name(self.rules, lane)
    }

    /// The rows of a mini-batch and what the network says of them after the update.
    fn batch(&self, lane: usize, iteration: usize) -> Option<(&'a [u32], &'a [u8])> {
        let rows = self.session.rows_of(iteration);
        let start = iteration.checked_sub(1)? * self.session.plan().batch_size;
        let guesses = self.record(lane)?.guesses.get(start..)?;
        Some((rows, guesses.get(..rows.len())?))
    }

    /// The first pictures of the mini-batch of that iteration; before the first those that it
    /// will have, of which the network has said nothing yet.
    pub(crate) fn digits(&self, lane: usize, shown: usize) -> Digits {
        /// More than any panel has room for.
        const MOST: usize = 60;

        let iteration = shown.max(1);
        let data = self.session.train();
        let rows = self.session.rows_of(iteration);
        let (_, guesses) = self.batch(lane, shown).unwrap_or_default();
        let label = |row: u32| data.labels()[row as usize];
        let pictures = rows
            .iter()
            .take(MOST)
            .enumerate()
            .map(|(rank, &row)| Digit {
                pixels: data.picture(row as usize).to_vec(),
                label: label(row),
                guess: guesses.get(rank).copied(),
            });
        let right = rows.iter().zip(guesses);
        let n_right = right.filter(|&(&row, &guess)| label(row) == guess).count();
        Digits {
            name: self.name(lane),
            iteration,
            n: match rows.is_empty() {
                true => self.session.plan().batch_size,
                false => rows.len(),
            },
            n_right: (!guesses.is_empty()).then_some(n_right),
            pictures: pictures.collect(),
            width: data.width(),
            height: data.height(),
            white: data.white(),
        }
    }

    fn sheet(
        &self,
        lane: usize,
        iteration: usize,
        (data, n_shown): (&Dataset, usize),
        guesses: Vec<Guess<'a>>,
    ) -> Sheet<'a> {
        Sheet {
            name: self.name(lane),
            iteration,
            n_shown,
            guesses,
            width: data.width(),
            height: data.height(),
            white: data.white(),
            every: self.every(),
        }
    }

    fn every(&self) -> u64 {
        match self.session.plan().evaluation {
            Evaluation::Every(n) | Evaluation::FromFirst(n) => n,
            Evaluation::Book | Evaluation::Epoch => 0,
        }
    }

    fn round(&self, lane: usize, iteration: usize) -> Option<Round<'a>> {
        let (rows, guesses) = self.batch(lane, iteration)?;
        let record = self.record(lane)?;
        let labels = self.session.train().labels();
        let labels: Vec<u8> = rows.iter().map(|&row| labels[row as usize]).collect();
        let right = labels.iter().zip(guesses).filter(|(a, b)| a == b);
        let score = crate::experiments::network::run::score_at(record, iteration);
        Some(Round {
            iteration,
            rows,
            n_right: right.count(),
            labels,
            before: *record.losses_before.get(iteration - 1)?,
            after: *record.losses.get(iteration - 1)?,
            scores: score.map(|score| (score.train, score.test)),
            is_measured: score.is_some_and(|score| score.iteration as usize == iteration),
        })
    }
}

/// The pictures of some rows and what a network says of them.
fn said<'a, I>(data: &'a Dataset, rows: I, guesses: &'a [u8]) -> impl Iterator<Item = Guess<'a>>
where
    I: IntoIterator<Item = usize> + 'a,
{
    rows.into_iter().zip(guesses).map(|(row, &guess)| Guess {
        pixels: data.picture(row),
        label: data.labels()[row],
        guess,
    })
}

impl Lab {
    /// The mini-batch of the shown iteration with what the chosen network says of it after
    /// the update; `None` where the experiment keeps nothing of the kind or has no data.
    pub fn mini_batch(&mut self) -> Option<Sheet<'_>> {
        let (lane, shown) = (self.lane(), self.step());
        let kept = self.kept()?;
        let train = kept.session.train();
        let (rows, guesses) = kept.batch(lane, shown).unwrap_or_default();
        let said = said(train, rows.iter().map(|&row| row as usize), guesses);
        let iteration = if rows.is_empty() { 0 } else { shown };
        Some(kept.sheet(lane, iteration, (train, rows.len()), said.collect()))
    }

    /// The test pictures that the chosen network took for something else when it was
    /// measured last, at or before the shown iteration.
    pub fn mistakes(&mut self) -> Option<Sheet<'_>> {
        let (lane, shown) = (self.lane(), self.step());
        let kept = self.kept()?;
        let (record, test) = (kept.record(lane)?, kept.session.test());
        let measured = record.scores.iter().zip(&record.test_guesses);
        let mut measured = measured.rev();
        let last = measured.find(|(score, _)| score.iteration as usize <= shown);
        let iteration = last.map_or(0, |(score, _)| score.iteration as usize);
        let guesses = last.map_or(&[][..], |(_, guesses)| guesses);
        let wrong = said(test, 0..guesses.len(), guesses).filter(Guess::is_wrong);
        Some(kept.sheet(lane, iteration, (test, guesses.len()), wrong.collect()))
    }

    /// The loop that trains the chosen network.
    pub fn training_loop(&mut self) -> Option<Loop<'_>> {
        let (lane, shown) = (self.lane(), self.step());
        let kept = self.kept()?;
        let (plan, rule) = (kept.session.plan(), *kept.rules.get(lane)?);
        let architecture = kept.session.lanes().get(lane)?.0.network().architecture();
        let hidden = architecture.hidden.iter().copied();
        let inputs = std::iter::once(architecture.inputs);
        Some(Loop {
            name: kept.name(lane),
            rule,
            sizes: inputs.chain(hidden).chain([architecture.classes]).collect(),
            activation: architecture.activation,
            init: init_text(kept.init),
            n_train: kept.session.train().len(),
            batch_size: plan.batch_size,
            n_iterations: plan.n_iterations as usize,
            every: kept.every(),
            now: kept.round(lane, shown),
            before: shown.checked_sub(1).and_then(|it| kept.round(lane, it)),
        })
    }

    /// The names of the networks that can be chosen; none where none keeps what it says.
    pub fn network_names(&mut self) -> Vec<String> {
        let lanes = |kept: Kept<'_>| (0..kept.rules.len()).map(|lane| kept.name(lane)).collect();
        self.kept().map_or_else(Vec::new, lanes)
    }

    fn kept(&mut self) -> Option<Kept<'_>> {
        self.experiment().refresh(self);
        self.network_run()?.kept()
    }
}
