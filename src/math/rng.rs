//! Random numbers from a seed, the same on every target.

use std::f64::consts::TAU;

/// A generator of random numbers: xoshiro256++ of Blackman and Vigna (2019), its
/// state filled from the seed by SplitMix64.
///
/// ```
/// use descent_widget::math::Rng;
///
/// let mut rng = Rng::new(1);
/// let again = Rng::new(1).uniform();
/// assert_eq!(rng.uniform(), again);
/// assert!(rng.below(6) < 6);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rng {
    state: [u64; 4],
}

impl Rng {
    /// The generator of a seed. Neighboring seeds give unrelated sequences.
    pub fn new(seed: u64) -> Self {
        let mut mixed = seed;
        let state = std::array::from_fn(|_| split_mix(&mut mixed));
        Self { state }
    }

    /// An independent generator for one purpose (`stream`) of a run with this seed:
    /// the weights stay the same when more numbers are drawn for the mini-batches.
    pub fn for_stream(seed: u64, stream: u64) -> Self {
        let mut mixed = stream;
        Self::new(seed ^ split_mix(&mut mixed))
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let result = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        result
    }

    /// A number from 0 to just under 1, a multiple of 2⁻⁵³.
    pub fn uniform(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A whole number from 0 to just under `n`, without bias.
    ///
    /// # Panics
    /// Where `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        assert!(n > 0, "there is no number below 0");
        let n = n as u64;
        // The lowest products that would make some numbers more frequent are drawn again
        // (Lemire, 2019).
        let refused = n.wrapping_neg() % n;
        loop {
            let product = u128::from(self.bits()) * u128::from(n);
            if product as u64 >= refused {
                return (product >> 64) as usize;
            }
        }
    }

    /// A number of the normal distribution with mean 0 and standard deviation 1.
    ///
    /// The method of Box and Muller (1958): two uniform numbers make one.
    pub fn normal(&mut self) -> f64 {
        // 1 − u is never 0, so that the logarithm is finite.
        let radius = f64::sqrt(-2.0 * libm::log(1.0 - self.uniform()));
        radius * libm::cos(TAU * self.uniform())
    }

    /// Brings `items` into a random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bits_are_those_of_the_published_generator() {
        let mut rng = Rng {
            state: [1, 2, 3, 4],
        };
        let first = [
            41_943_041,
            58_720_359,
            3_588_806_011_781_223,
            3_591_011_842_654_386,
        ];
        assert_eq!(first.map(|_| rng.bits()), first);
        assert_eq!(split_mix(&mut 0), 0xe220_a839_7b1d_cdaf);
    }

    #[test]
    fn normal_numbers_have_mean_0_and_variance_1() {
        let mut rng = Rng::new(3);
        let n = 100_000;
        let values: Vec<f64> = (0..n).map(|_| rng.normal()).collect();
        let mean = values.iter().sum::<f64>() / f64::from(n);
        let variance = values.iter().map(|v| v * v).sum::<f64>() / f64::from(n);
        let kurtosis = values.iter().map(|v| v * v * v * v).sum::<f64>() / f64::from(n);
        // Four standard errors each.
        assert!(mean.abs() < 0.013, "{mean}");
        assert!((variance - 1.0).abs() < 0.018, "{variance}");
        assert!((kurtosis - 3.0).abs() < 0.13, "{kurtosis}");
    }

    #[test]
    fn numbers_below_six_are_all_as_frequent() {
        let mut rng = Rng::new(5);
        let mut counts = [0_i32; 6];
        for _ in 0..60_000 {
            counts[rng.below(6)] += 1;
        }
        assert!(
            counts.iter().all(|n| (n - 10_000).abs() < 400),
            "{counts:?}"
        );
    }

    #[test]
    fn a_shuffle_keeps_every_item_and_moves_most() {
        let mut items: Vec<usize> = (0..100).collect();
        Rng::new(7).shuffle(&mut items);
        let stayed = items.iter().enumerate().filter(|&(at, item)| at == *item);
        assert!(stayed.count() < 8);
        items.sort_unstable();
        assert!(items.into_iter().eq(0..100));
    }

    #[test]
    fn streams_and_neighboring_seeds_differ() {
        let first = |seed, stream| Rng::for_stream(seed, stream).bits();
        let all = [first(1, 0), first(1, 1), first(2, 0), first(2, 1)];
        for (at, bits) in all.iter().enumerate() {
            assert!(!all[..at].contains(bits));
        }
    }
}
