//! The stability bounds, tried out: just below them runs converge, just above they diverge.

use descent_widget::lab::Lab;
use descent_widget::lab::controls::ControlKind;
use descent_widget::math::{Hessian, Point};
use descent_widget::optim::{Forms, Hyperparameters, Key, NesterovForm, Rule};
use descent_widget::race::{OutcomeKind, bound, run};
use descent_widget::surface::{Catalogue, Formula, Surface};

const MOMENTA: [f64; 5] = [0.0, 0.3, 0.5, 0.9, 0.97];

fn lane(rule: Rule, momentum: f64) -> Hyperparameters {
    Hyperparameters::new(rule).with(Key::Momentum, momentum)
}

/// Runs a hundredth below and a hundredth above the bound.
#[track_caller]
fn check_sides(surface: &dyn Surface, lane: Hyperparameters) {
    let rate = bound(surface, &lane).unwrap().rate;
    let ending = |factor: f64| {
        let lane = lane.with(Key::Lr, rate * factor);
        run(surface, surface.start(), &lane, 10_000).outcome.kind
    };
    assert_eq!(ending(0.99), OutcomeKind::Converged, "{lane:?}");
    assert_eq!(ending(1.01), OutcomeKind::Diverged, "{lane:?}");
}

fn formula(text: &str) -> Formula {
    text.parse().unwrap()
}

#[test]
fn below_the_bound_runs_converge_and_above_it_they_diverge() {
    let typed = formula("3(x+1)^2 - 2x*y + y^2 + x/4");
    let surfaces: [&dyn Surface; 3] = [
        Catalogue::Ravine.surface(),
        Catalogue::Booth.surface(),
        &typed,
    ];
    for surface in surfaces {
        check_sides(surface, lane(Rule::Sgd, 0.9));
        for momentum in MOMENTA {
            check_sides(surface, lane(Rule::Momentum, momentum));
            check_sides(surface, lane(Rule::Nesterov, momentum));
        }
    }
}

#[test]
fn the_bounds_of_the_book_are_round() {
    let rate = |rule| {
        let bound = bound(Catalogue::Ravine.surface(), &lane(rule, 0.9));
        bound.map(|bound| bound.rate)
    };
    assert_eq!(rate(Rule::Sgd), Some(1.0));
    assert_eq!(rate(Rule::Momentum), Some(1.9));
    assert_eq!(rate(Rule::Nesterov), Some(1.9 / 2.8));
    for rule in [Rule::AdaGrad, Rule::RmsProp, Rule::Adam] {
        assert_eq!(rate(rule), None);
    }
}

#[test]
fn where_the_surface_curves_downward_no_rate_is_stable() {
    let saddle = Catalogue::Saddle.surface();
    assert_eq!(bound(saddle, &lane(Rule::Sgd, 0.0)), None);
    assert_eq!(bound(&formula("-x^2"), &lane(Rule::Sgd, 0.0)), None);
    assert_eq!(bound(&formula("x + y"), &lane(Rule::Sgd, 0.0)), None);
    // Nor where it has a slope along a direction without curvature.
    for text in ["x^2 + y", "(x+2y)^2 - x", "y"] {
        for rule in [Rule::Sgd, Rule::Momentum, Rule::Nesterov] {
            assert_eq!(bound(&formula(text), &lane(rule, 0.9)), None, "{text}");
        }
    }
    // A valley whose floor is level has one.
    assert_eq!(
        bound(&formula("(x+2y-1)^2"), &lane(Rule::Sgd, 0.0)).map(|it| it.rate),
        Some(0.2)
    );
    let ravine = Catalogue::Ravine.surface();
    assert_eq!(bound(ravine, &lane(Rule::Momentum, 1.0)), None);
}

