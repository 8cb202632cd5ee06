//! Everything that is tested without a browser, in one program: to link one is faster than to
//! link thirty. `tests/web.rs` stands beside it, since that runs in a browser.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

mod answers;
mod architecture;
mod comparison;
mod contributing;
mod controls;
mod docs;
mod drawing;
mod ends;
mod fuzz;
mod glance;
mod golden;
mod hyperparameter_map;
mod imports;
mod initial_scale;
mod initial_weights;
mod lab;
mod lecture;
mod lessons;
mod links;
mod maps;
mod networks;
mod nn;
mod note;
mod numpy;
mod openings;
mod optimizers;
mod own_data;
mod physics;
mod pictures;
mod png;
mod predict;
mod race;
mod readme;
mod regularization;
mod regularizers;
mod rule;
mod sampling;
mod search;
mod sliders;
mod stability;
mod steps;
mod surfaces;
mod undefined;
mod verdicts;
mod words;
