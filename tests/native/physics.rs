//! The ball in the valley shows the record and nothing else.

use descent_widget::lab::Lab;
use descent_widget::lab::settings::Choice;
use descent_widget::language::Language;
use descent_widget::lessons::physics::model::Physics;
use descent_widget::lessons::physics::picture::{sentences, svg};
use descent_widget::locale::{FIGURE, PHYSICS};
use descent_widget::view::text;
use descent_widget::view::{Size, Theme};

#[track_caller]
fn physics(query: &str) -> Physics {
    let mut lab = Lab::new();
    assert!(lab.set_query(query).is_empty(), "{query}");
    lab.physics().expect("a start with a loss")
}

/// The numbers of the picture beside those of the record, at each step.
#[track_caller]
fn check_against_record(query: &str) {
    for cut in ["x", "y"] {
        for step in [0, 1, 7, 29, 30] {
            let query = format!("{query}&cut={cut}&step={step}");
            let shown = physics(&query);
            let mut lab = Lab::new();
            lab.set_query(&query);
            let index = lab.lane();
            let scene = lab.scene();
            let record = scene.lanes[index].trajectory;
            let along = |x: f64, y: f64| if cut == "x" { x } else { y };
            assert_eq!(shown.cut.name(), cut);
            assert_eq!(shown.step, step);
            assert_eq!(shown.trail.len(), step + 1);
            for (k, &(place, loss)) in shown.trail.iter().enumerate() {
                assert_eq!(place, along(record.points[k].x, record.points[k].y));
                assert_eq!(loss, record.losses[k]);
            }
            let gradient = record.gradients[step];
            assert_eq!(shown.gradient, along(gradient.x, gradient.y));
            let (place, _) = shown.ball();
            let next = record
                .points
                .get(step + 1)
                .map(|at| along(at.x, at.y) - place);
            assert_eq!(shown.next.is_some(), next.is_some());
            if let (Some(shown), Some(next)) = (shown.next, next) {
                assert!((shown - next).abs() < 1e-15);
            }
        }
    }
}

#[test]
fn the_ball_is_where_the_record_has_it() {
    check_against_record("lane=1");
    check_against_record("lane=2");
    check_against_record("lane=4&surface=himmelblau");
    check_against_record("lane=1&optimizers=nesterov&surface=rosenbrock");
}

#[test]
fn what_friction_leaves_and_what_the_force_adds_make_the_next_velocity() {
    let forms = [
        "momentum-form=book",
        "momentum-form=pytorch",
        "momentum-form=average",
    ];
    for form in forms {
        for step in 0..30 {
            let shown = physics(&format!("lane=2&step={step}&{form}"));
            let motion = shown.motion.unwrap();
            assert_eq!(motion.kept, motion.momentum * motion.velocity);
            let share = if motion.is_average {
                1.0 - motion.momentum
            } else {
                1.0
            };
            let force = -shown.rate * share * shown.gradient;
            assert!(
                (shown.push().unwrap() - force).abs() < 1e-12,
                "{form} {step}"
            );
            // Momentum moves by its velocity.
            assert!((motion.next.unwrap() - shown.next.unwrap()).abs() < 1e-12);
        }
    }
}

#[test]
fn a_ball_of_sgd_has_no_velocity() {
    let shown = physics("lane=1&step=3");
    assert_eq!(shown.motion, None);
    let moved = shown.next.unwrap();
    assert!((moved + shown.rate * shown.gradient).abs() < 1e-12);
    assert!(
        sentences(&shown, PHYSICS.en)
            .join(" ")
            .contains("no velocity")
    );
}

#[test]
fn without_force_half_of_the_velocity_is_left_after_seven_steps() {
    let shown = physics("lane=2");
    assert_eq!(shown.motion.unwrap().half_life(), Some(7));
    let shown = physics("optimizers=momentum:momentum=1");
    assert_eq!(shown.motion.unwrap().half_life(), None);
}

