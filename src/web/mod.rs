//! The browser. The only module that names `wasm_bindgen`, `web_sys` and
//! `js_sys`; it holds no numerics.
//!
//! [`Figure`](figure::Figure) is what stands behind one `<descent-widget>`. The page's script
//! dispatches plain objects to it ([`action`]), asks once a frame what has changed ([`frame`]) and
//! builds its native controls from that. How an experiment stands in a page is a [`page::Page`].
//! `build` is what either build has besides: `full` or `light`, with the same functions. The other
//! exports are the update rules as classes for a page of one's own, see [`optimizers`].

/// The light build's memory: the usual allocator is 2 kB of gzip larger, and faster only with far more
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
#[cfg(feature = "lessons")]
mod full;
mod gesture;
mod given;
mod json;
mod layers;
#[cfg(not(feature = "lessons"))]
mod light;
mod names;
mod numerals;
pub mod optimizers;
mod page;

mod pictures;
mod race;
mod record;
mod state;
#[cfg(feature = "bench")]
pub mod throughput;
mod typescript;
mod words;

#[cfg(feature = "lessons")]
use full as build;
#[cfg(not(feature = "lessons"))]
use light as build;
