//! The neural network of chapters 5 and 6.
//!
//! Layers, networks, mini-batches and training as the book's own programs compute
//! them, with the update rules of [`optim`](crate::optim). In `f64` the numbers agree
//! with the book's programs; in `f32` a network trains about twice as fast.
//!
//! The book's habits are the default, because its figures depend on them. Where they
//! differ from PyTorch, the type's *Differs from* says so:
//!
//! | what | here, as in the book | PyTorch |
//! |---|---|---|
//! | [`Affine`] | W of inputs × outputs, y = x W + b | W transposed |
//! | [`Init`] | normal, Xavier by inputs alone | uniform, ±1/√inputs |
//! | [`SoftmaxWithLoss`] | ln(p + 1e-7), at most 16.118 | logarithm of softmax, no bound |
//! | [`BatchNorm`] | ε 1e-6, running statistics from 0, biased | ε 1e-5, variance from 1, unbiased |
//! | [`Dropout`] | scales by 1 − p in the test | divides by 1 − p in training |
//! | [`Architecture::weight_decay`] | part of the loss, of W only | part of the optimizer, of everything |
//! | [`Batches`] | rows drawn with replacement | an order shuffled each epoch |
//! | [`Evaluation::Book`] | the book's rule, which rarely fires where batches do not divide the data | none |

mod activation;
mod affine;
mod batch_norm;
mod batches;
mod dataset;
mod digits;
mod dropout;
pub mod experiment;
mod idx;
mod init;
mod layer;
mod matmul;
mod network;
mod own;
mod search;
mod session;
mod smooth;
mod softmax;
#[cfg(feature = "bench")]
pub mod throughput;
mod trainer;

pub use activation::{Activation, ActivationLayer};
pub use affine::Affine;
pub use batch_norm::{BATCH_NORM_EPSILON, BATCH_NORM_MOMENTUM, BatchNorm};
pub use batches::{Batches, Choice};
pub use dataset::{Batch, Dataset};
pub use digits::{Broken, read_digits};
pub use dropout::Dropout;
pub use idx::{FileProblem, MAX_BYTES, MAX_CLASSES, MAX_FEATURES};
pub use init::Init;
pub use layer::Pass;
pub use matmul::MatMul;
pub use network::{Architecture, Network};
pub use own::{DatasetImporter, Facts, MIN_TRAIN, OwnPictures, SetProblem, TEST_EVERY};
pub use search::{LogUniform, Sampling, Search, SearchPlan, Trial};
pub use session::{LossCurve, Plan, Record, Scores, Session};
pub use smooth::smooth_curve;
pub use softmax::{LOG_EPSILON, SoftmaxWithLoss};
pub use trainer::{Evaluation, Evaluator, Trainer};
