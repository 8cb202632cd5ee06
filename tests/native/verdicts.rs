//! Verdicts: they follow the scale of the run's own loss and way, and say nothing that the
//! place where the run ends contradicts.

use descent_widget::lab::Lab;
use descent_widget::lessons::basins::picture as basins;
use descent_widget::locale::BASINS;
use descent_widget::math::{Hessian, Point, Rect, Vec2};
use descent_widget::optim::{Forms, Hyperparameters, Key, MomentumForm, NesterovForm, Rule};
use descent_widget::race::basins::{Basins, Goal};
use descent_widget::race::{Conditions, NEAR, OutcomeKind, Trajectory, run};
use descent_widget::surface::{Catalogue, Formula, Surface, Trouble};
use fastrand::Rng;

use crate::common::from_query;

use OutcomeKind::{Converged, Diverged, Moving, Stalled, Undefined};

fn kinds(query: &str) -> Vec<OutcomeKind> {
    let mut lab = from_query(query);
    let scene = lab.scene();
    let kinds = (scene.lanes.iter()).map(|lane| lane.trajectory.outcome.kind);
    kinds.collect()
}

#[track_caller]
fn check(query: &str, expect: &[OutcomeKind]) {
    assert_eq!(kinds(query), expect, "{query}");
}

#[test]
fn a_run_that_slows_down_at_a_known_minimum_has_not_stalled() {
    for steps in (10..=400).step_by(10) {
        for (query, converged) in [
            ("surface=booth&optimizers=adagrad", 80),
            (
                "surface=formula&formula=100(x^2%2By^2)&optimizers=sgd:lr=0.001",
                60,
            ),
        ] {
            let expect = if steps < converged { Moving } else { Converged };
            check(&format!("{query}&steps={steps}"), &[expect]);
        }
    }
    for steps in [1000, 2000, 3000, 3500] {
        check(
            &format!("surface=rosenbrock&optimizers=momentum&steps={steps}"),
            &[Moving],
        );
    }
    check(
        "surface=rosenbrock&optimizers=momentum&steps=6000",
        &[Converged],
    );
}

#[test]
fn what_has_not_moved_has_not_converged_however_flat_the_loss_is() {
    let flat = "surface=formula&formula=1e-8*(x^2%2By^2)&start=-7 2&steps=100";
    check(
        &format!("{flat}&optimizers=sgd momentum adagrad"),
        &[Stalled, Stalled, Moving],
    );
    // At the minimum it need not move.
    check(
        "start=0 0&optimizers=sgd momentum adagrad adam&steps=5",
        &[Converged; 4],
    );
}

#[test]
fn where_there_is_no_minimum_nothing_converges() {
    let all = "optimizers=sgd:lr=0.5 momentum:lr=0.5 adagrad:lr=0.5 rmsprop:lr=0.5 adam:lr=0.5";
    for text in [
        "ln(1%2Bexp(-x))%2By^2",
        "exp(-x)%2By^2",
        "1/(1%2Bx^2)%2By^2",
        "atan(x)%2By^2",
        "x^3%2By^2",
        "(x%2B2y)^3%2B(2x-y)^2",
        "x^2%2By",
    ] {
        for steps in [30, 300, 1000, 4000] {
            let query = format!("surface=formula&formula={text}&start=2 1&{all}&steps={steps}");
            let kinds = kinds(&query);
            assert!(!kinds.contains(&Converged), "{query}: {kinds:?}");
        }
    }
    check(
        "surface=formula&formula=x^3%2By^2&start=2 1&optimizers=sgd:lr=0.1&steps=1000",
        &[Moving],
    );
    // Exactly on the inflection it rests, but not at a minimum.
    check(
        "surface=formula&formula=x^3%2By^2&start=0 0&optimizers=sgd&steps=20",
        &[Stalled],
    );
}

#[test]
fn a_run_that_gathers_speed_has_not_stalled() {
    for steps in [12, 20, 40, 400] {
        check(
            &format!(
                "optimizers=momentum:lr=0.001,momentum=0.9999&momentum-form=average&steps={steps}"
            ),
            &[Moving],
        );
    }
}

fn with_basins(query: &str) -> Lab {
    let mut lab = from_query(&format!("lessons=basins&{query}"));
    lab.work_on_maps(|| true);
    lab
}

