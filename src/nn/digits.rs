//! The handwritten digits of 8 × 8 pixels, packed to three fifths of what gzip makes of them.
//!
//! The file holds the number of pictures and a checksum (two bytes each,
//! little-endian), then a binary arithmetic code of each picture: its label, then its
//! pixels row by row. `guess.rs` says how probable each bit is. `data/digits/README.md`
//! says where the digits come from.

use std::fmt;

use super::Dataset;
use super::guess::{CLASSES, Coder, Guesses, SIDE, WHITE};

/// The bytes are not packed digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the packed digits are broken")
    }
}

impl std::error::Error for Broken {}

/// Packs pictures of 8 × 8 pixels from 0 to 16 with labels from 0 to 9, at most 65,535.
///
/// # Errors
/// Where the pictures are others.
pub fn pack(digits: &Dataset) -> Result<Vec<u8>, Broken> {
    let n = u16::try_from(digits.len()).map_err(|_| Broken)?;
    let fits = (digits.width(), digits.height()) == (SIDE, SIDE) && digits.classes() <= CLASSES;
    let mut encoder = Encoder {
        range: Range::new(),
        bytes: [n, checksum(digits)].map(u16::to_le_bytes).concat(),
    };
    let mut guesses = Guesses::new();
    for (idx, &label) in digits.labels().iter().enumerate() {
        if !fits || digits.picture(idx).iter().any(|&gray| gray > WHITE) {
            return Err(Broken);
        }
        let picture = digits.picture(idx);
        guesses.code(&mut encoder, label, |at| picture[at]);
    }
    encoder.finish();
    Ok(encoder.bytes)
}

/// Unpacks what [`pack`] has packed.
///
/// # Errors
/// Where the bytes end too early, go on too long, or give a label above 9.
pub fn unpack(bytes: &[u8]) -> Result<Dataset, Broken> {
    let mut unpacking = Unpacking::new(bytes.to_vec())?;
    while unpacking.work(usize::MAX)? {}
    unpacking.finish()
}

/// Unpacks some pictures at a time: all together can take longer than a page may stand still.
#[derive(Debug)]
pub struct Unpacking {
    decoder: Decoder,
    guesses: Guesses,
    n: usize,
    checksum: u16,
    pixels: Vec<u8>,
    labels: Vec<u8>,
}

impl Unpacking {
    /// Begins.
    ///
    /// # Errors
    /// Where there are hardly any bytes.
    pub fn new(bytes: Vec<u8>) -> Result<Self, Broken> {
        let &[a, b, c, d] = bytes.first_chunk().ok_or(Broken)?;
        Ok(Self {
            decoder: Decoder::new(bytes),
            guesses: Guesses::new(),
            n: usize::from(u16::from_le_bytes([a, b])),
            checksum: u16::from_le_bytes([c, d]),
            pixels: Vec::new(),
            labels: Vec::new(),
        })
    }

    /// Unpacks at most so many pictures more; false where all are there.
    ///
    /// # Errors
    /// As [`unpack`].
    pub fn work(&mut self, n: usize) -> Result<bool, Broken> {
        let n = n.min(self.n - self.labels.len());
        for _ in 0..n {
            // The values are what the decoder reads; those given are not looked at.
            let (label, picture) = self.guesses.code(&mut self.decoder, 0, |_| 0);
            if usize::from(label) >= CLASSES || self.decoder.is_exhausted() {
                return Err(Broken);
            }
            self.labels.push(label);
            self.pixels.extend_from_slice(&picture);
        }
        Ok(self.labels.len() < self.n)
    }

    /// The digits, once all are there.
    ///
    /// # Errors
    /// As [`unpack`].
    pub fn finish(self) -> Result<Dataset, Broken> {
        let digits = Dataset::new(SIDE, SIDE, WHITE, self.pixels, self.labels);
        let is_whole = self.decoder.is_at_end() && checksum(&digits) == self.checksum;
        if is_whole { Ok(digits) } else { Err(Broken) }
    }
}

/// Fletcher's sum of all values, the labels first within each picture.
fn checksum(digits: &Dataset) -> u16 {
    let (mut sum, mut sum_of_sums) = (0_u32, 0_u32);
    for (idx, label) in digits.labels().iter().enumerate() {
        for &value in std::iter::once(label).chain(digits.picture(idx)) {
            sum = (sum + u32::from(value)) % 255;
            sum_of_sums = (sum_of_sums + sum) % 255;
        }
    }
    (sum_of_sums << 8 | sum) as u16
}

/// The interval of codes that begin like the bits so far, both ends included.
#[derive(Debug)]
struct Range {
    low: u32,
    high: u32,
}

impl Range {
    const fn new() -> Self {
        Self {
            low: 0,
            high: u32::MAX,
        }
    }

    /// The last code of the lower part, which stands for a 1.
    fn split(&self, one: u16) -> u32 {
        let width = u64::from(self.high - self.low);
        self.low + ((width * u64::from(one)) >> 16) as u32
    }

    fn narrow(&mut self, split: u32, bit: bool) {
        if bit {
            self.high = split;
        } else {
            self.low = split + 1;
        }
    }

    /// The first byte, once both ends agree on it.
    fn settled(&mut self) -> Option<u8> {
        let byte = self.low >> 24;
        (byte == self.high >> 24).then(|| {
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
            byte as u8
        })
    }
}

struct Encoder {
    range: Range,
    bytes: Vec<u8>,
}

impl Encoder {
    /// One more byte settles the rest: the decoder adds zeros after it. The ends differ
    /// in their first byte, so that the next after the lower end's is within them.
    fn finish(&mut self) {
        self.bytes.push((self.range.low >> 24) as u8 + 1);
    }
}

impl Coder for Encoder {
    fn bit(&mut self, bit: bool, one: u16) -> bool {
        let split = self.range.split(one);
        self.range.narrow(split, bit);
        while let Some(byte) = self.range.settled() {
            self.bytes.push(byte);
        }
        bit
    }
}

#[derive(Debug)]
struct Decoder {
    range: Range,
    code: u32,
    bytes: Vec<u8>,
    n_read: usize,
}

/// Bytes in front of the code.
const HEAD: usize = 4;

impl Decoder {
    fn new(bytes: Vec<u8>) -> Self {
        let mut decoder = Self {
            range: Range::new(),
            code: 0,
            bytes,
            n_read: HEAD,
        };
        for _ in 0..4 {
            decoder.read();
        }
        decoder
    }

    fn read(&mut self) {
        let byte = self.bytes.get(self.n_read).copied().unwrap_or(0);
        self.code = self.code << 8 | u32::from(byte);
        self.n_read += 1;
    }

    /// Whether more has been settled than there are bytes.
    fn is_exhausted(&self) -> bool {
        self.n_read > self.bytes.len() + 4
    }

    /// Whether the code ends here: the encoder adds one byte to the settled ones.
    fn is_at_end(&self) -> bool {
        self.bytes.len() == self.n_read - 3
    }
}

impl Coder for Decoder {
    fn bit(&mut self, _: bool, one: u16) -> bool {
        let split = self.range.split(one);
        let bit = self.code <= split;
        self.range.narrow(split, bit);
        while self.range.settled().is_some() {
            self.read();
        }
        bit
    }
}
