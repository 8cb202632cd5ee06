//! The probability that the next bit is 1.
//!
//! Several contexts, such as the last instructions or the last bytes, each remember what
//! followed them; a network of one layer weighs what they say by how right they were. This is
//! the way of PAQ (Mahoney, 2002 and later); the contexts are chosen for wasm. All
//! arithmetic is integers and single `f32` operations in a fixed order, so that every machine
//! computes the same bits.

use core::ops::Range;

use crate::contexts::{N_CONTEXTS, contexts, mixed};
use crate::curves::Curves;
use crate::grammar::{Grammar, N_KINDS};
use crate::sizes;
pub use crate::sizes::N_MARKS;
use crate::slot::{self, FRESH, Slot, first_guesses};
use crate::text::Text;

/// What goes into the network: two numbers of each context, two of the match, a constant, and
/// what makes them a multiple of four.
pub const N_INPUTS: usize = (2 * N_CONTEXTS + 3).next_multiple_of(4);
/// Lines of the table that all contexts share, as a power of two.
const LINE_BITS: u32 = 20;
/// Of 16 slots, the first says whose line it is.
const LINE: usize = 16;
/// Slots of all tables.
pub const N_SLOTS: usize = LINE << LINE_BITS;
/// Sets of weights that are chosen by the last instruction or byte and the bit of the byte, by
/// how much is known, and by what the byte is and the bits before.
const BY_LAST: usize = 0;
const BY_KNOWN: usize = BY_LAST + 256 * 9;
const BY_KIND: usize = BY_KNOWN + 17 * 16;
/// How many kinds of bytes choose weights: those of code, by which byte of a number it is.
const N_CHOICES: usize = 4 * N_KINDS;
/// Sets of weights in all.
pub const N_WEIGHTS: usize = BY_KIND + 256 * N_CHOICES;
/// The weights of one set.
pub type Weights = [f32; N_INPUTS];
/// A refinement has a number for each of so many steps of a first guess.
const STEPS: usize = 33;
/// Refinements, by the last instruction or byte and the bits of the present byte.
pub const N_REFINEMENTS: usize = 1 << 16;
/// One refinement.
pub type Refinement = [u16; STEPS];
/// What followed after each history of a context, for code and for the rest.
pub type Histories = [u16; 256];
/// Histories of the contexts.
pub const N_HISTORIES: usize = 2 * N_CONTEXTS;
/// Places that are remembered for matches.
pub const N_PLACES: usize = 1 << 16;
/// Shortest match whose bytes are asked for as a whole, which takes an eighth of the time.
const LONG: usize = 24;
/// Shortest match that is followed.
const SHORTEST: usize = 5;

/// How soon the network learns.
const LEARNING_RATE: f32 = 0.0075;
/// An answer that was so nearly certain, in 65536ths, was known and teaches nobody.
const KNOWN: u32 = 200;
/// What is so nearly right, in 65536ths, teaches it nothing.
const TOLERANCE: f32 = 1024.0;
/// The weights that it begins with.
const WEIGHT: f32 = 1.5 / N_CONTEXTS as f32;
/// What a model works in, all zero at first.
pub struct Memory<'a> {
    /// What followed the contexts. They lie there as what differs from `FRESH`, so that memory
    /// that nobody has touched is fresh.
    pub slots: &'a mut [Slot; N_SLOTS],
    /// What followed the last bits.
    pub histories: &'a mut [Histories; N_HISTORIES],
    /// How far to trust whom.
    pub weights: &'a mut [Weights; N_WEIGHTS],
    /// How guesses turned out.
    pub refinements: &'a mut [Refinement; N_REFINEMENTS],
    /// Where sequences of bytes stood last.
    pub places: &'a mut [u32; N_PLACES],
    /// Where functions begin and end.
    pub marks: &'a mut [u32; N_MARKS],
    /// The bytes, with room for all of them.
    pub bytes: &'a mut [u8],
}

