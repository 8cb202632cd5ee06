//! Runs: outcomes, overflow, and ten thousand random ones.

use descent_widget::experiments::race::picture::layout::MapLayout;
use descent_widget::lab::Lab;
use descent_widget::locale::FIGURE;
use descent_widget::math::{Hessian, Point, Vec2};
use descent_widget::optim::{Hyperparameters, Key, Rule};
use descent_widget::race::{
    FAR, LEAST_STEPS, NEAR, OutcomeKind, REST_TOLERANCE, STALL_TOLERANCE, START_TOLERANCE, STAY,
    Trajectory, bound, run,
};
use descent_widget::surface::{Catalogue, Formula, Surface};
use descent_widget::view::Size;
use descent_widget::view::layout::LossLayout;

#[track_caller]
fn check(
    entry: Catalogue,
    start: (f64, f64),
    lane: Hyperparameters,
    steps: usize,
    expect: OutcomeKind,
) -> usize {
    let record = run(entry.surface(), Point::new(start.0, start.1), &lane, steps);
    assert_eq!(record.outcome.kind, expect, "{:?}", record.points.last());
    record.outcome.step
}

fn sgd(rate: f64) -> Hyperparameters {
    Hyperparameters::new(Rule::Sgd).with(Key::Lr, rate)
}

#[test]
fn the_books_runs_are_still_moving_after_thirty_steps() {
    for (rule, rate) in [
        (Rule::Sgd, 0.95),
        (Rule::Momentum, 0.1),
        (Rule::AdaGrad, 1.5),
        (Rule::Adam, 0.3),
    ] {
        let lane = Hyperparameters::new(rule).with(Key::Lr, rate);
        let step = check(
            Catalogue::Ravine,
            (-7.0, 2.0),
            lane,
            30,
            OutcomeKind::Moving,
        );
        assert_eq!(step, 30);
    }
}

#[test]
fn a_converged_run_names_the_step_since_which_it_rests() {
    let step = check(
        Catalogue::Ravine,
        (-7.0, 2.0),
        sgd(0.5),
        400,
        OutcomeKind::Converged,
    );
    // y is 0 after the first step; 7 · 0.95^k falls under a ten-thousandth of the way of 7.28
    // at k = 179.
    assert_eq!(step, 179);
    let start = check(
        Catalogue::Ravine,
        (0.0, 0.0),
        sgd(0.5),
        10,
        OutcomeKind::Converged,
    );
    assert_eq!(start, 0);
}

#[test]
fn a_run_beyond_the_stability_bound_leaves_at_the_step_it_crosses_the_border() {
    // y = 2 · (−1.1)^k passes the border 5 at k = 10.
    let step = check(
        Catalogue::Ravine,
        (-7.0, 2.0),
        sgd(1.05),
        30,
        OutcomeKind::Diverged,
    );
    assert_eq!(step, 10);
}

#[test]
fn an_overflowing_run_ends_at_its_last_finite_point() {
    let record = run(
        Catalogue::Ravine.surface(),
        Point::new(-7.0, 2.0),
        &sgd(1e3),
        1000,
    );
    assert_eq!(record.outcome.kind, OutcomeKind::Diverged);
    assert_eq!(record.outcome.step, record.points.len());
    assert!(record.points.len() < 1000);
    assert!(record.losses.iter().all(|loss| loss.is_finite()));
}

#[test]
fn a_run_into_a_saddle_point_stalls() {
    check(
        Catalogue::Saddle,
        (-1.5, 0.0),
        sgd(0.1),
        200,
        OutcomeKind::Stalled,
    );
}

#[test]
fn a_run_off_the_saddle_diverges_downhill() {
    check(
        Catalogue::Saddle,
        (-1.5, 0.1),
        sgd(0.1),
        40,
        OutcomeKind::Diverged,
    );
}

#[test]
fn a_run_too_slow_to_see_stalls_on_a_slope() {
    check(
        Catalogue::Beale,
        (-4.0, 1.0),
        sgd(1e-9),
        100,
        OutcomeKind::Stalled,
    );
}

#[test]
fn oscillation_at_the_stability_bound_is_neither_convergence_nor_divergence() {
    check(
        Catalogue::Ravine,
        (-7.0, 2.0),
        sgd(1.0),
        1000,
        OutcomeKind::Moving,
    );
}

