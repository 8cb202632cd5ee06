//! What a guess for the next byte goes by.

use crate::grammar::{Grammar, Kind};
use crate::text::Text;

/// How many contexts are asked.
pub(crate) const N_CONTEXTS: usize = 9;

/// Something that is known before a byte. A context is a set of such, as bits of a number.
type Features = u64;

macro_rules! features {
    ($($name:ident)*) => { features!(@ 0, $($name)*); };
    (@ $nth:expr, $name:ident $($rest:ident)*) => {
        const $name: Features = 1 << ($nth);
        features!(@ $nth + 1, $($rest)*);
    };
    (@ $nth:expr,) => { const N_FEATURES: usize = $nth; };
}

features! {
    // The last instruction, the last two, and so on.
    RAN1 RAN2 RAN3 RAN4 RAN5 RAN6 RAN7
    // The last byte, the one before, and so on; the two that are as far as seven and eight.
    BYTE1 BYTE2 BYTE3 BYTE4 BYTE6 BYTES7
    // The types of the two uppermost operands with the height of the stack, each alone; the
    // blocks around, the function.
    OPERANDS HEIGHT TOP DEPTH FUNCTION
    // The last two numbers of this kind, and the bytes of the present one so far.
    NUMBER1 NUMBER2 BEGUN
    // The last locals, the one written last, the highest one so far; the last numbers of
    // other kinds.
    LOCAL1 LOCAL2 WRITTEN HIGHEST OFFSET2 CONSTANT1 CONSTANT2 CALLED
    // The local that an address was read from, and the last offset from it.
    BASE LAST_OFFSET
    // Of a text: the present character so far, the last ones, the word so far.
    PRESENT CHARACTER3 CHARACTER4 WORD
}

/// The contexts of each kind of byte. They were found by many random changes of single
/// contexts, keeping those that made the engine smaller.
const CONTEXTS: [[Features; N_CONTEXTS]; 7] = [
    // An instruction.
    [
        OPERANDS | BEGUN,
        RAN1 | BYTE1 | BYTE2,
        RAN4 | NUMBER2 | BEGUN,
        RAN3 | BYTE1 | BYTE4 | OPERANDS | BEGUN,
        RAN2 | TOP,
        RAN1 | TOP | DEPTH,
        RAN5 | BYTE1 | DEPTH | BASE,
        RAN7 | TOP,
        RAN1 | OPERANDS,
    ],
    // The index of a local.
    [
        FUNCTION | BEGUN,
        RAN2 | BYTE1 | BYTE2 | BASE | BEGUN,
        BYTE1 | OPERANDS | WRITTEN | BEGUN,
        RAN3 | BYTE1 | NUMBER1 | BEGUN,
        RAN5 | NUMBER2 | BEGUN,
        RAN2 | BEGUN,
        BYTE1 | HIGHEST | BEGUN,
        RAN7 | DEPTH | LOCAL2 | WRITTEN | NUMBER1 | BEGUN,
        RAN7 | NUMBER1,
    ],
    // The offset of a load or a store.
    [
        BYTE1,
        BASE | HIGHEST,
        RAN7 | TOP | LAST_OFFSET | BEGUN,
        RAN4 | BYTE2 | LAST_OFFSET | NUMBER1,
        RAN1 | LAST_OFFSET | BEGUN,
        RAN1 | BYTE3 | FUNCTION,
        TOP | NUMBER1,
        RAN6 | OFFSET2,
        TOP,
    ],
    // A constant of 32 bits.
    [
        RAN1 | FUNCTION,
        RAN2 | BYTE2 | TOP | BEGUN,
        RAN4 | NUMBER1 | BEGUN,
        RAN5,
        BYTE1 | TOP,
        RAN7 | BYTE1,
        RAN1 | BYTE2 | FUNCTION | LOCAL1 | BEGUN,
        RAN7 | TOP | CONSTANT2 | CALLED,
        RAN1 | HEIGHT,
    ],
    // The index of a function that is called.
    [
        OPERANDS | LAST_OFFSET | BEGUN,
        OPERANDS,
        RAN7,
        RAN6 | BYTE1 | TOP | NUMBER1 | BEGUN,
        RAN1 | BYTE1 | OPERANDS | NUMBER1 | BEGUN,
        TOP | FUNCTION | BEGUN,
        BYTE1 | BYTE3 | BYTE4 | TOP | FUNCTION | BEGUN,
        RAN4 | BYTE1 | BEGUN,
        RAN5 | OPERANDS,
    ],
    // Anything else of code.
    [
        TOP,
        BYTE1 | BYTE2 | BEGUN,
        RAN4 | BYTE1 | NUMBER1,
        RAN7 | BYTE4 | NUMBER1 | NUMBER2 | BEGUN,
        RAN6,
        BYTE1 | BYTE6 | HEIGHT | CONSTANT1 | BASE | HIGHEST | NUMBER2 | BEGUN,
        RAN1 | NUMBER1 | BEGUN,
        OPERANDS | DEPTH | BEGUN,
        RAN1 | BYTE1 | OPERANDS,
    ],
    // Data, and the rest of a module.
    [
        BYTES7,
        BYTE1,
        BYTE1 | BYTE2,
        PRESENT,
        BYTE1 | BYTE3 | BYTE4,
        BYTE3 | CHARACTER3 | CHARACTER4 | BYTES7,
        BYTE2 | BYTE4 | BYTE6,
        BYTE2 | BYTE3 | PRESENT,
        BYTE1 | PRESENT | WORD,
    ],
];

