//! A lab that trains with pictures of a reader's own.

use descent_widget::experiments::network::scene::{Picture, StudyScene};
use descent_widget::lab::Lab;
use descent_widget::lab::settings::{Choice, LabName};
use descent_widget::language::Language;
use descent_widget::lessons::files::describe as files;
use descent_widget::locale::{FILES, NETWORK};
use descent_widget::nn::{FileProblem, Intake, OwnPictures, SetProblem};

use crate::common::{DIGITS, from_query, idx};

/// So many pictures of 4 × 3, dark or bright by their label, in two files.
fn own(n: u32) -> OwnPictures {
    let mut rng = fastrand::Rng::with_seed(7);
    let labels: Vec<u8> = (0..n).map(|_| rng.u8(..2)).collect();
    let pixels = labels.iter().flat_map(|&label| [label * 200 + 20; 12]);
    let pixels: Vec<u8> = pixels.map(|gray| gray + rng.u8(..20)).collect();
    let mut intake = Intake::default();
    intake.open("pictures-idx3-ubyte");
    intake.take(&idx(&[n, 3, 4], &pixels));
    intake.open("labels-idx1-ubyte");
    intake.take(&idx(&[n], &labels));
    intake.finish().unwrap()
}

fn lab(name: LabName) -> Lab {
    let name = name.name();
    from_query(&format!("lab={name}&iterations=30&batch=20&init=0.1"))
}

fn curves(scene: &StudyScene) -> Vec<Vec<(usize, f64)>> {
    let pictures = [&scene.first, &scene.second];
    let curves = pictures.into_iter().flat_map(|picture| match picture {
        Picture::Curves(curves) => curves.curves.as_slice(),
        _ => &[],
    });
    curves.map(|curve| curve.points.clone()).collect()
}

#[test]
fn every_lab_on_networks_trains_with_them() {
    for &name in LabName::ALL {
        if name == LabName::Race {
            continue;
        }
        let mut lab = lab(name);
        lab.give_own(own(100));
        assert!(!lab.wants_digits(), "{name:?}");
        lab.finish_study();
        let scene = lab.study().unwrap();
        assert_eq!(scene.n_done, scene.n_steps, "{name:?}");
    }
}

#[test]
fn networks_have_as_many_inputs_as_a_picture_has_pixels_and_learn() {
    let mut lab = lab(LabName::Training);
    let _ = lab.set_query("iterations=100&optimizers=adam:lr=0.01&init=he");
    lab.give_own(own(100));
    lab.finish_study();
    let scene = lab.study().unwrap();
    // Dark or bright is easy.
    assert_eq!(scene.lanes[0].test, Some(1.0));
    let extent = lab.study_extent().unwrap();
    assert_eq!((extent.n_train, extent.n_test), (80, 20));
}

#[test]
fn going_back_gives_the_numbers_of_the_digits_again() {
    let mut lab = lab(LabName::Training);
    lab.give_digits(DIGITS).unwrap();
    lab.finish_study();
    let digits = curves(&lab.study().unwrap());
    lab.give_own(own(100));
    assert_eq!(lab.study().unwrap().n_done, 0);
    lab.finish_study();
    assert_ne!(curves(&lab.study().unwrap()), digits);
    assert_eq!(lab.own_facts().unwrap().n_train, 80);
    lab.leave_own();
    assert!(lab.own_facts().is_none() && !lab.wants_digits());
    lab.finish_study();
    assert_eq!(curves(&lab.study().unwrap()), digits);
}

#[test]
fn without_any_digits_going_back_asks_for_them() {
    let mut lab = lab(LabName::Training);
    lab.give_own(own(100));
    lab.finish_study();
    lab.leave_own();
    assert!(lab.wants_digits() && lab.study().is_none());
}

#[test]
fn the_same_data_in_another_lab_gives_the_same_numbers() {
    let mut first = lab(LabName::Training);
    first.give_own(own(3000));
    first.finish_study();
    let mut second = lab(LabName::Training);
    second.take_own(first.own_data().unwrap().clone());
    second.finish_study();
    let numbers = curves(&first.study().unwrap());
    assert_eq!(curves(&second.study().unwrap()), numbers);
}

#[test]
fn of_many_pictures_a_sample_is_measured_and_the_words_say_so() {
    let mut lab = lab(LabName::Training);
    lab.give_own(own(6000));
    let _ = lab.study();
    let extent = lab.study_extent().unwrap();
    assert_eq!((extent.n_train, extent.n_test), (4800, 1000));
    let says = |n| {
        let facts = own(n).facts;
        files::source(Some(&facts), LabName::Training, NETWORK.en, FILES.en)
    };
    assert!(
        says(6000).contains("at most 1000 pictures"),
        "{}",
        says(6000)
    );
    assert!(!says(1000).contains("at most"), "{}", says(1000));
    assert!(says(1000).contains("every fifth"), "{}", says(1000));
    let facts = own(6000).facts;
    let scale = files::source(Some(&facts), LabName::BatchNorm, NETWORK.en, FILES.en);
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
    let mut lab = lab(LabName::Training);
    let before = lab.query();
    lab.give_own(own(100));
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
