//! What a random search has found so far, as plain data.

pub use crate::nn::{LogUniform, Sampling};

use crate::math::numeral::{power, shortest, significant};

/// The trials of a search at the shown step.
#[derive(Clone, Debug)]
pub struct Trials {
    /// The range of the learning rates.
    pub rates: LogUniform,
    /// The range of the weight decays.
    pub decays: LogUniform,
    /// How both were drawn.
    pub sampling: Sampling,
    /// Iterations of each trial.
    pub n_iterations: usize,
    /// All that are recorded, in the order in which they were drawn. The last one may be
    /// under way.
    pub all: Vec<TrialPoint>,
    /// How many of them the shown step counts: they are finished.
    pub n_shown: usize,
    /// Places of these, from the best to the worst.
    pub ranking: Vec<usize>,
    /// The rank of the one that is looked at, from 0: the best one, unless another is chosen.
    pub chosen: usize,
}

/// One trial.
#[derive(Clone, Debug, PartialEq)]
pub struct TrialPoint {
    /// The learning rate.
    pub rate: f64,
    /// λ of the weight decay.
    pub decay: f64,
    /// Iteration and accuracy on the validation data.
    pub validation: Vec<(usize, f64)>,
    /// Iteration and accuracy on the training data.
    pub training: Vec<(usize, f64)>,
    /// Whether it has come to its end.
    pub is_finished: bool,
    /// The iteration in which its network diverged.
    pub diverged: Option<usize>,
}

/// Where the best trials lie in the range of a hyperparameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finding {
    /// How many are looked at.
    pub n: usize,
    /// The lowest value among them.
    pub lowest: f64,
    /// The highest one.
    pub highest: f64,
    /// The share of the range, in powers of ten, from the one to the other.
    pub span: f64,
    /// What that means.
    pub verdict: Verdict,
}

/// What the place of the best trials says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There are too few trials to tell.
    TooFew,
    /// They crowd at the lower end of the range.
    LowEnd,
    /// They crowd at the upper end of the range.
    HighEnd,
    /// They crowd within the range.
    Inside,
    /// They do not crowd, but accuracies rise with the value.
    Rising,
    /// The same, and they fall.
    Falling,
    /// Neither is more than chance would bring about.
    Anywhere,
}

/// The best trials crowd where as many picked at random would do so less often than this.
const RARE: f64 = 0.01;

/// A trend is told from so many standard deviations on: chance brings one about as rarely.
const CLEAR: f64 = 2.6;

/// They are at an end where less than this share of the trials lies beyond them.
const END: f64 = 0.1;

impl Trials {
    /// The trial of a rank, from 0.
    pub fn ranked(&self, rank: usize) -> Option<(usize, &TrialPoint)> {
        let place = *self.ranking.get(rank)?;
        Some((place, &self.all[place]))
    }

    /// The one that is looked at: its place and itself.
    pub fn looked_at(&self) -> Option<(usize, &TrialPoint)> {
        self.ranked(self.chosen)
    }

    /// The rank of the trial of a place, from 0, where the shown step counts it.
    pub fn rank_of(&self, place: usize) -> Option<usize> {
        self.ranking.iter().position(|&other| other == place)
    }

    /// The trial after those that the shown step counts, while that one is under way.
    pub fn under_way(&self) -> Option<(usize, &TrialPoint)> {
        let next = self.all.get(self.n_shown)?;
        (!next.is_finished).then_some((self.n_shown, next))
    }

    /// How many count as the best ones: those that are closer to the best one than to the
    /// middle one; at least three, and at most the 20 that the book shows.
    pub fn n_best(&self) -> usize {
        let accuracy = |rank: usize| self.ranked(rank).map(|(_, trial)| trial.accuracy());
        let ends = accuracy(0).zip(accuracy(self.n_shown / 2));
        let least = ends.map_or(0.0, |(best, middle)| (best + middle) / 2.0);
        let is_good = |&rank: &usize| accuracy(rank).is_some_and(|it| it >= least);
        (0..self.n_shown).take_while(is_good).count().clamp(3, 20)
    }

