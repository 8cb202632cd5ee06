//! How probable each bit of a packed digit is.
//!
//! Several contexts, such as the place with the label or the pixels around, each know how often
//! a bit was 1 in them; a network of one layer weighs what they say by how right they were. All
//! arithmetic is exact or correctly rounded, and the two curves come from `libm`, so that every
//! machine guesses the same.

/// Pixels along one side.
pub(super) const SIDE: usize = 8;
/// Pixels of a picture.
pub(super) const AREA: usize = SIDE * SIDE;
/// The highest pixel value.
pub(super) const WHITE: u8 = 16;
/// Labels go from 0 to 9.
pub(super) const CLASSES: usize = 10;

/// Bits of a label: four, most significant first, as a tree of 16 nodes.
const LABEL_NODES: usize = 16;
/// Bits of a pixel: is it 0, is it 16, and else four bits as a tree.
const PIXEL_NODES: usize = 2 + 16;

/// How many contexts a pixel has.
const N_CONTEXTS: usize = 6;
/// How many values each context takes, in the order of `contexts`.
const SIZES: [usize; N_CONTEXTS] = [
    AREA * CLASSES * 4,
    AREA * 25,
    17 * 17 * 25,
    CLASSES * SIDE * 17 * 5,
    CLASSES * SIDE * 17 * 5,
    AREA * CLASSES * 81,
];
/// Sets of weights: by the label and how dark the pixel to the left is, and by how dark the
/// pixels to the left and above are.
const N_SETS: usize = CLASSES * 5 + 25;
/// How soon the network learns, and the weights that it begins with.
const LEARNING_RATE: f32 = 0.03;
const WEIGHT: f32 = 0.4;
/// How sure a context is that has seen so many bits: n / (n + this).
const DOUBT: f32 = 1.5;
/// Steps of the curves to a unit, and how far they go.
const STEPS: f32 = 256.0;
const MOST: f32 = 8.0;

/// What passes bits through a code: an encoder writes the bit it is given, a decoder
/// ignores it and gives the one it reads. The probability of 1 is in 65536ths.
pub(super) trait Coder {
    fn bit(&mut self, bit: bool, one: u16) -> bool;
}

/// How often a bit was 1 in a context.
#[derive(Clone, Copy, Debug)]
struct Seen {
    /// In 65536ths.
    one: u16,
    n: u8,
}

const NOTHING_SEEN: Seen = Seen { one: 1 << 15, n: 0 };

impl Seen {
    /// Moves toward a bit, by less the more bits have been seen.
    fn learn(&mut self, bit: bool) {
        let target = if bit { 0xffff } else { 0 };
        let n = i32::from(self.n);
        let moved = i32::from(self.one) + 2 * (target - i32::from(self.one)) / (2 * n + 3);
        self.one = moved.clamp(64, 0xffff - 64) as u16;
        self.n = self.n.saturating_add(1).min(250);
    }
}

/// What is known of the pictures so far.
#[derive(Debug)]
pub(super) struct Guesses {
    /// By the label before and the node of the tree.
    labels: Vec<Seen>,
    /// By context and node, one context after the other.
    pixels: Vec<Seen>,
    /// By set and node: one for each context.
    weights: Vec<[f32; N_CONTEXTS]>,
    /// ln(p / (1 − p)) of 4096ths, and 65536 / (1 + exp(−x)) of steps from −`MOST`.
    logits: Vec<f32>,
    logistic: Vec<f32>,
    label: u8,
}

impl Guesses {
    pub(super) fn new() -> Self {
        let logit = |nth: usize| {
            let p = (nth as f64 + 0.5) / 4096.0;
            libm::log(p / (1.0 - p)) as f32
        };
        let logistic = |nth: usize| {
            let x = nth as f64 / f64::from(STEPS) - f64::from(MOST);
            (65536.0 / (1.0 + libm::exp(-x))) as f32
        };
        Self {
            labels: vec![NOTHING_SEEN; CLASSES * LABEL_NODES],
            pixels: vec![NOTHING_SEEN; SIZES.iter().sum::<usize>() * PIXEL_NODES],
            weights: vec![[WEIGHT; N_CONTEXTS]; N_SETS * PIXEL_NODES],
            logits: (0..4096).map(logit).collect(),
            logistic: (0..=(2.0 * MOST * STEPS) as usize).map(logistic).collect(),
            label: 0,
        }
    }

