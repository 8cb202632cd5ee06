//! The loop of the book: choose a mini-batch, find the gradient, update.

use super::{Batch, Dataset, Network, Pass};
use crate::math::{Real, Rng};
use crate::optim::{Hyperparameters, Named, Optimizer};

/// A network with the rule that trains it.
///
/// ```
/// use descent_widget::math::Rng;
/// use descent_widget::nn::{Architecture, Batch, Init, Network, Trainer};
/// use descent_widget::optim::{Hyperparameters, Key, Rule};
///
/// let network = Network::new(Architecture::new(2, &[16], 2), Init::He, &mut Rng::new(1));
/// let rule = Hyperparameters::new(Rule::Sgd).with(Key::Lr, 0.5);
/// let mut trainer = Trainer::new(network, &rule, Rng::new(2));
/// let exclusive_or = Batch {
///     x: vec![0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0, 1.0],
///     labels: vec![0, 1, 1, 0],
/// };
/// for _ in 0..1000 {
///     trainer.iterate(&exclusive_or);
/// }
/// assert!(trainer.loss(&exclusive_or) < 0.05_f64);
/// ```
///
/// *Source:* Saito, 4.5 and 5.7.4, and `Trainer` of the book's programs.
pub struct Trainer<T> {
    network: Network<T>,
    optimizer: Named<Box<dyn Optimizer<T>>>,
    rng: Rng,
    n_iterations: u64,
}

impl<T: Real> Trainer<T> {
    /// A trainer that has not begun. `rng` is for dropout.
    pub fn new(network: Network<T>, rule: &Hyperparameters, rng: Rng) -> Self {
        Self {
            network,
            optimizer: Named::new(rule.optimizer_of()),
            rng,
            n_iterations: 0,
        }
    }

    /// One iteration with this mini-batch: gradient, then update.
    ///
    /// Gives the loss of the training pass, that is before the update. The book's
    /// curves show [`loss`](Self::loss) after it, which costs another pass.
    ///
    /// # Panics
    /// Where the batch does not fit the network.
    pub fn iterate(&mut self, batch: &Batch<T>) -> f64 {
        let rng = &mut self.rng;
        let loss = self
            .network
            .gradient(&batch.x, &batch.labels, &mut || rng.uniform());
        let (params, grads) = self.network.params_and_grads();
        let updated = self.optimizer.update(params, grads);
        debug_assert_eq!(updated, Ok(()), "a network's tensors keep their shapes");
        self.n_iterations += 1;
        loss
    }

    /// The loss of a batch with the present parameters, as in the test.
    pub fn loss(&mut self, batch: &Batch<T>) -> f64 {
        self.network.loss(&batch.x, &batch.labels)
    }

    /// Iterations done.
    pub const fn n_iterations(&self) -> u64 {
        self.n_iterations
    }

    /// The network.
    pub const fn network(&self) -> &Network<T> {
        &self.network
    }

    /// The network, for passes that need its memory.
    pub const fn network_mut(&mut self) -> &mut Network<T> {
        &mut self.network
    }
}

/// After which iterations the accuracy is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Evaluation {
    /// The book's rule: with k = rows / batch size, as a fraction but at least 1, after
    /// the iterations 1, 1 + k, 1 + 2k … that are whole numbers. Where the batch size
    /// does not divide the rows, most epochs have none: with 1437 rows and batches of
    /// 100 the second measurement comes after iteration 1438.
    #[default]
    Book,
    /// After the iteration that completes an epoch, also where epochs are no whole
    /// number of iterations.
    Epoch,
    /// After every so many iterations; 0 is never.
    Every(u64),
    /// After the first iteration, and every so many after it: the book's rule where an epoch
    /// has that many; 0 is never.
    FromFirst(u64),
}

impl Evaluation {
    /// Whether to measure after this iteration, counted from 1.
    pub fn is_due(self, iteration: u64, n_rows: usize, batch_size: usize) -> bool {
        let per_epoch = (n_rows as f64 / batch_size as f64).max(1.0);
        match self {
            Self::Book => (iteration - 1) as f64 % per_epoch == 0.0,
            Self::Epoch => {
                let n_epochs = |iterations: u64| (iterations as f64 / per_epoch).floor();
                n_epochs(iteration) > n_epochs(iteration - 1)
            }
            Self::Every(0) | Self::FromFirst(0) => false,
            Self::Every(n) => iteration.is_multiple_of(n),
            Self::FromFirst(n) => (iteration - 1).is_multiple_of(n),
        }
    }
}

/// Measures the accuracy of a network over a set in small pieces.
#[derive(Clone, Debug, Default)]
pub struct Evaluator<T> {
    batch: Batch<T>,
    guesses: Vec<u8>,
}

impl<T: Real> Evaluator<T> {
    /// One that has not begun.
    pub fn new() -> Self {
        Self::default()
    }

    /// Looks at up to `n` further pictures. Once all have been seen, gives the share that
    /// the network names rightly, from 0 to 1, and the names of all; then starts anew.
    ///
    /// The network and the set must stay the same in between.
    pub fn work(
        &mut self,
        network: &mut Network<T>,
        data: &Dataset,
        n: usize,
    ) -> Option<(f64, Vec<u8>)> {
        let done = self.guesses.len();
        let end = (done + n).min(data.len());
        data.slice(done..end, &mut self.batch);
        network.scores(&self.batch.x, &mut Pass::Test);
        self.guesses.extend(network.guesses());
        (end == data.len()).then(|| {
            let guesses = std::mem::take(&mut self.guesses);
            let named = guesses.iter().zip(data.labels());
            let n_correct = named.filter(|(guess, label)| guess == label).count();
            (n_correct as f64 / data.len().max(1) as f64, guesses)
        })
    }

    /// The accuracy over the whole set at once.
    pub fn accuracy(network: &mut Network<T>, data: &Dataset) -> f64 {
        let mut evaluator = Self::new();
        loop {
            if let Some((accuracy, _)) = evaluator.work(network, data, 500) {
                return accuracy;
            }
        }
    }
}
