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
//! | module | holds |
//! |---|---|
//! | [`math`] | points, contour lines, numbers as text |
//! | [`optim`] | the update rules |
//! | [`surface`] | the loss surfaces |
//! | [`race`] | a run: trajectory and outcome |
//! | [`nn`] | the neural network of chapters 5 and 6, and its data |
//! | [`language`] | the list of languages |
//! | [`lab`] | settings, actions, controls, the traits of experiments and lessons |
//! | [`view`] | the drawing kit |
//! | [`locale`] | every word, a folder a language |
//! | [`experiments`] | the race and the experiments on networks |
//! | [`lessons`] | what explains them |
//! | [`registry`] | the lists of experiments, lessons and settings |
//! | `web` | the browser (feature `web`) |

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