    /// Passes one picture through a coder.
    pub(super) fn code(
        &mut self,
        coder: &mut impl Coder,
        label: u8,
        gray: impl Fn(usize) -> u8,
    ) -> (u8, [u8; AREA]) {
        let before = usize::from(self.label) * LABEL_NODES;
        let labels = &mut self.labels[before..];
        let label = tree(label, |bit, node| {
            let bit = coder.bit(bit, labels[node].one);
            labels[node].learn(bit);
            bit
        });
        // A label above 9 comes from broken bytes; the caller refuses it.
        self.label = label.min(CLASSES as u8 - 1);
        let mut picture = [0; AREA];
        for at in 0..AREA {
            picture[at] = self.code_pixel(coder, gray(at), &picture, at);
        }
        (label, picture)
    }

    fn code_pixel(
        &mut self,
        coder: &mut impl Coder,
        value: u8,
        picture: &[u8; AREA],
        at: usize,
    ) -> u8 {
        let (contexts, sets) = contexts(picture, at, usize::from(self.label));
        let mut bit = |bit, node| self.code_bit(coder, bit, node, &contexts, sets);
        if !bit(value > 0, 0) {
            return 0;
        }
        if bit(value == WHITE, 1) {
            return WHITE;
        }
        tree(value, |value, node| bit(value, 2 + node))
    }

    fn code_bit(
        &mut self,
        coder: &mut impl Coder,
        bit: bool,
        node: usize,
        contexts: &[usize; N_CONTEXTS],
        sets: [usize; 2],
    ) -> bool {
        let said = contexts.map(|context| {
            let seen = self.pixels[context * PIXEL_NODES + node];
            let n = f32::from(seen.n);
            self.logits[usize::from(seen.one >> 4)] * (n / (n + DOUBT))
        });
        let sets = sets.map(|set| set * PIXEL_NODES + node);
        let sums = sets.map(|set| {
            let weighed = self.weights[set].iter().zip(said);
            weighed.fold(0.0_f32, |sum, (weight, said)| sum + weight * said)
        });
        let one = self.logistic((sums[0] + sums[1]) * 0.5);
        let bit = coder.bit(bit, one.clamp(32.0, 65503.0) as u16);
        let right = if bit { 65536.0 } else { 0.0 };
        for (set, sum) in sets.into_iter().zip(sums) {
            let error = (right - self.logistic(sum)) * (LEARNING_RATE / 65536.0);
            for (weight, said) in self.weights[set].iter_mut().zip(said) {
                *weight += error * said;
            }
        }
        for context in contexts {
            self.pixels[context * PIXEL_NODES + node].learn(bit);
        }
        bit
    }

    fn logistic(&self, x: f32) -> f32 {
        self.logistic[((x.clamp(-MOST, MOST) + MOST) * STEPS) as usize]
    }
}

/// Where the contexts of a pixel are among all, and its sets of weights.
fn contexts(picture: &[u8; AREA], at: usize, label: usize) -> ([usize; N_CONTEXTS], [usize; 2]) {
    let (x, y) = (at % SIDE, at / SIDE);
    let gray = |left: usize, above: usize, right: usize| match (x + right).checked_sub(left) {
        Some(x) if x < SIDE && y >= above => usize::from(picture[(y - above) * SIDE + x]),
        _ => 0,
    };
    let (w, n, nw, ne) = (gray(1, 0, 0), gray(0, 1, 0), gray(1, 1, 0), gray(0, 1, 1));
    let (w2, n2) = (gray(2, 0, 0), gray(0, 2, 0));
    let dark = |gray: usize| usize::from(gray > 7);
    let five = |gray: usize| -> usize {
        match gray {
            0 => 0,
            1..6 => 1,
            6..12 => 2,
            12..16 => 3,
            _ => 4,
        }
    };
    let three = |gray: usize| five(gray).div_ceil(2);
    let here = at * CLASSES + label;
    let values = [
        here * 4 + dark(w) * 2 + dark(n),
        (at * 5 + five(w)) * 5 + five(n),
        ((w * 17 + n) * 5 + five(nw)) * 5 + five(ne),
        ((label * SIDE + y) * 17 + w) * 5 + five(w2),
        ((label * SIDE + x) * 17 + n) * 5 + five(n2),
        (((here * 3 + three(w)) * 3 + three(n)) * 3 + three(ne)) * 3 + three(w2),
    ];
    let mut begin = 0;
    let contexts = std::array::from_fn(|nth| {
        let context = begin + values[nth];
        begin += SIZES[nth];
        context
    });
    let by_label = label * 5 + five(w);
    (contexts, [by_label, CLASSES * 5 + five(n) * 5 + five(w)])
}

/// Codes four bits, each in the context of those before.
fn tree(value: u8, mut bit: impl FnMut(bool, usize) -> bool) -> u8 {
    let mut node = 1;
    for place in (0..4).rev() {
        let bit = bit(value >> place & 1 == 1, node);
        node = node * 2 + usize::from(bit);
    }
    node as u8 & 15
}
