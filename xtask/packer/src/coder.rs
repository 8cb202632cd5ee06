//! Arithmetic coding: the likelier a bit was, the less of a number's range it takes away.

#[cfg(feature = "pack")]
use alloc::vec::Vec;

use crate::model::{Memory, Model};
use crate::sizes;

/// Bytes of a number in front of the code.
const NUMBER: usize = 4;

/// The numbers in front of the code: how many modules there are, then of each its length
/// without the sizes of functions, which is that of what is unpacked, and with them.
fn number(packed: &[u8], nth: usize) -> usize {
    let bytes = packed.get(nth * NUMBER..).unwrap_or_default();
    let bytes = bytes.first_chunk().copied().unwrap_or_default();
    u32::from_le_bytes(bytes) as usize
}

/// Where the range from `low` to `high` is cut: 1 is what lies up to there.
fn cut(low: u32, high: u32, probability: u32) -> u32 {
    low + ((u64::from(high - low) * u64::from(probability)) >> 16) as u32
}

/// Packs modules, each without the sizes of functions where it can do without; `memory` has
/// room for all of their bytes.
#[cfg(feature = "pack")]
pub(crate) fn pack(modules: &[&[u8]], memory: Memory<'_>) -> Vec<u8> {
    let mut model = Model::new(memory);
    model.begin();
    let (mut low, mut high) = (0, u32::MAX);
    let short = modules.iter().map(|module| {
        let short = sizes::leave_out(module);
        short.unwrap_or_else(|| module.to_vec())
    });
    let short: Vec<_> = short.collect();
    let lengths = short.iter().zip(modules);
    let lengths = lengths.flat_map(|(short, module)| [short.len(), module.len()]);
    let numbers = core::iter::once(modules.len()).chain(lengths);
    let mut packed: Vec<_> = numbers.flat_map(|it| (it as u32).to_le_bytes()).collect();
    for bytes in short {
        model.begin_module();
        let before = model.n_bytes();
        for (nth, &byte) in bytes.iter().enumerate() {
            while model.n_bytes() == before + nth {
                let bit = model.answer(byte);
                let middle = cut(low, high, model.probability());
                match bit {
                    1 => high = middle,
                    _ => low = middle + 1,
                }
                model.update(bit);
                while (low ^ high) >> 24 == 0 {
                    packed.push((high >> 24) as u8);
                    low <<= 8;
                    high = high << 8 | 0xff;
                }
            }
        }
    }
    // Any number of the last range will do; what is missing reads as 0.
    packed.extend_from_slice(&high.to_be_bytes()[..2]);
    packed
}

/// Unpacks a piece at a time.
pub struct Unpacker<'a> {
    model: Model<'a>,
    packed: &'a [u8],
    /// The module that comes next.
    next: usize,
    /// Where the present one ends.
    end: usize,
    n_read: usize,
    low: u32,
    high: u32,
    number: u32,
}

impl<'a> Unpacker<'a> {
    /// How many modules there are.
    pub fn n_modules(packed: &[u8]) -> usize {
        number(packed, 0)
    }

    /// Room that all modules take while they are unpacked.
    pub fn room(packed: &[u8]) -> usize {
        let lengths = (0..Self::n_modules(packed)).map(|nth| number(packed, 1 + 2 * nth));
        lengths.sum()
    }

    /// Length of a module.
    pub fn length_of(&self, nth: usize) -> usize {
        number(self.packed, 2 + 2 * nth)
    }

    /// Ready to unpack; `memory` has room for as many bytes as `room` says.
    pub const fn new(packed: &'a [u8], memory: Memory<'a>) -> Self {
        Self {
            model: Model::new(memory),
            packed,
            next: 0,
            end: 0,
            n_read: 0,
            low: 0,
            high: u32::MAX,
            number: 0,
        }
    }

    /// Prepares, once, before anything else.
    pub fn begin(&mut self) {
        self.model.begin();
        self.n_read = NUMBER * (1 + 2 * Self::n_modules(self.packed));
        for _ in 0..4 {
            self.read();
        }
    }

    /// Unpacks so many more bytes, if there are as many. Gives whether there are more.
    pub fn work(&mut self, n: usize) -> bool {
        let stop = self.model.n_bytes() + n;
        while self.model.n_bytes() < stop {
            if self.model.n_bytes() == self.end {
                if self.next == Self::n_modules(self.packed) {
                    return false;
                }
                self.model.begin_module();
                self.end += number(self.packed, 1 + 2 * self.next);
                self.next += 1;
                continue;
            }
            let middle = cut(self.low, self.high, self.model.probability());
            let bit = u32::from(self.number <= middle);
            match bit {
                1 => self.high = middle,
                _ => self.low = middle + 1,
            }
            self.model.update(bit);
            while (self.low ^ self.high) >> 24 == 0 {
                self.low <<= 8;
                self.high = self.high << 8 | 0xff;
                self.read();
            }
        }
        true
    }

    /// Writes a module that has been unpacked, with the sizes of its functions.
    pub fn write(&self, nth: usize, room: &mut [u8]) {
        let short = |nth: usize| number(self.packed, 1 + 2 * nth);
        let begin = (0..nth).map(short).sum();
        let sizes = short(nth) != self.length_of(nth);
        self.model.write(begin..begin + short(nth), sizes, room);
    }

    fn read(&mut self) {
        let byte = self.packed.get(self.n_read).copied().unwrap_or(0);
        self.number = self.number << 8 | u32::from(byte);
        self.n_read += 1;
    }
}
