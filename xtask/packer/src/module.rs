//! The unpacker as a wasm module of its own. `xtask/src/unpacker.rs` compiles it.

#![no_std]

use core::mem::MaybeUninit;
use core::ptr::addr_of_mut;
use core::slice::{from_raw_parts, from_raw_parts_mut};

use packer::{
    Histories, Memory, N_HISTORIES, N_INPUTS, N_MARKS, N_PLACES, N_REFINEMENTS, N_SLOTS,
    N_WEIGHTS, Refinement, Unpacker, Weights,
};

/// Bytes of a page of memory.
const PAGE: usize = 1 << 16;

static mut SLOTS: [u32; N_SLOTS] = [0; N_SLOTS];
static mut HISTORIES: [Histories; N_HISTORIES] = [[0; 256]; N_HISTORIES];
static mut WEIGHTS: [Weights; N_WEIGHTS] = [[0.0; N_INPUTS]; N_WEIGHTS];
static mut REFINEMENTS: [Refinement; N_REFINEMENTS] = [[0; 33]; N_REFINEMENTS];
static mut PLACES: [u32; N_PLACES] = [0; N_PLACES];
static mut MARKS: [u32; N_MARKS] = [0; N_MARKS];
static mut UNPACKER: MaybeUninit<Unpacker<'static>> = MaybeUninit::uninit();

/// Room for as many bytes at the end of the memory, which is nobody else's.
fn room(length: usize) -> *mut u8 {
    let n_pages = core::arch::wasm32::memory_grow(0, length.div_ceil(PAGE));
    if n_pages == usize::MAX {
        core::arch::wasm32::unreachable();
    }
    (n_pages * PAGE) as *mut u8
}

/// Where the packed bytes, which are as many, are to be written.
#[unsafe(no_mangle)]
pub extern "C" fn packed(length: usize) -> *mut u8 {
    room(length)
}

/// Begins with the packed bytes.
///
/// # Safety
/// It is called once, with the address that `packed` gave and the length that it was given.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn begin(packed: *const u8, length: usize) {
    // SAFETY: the memory was made for them by `packed` and `room`, and is borrowed once.
    unsafe {
        let packed = from_raw_parts(packed, length);
        let length = Unpacker::room(packed);
        let memory = Memory {
            slots: &mut *addr_of_mut!(SLOTS),
            histories: &mut *addr_of_mut!(HISTORIES),
            weights: &mut *addr_of_mut!(WEIGHTS),
            refinements: &mut *addr_of_mut!(REFINEMENTS),
            places: &mut *addr_of_mut!(PLACES),
            marks: &mut *addr_of_mut!(MARKS),
            bytes: from_raw_parts_mut(room(length), length),
        };
        let unpacker = (*addr_of_mut!(UNPACKER)).write(Unpacker::new(packed, memory));
        unpacker.begin();
    }
}

/// Unpacks so many more bytes. Gives whether there are more.
///
/// # Safety
/// It is called after `begin`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn work(n: usize) -> bool {
    // SAFETY: `begin` has made it, and nothing is lent from one call to the next.
    let unpacker = unsafe { (*addr_of_mut!(UNPACKER)).assume_init_mut() };
    unpacker.work(n)
}

/// The address of a module that is unpacked.
///
/// # Safety
/// It is called after `begin`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn module(nth: usize) -> *const u8 {
    // SAFETY: as in `work`; the room is nobody else's.
    unsafe {
        let unpacker = (*addr_of_mut!(UNPACKER)).assume_init_ref();
        let length = unpacker.length_of(nth);
        let module = room(length);
        unpacker.write(nth, from_raw_parts_mut(module, length));
        module
    }
}

/// The length of a module.
///
/// # Safety
/// It is called after `begin`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn length(nth: usize) -> usize {
    // SAFETY: as in `work`.
    unsafe { (*addr_of_mut!(UNPACKER)).assume_init_ref() }.length_of(nth)
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