#[test]
fn the_cut_goes_through_the_ball() {
    let shown = physics("lane=2&step=5&cut=y");
    let (place, loss) = shown.ball();
    let nearest = shown
        .profile
        .windows(2)
        .find(|pair| pair[0].0 <= place && place <= pair[1].0);
    let [a, b] = nearest.unwrap() else {
        panic!("two samples")
    };
    assert!(a.1.min(b.1) - 1e-9 <= loss && loss <= a.1.max(b.1) + 1e-9);
}

#[test]
fn every_run_has_a_sound_picture_and_sentences_in_three_languages() {
    for query in [
        "lane=1",
        "lane=2&step=0",
        "lane=3&step=9",
        "optimizers=sgd:lr=30&steps=250",
        "surface=beale&lane=2",
        "surface=formula&formula=1/x&start=1 1",
        "optimizers=momentum:lr=2",
    ] {
        for cut in ["x", "y"] {
            let shown = physics(&format!("{query}&cut={cut}"));
            for &language in Language::ALL {
                let (figure, words) = (FIGURE.of(language), PHYSICS.of(language));
                assert!(sentences(&shown, words).len() >= 2, "{query}");
                let picture = svg(&shown, figure, words, Size::new(640.0, 260.0), Theme::Light);
                for word in ["NaN", "inf", "e+"] {
                    let drawn = picture.split("</desc>").nth(1).unwrap();
                    assert!(!drawn.contains(word), "{query}: {word}");
                }
            }
        }
    }
}

/// Words, the height of their line, where they begin and end.
type Written = (String, String, f64, f64);

fn written(picture: &str) -> Vec<Written> {
    let texts = picture.split("<text ").skip(1);
    let one = |text: &str| {
        let value = |name: &str| {
            let (_, from) = text.split_once(&format!("{name}=\""))?;
            from.split_once('"').map(|(value, _)| value)
        };
        let (tag, rest) = text.split_once('>').unwrap();
        let (words, _) = rest.split_once("</text>").unwrap();
        let stretch = if tag.contains("font-weight") {
            1.15
        } else {
            1.0
        };
        let size: f64 = value("font-size").unwrap().parse().unwrap();
        let width = text::width(words, size) * stretch;
        let x: f64 = value("x").unwrap().parse().unwrap();
        let from = match value("text-anchor") {
            Some("middle") => x - width / 2.0,
            Some("end") => x - width,
            _ => x,
        };
        let line = value(" y").unwrap().to_owned();
        (words.to_owned(), line, from, from + width)
    };
    texts.map(one).collect()
}

/// All is written within the panel, and no two words of a line over each other.
#[track_caller]
fn check_words(query: &str, width: u32) {
    let shown = physics(query);
    for &language in Language::ALL {
        let (figure, words) = (FIGURE.of(language), PHYSICS.of(language));
        let size = Size::new(f64::from(width), 266.0);
        let picture = svg(&shown, figure, words, size, Theme::Light);
        let words = written(&picture);
        assert!(words.len() > 5, "{query} {width}");
        for (word, _, from, to) in &words {
            let is_inside = *from >= 0.0 && *to <= size.width;
            assert!(is_inside, "{query} {width}: {word} {from} {to}");
        }
        for (k, (word, line, from, to)) in words.iter().enumerate() {
            let meets = |other: &&Written| other.1 == *line && other.2 < *to && *from < other.3;
            let other = words[k + 1..].iter().find(meets);
            assert!(other.is_none(), "{query} {width}: {word} {other:?}");
        }
    }
}

#[test]
fn no_word_beside_the_arrows_leaves_the_panel() {
    for width in (230..=900).step_by(10) {
        for cut in ["x", "y"] {
            for step in [0, 3, 12, 20, 30] {
                for rule in [
                    "momentum",
                    "momentum&momentum-form=average",
                    "sgd",
                    "nesterov",
                    "momentum:lr=0.0001",
                    "momentum:lr=0.0001&momentum-form=average",
                    "momentum:lr=2",
                ] {
                    check_words(&format!("optimizers={rule}&step={step}&cut={cut}"), width);
                }
            }
        }
    }
}