#[test]
fn a_start_outside_the_picture_that_comes_in_has_not_diverged() {
    check(
        Catalogue::Ravine,
        (-20.0, 8.0),
        sgd(0.1),
        10,
        OutcomeKind::Moving,
    );
    check(
        Catalogue::Ravine,
        (-20.0, 8.0),
        sgd(1.2),
        10,
        OutcomeKind::Diverged,
    );
}

#[test]
fn a_start_without_a_loss_has_no_record() {
    let formula: Formula = "ln(x) + y^2".parse().unwrap();
    let record = run(&formula, Point::new(-7.0, 2.0), &sgd(0.1), 30);
    assert!(record.points.is_empty());
    assert_eq!(
        (record.outcome.kind, record.outcome.step),
        (OutcomeKind::Undefined, 0)
    );
}

/// The definitions of the outcomes, written a second time as plain questions about the
/// whole record.
fn expected(
    surface: &dyn Surface,
    lane: &Hyperparameters,
    record: &Trajectory,
    steps: usize,
) -> Option<OutcomeKind> {
    let n = record.points.len();
    if n <= steps {
        return Some(OutcomeKind::Diverged);
    }
    let domain = surface.domain();
    let diagonal = Vec2::new(domain.x.length(), domain.y.length()).length();
    let along = |at: fn(&Point) -> f64| {
        let low = record.points.iter().map(at).fold(f64::INFINITY, f64::min);
        let high = record.points.iter().map(at).fold(-f64::INFINITY, f64::max);
        high - low
    };
    let way = Vec2::new(along(|p| p.x), along(|p| p.y)).length();
    let near = (REST_TOLERANCE * way.min(diagonal)).max(START_TOLERANCE * diagonal);
    let last = record.points[n - 1];
    let (place, curvature) = descended(surface, last);
    let distance: Vec<f64> = (record.points.iter())
        .map(|&at| (at - place).length())
        .collect();
    let reached = |tolerance: f64| {
        let tail = distance
            .iter()
            .rev()
            .take_while(|&&it| it <= STAY * tolerance)
            .count();
        let jitter = START_TOLERANCE * diagonal;
        let rests = |begun: usize, step: usize| {
            distance[begun..=step].iter().all(|&it| it <= tolerance)
                && step - begun >= LEAST_STEPS.max(step / 10)
                && distance[step] <= distance[begun] + jitter
        };
        let starts_there = tail == n && distance[0] <= tolerance;
        (starts_there && distance[n - 1] <= distance[0] + jitter)
            || (n - tail..n).any(|begun| (begun..n).any(|step| rests(begun, step)))
    };
    if curvature > 1e-2 {
        let verdicts = [0.98, 1.0, 1.02].map(|factor| reached(factor * near));
        match verdicts {
            [true, true, true] => return Some(OutcomeKind::Converged),
            [false, false, false] => {}
            // Too close to call.
            _ => return None,
        }
    }
    if has_left(surface, lane, record) {
        return Some(OutcomeKind::Diverged);
    }
    stalls(surface, record, diagonal)
}

/// The place to which small steps against the gradient lead from a point nearby, and the
/// lowest curvature there by second differences of the value.
fn descended(surface: &dyn Surface, from: Point) -> (Point, f64) {
    let mut at = from;
    let mut rate = 1e-2;
    for _ in 0..4000 {
        let gradient = surface.gradient(at);
        if gradient.length() < 1e-12 || (at - from).length() > 0.5 {
            break;
        }
        let next = at + -gradient * rate;
        if surface.gradient(next).dot(gradient) < 0.0 || surface.value(next) > surface.value(at) {
            rate /= 2.0;
        } else {
            rate *= 1.2;
            at = next;
        }
    }
    (at, curvatures(surface, at).eigenvalues()[0])
}

fn curvatures(surface: &dyn Surface, at: Point) -> Hessian {
    let h = 1e-3;
    let value = |x: f64, y: f64| surface.value(Point::new(at.x + x, at.y + y));
    let xx = (value(h, 0.0) + value(-h, 0.0) - 2.0 * value(0.0, 0.0)) / (h * h);
    let yy = (value(0.0, h) + value(0.0, -h) - 2.0 * value(0.0, 0.0)) / (h * h);
    let xy = (value(h, h) - value(h, -h) - value(-h, h) + value(-h, -h)) / (4.0 * h * h);
    Hessian::new(xx, xy, yy)
}

