//! A lab that trains with pictures of a reader's own.

use descent_widget::experiments::network::data::DataAction;
use descent_widget::experiments::network::describe;
use descent_widget::experiments::network::scene::{NetworkScene, Picture};
use descent_widget::lab::Lab;
use descent_widget::language::Language;
use descent_widget::lessons::files::describe as files;
use descent_widget::locale::{FILES, NETWORK};
use descent_widget::nn::{DatasetImporter, FileProblem, OwnPictures, SetProblem};
use descent_widget::registry::EXPERIMENTS;

use crate::common::{DIGITS, from_query, idx};

/// So many pictures of 4 × 3, dark or bright by their label, in two files.
fn own(n: u32) -> OwnPictures {
    let mut rng = fastrand::Rng::with_seed(7);
    let labels: Vec<u8> = (0..n).map(|_| rng.u8(..2)).collect();
    let pixels = labels.iter().flat_map(|&label| [label * 200 + 20; 12]);
    let pixels: Vec<u8> = pixels.map(|gray| gray + rng.u8(..20)).collect();
    let mut importer = DatasetImporter::default();
    importer.open("pictures-idx3-ubyte");
    importer.take(&idx(&[n, 3, 4], &pixels));
    importer.open("labels-idx1-ubyte");
    importer.take(&idx(&[n], &labels));
    importer.finish().unwrap()
}

fn lab(name: &str) -> Lab {
    from_query(&format!("lab={name}&iterations=30&batch=20&init=0.1"))
}

fn curves(scene: &NetworkScene) -> Vec<Vec<(usize, f64)>> {
    let pictures = [&scene.first, &scene.second];
    let curves = pictures.into_iter().flat_map(|picture| match picture {
        Picture::Curves(curves) => curves.curves.as_slice(),
        _ => &[],
    });
    curves.map(|curve| curve.points.clone()).collect()
}

#[test]
fn every_lab_on_networks_trains_with_them() {
    for name in &EXPERIMENTS[1..] {
        let mut lab = lab(name);
        lab.apply(DataAction::Own(own(100).into()).into()).unwrap();
        assert!(!lab.lacks_data(), "{name}");
        lab.finish_record();
        let scene = lab.network_scene().unwrap();
        assert_eq!(scene.n_done, scene.n_steps, "{name}");
    }
}

#[test]
fn networks_have_as_many_inputs_as_a_picture_has_pixels_and_learn() {
    let mut lab = lab("training");
    let _ = lab.set_query("iterations=100&optimizers=adam:lr=0.01&init=he");
    lab.apply(DataAction::Own(own(100).into()).into()).unwrap();
    lab.finish_record();
    let scene = lab.network_scene().unwrap();
    // Dark or bright is easy.
    assert_eq!(scene.lanes[0].test, Some(1.0));
    let extent = lab.network_extent().unwrap();
    assert_eq!((extent.n_train, extent.n_test), (80, 20));
}

#[test]
fn going_back_gives_the_numbers_of_the_digits_again() {
    let mut lab = lab("training");
    lab.apply(DataAction::digits(DIGITS).unwrap().into())
        .unwrap();
    lab.finish_record();
    let digits = curves(&lab.network_scene().unwrap());
    lab.apply(DataAction::Own(own(100).into()).into()).unwrap();
    assert_eq!(lab.network_scene().unwrap().n_done, 0);
    lab.finish_record();
    assert_ne!(curves(&lab.network_scene().unwrap()), digits);
    assert_eq!(lab.own_facts().unwrap().n_train, 80);
    lab.apply(DataAction::LeaveOwn.into()).unwrap();
    assert!(lab.own_facts().is_none() && !lab.lacks_data());
    lab.finish_record();
    assert_eq!(curves(&lab.network_scene().unwrap()), digits);
}

#[test]
fn without_any_digits_going_back_asks_for_them() {
    let mut lab = lab("training");
    lab.apply(DataAction::Own(own(100).into()).into()).unwrap();
    lab.finish_record();
    lab.apply(DataAction::LeaveOwn.into()).unwrap();
    assert!(lab.lacks_data() && lab.network_scene().is_none());
}

