//! Storey 5: the browser. The only module that names `wasm_bindgen`, `web_sys` and
//! `js_sys`; it holds no numerics.
//!
//! [`Figure`](figure::Figure) is what stands behind one `<descent-widget>`. The page's script
//! dispatches plain objects to it ([`action`]), asks once a frame what has changed ([`frame`]) and
//! builds its native controls from that. The other exports are the update rules as classes for a
//! page of one's own, see [`optimizers`].

/// The core's memory: the usual allocator is 2 kB of gzip larger, and faster only with far more
/// pieces than one figure has.
#[cfg(all(target_arch = "wasm32", not(feature = "lessons")))]
#[global_allocator]
static MEMORY: lol_alloc::LockedAllocator<lol_alloc::FreeListAllocator> =
    lol_alloc::LockedAllocator::new(lol_alloc::FreeListAllocator::new());

mod action;
mod canvas;
mod controls;
pub mod figure;
mod frame;
mod gesture;
mod given;
mod json;
#[cfg(feature = "lessons")]
mod lessons;
#[cfg(feature = "lessons")]
mod networks;
mod numerals;
pub mod optimizers;
mod panel;
mod pictures;
mod record;
#[cfg(feature = "lessons")]
mod search;
mod state;
#[cfg(feature = "lessons")]
mod throttle;
#[cfg(feature = "bench")]
pub mod throughput;
mod typescript;
mod words;
