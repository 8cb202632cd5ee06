//! The loops of training as a wasm module of their own, which works in the memory of another
//! one. `xtask/src/kernel.rs` compiles it, for speed and with vector instructions.
//!
//! It has no memory, no stack and no data of its own, so that it cannot get in the way of the
//! module whose memory it borrows; the build checks that.

#![no_std]

#[allow(dead_code, reason = "the other module measures the scratch memory")]
#[path = "../../src/nn/kernel/mod.rs"]
mod kernel;

use core::slice::{from_raw_parts, from_raw_parts_mut};

/// Runs a loop.
///
/// # Safety
/// What the other module has lent for the call: so many slices to read and to write, of which
/// those to write overlap with nothing. Both modules come from one compiler and so agree on what
/// a slice and a task look like.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn run(
    task: kernel::Task,
    inputs: *const &[f32],
    n_inputs: usize,
    outputs: *mut &mut [f32],
    n_outputs: usize,
    width: usize,
    columns: usize,
) {
    // SAFETY: as the caller promises.
    let (inputs, outputs) = unsafe {
        (
            from_raw_parts(inputs, n_inputs),
            from_raw_parts_mut(outputs, n_outputs),
        )
    };
    kernel::run(task, inputs, outputs, [width, columns]);
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
