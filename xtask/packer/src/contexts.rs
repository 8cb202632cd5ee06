//! What a guess for the next byte goes by.

use crate::grammar::{Grammar, Kind};

/// How many contexts are asked.
pub(crate) const N_CONTEXTS: usize = 8;

/// The contexts of the next byte: of code the last instructions, numbers and bytes, together
/// with what the byte is; of anything else the last bytes.
pub(crate) fn contexts(grammar: &Grammar, recent: u64) -> [u64; N_CONTEXTS] {
    let Grammar {
        kind,
        nth,
        section,
        instructions,
        function,
        ..
    } = *grammar;
    let last = |n: u32| recent & ((1 << (8 * n)) - 1);
    let what = kind as u64 * 16 + u64::from(nth);
    if grammar.is_code() {
        // The number so far.
        let begun = last(u32::from(nth.min(4)));
        let what = what << 40 | begun;
        let ran = |n: u32| instructions & ((1 << (8 * n)) - 1);
        let number = grammar.last(kind).map(u64::from);
        let local = u64::from(grammar.last(Kind::Local)[0]);
        let function = u64::from(function) << 32;
        let all = |a: u64, b: u64| u64::from(mixed(a)) << 32 | u64::from(mixed(b ^ what));
        [
            all(0, 0),
            all(1, last(2)),
            all(2, ran(4)),
            all(ran(3), number[0]),
            all(number[1] << 8 | ran(1), number[0]),
            all(ran(2), function | 1),
            all(ran(1) | local << 8, function | 2),
            all(3, ran(7)),
        ]
    } else {
        let section = u64::from(section);
        [
            section,
            last(1),
            last(2),
            last(3),
            last(4),
            last(6),
            recent & 0xffff_ff00_0000,
            recent & 0xff_ff00,
        ]
    }
}

/// A number that each bit of another one has changed.
pub(crate) fn mixed(value: u64) -> u32 {
    const ODD: u64 = 0xd6e8_feb8_6659_fd93;
    let value = value.wrapping_mul(ODD);
    ((value ^ (value >> 32)).wrapping_mul(ODD) >> 32) as u32
}