    /// Where the best ones lie, learning rates and weight decays; `None` while there are
    /// hardly any.
    pub fn findings(&self) -> Option<[Finding; 2]> {
        let n_best = self.n_best();
        if self.n_shown < n_best {
            return None;
        }
        let accuracies = self.of_ranked(TrialPoint::accuracy);
        let finding = |value: fn(&TrialPoint) -> f64, range: LogUniform| {
            Finding::of(&self.of_ranked(value), &accuracies, n_best, range)
        };
        Some([
            finding(|trial| trial.rate, self.rates),
            finding(|trial| trial.decay, self.decays),
        ])
    }

    fn of_ranked(&self, value: fn(&TrialPoint) -> f64) -> Vec<f64> {
        let ranking = self.ranking.iter();
        ranking.map(|&place| value(&self.all[place])).collect()
    }

    /// The ranges of the best ones, rounded outward to two digits: where the book would
    /// search next. `None` where that is no narrower, or there are hardly any.
    pub fn narrowed(&self) -> Option<[LogUniform; 2]> {
        let [rates, decays] = self.findings()?;
        let narrowed = [
            rates.rounded_within(self.rates),
            decays.rounded_within(self.decays),
        ];
        (narrowed != [self.rates, self.decays]).then_some(narrowed)
    }

    /// A part of the ranges, in shares of their lengths, learning rates first; `None` where
    /// it is hardly more than a point.
    pub fn part(&self, [rates, decays]: [(f64, f64); 2]) -> Option<[LogUniform; 2]> {
        let part = |(from, to): (f64, f64), range: LogUniform| {
            let at = |share: f64| {
                let share = share.clamp(0.0, 1.0);
                let exponent = range.lowest + (range.highest - range.lowest) * share;
                libm::log10(power(exponent, 2))
            };
            let part = LogUniform::new(at(from.min(to)), at(from.max(to)));
            (part.lowest < part.highest).then_some(part)
        };
        Some([part(rates, self.rates)?, part(decays, self.decays)?])
    }

    /// Writes the trials as lines of CSV.
    pub(crate) fn write(&self, text: &mut String) {
        for (place, trial) in self.all.iter().enumerate() {
            if let Some(iteration) = trial.diverged {
                text.push_str(&format!("diverged,trial {},{iteration},\n", place + 1));
            }
            let mut line = |measure: &str, step: String, value: f64| {
                let (number, value) = (place + 1, shortest(value));
                text.push_str(&format!("{measure},trial {number},{step},{value}\n"));
            };
            line("learning rate", String::new(), trial.rate);
            line("weight decay", String::new(), trial.decay);
            for (measure, points) in [
                ("validation accuracy", &trial.validation),
                ("training accuracy", &trial.training),
            ] {
                for &(iteration, accuracy) in points {
                    line(measure, iteration.to_string(), accuracy);
                }
            }
        }
    }
}

impl TrialPoint {
    /// The last accuracy on the validation data, by which trials are ranked.
    pub fn accuracy(&self) -> f64 {
        self.validation
            .last()
            .map_or(0.0, |&(_, accuracy)| accuracy)
    }

    /// The last accuracy on the training data.
    pub fn training_accuracy(&self) -> f64 {
        self.training.last().map_or(0.0, |&(_, accuracy)| accuracy)
    }
}

impl Finding {
    /// Fewest finished trials after which the place of the best ones is judged.
    pub(crate) const FEWEST: usize = 30;

    /// Of the values and accuracies of all trials, the best ones first.
    fn of(values: &[f64], accuracies: &[f64], n_best: usize, range: LogUniform) -> Self {
        let best = &values[..n_best];
        let lowest = best.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = best.iter().copied().fold(0.0, f64::max);
        let n = values.len();
        let n_below = values.iter().filter(|&&value| value < lowest).count();
        let n_above = values.iter().filter(|&&value| value > highest).count();
        let is_end = |n_beyond: usize| (n_beyond as f64) < END * n as f64;
        let trend = correlation(values, accuracies) * f64::sqrt((n - 1) as f64);
        let verdict = if n < Self::FEWEST {
            Verdict::TooFew
        } else if chance(n, n_best, n - n_below - n_above) < RARE {
            match () {
                () if is_end(n_above) && n_above <= n_below => Verdict::HighEnd,
                () if is_end(n_below) => Verdict::LowEnd,
                () => Verdict::Inside,
            }
        } else {
            match () {
                () if trend > CLEAR => Verdict::Rising,
                () if trend < -CLEAR => Verdict::Falling,
                () => Verdict::Anywhere,
            }
        };
        let length = range.highest - range.lowest;
        Self {
            n: n_best,
            lowest,
            highest,
            span: (libm::log10(highest) - libm::log10(lowest)) / length,
            verdict,
        }
    }

