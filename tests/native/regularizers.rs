//! The buttons of the lab `regularization`, and the reasons of what they lead to.

use descent_widget::experiments::network::scene::{Gap, Measured, Name, Negative, Regularizer};
use descent_widget::experiments::regularization::describe;
use descent_widget::lab::controls::ControlKind;
use descent_widget::lab::{Action, Lab, Problem};
use descent_widget::language::Language;
use descent_widget::locale::network_messages;
use descent_widget::registry::full;

use crate::common::{control, finished, with_digits};
use crate::regularization::{SHORT, gaps};

/// Presses a button of the control.
fn press(lab: &mut Lab, name: &str) -> Result<(), Problem> {
    lab.apply(Action::choose("regularizer", name))
}

/// The button that is pressed.
fn pressed(lab: &mut Lab) -> String {
    match control(lab, "regularizer").kind {
        ControlKind::Buttons { value, .. } => value,
        other => panic!("{other:?}"),
    }
}

/// A negative gap as it is told, in short in the picture and in the sentence.
#[track_caller]
fn check_reason(negative: Negative, short: &str, clause: &str) {
    let gap = Gap {
        gap: -0.09,
        gain: None,
        negative: Some(negative),
        guessing: None,
    };
    let messages = network_messages(Language::English);
    let note = describe::notes(gap, &messages)[1].clone();
    assert_eq!(note.as_deref(), Some(short));
    let clauses = describe::clauses(gap, &messages);
    assert_eq!(clauses, ["a gap of −9.0 percentage points", clause]);
}

#[test]
fn a_negative_gap_is_explained() {
    check_reason(
        Negative::WrongLabels(0.3),
        "30% of training labels wrong",
        "negative because 30% of the training labels are wrong: a network that names every digit \
         correctly has a training accuracy of 70%",
    );
    check_reason(
        Negative::Chance(0.02),
        "may be chance",
        "negative, but that may be chance (standard error 2.0 percentage points)",
    );
    check_reason(
        Negative::Easier,
        "the test data is easier",
        "negative because the test data is easier",
    );
}

#[test]
fn no_gap_below_zero_is_without_a_reason_and_none_above_has_one() {
    let queries = [
        "lab=regularization&iterations=60",
        "lab=regularization&iterations=10&label-noise=0&train-size=40",
    ];
    let mut n_negative = 0;
    for query in queries {
        let (mut lab, _) = finished(query);
        for step in 1..=lab.last_step() {
            lab.apply(Action::Seek(step)).unwrap();
            for gap in gaps(&lab.network_scene().unwrap()) {
                let is_negative = gap.gap <= -0.0005;
                assert_eq!(gap.negative.is_some(), is_negative, "{gap:?}");
                n_negative += usize::from(is_negative);
            }
        }
    }
    assert!(n_negative > 0);
}

#[test]
fn a_button_sets_the_values_that_work() {
    let mut lab = with_digits(SHORT);
    for (name, query, [weight_decay, dropout]) in [
        ("dropout", "&weight-decay=0&dropout=0.1", [0.0, 0.1]),
        ("both", "&weight-decay=0.01&dropout=0.05", [0.01, 0.05]),
        ("none", "&weight-decay=0", [0.0, 0.0]),
        // The default is left out of links.
        ("weight-decay", "", [0.03, 0.0]),
    ] {
        press(&mut lab, name).unwrap();
        assert_eq!(lab.query(), format!("{SHORT}{query}"));
        lab.finish_record();
        assert_eq!(pressed(&mut lab), name);
        for (id, wanted) in [("weight-decay", weight_decay), ("dropout", dropout)] {
            let ControlKind::Slider { value, .. } = control(&mut lab, id).kind else {
                panic!("{id}");
            };
            assert_eq!(value, wanted, "{id} of {name}");
        }
    }
    let unknown = press(&mut lab, "cake");
    assert_eq!(unknown, Err(Problem::Unknown));
    // Other values are of the same kind, but nothing was measured of them.
    let hint = |lab: &mut Lab| {
        let control = control(lab, "regularizer");
        full::control_words(lab, Language::English).hint(lab, &control)
    };
    let said = hint(&mut lab).unwrap();
    assert!(
        said.contains("rises by 11.9 percentage points on average"),
        "{said}"
    );
    lab.apply(Action::enter("weight-decay".to_owned(), "0.02"))
        .unwrap();
    assert_eq!(pressed(&mut lab), "weight-decay");
    assert_eq!(hint(&mut lab), None);
}

#[test]
fn a_button_changes_nothing_that_is_locked() {
    let mut lab = with_digits(&format!("{SHORT}&lock=dropout"));
    press(&mut lab, "dropout").unwrap();
    assert_eq!(lab.settings().network().dropout, None);
    let mut lab = with_digits(&format!("{SHORT}&lock=weight-decay"));
    let locked = press(&mut lab, "both");
    assert_eq!(locked, Err(Problem::Locked));
}

#[test]
fn links_of_before_open_the_same_networks() {
    // Without λ the lab's own holds beside dropout.
    let (mut lab, scene) = finished("lab=regularization&iterations=1&dropout=0.1");
    assert_eq!(pressed(&mut lab), "both");
    let wanted = Regularizer {
        weight_decay: 0.03,
        dropout_ratio: 0.1,
    };
    let name = Name::Regularized(wanted, Measured::Whole);
    assert_eq!(scene.lanes[1].name, name);
}
