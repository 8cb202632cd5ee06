//! Sliders by the keys and the mouse, over all controls of all experiments.

use descent_widget::experiments::race::choices::Comparison;
use descent_widget::lab::controls::ControlKind;
use descent_widget::lab::slider::Slider;
use descent_widget::lab::{Action, Lab};
use descent_widget::math::numeral::shortest;

use crate::common::{control, from_query, with_digits};

fn slider(lab: &mut Lab, name: &str) -> (Slider, f64) {
    // Some are made from the record; the others can do without it.
    let is_plain = lab.settings().race().comparison == Comparison::Own;
    let now = match lab.network_extent() {
        None if is_plain => lab.control(name).unwrap(),
        _ => control(lab, name),
    };
    match now.kind {
        ControlKind::Slider { slider, value, .. } => (slider, value),
        other => panic!("{name} is no slider any more: {other:?}"),
    }
}

fn names(lab: &mut Lab) -> Vec<String> {
    let controls = lab.controls().into_iter();
    let sliders = controls.filter(|it| matches!(it.kind, ControlKind::Slider { .. }));
    let names: Vec<String> = sliders.map(|it| it.name).collect();
    // The rule of the comparison moves the others.
    let is_free = |name: &String| !lab.is_settled(name);
    names.into_iter().filter(is_free).collect()
}

fn slide(lab: &mut Lab, name: &str, position: u32) -> f64 {
    lab.apply(Action::slide(name, position)).unwrap();
    slider(lab, name).1
}

/// Presses → once, or ←, as a browser does: one position on from where the slider stands now.
fn press(lab: &mut Lab, name: &str, is_right: bool) -> f64 {
    let (slider, value) = slider(lab, name);
    let position = slider.position(value);
    match is_right {
        true => slide(lab, name, (position + 1).min(slider.last())),
        false => slide(lab, name, position.saturating_sub(1)),
    }
}

/// Tries both keys at every so many positions of all sliders.
#[track_caller]
fn check_keys(mut lab: Lab, stride: usize) {
    let names = names(&mut lab);
    assert!(names.len() >= 3, "{names:?}");
    for name in &names {
        let (all, before) = slider(&mut lab, name);
        for position in (0..=all.last()).step_by(stride) {
            let value = slide(&mut lab, name, position);
            assert_eq!(value, all.value(position), "{name} at {position}");
            for is_right in [true, false] {
                let next = press(&mut lab, name, is_right);
                let is_end = position == if is_right { all.last() } else { 0 };
                let moved = if is_right { next > value } else { next < value };
                assert!(moved != is_end, "{name} from {value} to {next}");
                if !is_end {
                    assert_eq!(press(&mut lab, name, !is_right), value, "{name}");
                }
            }
        }
        let position = all.position(before);
        assert_eq!(slide(&mut lab, name, position), before, "{name}");
    }
}

const RULES: &str = "optimizers=sgd momentum nesterov adagrad rmsprop adam";

#[test]
fn both_keys_come_back_on_every_slider_of_the_race() {
    check_keys(from_query(RULES), 1);
    for query in [
        "comparison=same&rate=0.123&noise=0.333&condition=33.3&start=-1.2345 77",
        "surface=rosenbrock&comparison=same",
        "surface=formula&formula=100(x^2%2By^2)&noise=1&seed=12345",
        "surface=formula&domain=9999.99 10000 -1e6 1e6&start=3 4",
        "surface=saddle&momentum-form=average&steps=1234",
    ] {
        check_keys(from_query(&[query, RULES].join("&")), 7);
    }
    check_keys(
        from_query(
            "optimizers=sgd:lr=50 momentum:lr=0.0123456,momentum=0.98765 \
             rmsprop:decay=0.9999 adam:lr=0.00001,beta1=0.123,beta2=0.99999,eps=0.5",
        ),
        3,
    );
}

#[test]
fn both_keys_come_back_on_every_slider_of_the_networks() {
    for query in [
        "lab=training&iterations=7&optimizers=sgd:lr=0.0123 adam",
        "lab=weight-init",
        "lab=batch-norm&iterations=7&batch=33",
        "lab=regularization&iterations=1&train-size=123&weight-decay=0.0123&dropout=0.5",
        "lab=search&trials=7&rates=1.23e-5 0.3",
    ] {
        check_keys(with_digits(query), 11);
    }
}