/// The contexts of the next byte, each with what the byte is.
pub(crate) fn contexts(grammar: &Grammar, text: &Text, recent: u64) -> [u32; N_CONTEXTS] {
    let (what, sets) = match grammar.is_code() {
        true => {
            let what = grammar.kind as u32 * 16 + u32::from(grammar.nth);
            (what, &CONTEXTS[group(grammar.kind)])
        }
        false => (u32::from(grammar.section) | 1 << 16, &CONTEXTS[6]),
    };
    let mut known = known(grammar, text, recent);
    for (nth, feature) in known.iter_mut().enumerate() {
        *feature = (*feature ^ (nth as u64) << 57).wrapping_mul(ODD);
        *feature ^= *feature >> 29;
    }
    let what = u64::from(what).wrapping_mul(ODD);
    core::array::from_fn(|nth| {
        let mut left = sets[nth];
        let mut all = what ^ (nth as u64 + 1) << 59;
        while left != 0 {
            all ^= known[left.trailing_zeros() as usize % N_FEATURES];
            left &= left - 1;
        }
        mixed(all)
    })
}

const fn group(kind: Kind) -> usize {
    match kind {
        Kind::Instruction => 0,
        Kind::Local => 1,
        Kind::Offset => 2,
        Kind::I32 => 3,
        Kind::Function => 4,
        _ => 5,
    }
}

/// All features, in the order of their bits.
fn known(grammar: &Grammar, text: &Text, recent: u64) -> [u64; N_FEATURES] {
    let ran = |n: u32| grammar.instructions & ((1 << (8 * n)) - 1);
    let byte = |n: u32| recent >> (8 * (n - 1)) & 0xff;
    let operands = &grammar.operands;
    let height = u64::from(operands.height.min(15));
    let [top, second] = [0, 1].map(|nth| u64::from(operands.top_type(nth)));
    let [number1, number2] = grammar.last(grammar.kind).map(u64::from);
    let begun = recent & ((1 << (8 * u32::from(grammar.nth.min(4)))) - 1);
    let last = |kind: Kind| grammar.last(kind).map(u64::from);
    [
        ran(1),
        ran(2),
        ran(3),
        ran(4),
        ran(5),
        ran(6),
        ran(7),
        byte(1),
        byte(2),
        byte(3),
        byte(4),
        byte(6),
        recent >> 48,
        top | second << 3 | height << 8,
        height,
        top,
        u64::from(operands.depth),
        u64::from(grammar.function),
        number1,
        number2,
        begun,
        last(Kind::Local)[0],
        last(Kind::Local)[1],
        u64::from(operands.written),
        u64::from(operands.highest),
        last(Kind::Offset)[1],
        last(Kind::I32)[0],
        last(Kind::I32)[1],
        last(Kind::Function)[0],
        u64::from(operands.base),
        u64::from(operands.last_offset()),
        u64::from(text.present()),
        u64::from(text.characters[2]),
        u64::from(text.characters[3]),
        u64::from(text.word),
    ]
}

/// Its multiples differ in most bits.
const ODD: u64 = 0xd6e8_feb8_6659_fd93;

/// A number that each bit of another one has changed.
pub(crate) const fn mixed(value: u64) -> u32 {
    let value = value.wrapping_mul(ODD);
    ((value ^ (value >> 32)).wrapping_mul(ODD) >> 32) as u32
}
