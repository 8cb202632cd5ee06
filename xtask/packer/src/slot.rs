//! What one slot of a table knows: how probable a 1 is, by a number and by the last bits.

use crate::curves::Curves;

/// 17 bits of probability, 8 of history and 7 of how often it was asked. The history is the
/// last bits, at most seven, behind a 1.
pub(crate) type Slot = u32;
/// Before it is asked.
pub(crate) const FRESH: Slot = 1 << 31 | 1 << COUNT_BITS;

const COUNT_BITS: u32 = 7;
const HISTORY: u32 = 0xff;
const PROBABILITY_SHIFT: u32 = 15;
/// The highest probability.
const PROBABILITY: i32 = (1 << 17) - 1;
/// How many bits it remembers, about.
const MEMORY: u32 = 127;
/// How much one says that was asked never, once, twice, and more often.
const EXPERIENCE: [f32; 4] = [0.0, 0.75, 0.9, 1.0];

/// How often it was asked.
pub(crate) const fn count(slot: Slot) -> u32 {
    slot & ((1 << COUNT_BITS) - 1)
}

pub(crate) const fn history(slot: Slot) -> usize {
    (slot >> COUNT_BITS & HISTORY) as usize
}

/// What its probability says: who has seen little says little.
pub(crate) fn logit(slot: Slot, curves: &Curves) -> f32 {
    let logit = f32::from(curves.stretch[slot as usize >> 20]);
    logit * EXPERIENCE[count(slot).min(3) as usize]
}

/// The slot after this bit.
pub(crate) fn learned(slot: Slot, bit: u32, curves: &Curves) -> Slot {
    let probability = (slot >> PROBABILITY_SHIFT) as i32;
    let wanted = if bit == 1 { PROBABILITY } else { 0 };
    let rate = i32::from(curves.rates[count(slot) as usize]);
    let moved = probability + ((((wanted - probability) >> 2) * rate) >> 13);
    let longer = (history(slot) as u32) << 1 | bit;
    let history = match longer > HISTORY {
        true => longer & HISTORY | 1 << 7,
        false => longer,
    };
    (moved as u32) << PROBABILITY_SHIFT | history << COUNT_BITS | (count(slot) + 1).min(MEMORY)
}

/// What each history says before any was seen: how often 1 was among its bits.
pub(crate) fn first_guesses() -> [u16; 256] {
    core::array::from_fn(|history| {
        let n = (history as u32 | 1).ilog2();
        let n_ones = history.count_ones().saturating_sub(1);
        ((n_ones as f32 + 0.4) / (n as f32 + 0.8) * 65535.0) as u16
    })
}