/// What is known of the bytes so far.
pub(crate) struct Model<'a> {
    memory: Memory<'a>,
    curves: Curves,
    grammar: Grammar,
    text: Text,
    n_marks: usize,
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
    /// The history of each.
    histories: [u8; N_CONTEXTS],
    inputs: [f32; N_INPUTS],
    /// The last instruction or byte, and the kind of the present byte, which choose weights.
    last: usize,
    kind: usize,
    sets: [usize; 3],
    guesses: [f32; 3],
    /// The place and the length of the match.
    place: usize,
    length: usize,
    /// How often matches of a length were right, in 65536ths.
    trust: [u16; 64],
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
            text: Text::new(),
            n_marks: 0,
            n_bytes: 0,
            recent: 0,
            partial: 1,
            n_bits: 0,
            hashes: [0; N_CONTEXTS],
            lines: [0; N_CONTEXTS],
            histories: [0; N_CONTEXTS],
            inputs: [0.0; N_INPUTS],
            last: 0,
            kind: 0,
            sets: [0; 3],
            guesses: [0.0; 3],
            place: 0,
            length: 0,
            trust: [0; 64],
            asks_whole: false,
            trusted: None,
            refined: (0, 0),
            probability: 0,
        }
    }

    /// Makes the tables, once, before anything else.
    pub(crate) fn begin(&mut self) {
        self.curves.fill();
        self.memory.weights.fill([WEIGHT; N_INPUTS]);
        self.memory.histories.fill(first_guesses());
        let at = |step: usize| (step as i32 * 128).min(4095) - 2048;
        let first = core::array::from_fn(|step| self.curves.squash(at(step)) as u16);
        self.memory.refinements.fill(first);
        for (length, trust) in self.trust.iter_mut().enumerate() {
            *trust = (65535 - 32768 / (length + 1)) as u16;
        }
    }

    /// Begins a module: what was learned from those before stays.
    pub(crate) fn begin_module(&mut self) {
        self.grammar = Grammar::new();
        self.text = Text::new();
        self.recent = 0;
        self.length = 0;
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
        self.learn(bit);
        if self.asks_whole {
            self.asks_whole = false;
            if bit == 1 {
                self.take(self.memory.bytes[self.place]);
                return self.prepare();
            }
            self.find_lines();
            return self.predict();
        }
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
        self.look_up();
        self.asks_whole = self.length >= LONG;
        self.find_lines();
        self.predict();
    }

    fn take(&mut self, byte: u8) {
        self.memory.bytes[self.n_bytes] = byte;
        self.n_bytes += 1;
        self.recent = self.recent << 8 | u64::from(byte);
        self.partial = 1;
        self.n_bits = 0;
        self.text.feed(byte);
        if self.grammar.feed(byte) && self.n_marks < N_MARKS {
            self.memory.marks[self.n_marks] = self.n_bytes as u32;
            self.n_marks += 1;
        }
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
        self.hashes = contexts(&self.grammar, &self.text, self.recent);
        (self.last, self.kind) = match self.grammar.is_code() {
            true => {
                let Grammar { kind, nth, .. } = self.grammar;
                let last = self.grammar.instructions as u8;
                (last.into(), kind as usize * 4 + usize::from(nth.min(3)))
            }
            false => {
                let byte = self.recent as usize % 256;
                (byte, byte / 8)
            }
        };
    }

    /// The lines for the next four bits.
    fn find_lines(&mut self) {
        let half = match self.n_bits {
            0 if self.asks_whole => 0x5bd1_e995,
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
            let asked = |line: usize| slot::count(slots[(line + 1) % N_SLOTS]);
            if is_other || asked(other) < asked(*line) {
                *line = other;
            }
            if !is_other && let Some(slots) = slots[*line..].first_chunk_mut::<LINE>() {
                *slots = [0; LINE];
                slots[0] = owner;
            }
        }
    }

    /// Where in a line the answer stands.
    fn slot(&self) -> usize {
        if self.asks_whole {
            return 1 + self.memory.bytes[self.place] as usize % (LINE - 1);
        }
        let n = self.n_bits & 3;
        (1 << n | self.partial & ((1 << n) - 1)) as usize
    }

    fn predict(&mut self) {
        let slot = self.slot();
        let mut n_known = 0;
        let mut inputs = [0.0; N_INPUTS];
        let histories = self.histories_begin();
        for (nth, line) in self.lines.into_iter().enumerate() {
            let said = self.memory.slots[(line + slot) % N_SLOTS] ^ FRESH;
            let count = slot::count(said);
            n_known += usize::from(count > 1);
            inputs[nth] = slot::logit(said, &self.curves);
            let history = slot::history(said);
            self.histories[nth] = history as u8;
            if count > 0 {
                let said = self.memory.histories[histories + nth][history];
                let logit = self.curves.stretch[usize::from(said >> 4)];
                inputs[N_CONTEXTS + nth] = f32::from(logit);
            }
        }
        let [followed, surely] = self.follow();
        inputs[2 * N_CONTEXTS..2 * N_CONTEXTS + 3].copy_from_slice(&[followed, surely, 256.0]);
        self.inputs = inputs;
        let class = self.trusted.map_or(0, |(class, _)| 1 + class / 4);
        let bit = if self.asks_whole {
            8
        } else {
            self.n_bits as usize
        };
        self.sets = [
            BY_LAST + self.last * 9 + bit,
            BY_KNOWN + class * 16 + n_known,
            BY_KIND + self.kind % N_CHOICES * 256 + self.node(),
        ];
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
        self.probability = self.refine((logit * (1.0 / 3.0)) as i32);
    }

    /// The bits before the next one, and 0 for a whole byte.
    const fn node(&self) -> usize {
        match self.asks_whole {
            true => 0,
            false => self.partial as usize % 256,
        }
    }

    /// Where the histories of the present byte's contexts begin.
    const fn histories_begin(&self) -> usize {
        self.grammar.is_code() as usize * N_CONTEXTS
    }

    /// What the match says of the answer.
    fn follow(&mut self) -> [f32; 2] {
        self.trusted = None;
        if self.length == 0 {
            return [0.0; 2];
        }
        let byte = u32::from(self.memory.bytes[self.place]) | 256;
        let bit = match self.asks_whole {
            true => 1,
            false if byte >> (8 - self.n_bits) == self.partial => byte >> (7 - self.n_bits) & 1,
            false => {
                self.length = 0;
                return [0.0; 2];
            }
        };
        let class = class(self.length);
        self.trusted = Some((class, bit));
        let trust = self.trust[class] >> 4;
        let logit = f32::from(self.curves.stretch[usize::from(trust)]);
        let sign = bit as f32 * 2.0 - 1.0;
        [sign * logit, sign * (f32::from(trust) - 2048.0)]
    }

    /// Corrects a guess by how such guesses turned out after the last instruction or byte.
    fn refine(&mut self, logit: i32) -> u32 {
        let at = (logit + 2048) as u32 % 4096;
        let (step, rest) = (at as usize / 128, at % 128);
        let context = self.last * 256 + self.node();
        let row = &self.memory.refinements[context];
        let said = (u32::from(row[step]) * (128 - rest) + u32::from(row[step + 1]) * rest) / 128;
        self.refined = (context, step + usize::from(rest >= 64));
        (self.curves.squash(logit) + said)
            .div_ceil(2)
            .clamp(16, 65536 - 16)
    }

    /// Moves everything that was asked towards the bit.
    fn learn(&mut self, bit: u32) {
        let doubt = match bit {
            1 => 65536 - self.probability,
            _ => self.probability,
        };
        if doubt < KNOWN && self.trusted.is_none_or(|(_, said)| said == bit) {
            return;
        }
        let inputs = self.inputs;
        for (guess, set) in self.guesses.into_iter().zip(self.sets) {
            let error = (bit << 16) as f32 - guess;
            if error.abs() < TOLERANCE {
                continue;
            }
            let rate = error * (LEARNING_RATE / 65536.0 / 256.0);
            let mut weights = self.memory.weights[set];
            for (weight, input) in weights.iter_mut().zip(inputs) {
                *weight += rate * input;
            }
            self.memory.weights[set] = weights;
        }
        let slot = self.slot();
        let histories = self.histories_begin();
        for (nth, line) in self.lines.into_iter().enumerate() {
            let history = usize::from(self.histories[nth]);
            let guess = &mut self.memory.histories[histories + nth][history];
            *guess = (i32::from(*guess) + ((bit as i32 * 65535 - i32::from(*guess)) >> 6)) as u16;
            let said = &mut self.memory.slots[(line + slot) % N_SLOTS];
            *said = slot::learned(*said ^ FRESH, bit, &self.curves) ^ FRESH;
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

    /// Writes a module that lies there, with the sizes of its functions if they were left out.
    pub(crate) fn write(&self, module: Range<usize>, sizes: bool, room: &mut [u8]) {
        let marks = match sizes {
            true => sizes::within(&self.memory.marks[..self.n_marks], &module),
            false => &[],
        };
        sizes::put_back(self.memory.bytes, module, marks, room);
    }
}
