//! The probability that the next bit is 1.
//!
//! Several contexts, such as the last instructions or the last bytes, each remember what
//! followed them; a network of one layer weighs what they say by how right they were. This is
//! the way of PAQ (Mahoney, 2002 and later); the contexts are chosen for wasm. All
//! arithmetic is integers and single `f32` operations in a fixed order, so that every machine
//! computes the same bits.

use crate::contexts::{N_CONTEXTS, contexts, mixed};
use crate::curves::Curves;
use crate::grammar::Grammar;

/// What goes into the network: a number of each context, two of the match, a constant, and
/// one that makes them a multiple of four.
const N_INPUTS: usize = 12;
/// Lines of the table that all contexts share, as a power of two.
const LINE_BITS: u32 = 19;
/// Of 16 slots, the first says whose line it is.
const LINE: usize = 16;
/// Slots of all tables.
pub const N_SLOTS: usize = LINE << LINE_BITS;
/// Sets of weights that are chosen by the last instruction or byte, and by how much is
/// known.
const N_SETS: usize = 256 * 8;
/// Numbers of all weights.
pub const N_WEIGHTS: usize = 2 * N_SETS;
/// The weights of one set.
pub type Weights = [f32; N_INPUTS];
/// A refinement has a number for each of so many steps of a first guess.
const STEPS: usize = 33;
/// Refinements, by the byte before and the bits of the present one.
pub const N_REFINEMENTS: usize = 1 << 16;
/// One refinement.
pub type Refinement = [u16; STEPS];
/// Places that are remembered for matches.
pub const N_PLACES: usize = 1 << 16;
/// Shortest match whose bytes are asked for as a whole, which takes an eighth of the time.
const LONG: usize = 24;
/// Shortest match that is followed.
const SHORTEST: usize = 5;

/// How soon the network learns.
const LEARNING_RATE: f32 = 0.009;
/// The weights that it begins with.
const WEIGHT: f32 = 0.3;
/// How many bits a slot remembers, about.
const MEMORY: u32 = 127;

/// A slot of 22 bits of probability and 10 of how often it was asked, before it is asked.
const FRESH: u32 = 1 << 31;
const COUNT: u32 = 0x3ff;
/// The highest probability.
const PROBABILITY: i32 = (1 << 22) - 1;
/// How much a slot says that was asked never, once, twice, and more often.
const EXPERIENCE: [f32; 4] = [0.0, 0.75, 0.9, 1.0];

/// What a model works in, all zero at first.
pub struct Memory<'a> {
    /// What followed the contexts.
    pub slots: &'a mut [u32; N_SLOTS],
    /// How far to trust whom.
    pub weights: &'a mut [Weights; N_WEIGHTS],
    /// How guesses turned out.
    pub refinements: &'a mut [Refinement; N_REFINEMENTS],
    /// Where sequences of bytes stood last.
    pub places: &'a mut [u32; N_PLACES],
    /// The bytes, with room for all of them.
    pub bytes: &'a mut [u8],
}

/// What is known of the bytes so far.
pub(crate) struct Model<'a> {
    memory: Memory<'a>,
    curves: Curves,
    grammar: Grammar,
    /// How many bytes there are so far.
    n_bytes: usize,
    /// The last eight bytes.
    recent: u64,
    /// The bits of the present byte behind a 1.
    partial: u32,
    n_bits: u32,
    hashes: [u32; N_CONTEXTS],
    /// Where each context's present line begins.
    lines: [usize; N_CONTEXTS],
    inputs: [f32; N_INPUTS],
    /// The last instruction or byte, which chooses weights.
    chosen: usize,
    sets: [usize; 2],
    guesses: [f32; 2],
    /// The place and the length of the match.
    place: usize,
    length: usize,
    /// How often matches of a length were right, in 65536ths.
    trust: [u16; 64],
    /// How often the next byte was that of a long match, likewise.
    sureness: [u16; 64],
    /// Whether the question is for a byte, not for a bit.
    asks_whole: bool,
    /// The place in that table and the bit, where the match says one.
    trusted: Option<(usize, u32)>,
    /// The refinement that was asked, and its number.
    refined: (usize, usize),
    /// The probability that the next bit is 1, in 65536ths.
    probability: u32,
}

/// Matches of about one length.
fn class(length: usize) -> usize {
    match length {
        0..32 => length,
        _ => (32 + (length - 32) / 16).min(63),
    }
}

impl<'a> Model<'a> {
    pub(crate) const fn new(memory: Memory<'a>) -> Self {
        Self {
            memory,
            curves: Curves::new(),
            grammar: Grammar::new(),
            n_bytes: 0,
            recent: 0,
            partial: 1,
            n_bits: 0,
            hashes: [0; N_CONTEXTS],
            lines: [0; N_CONTEXTS],
            inputs: [0.0; N_INPUTS],
            chosen: 0,
            sets: [0; 2],
            guesses: [0.0; 2],
            place: 0,
            length: 0,
            trust: [0; 64],
            sureness: [0; 64],
            asks_whole: false,
            trusted: None,
            refined: (0, 0),
            probability: 0,
        }
    }