#[test]
fn starts_whose_runs_come_close_to_the_minimum_belong_to_it() {
    let mut lab = with_basins("surface=rosenbrock&optimizers=momentum&steps=3000");
    let map = lab.basins().unwrap();
    let ends = map.basins.ends();
    let n_there = ends
        .values()
        .filter(|goal| **goal == Goal::Minimum(0))
        .count();
    assert!(
        n_there > 10_000,
        "{n_there} of {}",
        ends.columns() * ends.rows()
    );
}

#[test]
fn a_start_between_the_cells_of_the_basins_has_a_sentence() {
    let mut lab = with_basins("surface=himmelblau&optimizers=sgd:lr=0.01&start=1.2345 -2.3456");
    let sentence = basins::sentence(&lab.basins().unwrap(), BASINS.en);
    assert!(
        sentence.starts_with("Start (1.235, −2.346): reaches the minimum "),
        "{sentence}"
    );
    let mut lab = with_basins("surface=saddle&start=1.0001 0.0501&optimizers=sgd");
    let sentence = basins::sentence(&lab.basins().unwrap(), BASINS.en);
    assert_eq!(sentence, "Start (1, 0.05): diverges.");
}

/// A surface whose loss is so many times as large.
struct Scaled<'a> {
    surface: &'a dyn Surface,
    factor: f64,
}

impl Surface for Scaled<'_> {
    fn value(&self, at: Point) -> f64 {
        self.surface.value(at) * self.factor
    }

    fn gradient(&self, at: Point) -> Vec2 {
        self.surface.gradient(at) * self.factor
    }

    fn trouble(&self, at: Point) -> Trouble {
        self.surface.trouble(at)
    }

    fn curvature(&self) -> Option<Hessian> {
        let Hessian { xx, xy, yy } = self.surface.curvature()?;
        let factor = self.factor;
        Some(Hessian::new(xx * factor, xy * factor, yy * factor))
    }

    fn domain(&self) -> Rect {
        self.surface.domain()
    }

    fn minima(&self) -> &[Point] {
        self.surface.minima()
    }

    fn start(&self) -> Point {
        self.surface.start()
    }
}

/// The named surfaces, and formulas with all that a run may meet.
fn surfaces() -> Vec<(String, Box<dyn Surface>)> {
    let texts = [
        "x^2 + y^2",
        "100(x^2 + y^2)",
        "x^2/1000 + y^2",
        "(x+2y-3)^2",
        "x^2 + y",
        "x^4 + y^2",
        "x^3 + y^2",
        "x^3 - 3x*y^2",
        "ln(1+exp(-x)) + y^2",
        "exp(-x) + y^2",
        "x^2 y^2",
        "-exp(-x^2-y^2)",
        "abs(x) + abs(y)",
        "max(-x-3, 0)",
        "sin(x) + y^2/4",
        "sqrt(x) + y^2",
        "-x^2 - y^2",
    ];
    let typed = texts.map(|text| {
        let formula: Formula = text.parse().unwrap();
        let surface: Box<dyn Surface> = Box::new(formula);
        (text.to_owned(), surface)
    });
    let named = Catalogue::ALL.map(|entry| {
        let surface: Box<dyn Surface> = Box::new(Scaled {
            surface: entry.surface(),
            factor: 1.0,
        });
        (entry.name().to_owned(), surface)
    });
    named.into_iter().chain(typed).collect()
}

fn random_start(surface: &dyn Surface, rng: &mut Rng) -> Point {
    let Rect { x, y } = surface.domain();
    let share = |rng: &mut Rng| rng.f64() * 1.1 - 0.05;
    Point::new(x.at(share(rng)), y.at(share(rng)))
}

fn random_lane(rng: &mut Rng) -> Hyperparameters {
    let forms = Forms {
        momentum: [
            MomentumForm::Book,
            MomentumForm::PyTorch,
            MomentumForm::Average,
        ][rng.usize(..3)],
        nesterov: [NesterovForm::Corrected, NesterovForm::Early][rng.usize(..2)],
    };
    let mut near_one = |decades: f64| 1.0 - libm::exp10(-decades * rng.f64());
    let lane = Hyperparameters::new(Rule::Sgd)
        .with(Key::Momentum, near_one(4.0))
        .with(Key::Decay, near_one(3.0))
        .with(Key::Beta1, near_one(2.0))
        .with(Key::Beta2, near_one(4.0));
    let values = lane;
    let lane = Hyperparameters::new(Rule::ALL[rng.usize(..6)]).with_forms(forms);
    let keys = [Key::Momentum, Key::Decay, Key::Beta1, Key::Beta2];
    let lane = keys
        .into_iter()
        .fold(lane, |lane, key| lane.with(key, values.value(key)));
    lane.with(Key::Lr, libm::exp10(rng.f64() * 6.0 - 5.0))
}

