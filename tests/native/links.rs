//! Links as people write, copy and mistype them.

use descent_widget::lab::link::{Pair, pairs};
use descent_widget::lab::{Lab, Warning};

fn query(text: &str) -> (String, Vec<String>) {
    let mut lab = Lab::new();
    let warnings = lab.set_query(text);
    let texts = warnings.iter().map(ToString::to_string).collect();
    (lab.query(), texts)
}

#[track_caller]
fn check_same(text: &str, plain: &str) {
    assert_eq!(query(text).0, query(plain).0, "{text}");
}

#[test]
fn a_plus_sign_in_a_formula_is_one() {
    let (state, said) = query("surface=formula&formula=x^2+y^4");
    assert!(state.contains("formula=x%5E2%2By%5E4"), "{state}");
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("read as a plus sign"), "{said:?}");
    // A form has encoded this one.
    let (state, said) = query("surface=formula&formula=x%5E2+%2B+y%5E4");
    assert!(state.contains("formula=x%5E2%20%2B%20y%5E4"), "{state}");
    assert!(said[0].contains("read as a blank"), "{said:?}");
    // In other settings it is a blank, as in every form.
    let (state, said) = query("optimizers=sgd+adam");
    assert_eq!(state, "optimizers=sgd%20adam");
    assert_eq!(said, Vec::<String>::new());
}

#[test]
fn our_own_links_have_no_sign_that_may_mean_two_things() {
    let mut lab = Lab::new();
    let _ = lab.set_query("surface=formula&formula=x^2%20%2B%20y^4&optimizers=sgd adam");
    assert!(!lab.query().contains('+'), "{}", lab.query());
    assert_eq!(Lab::new().set_query(&lab.query()), []);
}

#[test]
fn a_whole_address_is_a_link() {
    let plain = "optimizers=adam&steps=12";
    check_same(
        "https://notes.test/a/descent-widget.html?optimizers=adam&steps=12",
        plain,
    );
    check_same("?optimizers=adam&steps=12", plain);
    check_same(
        "descent-widget.html?optimizers=adam&steps=12#section-2",
        plain,
    );
    check_same("https://notes.test/descent-widget.html", "");
}

#[test]
fn the_fragment_holds_a_state_too_and_wins() {
    check_same("#optimizers=adam&steps=12", "optimizers=adam&steps=12");
    check_same(
        "?optimizers=sgd&steps=12#optimizers=adam",
        "optimizers=adam&steps=12",
    );
    check_same("https://notes.test/x.html#steps=12", "steps=12");
}

#[test]
fn a_mistyped_name_is_told_with_the_one_that_is_meant() {
    for (name, meant) in [
        ("optimisers", "optimizers"),
        ("lossScale", "loss-scale"),
        ("learning-rate", "optimizers"),
        ("stpes", "steps"),
    ] {
        let (state, said) = query(&format!("{name}=1&seed=3"));
        assert_eq!(state, "seed=3");
        let wanted = format!("\"{name}\" is not a setting; did you mean \"{meant}\"?");
        assert_eq!(said, [wanted]);
    }
    let warnings = Lab::new().set_query("utm_source=mail&fbclid=1");
    assert_eq!(warnings.len(), 2);
    assert!(warnings.iter().all(|it| !it.is_mistake()), "{warnings:?}");
}

#[test]
fn a_mistyped_value_is_told_with_the_one_that_is_meant() {
    let (_, said) = query("surface=rosenbrok");
    assert!(said[0].contains("did you mean \"rosenbrock\"?"), "{said:?}");
    // Words that stand for a setting stand for no value.
    for text in ["surface=function", "optimizers=sgd lr", "theme=language"] {
        let (_, said) = query(text);
        assert!(!said[0].contains("did you mean"), "{said:?}");
    }
    let (_, said) = query("lessons=rulle");
    assert!(said[0].contains("did you mean \"rule\"?"), "{said:?}");
}

#[test]
fn commas_separate_lists() {
    check_same("optimizers=sgd, momentum", "optimizers=sgd momentum");
    check_same("optimizers=sgd,momentum", "optimizers=sgd momentum");
    check_same(
        "optimizers=sgd:lr=0.9,momentum:lr=0.1,momentum=0.8,adam",
        "optimizers=sgd:lr=0.9 momentum:lr=0.1,momentum=0.8 adam",
    );
    check_same("lessons=rule, data", "lessons=rule data");
    check_same("lock=surface,start", "lock=surface start");
    check_same("lab=training&units=10,20", "lab=training&units=10 20");
    assert_eq!(query("optimizers=sgd, momentum").1, Vec::<String>::new());
}

#[test]
fn what_is_encoded_is_decoded_once() {
    let found = pairs("a=%2541&b", |_| false);
    let pair = |name: &str, text: &str| Pair {
        name: name.to_owned(),
        text: text.to_owned(),
        plus: None,
    };
    assert_eq!(found, [pair("a", "%41"), pair("b", "")]);
    let is_plus = |it: &Warning| matches!(it, Warning::Plus { .. });
    let warnings = Lab::new().set_query("surface=formula&formula=x%2Cy");
    assert!(!warnings.iter().any(is_plus));
}