#[test]
fn nesterov_is_stable_with_all_of_its_velocity_kept() {
    for (form, product) in [
        (NesterovForm::Corrected, 4.0 / 3.0),
        (NesterovForm::Early, 0.8),
    ] {
        let forms = Forms {
            nesterov: form,
            ..Forms::default()
        };
        let lane = lane(Rule::Nesterov, 1.0).with_forms(forms);
        let bound = bound(Catalogue::Ravine.surface(), &lane).unwrap();
        assert!(
            (bound.rate * bound.curvature - product).abs() < 1e-12,
            "{bound:?}"
        );
        check_sides(Catalogue::Ravine.surface(), lane);
        check_sides(&formula("3(x+1)^2 - 2x*y + y^2 + x/4"), lane);
    }
    let query = "optimizers=nesterov:momentum=1,lr=0.1";
    assert!((rate_bound(query).unwrap().0 - 2.0 / 3.0).abs() < 1e-12);
    let early = rate_bound(&format!("{query}&nesterov-form=early"));
    assert!((early.unwrap().0 - 0.4).abs() < 1e-12);
}

#[test]
fn a_stated_curvature_agrees_with_differences_of_the_gradient() {
    for entry in Catalogue::ALL {
        let surface = entry.surface();
        let Some(stated) = surface.curvature() else {
            continue;
        };
        for (x, y) in [(0.0, 0.0), (-3.0, 1.5), (2.0, 2.0)] {
            let slope = |dx: f64, dy: f64| surface.gradient(Point::new(x + dx, y + dy));
            let along_x = slope(1.0, 0.0) + -slope(0.0, 0.0);
            let along_y = slope(0.0, 1.0) + -slope(0.0, 0.0);
            let found = [along_x.x, along_x.y, along_y.x, along_y.y];
            let wanted = [stated.xx, stated.xy, stated.xy, stated.yy];
            for (a, b) in found.into_iter().zip(wanted) {
                assert!((a - b).abs() < 1e-12, "{entry:?}: {found:?}, {wanted:?}");
            }
        }
    }
}

#[track_caller]
fn check_curvature(text: &str, expect: Option<[f64; 3]>) {
    let expect = expect.map(|[xx, xy, yy]| Hessian::new(xx, xy, yy));
    assert_eq!(formula(text).curvature(), expect, "{text}");
}

#[test]
fn formulas_of_the_second_degree_are_recognized() {
    check_curvature("x^2/20 + y^2", Some([0.1, 0.0, 2.0]));
    check_curvature("(x+2y-7)^2 + (2x+y-5)^2", Some([10.0, 8.0, 10.0]));
    check_curvature("x y", Some([0.0, 1.0, 0.0]));
    check_curvature("-x^2", Some([-2.0, 0.0, 0.0]));
    check_curvature("sqrt(4)*x^2 + 2^3*y^(1+1)", Some([4.0, 0.0, 16.0]));
    check_curvature("max(1, 2) x^2", Some([4.0, 0.0, 0.0]));
    check_curvature("3x - 1", Some([0.0, 0.0, 0.0]));
}

#[test]
fn other_formulas_have_no_single_curvature() {
    for text in [
        "x^3",
        "x^2 y",
        "x^2 y^2",
        "sin(x)",
        "x^y",
        "2^x",
        "x^0.5",
        "x^-1",
        "1/x",
        "abs(x)",
        "x^2/0",
        "max(x, y)",
    ] {
        check_curvature(text, None);
    }
}

/// The bound that the slider of a lane's rate has, and where it is marked.
fn rate_bound(query: &str) -> Option<(f64, Option<f64>)> {
    let mut lab = Lab::new();
    lab.set_query(query);
    let controls = lab.controls();
    let slider = controls.iter().find(|control| control.name == "lane.0.lr");
    match slider.unwrap().kind {
        ControlKind::Slider { slider, bound, .. } => {
            bound.map(|bound| (bound.rate, slider.share(bound.rate)))
        }
        _ => None,
    }
}

#[test]
fn the_slider_of_a_rate_has_the_stability_bound_where_one_is_known() {
    let (rate, share) = rate_bound("optimizers=sgd").unwrap();
    assert_eq!(rate, 1.0);
    // Most of the slider is for rates that converge.
    assert!((0.7..0.9).contains(&share.unwrap()), "{share:?}");
    assert_eq!(rate_bound("optimizers=adam"), None);
    assert_eq!(rate_bound("surface=rosenbrock&optimizers=sgd"), None);
    let flat = "surface=formula&formula=x^2/1000&optimizers=sgd";
    assert_eq!(rate_bound(flat), Some((1000.0, Some(1.0))));
}
