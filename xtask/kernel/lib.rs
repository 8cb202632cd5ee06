//! The products of matrices as a wasm module of their own, which works in the memory of
//! another one. `xtask/src/kernel.rs` compiles it, with and without vector instructions.
//!
//! It has no memory, no stack and no data of its own, so that it cannot get in the way of the
//! module whose memory it borrows; the build checks that.

#![no_std]

#[allow(dead_code, reason = "the other module measures the scratch memory")]
#[path = "../../src/nn/kernel.rs"]
mod kernel;

use core::slice::{from_raw_parts, from_raw_parts_mut};

/// Multiplies: the kind of product, address and length of the factors, of the result and of
/// the scratch memory, and the two widths that the product needs.
///
/// # Safety
/// The addresses and lengths are those of slices that the other module has lent for the
/// call, and what is written to overlaps with nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn multiply(
    product: u32,
    a: *const f32,
    a_len: usize,
    b: *const f32,
    b_len: usize,
    c: *mut f32,
    c_len: usize,
    scratch: *mut f32,
    scratch_len: usize,
    width: usize,
    columns: usize,
) {
    // SAFETY: as the caller promises.
    let (a, b, c, scratch) = unsafe {
        (
            from_raw_parts(a, a_len),
            from_raw_parts(b, b_len),
            from_raw_parts_mut(c, c_len),
            from_raw_parts_mut(scratch, scratch_len),
        )
    };
    match product {
        0 => kernel::product((a, b, c), scratch, width, columns),
        1 => kernel::times_transposed((a, b, c), scratch, width, columns),
        _ => kernel::transposed_times((a, b, c), scratch, width, columns),
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
