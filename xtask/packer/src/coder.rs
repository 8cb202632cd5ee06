//! Arithmetic coding: the likelier a bit was, the less of a number's range it takes away.

#[cfg(feature = "pack")]
use alloc::vec::Vec;

use crate::model::{Memory, Model};

/// Where the range from `low` to `high` is cut: 1 is what lies up to there.
fn cut(low: u32, high: u32, probability: u32) -> u32 {
    low + ((u64::from(high - low) * u64::from(probability)) >> 16) as u32
}

/// Packs; `memory` has room for as many bytes.
#[cfg(feature = "pack")]
pub(crate) fn pack(bytes: &[u8], memory: Memory<'_>) -> Vec<u8> {
    let mut model = Model::new(memory);
    model.begin();
    let (mut low, mut high) = (0, u32::MAX);
    let mut packed = (bytes.len() as u32).to_le_bytes().to_vec();
    for (n_bytes, &byte) in bytes.iter().enumerate() {
        while model.n_bytes() == n_bytes {
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
    // Any number of the last range will do; what is missing reads as 0.
    packed.extend_from_slice(&high.to_be_bytes()[..2]);
    packed
}

/// Unpacks a piece at a time.
pub struct Unpacker<'a> {
    model: Model<'a>,
    packed: &'a [u8],
    n_read: usize,
    low: u32,
    high: u32,
    number: u32,
}

impl<'a> Unpacker<'a> {
    /// Length of the unpacked bytes.
    pub fn length(packed: &[u8]) -> usize {
        let length = packed.first_chunk().copied().unwrap_or_default();
        u32::from_le_bytes(length) as usize
    }

    /// Ready to unpack; `memory` has room for as many bytes.
    pub const fn new(packed: &'a [u8], memory: Memory<'a>) -> Self {
        Self {
            model: Model::new(memory),
            packed,
            n_read: 4,
            low: 0,
            high: u32::MAX,
            number: 0,
        }
    }

    /// Prepares, once, before anything else.
    pub fn begin(&mut self) {
        self.model.begin();
        for _ in 0..4 {
            self.read();
        }
    }

    /// Unpacks so many more bytes, if there are as many. Gives whether there are more.
    pub fn work(&mut self, n: usize) -> bool {
        let length = Self::length(self.packed);
        let end = (self.model.n_bytes() + n).min(length);
        while self.model.n_bytes() < end {
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
        end < length
    }

    fn read(&mut self) {
        let byte = self.packed.get(self.n_read).copied().unwrap_or(0);
        self.number = self.number << 8 | u32::from(byte);
        self.n_read += 1;
    }
}
