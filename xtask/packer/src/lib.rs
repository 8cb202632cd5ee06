//! Packs a wasm module tighter than gzip does, and unpacks it.
//!
//! The single files carry the whole engine within themselves, so every byte of it counts.
//! Arithmetic coding with a model that knows the grammar of wasm, and the types of the operands
//! on the stack, takes half of what gzip takes, for one to two seconds of a reader's processor.
//! `module.rs` is the unpacker as a tiny wasm module, which travels in front.

#![no_std]

#[cfg(feature = "pack")]
extern crate alloc;

#[cfg(feature = "pack")]
use alloc::{boxed::Box, vec, vec::Vec};

mod coder;
mod contexts;
mod curves;
mod grammar;
mod model;
mod operands;
mod sizes;
mod slot;
mod text;

pub use coder::Unpacker;
pub use model::{
    Histories, Memory, N_HISTORIES, N_INPUTS, N_MARKS, N_PLACES, N_REFINEMENTS, N_SLOTS, N_WEIGHTS,
    Refinement, Weights,
};

/// Packs these modules, or whatever else they are.
#[cfg(feature = "pack")]
pub fn pack(modules: &[&[u8]]) -> Vec<u8> {
    let mut seen = vec![0; modules.iter().map(|module| module.len()).sum()];
    with_memory(&mut seen, |memory| coder::pack(modules, memory))
}

/// Unpacks them again.
#[cfg(feature = "pack")]
pub fn unpack(packed: &[u8]) -> Vec<Vec<u8>> {
    let mut bytes = vec![0; Unpacker::room(packed)];
    with_memory(&mut bytes, |memory| {
        let mut unpacker = Unpacker::new(packed, memory);
        unpacker.begin();
        while unpacker.work(4096) {}
        let module = |nth| {
            let mut module = vec![0; unpacker.length_of(nth)];
            unpacker.write(nth, &mut module);
            module
        };
        (0..Unpacker::n_modules(packed)).map(module).collect()
    })
}

#[cfg(feature = "pack")]
fn with_memory<T>(bytes: &mut [u8], work: impl FnOnce(Memory<'_>) -> T) -> T {
    fn full<T: Clone, const LENGTH: usize>(of: T) -> Box<[T; LENGTH]> {
        let full = vec![of; LENGTH].into_boxed_slice();
        full.try_into()
            .unwrap_or_else(|_| unreachable!("it is that long"))
    }
    work(Memory {
        slots: &mut full(0),
        histories: &mut full([0; 256]),
        weights: &mut full([0.0; N_INPUTS]),
        refinements: &mut full([0; 33]),
        places: &mut full(0),
        marks: &mut full(0),
        bytes,
    })
}