    /// Makes the tables, once, before anything else.
    pub(crate) fn begin(&mut self) {
        self.curves.fill();
        self.memory.slots.fill(FRESH);
        self.memory.weights.fill([WEIGHT; N_INPUTS]);
        let at = |step: usize| (step as i32 * 128).min(4095) - 2048;
        let first = core::array::from_fn(|step| self.curves.squash(at(step)) as u16);
        self.memory.refinements.fill(first);
        for (length, trust) in self.trust.iter_mut().enumerate() {
            *trust = (65535 - 32768 / (length + 1)) as u16;
        }
        self.sureness = [65000; 64];
        self.prepare();
    }

    /// The answer to the present question that this byte, the next one, gives.
    #[cfg(feature = "pack")]
    pub(crate) fn answer(&self, byte: u8) -> u32 {
        match self.asks_whole {
            true => u32::from(byte == self.memory.bytes[self.place]),
            false => u32::from(byte >> (7 - self.n_bits) & 1),
        }
    }

    /// The probability that the answer to the present question is 1, in 65536ths, never 0
    /// nor 1. Most questions are for the next bit, some whether the next byte is that of a
    /// long match.
    pub(crate) const fn probability(&self) -> u32 {
        self.probability
    }

    /// How many bytes it has seen whole.
    pub(crate) const fn n_bytes(&self) -> usize {
        self.n_bytes
    }

    /// Takes the answer.
    pub(crate) fn update(&mut self, bit: u32) {
        if self.asks_whole {
            self.asks_whole = false;
            let sureness = &mut self.sureness[class(self.length)];
            if bit == 1 {
                *sureness += (65535 - *sureness) >> 5;
                self.take(self.memory.bytes[self.place]);
                return self.prepare();
            }
            *sureness -= *sureness >> 5;
            self.length = 0;
            return self.begin_byte();
        }
        self.learn(bit);
        self.partial = self.partial << 1 | bit;
        self.n_bits += 1;
        match self.n_bits {
            8 => {
                self.take(self.partial as u8);
                return self.prepare();
            }
            4 => self.find_lines(),
            _ => {}
        }
        self.predict();
    }

    /// Asks for the next byte.
    fn prepare(&mut self) {
        if self.length < LONG {
            return self.begin_byte();
        }
        self.asks_whole = true;
        let sureness = self.sureness[class(self.length)];
        self.probability = u32::from(sureness).clamp(16, 65536 - 16);
    }

    /// Asks for the first bit of the next byte.
    fn begin_byte(&mut self) {
        self.look_up();
        self.find_lines();
        self.predict();
    }

    fn take(&mut self, byte: u8) {
        self.memory.bytes[self.n_bytes] = byte;
        self.n_bytes += 1;
        self.recent = self.recent << 8 | u64::from(byte);
        self.partial = 1;
        self.n_bits = 0;
        self.grammar.feed(byte);
        if self.length > 0 {
            self.place += 1;
            self.length += 1;
        }
        if self.n_bytes >= SHORTEST {
            let place = mixed(self.recent << 24) as usize % N_PLACES;
            if self.length == 0 {
                self.find_match(self.memory.places[place] as usize);
            }
            self.memory.places[place] = self.n_bytes as u32;
        }
    }

    fn find_match(&mut self, place: usize) {
        let bytes = &self.memory.bytes[..self.n_bytes];
        let before = bytes[..place].iter().rev();
        let same = before.zip(bytes.iter().rev()).take(32);
        let length = same.take_while(|(a, b)| a == b).count();
        if length >= SHORTEST {
            (self.place, self.length) = (place, length);
        }
    }

    /// The contexts of the next byte.
    fn look_up(&mut self) {
        let contexts = contexts(&self.grammar, self.recent).into_iter();
        for (index, (hash, context)) in self.hashes.iter_mut().zip(contexts).enumerate() {
            *hash = mixed(context ^ (index as u64 + 1) << 59);
        }
        self.chosen = usize::from(match self.grammar.is_code() {
            true => self.grammar.instructions as u8,
            false => self.recent as u8,
        });
    }

    /// The lines for the next four bits.
    fn find_lines(&mut self) {
        let half = match self.n_bits {
            0 => 0,
            _ => self.partial.wrapping_mul(0x2f0b_4c47),
        };
        for (line, hash) in self.lines.iter_mut().zip(&self.hashes) {
            let hash = (hash ^ half).wrapping_mul(0x9e37_79b1);
            let number = (hash >> (32 - LINE_BITS)) as usize;
            *line = number * LINE;
            let owner = hash & 0xffff | 1;
            let slots = &mut self.memory.slots;
            if slots[*line % N_SLOTS] == owner {
                continue;
            }
            let other = *line ^ LINE;
            let is_other = slots[other % N_SLOTS] == owner;
            // The one of two lines goes that was asked less often.
            let asked = |line: usize| slots[(line + 1) % N_SLOTS] & COUNT;
            if is_other || asked(other) < asked(*line) {
                *line = other;
            }
            if !is_other && let Some(slots) = slots[*line..].first_chunk_mut::<LINE>() {
                *slots = [FRESH; LINE];
                slots[0] = owner;
            }
        }
    }

