//! The handwritten digits of 8 × 8 pixels, packed to half of what gzip makes of them.
//!
//! The file holds the number of pictures and a checksum (two bytes each,
//! little-endian), then a binary arithmetic code of each picture: its label, then its
//! pixels row by row. Each bit
//! has a probability that adapts to the bits seen so far in the same context: for
//! pixels the place, the label and whether the pixels to the left and above are
//! dark. `data/digits/README.md` says where the digits come from.

use std::fmt;

use super::Dataset;

/// Pixels along one side.
const SIDE: usize = 8;
/// Pixels of a picture.
const AREA: usize = SIDE * SIDE;
/// The highest pixel value.
const WHITE: u8 = 16;
/// Labels go from 0 to 9.
const CLASSES: usize = 10;

/// Bits of a label: four, most significant first, as a tree of 16 nodes.
const LABEL_NODES: usize = 16;
/// Bits of a pixel: is it 0, is it 16, and else four bits as a tree.
const PIXEL_NODES: usize = 2 + 16;
/// A pixel counts as dark above this.
const DARK: u8 = 7;

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
    let mut model = Model::new();
    for (idx, &label) in digits.labels().iter().enumerate() {
        if !fits || digits.picture(idx).iter().any(|&gray| gray > WHITE) {
            return Err(Broken);
        }
        let picture = digits.picture(idx);
        model.code(&mut encoder, label, |at| picture[at]);
    }
    encoder.finish();
    Ok(encoder.bytes)
}

/// Unpacks what [`pack`] has packed.
///
/// # Errors
/// Where the bytes end too early, go on too long, or give a label above 9.
pub fn unpack(bytes: &[u8]) -> Result<Dataset, Broken> {
    let (&[a, b, c, d], code) = bytes.split_first_chunk().ok_or(Broken)?;
    let n = usize::from(u16::from_le_bytes([a, b]));
    let mut decoder = Decoder::new(code);
    let mut model = Model::new();
    let mut pixels = Vec::with_capacity(n * AREA);
    let mut labels = Vec::with_capacity(n);
    for _ in 0..n {
        // The values are what the decoder reads; those given are not looked at.
        let (label, picture) = model.code(&mut decoder, 0, |_| 0);
        if usize::from(label) >= CLASSES || decoder.is_exhausted() {
            return Err(Broken);
        }
        labels.push(label);
        pixels.extend_from_slice(&picture);
    }
    let digits = Dataset::new(SIDE, SIDE, WHITE, pixels, labels);
    let is_whole = decoder.is_at_end() && checksum(&digits) == u16::from_le_bytes([c, d]);
    if is_whole { Ok(digits) } else { Err(Broken) }
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

/// What passes bits through a code: an encoder writes the bit it is given, a decoder
/// ignores it and gives the one it reads.
trait Coder {
    fn bit(&mut self, bit: bool, probability: &mut Probability) -> bool;
}

/// The probability that the next bit in a context is 1, in 1/65536.
#[derive(Clone, Copy)]
struct Probability {
    one: u16,
    n_seen: u8,
}

/// The probabilities of all contexts.
struct Model {
    /// By the label before and the node of the tree.
    labels: Vec<Probability>,
    /// By place, label, the two neighbors and the node.
    pixels: Vec<Probability>,
    label_before: u8,
}

impl Model {
    fn new() -> Self {
        let even = Probability {
            one: 1 << 15,
            n_seen: 0,
        };
        Self {
            labels: vec![even; CLASSES * LABEL_NODES],
            pixels: vec![even; AREA * CLASSES * 4 * PIXEL_NODES],
            label_before: 0,
        }
    }

    /// Passes one picture through a coder.
    fn code(
        &mut self,
        coder: &mut impl Coder,
        label: u8,
        gray: impl Fn(usize) -> u8,
    ) -> (u8, [u8; AREA]) {
        let context = usize::from(self.label_before) * LABEL_NODES;
        let label = tree(coder, label, &mut self.labels[context..]);
        let mut picture = [0; AREA];
        // A label above 9 comes from broken bytes; the caller refuses it.
        self.label_before = label.min(CLASSES as u8 - 1);
        for at in 0..AREA {
            let left = at % SIDE > 0 && picture[at - 1] > DARK;
            let above = at >= SIDE && picture[at - SIDE] > DARK;
            let context = at * CLASSES + usize::from(self.label_before);
            let context = context * 4 + usize::from(left) * 2 + usize::from(above);
            let nodes = &mut self.pixels[context * PIXEL_NODES..][..PIXEL_NODES];
            picture[at] = code_pixel(coder, gray(at), nodes);
        }
        (label, picture)
    }
}

fn code_pixel(coder: &mut impl Coder, value: u8, nodes: &mut [Probability]) -> u8 {
    if !coder.bit(value > 0, &mut nodes[0]) {
        return 0;
    }
    if coder.bit(value == WHITE, &mut nodes[1]) {
        return WHITE;
    }
    tree(coder, value, &mut nodes[2..])
}

/// Codes four bits, each in the context of those before.
fn tree(coder: &mut impl Coder, value: u8, nodes: &mut [Probability]) -> u8 {
    let mut node = 1;
    for place in (0..4).rev() {
        let bit = coder.bit(value >> place & 1 == 1, &mut nodes[node]);
        node = node * 2 + usize::from(bit);
    }
    node as u8 & 15
}

impl Probability {
    /// Moves toward a bit, by less the more bits have been seen.
    fn learn(&mut self, bit: bool) {
        let target = if bit { 0xffff } else { 0 };
        let n = i32::from(self.n_seen);
        let moved = i32::from(self.one) + 2 * (target - i32::from(self.one)) / (2 * n + 3);
        self.one = moved.clamp(64, 0xffff - 64) as u16;
        self.n_seen = self.n_seen.saturating_add(1).min(250);
    }
}

/// The interval of codes that begin like the bits so far, both ends included.
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
    fn split(&self, probability: Probability) -> u32 {
        let width = u64::from(self.high - self.low);
        self.low + ((width * u64::from(probability.one)) >> 16) as u32
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
    fn bit(&mut self, bit: bool, probability: &mut Probability) -> bool {
        let split = self.range.split(*probability);
        self.range.narrow(split, bit);
        probability.learn(bit);
        while let Some(byte) = self.range.settled() {
            self.bytes.push(byte);
        }
        bit
    }
}

struct Decoder<'a> {
    range: Range,
    code: u32,
    bytes: &'a [u8],
    n_read: usize,
}

impl<'a> Decoder<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Self {
            range: Range::new(),
            code: 0,
            bytes,
            n_read: 0,
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

impl Coder for Decoder<'_> {
    fn bit(&mut self, _: bool, probability: &mut Probability) -> bool {
        let split = self.range.split(*probability);
        let bit = self.code <= split;
        self.range.narrow(split, bit);
        probability.learn(bit);
        while self.range.settled().is_some() {
            self.read();
        }
        bit
    }
}
