//! The logistic function and how fast a slot learns.

/// The logistic function and its inverse, by tables.
pub(crate) struct Curves {
    /// From 4096ths to logits of which 256 are 1.
    pub(crate) stretch: [i16; 4096],
    /// From such a logit plus 2048 to 65536ths.
    squash: [u16; 4096],
    /// How far a slot moves towards what it was wrong about, in 32768ths, by its count.
    pub(crate) rates: [u16; 128],
}

impl Curves {
    pub(crate) const fn new() -> Self {
        Self {
            stretch: [0; 4096],
            squash: [0; 4096],
            rates: [0; 128],
        }
    }

    /// Makes the tables.
    pub(crate) fn fill(&mut self) {
        // 4096 / (1 + exp(-x / 256)) at x = -2048, -1920 …
        const NODES: [i32; 33] = [
            1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994,
            3348, 3607, 3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
        ];
        let mut next = 0;
        for (x, squashed) in self.squash.iter_mut().enumerate() {
            let (node, rest) = (x / 128, (x % 128) as i32);
            let value = NODES[node] * (128 - rest) + NODES[node + 1] * rest;
            *squashed = (value / 8) as u16;
            let value = ((value + 64) / 128) as usize;
            while next <= value {
                self.stretch[next] = x as i16 - 2048;
                next += 1;
            }
        }
        for stretched in &mut self.stretch[next..] {
            *stretched = 2047;
        }
        for (count, rate) in self.rates.iter_mut().enumerate() {
            *rate = (32768 * 2 / (2 * count + 3)) as u16;
        }
    }

    /// Of a logit between -2048 and 2047.
    pub(crate) fn squash(&self, logit: i32) -> u32 {
        u32::from(self.squash[(logit + 2048) as usize % 4096])
    }
}