#[test]
fn a_key_moves_off_a_typed_number_and_back_to_it() {
    let mut lab = from_query("optimizers=sgd");
    for typed in [0.95, 0.9537, 2.0, 1.3, 1.1, 0.13, 0.11, 1e-6, 1000.0] {
        let text = typed.to_string();
        lab.apply(Action::enter("lane.0.lr", &*text)).unwrap();
        assert_eq!(slider(&mut lab, "lane.0.lr").1, typed);
        for is_right in [true, false] {
            if press(&mut lab, "lane.0.lr", is_right) != typed {
                assert_eq!(press(&mut lab, "lane.0.lr", !is_right), typed);
            }
        }
    }
    // A page that writes the setting back keeps the way back, another value does not.
    lab.apply(Action::enter("lane.0.lr", "0.9537")).unwrap();
    press(&mut lab, "lane.0.lr", true);
    let set = |lab: &mut Lab, text: &str| {
        let (attribute, text) = ("optimizers".to_owned(), Some(text.to_owned()));
        lab.apply(Action::Set { attribute, text }).unwrap();
    };
    let same = lab.settings().text("optimizers");
    set(&mut lab, &same);
    assert_eq!(press(&mut lab, "lane.0.lr", false), 0.9537);
    set(&mut lab, "sgd:lr=0.96");
    assert_eq!(press(&mut lab, "lane.0.lr", false), 0.95);
}

#[test]
fn a_rate_of_1_02_is_a_position_of_the_slider() {
    for (query, name) in [
        ("optimizers=sgd", "lane.0.lr"),
        ("comparison=same", "rate"),
        (
            "surface=formula&formula=x^2/20%2By^2&optimizers=sgd",
            "lane.0.lr",
        ),
    ] {
        let mut lab = from_query(query);
        let (all, _) = slider(&mut lab, name);
        assert_eq!(slide(&mut lab, name, all.position(1.02)), 1.02, "{query}");
        // A slider of 90 pixels has one for each position.
        assert!(
            all.last() <= 90 || name == "rate",
            "{query}: {}",
            all.last()
        );
    }
}

#[test]
fn a_slider_stays_the_same_while_it_is_dragged() {
    let query = [
        RULES,
        "surface=formula&comparison=own&start=0.123 4&noise=0.12345",
    ]
    .join("&");
    let mut lab = from_query(&query);
    for name in names(&mut lab) {
        let (all, _) = slider(&mut lab, &name);
        for position in [0, all.last() / 3, all.last()] {
            slide(&mut lab, &name, position);
            assert_eq!(slider(&mut lab, &name).0, all, "{name} at {position}");
        }
    }
}

#[test]
fn a_value_beyond_the_slider_is_kept_and_stands_at_its_end() {
    let mut lab = from_query("optimizers=sgd:lr=50 momentum:lr=0.00001");
    let (fast, value) = slider(&mut lab, "lane.0.lr");
    assert_eq!((value, fast.position(value)), (50.0, fast.last()));
    let (slow, value) = slider(&mut lab, "lane.1.lr");
    assert_eq!((value, slow.position(value)), (0.00001, 0));
}

#[test]
fn a_domain_as_short_as_the_message_says_is_taken() {
    for (low, high) in [
        ("9.99", "10"),
        ("9999.99", "10000"),
        ("-0.01", "0"),
        ("0.29", "0.3"),
        ("-1000000", "-999999.99"),
        ("-1000000", "1000000"),
    ] {
        let mut lab = from_query(&format!("surface=formula&domain={low} {high} -5 5"));
        assert_eq!(lab.settings().text("domain"), format!("{low} {high} -5 5"));
        // The fields take both ends, and the ends that they call allowed.
        for (name, text) in [("domain.x0", low), ("domain.x1", high)] {
            let Some(ControlKind::Slider { range, .. }) = lab.control(name).map(|it| it.kind)
            else {
                panic!("{name} is no slider");
            };
            assert_eq!(lab.apply(Action::enter(name, text)), Ok(()), "{low} {high}");
            for end in [range.low(), range.high()] {
                let text = shortest(end);
                assert!(text.len() <= 10, "{text}");
                assert_eq!(lab.apply(Action::enter(name, text)), Ok(()));
            }
            lab.apply(Action::enter(name, text)).unwrap();
        }
    }
}