    /// Where in a line the next bit stands.
    const fn slot(&self) -> usize {
        let n = self.n_bits & 3;
        (1 << n | self.partial & ((1 << n) - 1)) as usize
    }

    fn predict(&mut self) {
        let slot = self.slot();
        let mut n_known = 0;
        let mut inputs = [0.0; N_INPUTS];
        for (input, line) in inputs.iter_mut().zip(self.lines) {
            let said = self.memory.slots[(line + slot) % N_SLOTS];
            let logit = f32::from(self.curves.stretch[said as usize >> 20]);
            let count = said & COUNT;
            n_known += usize::from(count > 1);
            // Who has seen little says little.
            *input = logit * EXPERIENCE[count.min(3) as usize];
        }
        let [followed, surely] = self.follow();
        inputs[N_CONTEXTS..N_CONTEXTS + 3].copy_from_slice(&[followed, surely, 256.0]);
        self.inputs = inputs;
        let class = self.trusted.map_or(0, |(class, _)| 1 + class / 4);
        let bit = self.n_bits as usize;
        self.sets = [self.chosen * 8 + bit, N_SETS + class * 16 + n_known];
        let mut logit = 0.0;
        for (guess, set) in self.guesses.iter_mut().zip(self.sets) {
            let weights = self.memory.weights[set];
            let mut sums = [0.0_f32; 4];
            for four in 0..N_INPUTS / 4 {
                for lane in 0..4 {
                    sums[lane] += weights[four * 4 + lane] * inputs[four * 4 + lane];
                }
            }
            let sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
            let sum = sum.clamp(-2047.0, 2047.0);
            *guess = self.curves.squash(sum as i32) as f32;
            logit += sum;
        }
        self.probability = self.refine((logit * 0.5) as i32);
    }

    /// What the match says of the next bit.
    fn follow(&mut self) -> [f32; 2] {
        self.trusted = None;
        if self.length == 0 {
            return [0.0; 2];
        }
        let byte = u32::from(self.memory.bytes[self.place]) | 256;
        if byte >> (8 - self.n_bits) != self.partial {
            self.length = 0;
            return [0.0; 2];
        }
        let bit = byte >> (7 - self.n_bits) & 1;
        let class = class(self.length);
        self.trusted = Some((class, bit));
        let trust = self.trust[class] >> 4;
        let logit = f32::from(self.curves.stretch[usize::from(trust)]);
        let sign = bit as f32 * 2.0 - 1.0;
        [sign * logit, sign * (f32::from(trust) - 2048.0)]
    }

    /// Corrects a guess by how such guesses turned out after the byte before.
    fn refine(&mut self, logit: i32) -> u32 {
        let at = (logit + 2048) as u32 % 4096;
        let (step, rest) = (at as usize / 128, at % 128);
        let context = self.recent as usize % 256 * 256 + self.partial as usize % 256;
        let row = &self.memory.refinements[context];
        let said = (u32::from(row[step]) * (128 - rest) + u32::from(row[step + 1]) * rest) / 128;
        self.refined = (context, step + usize::from(rest >= 64));
        (self.curves.squash(logit) + said)
            .div_ceil(2)
            .clamp(16, 65536 - 16)
    }

    /// Moves everything that was asked towards the bit.
    fn learn(&mut self, bit: u32) {
        let inputs = self.inputs;
        for (guess, set) in self.guesses.into_iter().zip(self.sets) {
            let error = (bit << 16) as f32 - guess;
            let rate = error * (LEARNING_RATE / 65536.0 / 256.0);
            let mut weights = self.memory.weights[set];
            for (weight, input) in weights.iter_mut().zip(inputs) {
                *weight += rate * input;
            }
            self.memory.weights[set] = weights;
        }
        let slot = self.slot();
        let wanted = if bit == 1 { PROBABILITY } else { 0 };
        for line in self.lines {
            let said = &mut self.memory.slots[(line + slot) % N_SLOTS];
            let count = *said & COUNT;
            let probability = (*said >> 10) as i32;
            let rate = i32::from(self.curves.rates[count as usize]);
            let moved = probability + ((((wanted - probability) >> 7) * rate) >> 8);
            *said = (moved as u32) << 10 | (count + 1).min(MEMORY);
        }
        if let Some((class, said)) = self.trusted {
            let trust = &mut self.trust[class];
            if said == bit {
                *trust += (65535 - *trust) >> 6;
            } else {
                *trust -= *trust >> 6;
                self.length = 0;
            }
        }
        let (context, nearer) = self.refined;
        let number = &mut self.memory.refinements[context][nearer];
        let wanted = bit as i32 * 65535;
        *number = (i32::from(*number) + (wanted - i32::from(*number)) / 64) as u16;
    }
}