/// What makes the same way on a loss that is so many times as large: a smaller rate, or for
/// rules that divide by the gradient a larger ε.
fn for_scale(lane: Hyperparameters, factor: f64) -> Hyperparameters {
    let key = if lane.rule().is_adaptive() {
        return lane.with(Key::Eps, lane.value(Key::Eps) * factor);
    } else {
        Key::Lr
    };
    lane.with(key, lane.value(key) / factor)
}

#[test]
fn a_loss_times_a_constant_ends_the_same() {
    let mut rng = Rng::with_seed(44);
    let surfaces = surfaces();
    let mut n_of = [0; 5];
    let mut n_alike = 0;
    for _ in 0..3000 {
        let (name, surface) = &surfaces[rng.usize(..surfaces.len())];
        let surface = &**surface;
        let start = random_start(surface, &mut rng);
        let lane = random_lane(&mut rng);
        let steps = rng.usize(1..600);
        let plain = run(surface, start, &lane, steps);
        n_of[plain.outcome.kind as usize] += 1;
        let scaled = |factor: f64| {
            let surface = Scaled { surface, factor };
            run(&surface, start, &for_scale(lane, factor), steps)
        };
        let told = |factor: f64| format!("{factor} × {name} from {start:?}, {steps}: {lane:?}");
        // By a power of two no number is rounded, so that the ways are the same to the bit.
        let factor = libm::exp2(f64::from(rng.i32(-26..=26)));
        let same = scaled(factor);
        if same.points == plain.points {
            n_alike += 1;
            assert_eq!(same.outcome, plain.outcome, "{}", told(factor));
        }
        // By others the ways differ by rounding; what is chaotic goes another one.
        let factor = libm::exp10(rng.f64() * 16.0 - 8.0);
        let near = scaled(factor);
        let diagonal = diagonal(surface);
        let is_same_way = near.points.len() == plain.points.len()
            && (near.points.iter().zip(&plain.points))
                .all(|(a, b)| (*a - *b).length() <= 1e-9 * diagonal);
        if is_same_way {
            n_alike += 1;
            assert_eq!(near.outcome.kind, plain.outcome.kind, "{}", told(factor));
        }
    }
    assert!(n_alike > 5000, "{n_alike}");
    assert!(n_of.iter().all(|&n| n > 40), "every kind occurs: {n_of:?}");
}

fn diagonal(surface: &dyn Surface) -> f64 {
    let Rect { x, y } = surface.domain();
    Vec2::new(x.length(), y.length()).length()
}

/// The verdicts on the first steps of a run, by their number.
fn verdicts(
    surface: &dyn Surface,
    start: Point,
    lane: &Hyperparameters,
    longest: usize,
) -> Vec<(usize, Trajectory)> {
    let mut steps = 1;
    let mut verdicts = Vec::new();
    while steps <= longest {
        verdicts.push((steps, run(surface, start, lane, steps)));
        steps += 1 + steps / 12;
    }
    verdicts
}

#[test]
fn more_steps_do_not_take_convergence_back() {
    let mut rng = Rng::with_seed(45);
    let surfaces = surfaces();
    let (mut n_converged, mut n_left) = (0, 0);
    for _ in 0..400 {
        let (name, surface) = &surfaces[rng.usize(..surfaces.len())];
        let surface = &**surface;
        let start = random_start(surface, &mut rng);
        let lane = random_lane(&mut rng);
        let verdicts = verdicts(surface, start, &lane, 2000);
        for pair in verdicts.windows(2) {
            let [(steps, before), (_, after)] = pair else {
                continue;
            };
            if before.outcome.kind != Converged {
                continue;
            }
            n_converged += 1;
            if after.outcome.kind == Converged {
                continue;
            }
            // Then it went away again, which what divides by its own past may do.
            let place = *before.points.last().unwrap();
            let farthest = (after.points[*steps..].iter())
                .map(|&at| (at - place).length())
                .fold(0.0, f64::max);
            let covered = (before.points.iter())
                .map(|&at| (at - start).length())
                .fold(0.0, f64::max);
            let told = format!("{name} from {start:?}, {steps}: {lane:?}");
            assert!(farthest > 5e-4 * covered.min(diagonal(surface)), "{told}");
            assert!(lane.rule().is_adaptive(), "{told}");
            n_left += 1;
        }
    }
    assert!(n_converged > 500, "{n_converged}");
    assert!(n_left < 20, "{n_left}");
}

