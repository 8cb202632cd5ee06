//! Live figures for lecture notes on chapter 6 of *Deep Learning from Scratch*: how
//! SGD, Momentum, AdaGrad, RMSProp and Adam move over a loss surface.
//!
//! ```
//! use descent_widget::lab::Lab;
//!
//! let mut lab = Lab::new(); // the book's function, start, rules and rates
//! let scene = lab.scene();
//! let sgd = &scene.lanes[0];
//! assert_eq!(sgd.name, "SGD");
//! let end = sgd.trajectory.points[30];
//! assert!((end.x - -0.350_392_995_752_319_7).abs() < 1e-12);
//! ```
//!
//! | module | layer | holds |
//! |---|---|---|
//! | [`math`] | 0 | points, contour lines, named tensors |
//! | [`optim`] | 1 | the update rules |
//! | [`surface`] | 1 | the loss surfaces |
//! | [`race`] | 2 | a run: trajectory and outcome |
//! | `nn` | 2 | the neural network of chapters 5 and 6, and its data (feature `lessons`) |
//! | [`language`] | 0 | the list of languages |
//! | [`lab`] | 3 | settings, actions, controls, scene |
//! | [`locale`] | 5 | every word, a folder a language |
//! | [`view`] | 4 | scene to pixels and to words |
//! | `web` | 5 | the browser (feature `web`) |

pub mod experiments;
pub mod lab;
pub mod language;
pub mod lessons;
pub mod locale;
pub mod math;
pub mod nn;
pub mod optim;
pub mod race;
pub mod registry;
pub mod surface;
pub mod view;
#[cfg(feature = "web")]
pub mod web;