/// Whether the run is too slow to get anywhere; `None` where that is too close to call.
fn stalls(surface: &dyn Surface, record: &Trajectory, diagonal: f64) -> Option<OutcomeKind> {
    let n = record.points.len();
    let last = record.points[n - 1];
    // Newton's step: the minimum ahead, if the surface is a bowl from here.
    let Hessian { xx, xy, yy } = curvatures(surface, last);
    let g = surface.gradient(last);
    let determinant = xx * yy - xy * xy;
    let step = Vec2::new(g.x * yy - g.y * xy, g.y * xx - g.x * xy) * (1.0 / determinant);
    let is_bowl = determinant > 0.0 && xx > 0.0;
    let ahead = step.length().min(diagonal);
    let steps: Vec<f64> = (record.points.windows(2))
        .map(|pair| (pair[1] - pair[0]).length())
        .collect();
    let decide = |tolerance: f64, near: f64| {
        let n_slow = steps
            .iter()
            .rev()
            .take_while(|&&it| it <= tolerance * ahead)
            .count();
        let minima = surface.minima();
        if (is_bowl && ahead <= near * diagonal)
            || minima
                .iter()
                .any(|&it| (it - last).length() <= near * diagonal)
            || n_slow < LEAST_STEPS
            || n_slow < steps.len() - n_slow
        {
            return false;
        }
        let slow = &steps[steps.len() - n_slow..];
        let (early, late) = slow.split_at(n_slow.div_ceil(2));
        let fastest = |part: &[f64]| part.iter().copied().fold(0.0, f64::max);
        fastest(late) <= 1.01 * fastest(early)
    };
    match [0.9, 1.0, 1.1].map(|f| decide(f * STALL_TOLERANCE, f * NEAR)) {
        [true, true, true] => Some(OutcomeKind::Stalled),
        [false, false, false] => Some(OutcomeKind::Moving),
        _ => None,
    }
}

/// Whether a run without an overflow has left the picture and diverges.
fn has_left(surface: &dyn Surface, lane: &Hyperparameters, record: &Trajectory) -> bool {
    let domain = surface.domain();
    let n = record.points.len();
    let last = record.points[n - 1];
    let reach: Vec<f64> = record.points.iter().map(|&at| domain.reach(at)).collect();
    let border = reach[0].max(1.0);
    let is_higher = record.losses[n - 1] > record.losses[0];
    let is_drawn_away = record.gradients[n - 1].dot(last - domain.center()) < 0.0;
    if reach[n - 1] <= border || !(is_higher || is_drawn_away) {
        return false;
    }
    if let Some(bound) = bound(surface, lane) {
        return lane.value(Key::Lr) > bound.rate;
    }
    if let Some([lowest, highest]) = surface.curvature().map(Hessian::eigenvalues)
        && lowest < 0.0
    {
        let alpha = lane.value(Key::Momentum);
        let largest = match lane.rule() {
            Rule::Sgd => 2.0 / highest,
            Rule::Momentum => 2.0 * (1.0 + alpha) / highest,
            Rule::Nesterov => 2.0 * (1.0 + alpha) / (1.0 + 2.0 * alpha) / highest,
            _ => f64::INFINITY,
        };
        if is_drawn_away || lane.value(Key::Lr) > largest {
            return true;
        }
    }
    let n_outside = reach.iter().rev().take_while(|&&it| it > border).count();
    let middle = n - n_outside.div_ceil(2);
    let farthest = |part: &[f64]| part.iter().copied().fold(0.0, f64::max);
    let early = farthest(&reach[n - n_outside..middle]);
    let late = farthest(&reach[middle..]);
    late > FAR * border && late > 1.5 * early
}

