//! The built files in a browser, all in one program: browsers are handed from test to test
//! within it, and one program is linked sooner than twenty.
//!
//! `cargo xtask test` chooses by the names of modules, wherever they stand:
//!
//! - `engines`: where engines differ; every day in all three, like nothing else
//! - `chromium`: what only Chromium's driver can do, or what no engine can change
//! - `not_webkit`: what WebKit's driver cannot do
//! - `long`: what takes minutes; with `cargo xtask test --all` only

mod accessibility;
mod batch_norm;
mod budgets;
mod comparisons;
mod engines;
mod files;
mod hostile;
mod lecture;
mod long;
mod maps;
mod mistakes;
mod networks;
mod pictures;
mod predict;
mod regularization;
mod release;
mod rule;
mod search;
mod space;
mod table;
mod tabs;
mod training;
mod weight_init;