    /// From the lowest to the highest, rounded outward, within a range.
    fn rounded_within(&self, range: LogUniform) -> LogUniform {
        let lowest = libm::log10(rounded(self.lowest, f64::floor));
        let highest = libm::log10(rounded(self.highest, f64::ceil));
        LogUniform::new(lowest.max(range.lowest), highest.min(range.highest))
    }
}

/// To two digits, in one direction.
fn rounded(value: f64, whole: fn(f64) -> f64) -> f64 {
    let unit = libm::pow(10.0, f64::floor(libm::log10(value)) - 1.0);
    significant(whole(value / unit) * unit, 2)
}

/// How likely `k` of `n` trials, picked at random, lie among `width` neighbors in the order of
/// their values.
fn chance(n: usize, k: usize, width: usize) -> f64 {
    let share = |n: usize, k: usize, width: usize| -> f64 {
        let factors = (0..k).map(|it| width.saturating_sub(it) as f64 / (n - it) as f64);
        factors.product()
    };
    // Those among the lowest neighbors, and those whose highest is a further one.
    let further = (n - width) as f64 * k as f64 / n as f64;
    share(n, k, width) + further * share(n - 1, k - 1, width - 1)
}

/// Spearman's: how alike the orders of two lists are, from −1 to 1.
fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let (a, b) = (ranks(a), ranks(b));
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let deviations = f64::sqrt(product(&a, &a) * product(&b, &b));
    if deviations > 0.0 {
        product(&a, &b) / deviations
    } else {
        0.0
    }
}

/// The place of each value in their order, from the middle one on; of equal ones the mean.
fn ranks(values: &[f64]) -> Vec<f64> {
    let n_of = |is: &dyn Fn(f64) -> bool| values.iter().filter(|&&it| is(it)).count() as f64;
    let ranks = values.iter();
    ranks
        .map(|&value| (n_of(&|it| it < value) - n_of(&|it| it > value)) / 2.0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_counts_all_ways_to_pick() {
        let n = 7;
        for k in 2..=5_usize {
            for width in k..=n {
                let picks = (0_u32..1 << n).filter(|pick| pick.count_ones() as usize == k);
                let (mut all, mut close) = (0, 0);
                for pick in picks {
                    all += 1;
                    let length = 32 - pick.leading_zeros() - pick.trailing_zeros();
                    close += i32::from(length as usize <= width);
                }
                let share = f64::from(close) / f64::from(all);
                let found = chance(n, k, width);
                assert!(
                    (found - share).abs() < 1e-12,
                    "{k} {width}: {found} {share}"
                );
            }
        }
    }

    #[test]
    fn correlations_of_orders_are_known() {
        assert_eq!(correlation(&[1.0, 2.0, 9.0], &[0.1, 0.2, 0.3]), 1.0);
        assert_eq!(correlation(&[1.0, 2.0, 9.0], &[3.0, 2.0, 1.0]), -1.0);
        assert_eq!(correlation(&[1.0, 2.0, 3.0], &[5.0, 5.0, 5.0]), 0.0);
        // 1 − 6 Σd² / (n (n² − 1)) with d = 1, 1, 0, 0.
        let found = correlation(&[1.0, 2.0, 3.0, 4.0], &[2.0, 1.0, 3.0, 4.0]);
        assert!((found - 0.8).abs() < 1e-12, "{found}");
    }

    #[test]
    fn ranges_are_rounded_outward() {
        assert_eq!(rounded(0.001_234, f64::floor), 0.0012);
        assert_eq!(rounded(0.001_234, f64::ceil), 0.0013);
        assert_eq!(rounded(0.009_95, f64::ceil), 0.01);
        assert_eq!(rounded(0.001, f64::floor), 0.001);
        assert_eq!(rounded(2e-7, f64::ceil), 2e-7);
    }
}