#[test]
fn a_verdict_fits_the_place_where_the_run_stands() {
    let mut rng = Rng::with_seed(46);
    let surfaces = surfaces();
    for _ in 0..3000 {
        let (name, surface) = &surfaces[rng.usize(..surfaces.len())];
        let surface = &**surface;
        let start = random_start(surface, &mut rng);
        let lane = random_lane(&mut rng);
        let steps = rng.usize(1..1500);
        let record = run(surface, start, &lane, steps);
        let told = format!(
            "{name} from {start:?}, {steps}: {lane:?}: {:?}",
            record.outcome
        );
        let Some(&last) = record.points.last() else {
            continue;
        };
        let diagonal = diagonal(surface);
        let mut minima = surface.minima().iter();
        let is_near = minima.any(|&minimum| (minimum - last).length() < 0.9 * NEAR * diagonal);
        match record.outcome.kind {
            Stalled => assert!(!is_near, "{told}"),
            Diverged | Moving | Undefined => {}
            // Around a minimum nothing is lower.
            Converged => {
                for direction in 0..16 {
                    let angle = f64::from(direction) * std::f64::consts::TAU / 16.0;
                    let way = Vec2::new(libm::cos(angle), libm::sin(angle));
                    let beside = surface.value(last + way * (0.003 * diagonal));
                    assert!(beside > surface.value(last), "{told}");
                }
                let covered = (record.points.iter()).map(|&at| (at - start).length());
                let covered = covered.fold(0.0, f64::max);
                assert!(covered > 1e-3 * diagonal, "it has moved: {told}");
            }
        }
    }
}

/// Compares a map of basins with the runs of its cells; returns how many reach a minimum.
#[track_caller]
fn check_basins(surface: &dyn Surface, lane: Hyperparameters, steps: usize) -> usize {
    let mut basins = Basins::new(surface, lane, steps, Conditions::default(), (12, 9));
    while basins.work(surface, 1 << 20) {}
    let mut n_there = 0;
    for row in 0..9 {
        for column in 0..12 {
            let start = basins.start(column, row);
            let record = run(surface, start, &lane, steps);
            let kind = record.outcome.kind;
            let near = |place: Point, entries: &[Point]| {
                let distances = entries.iter().map(|&at| (at - place).length());
                distances.fold(0.0, f64::max) < NEAR * diagonal(surface)
            };
            match basins.ends().get(column, row).unwrap() {
                Goal::Minimum(number) => {
                    let last = record.points.len().saturating_sub(10);
                    let place = basins.minima()[*number];
                    n_there += 1;
                    // Two ends that count as the same minimum may lie twice as far apart.
                    let is_there =
                        |at: &Point| (*at - place).length() < 2.0 * NEAR * diagonal(surface);
                    assert!(
                        record.points[last..].iter().all(is_there),
                        "{start:?}: {lane:?}"
                    );
                    assert_ne!(kind, Diverged, "{start:?}: {lane:?}");
                }
                Goal::Away => assert_eq!(kind, Diverged, "{start:?}: {lane:?}"),
                Goal::Nowhere => {
                    assert!(!matches!(kind, Diverged | Converged), "{start:?}: {lane:?}");
                    let tail = record.points.len().saturating_sub(11);
                    let mut minima = surface.minima().iter();
                    assert!(
                        !minima.any(|&at| near(at, &record.points[tail..])),
                        "{start:?}"
                    );
                }
            }
        }
    }
    n_there
}

#[test]
fn a_cell_of_the_basins_leads_where_its_run_ends() {
    let mut rng = Rng::with_seed(47);
    let mut n_there = 0;
    for (_, surface) in surfaces() {
        for rule in Rule::ALL {
            let mut lane = random_lane(&mut rng);
            while lane.rule() != rule {
                lane = random_lane(&mut rng);
            }
            n_there += check_basins(&*surface, lane, 300);
        }
    }
    assert!(n_there > 1500, "{n_there}");
}
