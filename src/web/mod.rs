//! Storey 5: the browser. The only module that names `wasm_bindgen`, `web_sys` and
//! `js_sys`; it holds no numerics.
//!
//! [`Figure`](figure::Figure) is what stands behind one `<descent-widget>`: the page's
//! script hands gestures, time and canvases to it and builds its native controls from
//! what it says. The other exports are the update rules as classes for a page of one's
//! own, see [`optimizers`].

/// The core's memory: the usual allocator is 2 kB of gzip larger, and faster only with far more
/// pieces than one figure has.
#[cfg(all(target_arch = "wasm32", not(feature = "lessons")))]
#[global_allocator]
static MEMORY: lol_alloc::LockedAllocator<lol_alloc::FreeListAllocator> =
    lol_alloc::LockedAllocator::new(lol_alloc::FreeListAllocator::new());

mod canvas;
mod controls;
pub mod figure;
mod hands;
#[cfg(feature = "lessons")]
#[cfg(feature = "lessons")]
mod lessons;
mod numerals;
mod objects;
pub mod optimizers;
#[cfg(feature = "lessons")]
mod pace;
mod panel;
mod pictures;
mod record;
#[cfg(feature = "lessons")]
mod search;
mod state;
#[cfg(feature = "lessons")]
mod studies;
#[cfg(feature = "bench")]
pub mod throughput;
mod typescript;
mod words;
