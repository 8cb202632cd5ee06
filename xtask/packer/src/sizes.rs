//! Functions without their sizes, which say only what the ends of functions say too.

#[cfg(feature = "pack")]
use alloc::vec::Vec;
use core::ops::Range;

#[cfg(feature = "pack")]
use crate::grammar::{CODE_SECTION, Grammar};

/// Most marks of all modules.
pub const N_MARKS: usize = 1 << 13;

/// The marks that belong to a module: its last function may end where it does.
pub(crate) fn within<'a>(marks: &'a [u32], module: &Range<usize>) -> &'a [u32] {
    let n_before = |end: usize| {
        marks
            .iter()
            .take_while(|&&mark| mark as usize <= end)
            .count()
    };
    let (begin, end) = (n_before(module.start), n_before(module.end));
    marks.get(begin..end).unwrap_or_default()
}

/// Puts the sizes back into the module within these bytes. The first mark is where its first
/// body begins, each other one is where a body ends. What is too long for the room is left out.
pub(crate) fn put_back(bytes: &[u8], module: Range<usize>, marks: &[u32], room: &mut [u8]) {
    let mut n = 0;
    let mut write = |bytes: &[u8]| {
        if let Some(room) = room.get_mut(n..n + bytes.len()) {
            room.copy_from_slice(bytes);
            n += bytes.len();
        }
    };
    let piece = |from: u32, to: u32| bytes.get(from as usize..to as usize).unwrap_or_default();
    let (begin, end) = (module.start as u32, module.end as u32);
    let [first, .., last] = marks else {
        return write(piece(begin, end));
    };
    write(piece(begin, *first));
    for (from, to) in marks.iter().zip(&marks[1..]) {
        let mut left = to.wrapping_sub(*from);
        while left >= 0x80 {
            write(&[left as u8 | 0x80]);
            left >>= 7;
        }
        write(&[left as u8]);
        write(piece(*from, *to));
    }
    write(piece(*last, end));
}

/// The module without the sizes of its functions, or nothing where they could not be put back.
#[cfg(feature = "pack")]
pub(crate) fn leave_out(module: &[u8]) -> Option<Vec<u8>> {
    let short = without(module)?;
    // They come back where the unpacker believes that functions end.
    let mut grammar = Grammar::new();
    let believed = short.iter().enumerate();
    let believed = believed.filter_map(|(at, &byte)| grammar.feed(byte).then_some(at as u32 + 1));
    let marks: Vec<_> = believed.collect();
    let mut again = alloc::vec![0; module.len()];
    put_back(&short, 0..short.len(), &marks, &mut again);
    (marks.len() <= N_MARKS && again == module).then_some(short)
}

#[cfg(feature = "pack")]
fn without(module: &[u8]) -> Option<Vec<u8>> {
    // Magic number and version.
    let (header, mut left) = module.split_at_checked(8)?;
    let mut short = header.to_vec();
    while let [id, ..] = *left {
        let mut body = &left[1..];
        let size = number(&mut body)?;
        let (section, rest) = body.split_at_checked(size)?;
        let head = left.len() - body.len();
        short.extend_from_slice(&left[..head]);
        match id {
            CODE_SECTION => bodies(section, &mut short)?,
            _ => short.extend_from_slice(section),
        }
        left = rest;
    }
    Some(short)
}

#[cfg(feature = "pack")]
fn bodies(section: &[u8], short: &mut Vec<u8>) -> Option<()> {
    let mut left = section;
    let n = number(&mut left)?;
    short.extend_from_slice(&section[..section.len() - left.len()]);
    for _ in 0..n {
        let size = number(&mut left)?;
        let (body, rest) = left.split_at_checked(size)?;
        short.extend_from_slice(body);
        left = rest;
    }
    left.is_empty().then_some(())
}

/// Takes a number of variable length from the front.
#[cfg(feature = "pack")]
fn number(left: &mut &[u8]) -> Option<usize> {
    let mut value = 0;
    for shift in [0, 7, 14, 21, 28] {
        let (&byte, rest) = left.split_first()?;
        *left = rest;
        value |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}