#[test]
fn the_same_data_in_another_lab_gives_the_same_numbers() {
    let mut first = lab("training");
    first
        .apply(DataAction::Own(own(3000).into()).into())
        .unwrap();
    first.finish_record();
    let mut second = lab("training");
    let own = first.own_data().unwrap().clone();
    second.apply(DataAction::Own(own).into()).unwrap();
    second.finish_record();
    let numbers = curves(&first.network_scene().unwrap());
    assert_eq!(curves(&second.network_scene().unwrap()), numbers);
}

#[test]
fn of_many_pictures_a_sample_is_measured_and_the_words_say_so() {
    let mut lab = lab("training");
    lab.apply(DataAction::Own(own(6000).into()).into()).unwrap();
    let _ = lab.network_scene();
    let extent = lab.network_extent().unwrap();
    assert_eq!((extent.n_train, extent.n_test), (4800, 1000));
    let says = |n| {
        let facts = own(n).facts;
        describe::source(Some(&facts), true, NETWORK.en)
    };
    assert!(says(6000).contains("at most 1000 images"), "{}", says(6000));
    assert!(!says(1000).contains("at most"), "{}", says(1000));
    assert!(says(1000).contains("every fifth"), "{}", says(1000));
    let facts = own(6000).facts;
    let scale = describe::source(Some(&facts), false, NETWORK.en);
    assert!(!scale.contains("at most"), "{scale}");
}

/// All that can be wrong, once each.
fn problems() -> Vec<SetProblem> {
    let name = || "a{1}<b>".to_owned();
    let in_file = [
        FileProblem::Damaged,
        FileProblem::Compressed,
        FileProblem::NotIdx,
        FileProblem::NotBytes(0x0d),
        FileProblem::Dimensions(2),
        FileProblem::Empty,
        FileProblem::Wide {
            width: 111,
            height: 222,
        },
        FileProblem::Huge(700 << 20),
        FileProblem::Short {
            expected: 333,
            found: 111,
        },
        FileProblem::Long(555),
        FileProblem::Label(123),
    ];
    let in_file = in_file.map(|problem| SetProblem::File {
        name: name(),
        problem,
    });
    let others = [
        SetProblem::Count(5),
        SetProblem::Uneven {
            pictures: 2,
            labels: 1,
        },
        SetProblem::Unclear([name(), "b".to_owned()]),
        SetProblem::Mismatch {
            pictures: (name(), 111),
            labels: ("b".to_owned(), 222),
        },
        SetProblem::Sizes {
            train: (11, 22),
            test: (33, 44),
        },
        SetProblem::Labels { train: 9, test: 19 },
        SetProblem::OneClass,
        SetProblem::Few(8),
    ];
    in_file.into_iter().chain(others).collect()
}

/// The numbers of a sentence, sorted: they are the same in every language.
fn numbers(text: &str) -> Vec<String> {
    let numbers = text.split(|c: char| !c.is_ascii_alphanumeric());
    let numbers = numbers.filter(|part| part.starts_with(|c: char| c.is_ascii_digit()));
    let mut numbers: Vec<String> = numbers.map(str::to_owned).collect();
    numbers.sort();
    numbers.dedup();
    numbers
}

#[test]
fn every_problem_is_said_in_three_languages_with_the_same_numbers() {
    for problem in problems() {
        let say = |&language: &Language| files::problem(&problem, FILES.of(language));
        let all: Vec<String> = Language::ALL.iter().map(say).collect();
        for text in &all {
            assert!(!text.contains("{0}") && !text.contains("{2}"), "{text}");
            let names_it = matches!(problem, SetProblem::File { .. });
            assert!(!names_it || text.contains("a{1}<b>"), "{text}");
        }
        // Three and one dimension are told by numbers in all, four files in some by a word.
        if !matches!(problem, SetProblem::Count(_)) {
            assert_eq!(numbers(&all[0]), numbers(&all[2]), "{all:?}");
        }
    }
}

#[test]
fn a_link_of_the_data_keeps_the_settings_only() {
    let mut lab = lab("training");
    let before = lab.query();
    lab.apply(DataAction::Own(own(100).into()).into()).unwrap();
    assert_eq!(lab.query(), before);
}

#[test]
fn long_names_are_cut() {
    let problem = SetProblem::File {
        name: "숫".repeat(500),
        problem: FileProblem::Empty,
    };
    let text = files::problem(&problem, FILES.ko);
    assert!(text.chars().count() < 200 && text.contains('…'), "{text}");
}
