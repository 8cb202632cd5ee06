//! Sections 6.1.2 to 6.1.7: update rules on a loss surface.

pub mod cache;
pub mod choices;
pub mod describe;
pub mod labels;
pub mod model;
pub mod names;
pub mod picture;
pub mod room;
pub mod scene;
pub mod settings;
pub mod slopes;
pub mod turn;
pub mod words;
