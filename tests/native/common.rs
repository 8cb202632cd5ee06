//! What the tests share: figures set up by a query, the digits, files as a reader has them.

use std::env;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::rc::Rc;
use std::thread;

use descent_widget::experiments::network::data::DataAction;
use descent_widget::experiments::network::scene::NetworkScene;
use descent_widget::lab::controls::Control;
use descent_widget::lab::{Action, Lab};
use descent_widget::language::Language;
use descent_widget::nn::{Dataset, read_digits};
use descent_widget::registry;
use descent_widget::view::{Figure, Size, Theme, figure_svg};

/// The digits as they are published with the package.
pub(crate) const DIGITS: &[u8] = include_bytes!("../../data/digits/digits.idx");

/// The digits as the labs get them: training and test data.
pub(crate) fn digits() -> (Dataset, Dataset) {
    read_digits(DIGITS).unwrap().split_every(5)
}

/// A figure set up by a query of which nothing is refused.
#[track_caller]
pub(crate) fn from_query(query: &str) -> Lab {
    let mut lab = Lab::new();
    assert_eq!(lab.set_query(query), [], "{query}");
    lab
}

/// The same with the digits to train on.
#[track_caller]
pub(crate) fn with_digits(query: &str) -> Lab {
    let mut lab = from_query(query);
    lab.apply(DataAction::digits(DIGITS).unwrap().into())
        .unwrap();
    lab
}

/// Plays the answer to a guess to its end, in one leap.
#[track_caller]
pub(crate) fn see_answer(lab: &mut Lab) {
    lab.apply(Action::Play).unwrap();
    lab.apply(Action::Seek(lab.goal())).unwrap();
    assert!(!lab.is_asking());
}

/// An experiment with all that the query asks for, and what it shows.
#[track_caller]
pub(crate) fn finished(query: &str) -> (Lab, Rc<NetworkScene>) {
    let mut lab = with_digits(query);
    lab.finish_record();
    let scene = lab.network_scene().unwrap();
    (lab, scene)
}

/// The control of an experiment's setting.
#[track_caller]
pub(crate) fn control(lab: &mut Lab, name: &str) -> Control {
    let mut all = lab.controls().into_iter();
    all.find(|control| control.name == name).unwrap()
}

/// A file of bytes in the form of MNIST's.
pub(crate) fn idx(sizes: &[u32], values: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0, 0, 8, sizes.len() as u8];
    bytes.extend(sizes.iter().flat_map(|size| size.to_be_bytes()));
    bytes.extend_from_slice(values);
    bytes
}

/// Tells that the test that calls it cannot run here, and why. `cargo xtask test` says so at
/// its end, and on a machine of continuous integration fails unless `tests/skips.txt` allows it.
pub(crate) fn skip(reason: &str) {
    let thread = thread::current();
    let line = format!("native {}\t{reason}\n", thread.name().unwrap_or("?"));
    print!("skipped: {line}");
    if let Some(file) = env::var_os("TEST_SKIPS") {
        let opened = OpenOptions::new().create(true).append(true).open(file);
        opened.unwrap().write_all(line.as_bytes()).unwrap();
    }
}

/// The whole picture of a state.
pub(crate) fn picture(lab: &mut Lab, language: Language, theme: Theme, size: Size) -> String {
    let scene = registry::panels(lab, language).expect("an experiment with data");
    figure_svg(&Figure {
        scene: &*scene,
        language,
        theme,
        size,
    })
}
