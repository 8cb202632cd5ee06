//! What the experiments on networks share.

pub mod controls;
pub mod curves;
pub mod data;
pub mod describe;
pub mod gap;
pub mod inits;
pub mod labels;
pub mod model;
pub mod panel;
pub mod picture;
pub mod room;
pub mod run;
pub mod scene;
pub mod settings;
pub mod words;