#[test]
fn ten_thousand_random_runs_end_with_the_right_outcome() {
    let mut random = fastrand::Rng::with_seed(7);
    let mut n_of = [0; 5];
    let mut n_unclear = 0;
    for n in 0..10_000 {
        let entry = Catalogue::ALL[random.usize(0..Catalogue::ALL.len())];
        let surface = entry.surface();
        let domain = surface.domain();
        let start = Point::new(
            domain.x.at(random.f64() * 1.4 - 0.2),
            domain.y.at(random.f64() * 1.4 - 0.2),
        );
        let lane = Hyperparameters::new(Rule::ALL[random.usize(0..6)])
            .with(Key::Lr, 10f64.powf(random.f64() * 8.0 - 5.0))
            .with(Key::Momentum, random.f64() * 0.9999)
            .with(Key::Decay, random.f64() * 0.9999)
            .with(Key::Beta1, random.f64() * 0.9999)
            .with(Key::Beta2, random.f64() * 0.9999);
        let steps = random.usize(1..400);
        let record = run(surface, start, &lane, steps);
        let length = record.points.len();
        assert!((1..=steps + 1).contains(&length), "run {n}");
        for other in [
            record.losses.len(),
            record.gradients.len(),
            record.velocities.len(),
        ] {
            assert_eq!(other, length);
        }
        assert!(record.points.iter().all(|p| p.is_finite()));
        assert!(record.losses.iter().all(|loss| loss.is_finite()));
        let kind = record.outcome.kind;
        let expect = expected(surface, &lane, &record, steps);
        n_unclear += usize::from(expect.is_none());
        if let Some(expect) = expect {
            assert_eq!(
                kind, expect,
                "run {n}: {entry:?} {lane:?} {start:?} {steps}"
            );
        }
        assert!(record.outcome.step <= steps, "run {n}");
        n_of[kind as usize] += 1;
    }
    assert!(n_unclear < 100, "few are too close to call: {n_unclear}");
    assert!(
        n_of[..4].iter().all(|&n| n > 100) && n_of[4] == 0,
        "every outcome occurs but that of an undefined loss: {n_of:?}"
    );
}

#[test]
fn linear_theory_says_which_runs_on_the_ravine_diverge() {
    // Along an axis of curvature λ, SGD multiplies by 1 − ηλ; momentum is stable up to
    // η < 2(1 + α)/λ. The ravine's largest curvature is 2.
    let mut random = fastrand::Rng::with_seed(8);
    for _ in 0..300 {
        let momentum = random.f64() * 0.95;
        let bound = 2.0 * (1.0 + momentum) / 2.0;
        let lane = |rate: f64| {
            Hyperparameters::new(Rule::Momentum)
                .with(Key::Lr, rate)
                .with(Key::Momentum, momentum)
        };
        let start = Point::new(-7.0, 2.0);
        let surface = Catalogue::Ravine.surface();
        let below = run(surface, start, &lane(bound * 0.97), 10_000)
            .outcome
            .kind;
        let above = run(surface, start, &lane(bound * 1.03), 10_000)
            .outcome
            .kind;
        assert_eq!(below, OutcomeKind::Converged, "momentum {momentum}");
        assert_eq!(above, OutcomeKind::Diverged, "momentum {momentum}");
    }
}

#[test]
fn the_axes_of_ten_thousand_random_races_are_finite_and_have_three_ticks() {
    let mut random = fastrand::Rng::with_seed(10);
    let size = Size::new(420.0, 320.0);
    for n in 0..10_000 {
        let surface = Catalogue::ALL[random.usize(0..Catalogue::ALL.len())].name();
        let rule = Rule::ALL[random.usize(0..6)].name();
        let rate = 10f64.powf(random.f64() * 8.0 - 5.0);
        let steps = random.usize(1..200);
        let scale = ["log", "linear"][random.usize(0..2)];
        let (x, y) = (random.f64() * 8.0 - 4.0, random.f64() * 8.0 - 4.0);
        let mut lab = Lab::new();
        let warnings = lab.set_query(&format!(
            "surface={surface}&optimizers={rule}:lr={rate} sgd:lr=0.1&steps={steps}\
             &loss-scale={scale}&start={x} {y}"
        ));
        assert_eq!(warnings, [], "race {n}");
        let scene = lab.scene();
        let map = MapLayout::new(&scene, size).unwrap();
        let loss = LossLayout::new(&scene, FIGURE.en, size).unwrap();
        for labels in map.tick_labels().into_iter().chain(loss.tick_labels()) {
            // A run of one step has no third whole number on its axis of steps.
            let least = if steps == 1 { 2 } else { 3 };
            assert!(labels.len() >= least, "race {n}: {labels:?}");
            for label in labels {
                let is_number = |c: char| c.is_numeric() || "−.,×⁻".contains(c);
                assert!(label.chars().all(is_number), "race {n}: {label}");
            }
        }
    }
}
