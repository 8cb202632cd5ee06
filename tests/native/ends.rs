//! Ends of runs: nothing is said that the record, or theory, does not know.

use descent_widget::experiments::race::describe;
use descent_widget::experiments::race::words::RaceWords;
use descent_widget::lessons::predict::model::Answer;
use descent_widget::lessons::predict::model::PredictAction;
use descent_widget::lessons::predict::picture as predict;
use descent_widget::lessons::rates::model::Rows;
use descent_widget::lessons::rule::sheet as rule;
use descent_widget::locale::{PREDICT, RACE, RULE};
use descent_widget::math::Point;
use descent_widget::optim::{Forms, Hyperparameters, Key, MomentumForm, NesterovForm, Rule};
use descent_widget::race::basins::{Basins, Goal};
use descent_widget::race::{
    Cause, Conditions, OutcomeKind, RateChange, Trajectory, bound, run, run_under,
};
use descent_widget::surface::{Catalogue, Formula, Surface, Trouble};

use OutcomeKind::{Converged, Diverged, Moving, Stalled, Undefined};

use crate::common::{from_query, see_answer};

fn record(query: &str, lane: usize) -> Trajectory {
    from_query(query).scene().lanes[lane].trajectory.clone()
}

/// The kind of outcome of a lane, its step, and what is said of it.
#[track_caller]
fn check(query: &str, lane: usize, expect: (OutcomeKind, usize), words: &str) {
    let outcome = record(query, lane).outcome;
    assert_eq!((outcome.kind, outcome.step), expect, "{query}");
    let said = said(query, lane, RACE.en);
    assert!(said.ends_with(words), "{said}");
}

fn said(query: &str, lane: usize, words: &RaceWords) -> String {
    describe::summaries(&from_query(query).scene(), words)[lane].clone()
}

fn momentum(rate: f64, momentum: f64) -> Hyperparameters {
    Hyperparameters::new(Rule::Momentum)
        .with(Key::Lr, rate)
        .with(Key::Momentum, momentum)
}

const PLAIN: &str =
    "surface=formula&formula=max(-x-3,0)&start=-7 2&optimizers=sgd:lr=0.1 momentum:lr=0.1";

#[test]
fn a_ball_that_rolls_over_a_plain_is_not_at_rest() {
    let query = format!("{PLAIN}&steps=60");
    let points = record(&query, 1).points;
    assert!(
        points[60].x - points[10].x > 5.0,
        "it rolls far: {points:?}"
    );
    check(&query, 1, (Moving, 60), "Not converged yet.");
    // It is at rest once it does not move, not once the slope ends.
    let (kind, step) = {
        let outcome = record(&format!("{PLAIN}&steps=400"), 1).outcome;
        (outcome.kind, outcome.step)
    };
    assert_eq!(kind, Stalled);
    assert!((80..200).contains(&step), "{step}");
}

#[test]
fn on_a_plain_nothing_is_said_about_a_minimum() {
    let query = format!("{PLAIN}&steps=60");
    check(
        &query,
        0,
        (Stalled, 41),
        "Stalled: since step 41 at rest where the gradient is zero (a flat place).",
    );
    assert!(
        said(&query, 0, RACE.ko)
            .ends_with("정체: 스텝 41부터 기울기가 0인 평평한 곳에 멈춰 있습니다.")
    );
    assert!(
        said(&query, 0, RACE.ja)
            .ends_with("停滞：ステップ 41 から、勾配が 0 の平らな所で止まっています。")
    );
}

#[test]
fn at_a_saddle_point_and_on_top_no_minimum_is() {
    let words = "where the gradient is zero, but not at a minimum.";
    let saddle = "surface=saddle&start=-1.5 0&optimizers=sgd&steps=80";
    let step = record(saddle, 0).outcome.step;
    check(saddle, 0, (Stalled, step), words);
    let top = "surface=formula&formula=-x^2-y^2&start=0 0&optimizers=momentum&steps=20";
    check(top, 0, (Stalled, 0), words);
}

#[test]
fn steps_too_short_to_see_are_told_from_rest() {
    let query = "surface=formula&formula=x/1000&optimizers=sgd:lr=0.0001&steps=100";
    let step = record(query, 0).outcome.step;
    let words = "the gradient is not zero, but the steps are negligible.";
    check(query, 0, (Stalled, step), words);
}

#[test]
fn a_run_below_the_bound_that_swings_out_of_the_picture_has_not_diverged() {
    let query = |steps: usize| format!("optimizers=momentum:lr=1.862&steps={steps}");
    let far = |record: &Trajectory| record.points.iter().any(|point| point.y.abs() > 5.0);
    assert!(far(&record(&query(15), 0)), "it leaves the picture");
    check(&query(15), 0, (Moving, 15), "Not converged yet.");
    let step = record(&query(1000), 0).outcome.step;
    assert_eq!(step, 165);
    check(&query(1000), 0, (Converged, step), "Converged at step 165.");
    let slow = |steps: usize| {
        let lane = momentum(1.9, 0.995);
        let start = Point::new(-7.0, 2.0);
        run(Catalogue::Ravine.surface(), start, &lane, steps)
    };
    assert!(far(&slow(30)));
    assert_eq!(slow(30).outcome.kind, Moving);
    assert_eq!(slow(10_000).outcome.kind, Converged);
}

#[test]
fn a_run_beyond_the_bound_has_left_and_not_come_back() {
    let query = "optimizers=sgd:lr=1.05&steps=30";
    check(
        query,
        0,
        (Diverged, 10),
        "Diverged: left the plot at step 10 and had not returned by step 30.",
    );
    assert!(
        said(query, 0, RACE.ko)
            .ends_with("스텝 10에서 그림 밖으로 나간 뒤 스텝 30까지 돌아오지 않았습니다.")
    );
    assert!(
        said(query, 0, RACE.ja)
            .ends_with("ステップ 10 で図の外に出て、ステップ 30 まで戻っていません。")
    );
}

/// Surfaces of the second degree that have a lowest place.
fn bowls() -> Vec<(Box<dyn Surface>, &'static str)> {
    let mut bowls: Vec<(Box<dyn Surface>, _)> = Vec::new();
    for text in [
        "x^2/20 + y^2",
        "(x+2y-7)^2 + (2x+y-5)^2",
        "3(x+1)^2 - 2x*y + y^2 + x/4",
        // Its minimum lies far out of the picture.
        "(x-40)^2/20 + y^2",
        "x^2/500 + 4y^2",
        "y^2",
    ] {
        let formula: Formula = text.parse().unwrap();
        bowls.push((Box::new(formula), text));
    }
    bowls
}

#[test]
fn below_the_bound_no_run_is_said_to_diverge() {
    let mut random = fastrand::Rng::with_seed(21);
    let bowls = bowls();
    let mut n_outside = 0;
    for n in 0..6000 {
        let (surface, text) = &bowls[random.usize(..bowls.len())];
        let surface = &**surface;
        let domain = surface.domain();
        let share = |random: &mut fastrand::Rng| random.f64() * 1.4 - 0.2;
        let start = Point::new(
            domain.x.at(share(&mut random)),
            domain.y.at(share(&mut random)),
        );
        let forms = Forms {
            momentum: [
                MomentumForm::Book,
                MomentumForm::PyTorch,
                MomentumForm::Average,
            ][random.usize(..3)],
            nesterov: [NesterovForm::Corrected, NesterovForm::Early][random.usize(..2)],
        };
        let lane = Hyperparameters::new([Rule::Sgd, Rule::Momentum, Rule::Nesterov][n % 3])
            .with(Key::Momentum, 1.0 - libm::exp10(-3.0 * random.f64()))
            .with_forms(forms);
        let rate = bound(surface, &lane).unwrap().rate;
        let lane = lane.with(Key::Lr, rate * (1.0 - libm::exp10(-4.0 * random.f64())));
        let longest = [20, 200, 3000][random.usize(..3)];
        let steps = random.usize(1..longest);
        // What a change of the rates leads to counts too.
        let rate_change = random.bool().then(|| RateChange {
            step: random.usize(..steps),
            factor: random.f64(),
        });
        let conditions = Conditions {
            rate_change,
            ..Conditions::default()
        };
        let record = run_under(surface, start, &lane, steps, &conditions);
        assert_ne!(
            record.outcome.kind, Diverged,
            "{text}: {lane:?} from {start:?}, {steps} steps, {rate_change:?}"
        );
        let last = *record.points.last().unwrap();
        n_outside += usize::from(domain.reach(last) > domain.reach(start).max(1.0));
    }
    assert!(
        n_outside > 100,
        "many of them end out of the picture: {n_outside}"
    );
}

#[test]
fn a_rate_that_is_raised_over_the_bound_diverges() {
    let query = |steps: usize| format!("optimizers=sgd:lr=0.5&rate-change=10 5&steps={steps}");
    assert_eq!(record(&query(10), 0).outcome.kind, Moving);
    assert_eq!(
        record("optimizers=sgd:lr=0.95&rate-change=10 1.2&steps=60", 0)
            .outcome
            .kind,
        Diverged
    );
    // And one that is lowered in time comes back, however far out it is by then.
    let lowered = "optimizers=sgd:lr=1.05&rate-change=20 0.5&steps=21";
    let record = record(lowered, 0);
    assert!(record.points[20].y.abs() > 5.0);
    assert_eq!(record.outcome.kind, Moving);
}

#[test]
fn a_long_step_out_and_back_has_not_diverged() {
    // Adam's first steps are as long as its rate.
    for steps in 1..300 {
        for query in [
            "optimizers=adam:lr=30",
            "optimizers=adagrad:lr=100",
            "surface=himmelblau&optimizers=adam:lr=100",
            // Its minimum lies right of the picture, and the run goes there.
            "surface=rosenbrock&domain=-2 0 -1 1&optimizers=momentum:lr=0.0005",
        ] {
            let outcome = record(&format!("{query}&steps={steps}"), 0).outcome;
            assert_ne!(outcome.kind, Diverged, "{query} after {steps} steps");
        }
    }
    let there = "surface=rosenbrock&domain=-2 0 -1 1&optimizers=momentum:lr=0.0005&steps=9000";
    let record = record(there, 0);
    assert_eq!(record.outcome.kind, Converged);
    assert!(record.points.last().unwrap().x > 0.9);
}

#[test]
fn where_no_theory_tells_a_run_that_goes_ever_farther_diverges() {
    for query in [
        "surface=rastrigin&optimizers=sgd:lr=1.3&steps=40",
        "surface=formula&formula=x^2/20 %2B y^2 %2B sin(x)&optimizers=momentum:lr=2.2&steps=60",
        "surface=formula&formula=-abs(x)^1.5&start=1 1&optimizers=sgd:lr=1&steps=60",
    ] {
        let record = record(query, 0);
        assert_eq!(record.outcome.kind, Diverged, "{query}");
        assert_eq!(record.outcome.cause, Cause::Plain, "{query}");
        assert!(record.outcome.step < 40, "{query}");
    }
}

const ROOT: &str = "surface=formula&formula=sqrt(x)%2By^2&start=3 1&optimizers=sgd momentum";

#[test]
fn a_place_without_a_loss_is_told_from_an_overflow() {
    let query = format!("{ROOT}&steps=100");
    let end = *record(&query, 0).losses.last().unwrap();
    assert!((end - 1.004).abs() < 1e-3, "nothing is large there: {end}");
    check(
        &query,
        0,
        (Undefined, 8),
        "Stopped: at step 8 the loss is undefined. Lower the learning rate or move the start.",
    );
    let korean = said(&query, 0, RACE.ko);
    assert!(
        korean.ends_with(
            "중단: 스텝 8에서 손실이 정의되지 않습니다. 학습률을 낮추거나 시작점을 옮기세요."
        ),
        "{korean}"
    );
    let japanese = said(&query, 0, RACE.ja);
    assert!(
        japanese.ends_with(
            "中断：ステップ 8 で損失が定義されません。学習率を下げるか、開始点を動かしてください。"
        ),
        "{japanese}"
    );
    // What overflows ends in NaN as well, where one infinity is taken from another.
    for query in [
        "optimizers=sgd:lr=30&steps=250",
        "surface=saddle&start=1 1&optimizers=sgd:lr=30&steps=1000",
        "surface=styblinski-tang&optimizers=sgd:lr=10&steps=100",
        "surface=formula&formula=x^4-y^4&start=3 3&optimizers=sgd:lr=1&steps=100",
    ] {
        let outcome = record(query, 0).outcome;
        assert_eq!(
            (outcome.kind, outcome.cause),
            (Diverged, Cause::Surface(Trouble::TooLarge)),
            "{query}"
        );
    }
}

#[test]
fn the_lessons_say_the_same_of_a_place_without_a_loss() {
    let query = format!("{ROOT}&steps=100&step=99&lessons=rule&lane=1");
    for (lesson, words) in [
        (RULE.ko, "정의되지 않습니다."),
        (RULE.en, "the loss or its gradient is undefined."),
        (RULE.ja, "定義されません。"),
    ] {
        let caption = rule::sheet(&from_query(&query).scene(), 0, lesson).caption;
        assert!(caption.ends_with(words), "{caption}");
    }
    let mut asked = from_query(&format!("{ROOT}&predict=50&steps=100"));
    asked
        .apply(PredictAction::Guess(Point::new(0.0, 0.0)).into())
        .unwrap();
    see_answer(&mut asked);
    let prediction = asked.prediction().unwrap();
    assert_eq!(prediction.answer, Some(Answer::Undefined(8)));
    for (lesson, words) in [
        (PREDICT.ko, "정의되지"),
        (PREDICT.en, "not defined"),
        (PREDICT.ja, "定義されない"),
    ] {
        let told = predict::sentences(&prediction, lesson).1;
        assert!(told[1].contains(words), "{told:?}");
    }
}

/// Compares some cells of a complete map of rates with the records of their numbers.
#[track_caller]
fn check_cells(surface: &dyn Surface, query: &str) {
    let mut lab = from_query(&format!("lessons=rates&{query}"));
    lab.work_on_maps(|| true);
    let map = lab.rates().unwrap();
    let plan = map.chart.plan();
    let mut kinds = [0; 5];
    for row in (0..plan.rows.len()).step_by(7) {
        for column in (0..plan.rates.len()).step_by(5) {
            let cell = map.chart.cells().get(column, row).unwrap();
            let lane = plan.lane(column, row);
            let record = run_under(surface, plan.start, &lane, plan.steps, &plan.conditions);
            let shown = match &plan.rows {
                Rows::Key(..) => plan.steps,
                Rows::Steps(steps) => steps[row],
            };
            if shown >= record.outcome.step {
                assert_eq!(cell.outcome, record.outcome, "{query}: {lane:?}");
            } else {
                assert_eq!(cell.outcome.kind, Moving, "{query}: {lane:?}");
            }
            kinds[cell.outcome.kind as usize] += 1;
        }
    }
    let n_kinds = kinds.iter().filter(|&&n| n > 0).count();
    assert!(n_kinds > 1, "{query}: {kinds:?}");
}

#[test]
fn a_cell_of_the_map_of_rates_ends_as_its_record_does() {
    for lane in 1..=6 {
        let all = "optimizers=sgd momentum nesterov adagrad rmsprop adam&steps=60";
        for surface in [Catalogue::Ravine, Catalogue::Rastrigin, Catalogue::Saddle] {
            let query = format!("{all}&lane={lane}&surface={}", surface.name());
            // AdaGrad and its kin do nothing but move in so few steps on some of them.
            if lane < 4 || surface == Catalogue::Saddle {
                check_cells(surface.surface(), &query);
            }
        }
    }
    let text = "sqrt(x)+y^2";
    let formula: Formula = text.parse().unwrap();
    let typed = "surface=formula&formula=sqrt(x)%2By^2&start=3 1&optimizers=momentum&steps=60";
    check_cells(&formula, typed);
}

#[test]
fn no_cell_below_the_dashed_line_is_hatched() {
    for steps in [15, 200] {
        for (lane, momentum_form) in [(1, "book"), (2, "book"), (2, "pytorch"), (3, "book")] {
            let mut lab = from_query(&format!(
                "lessons=rates&optimizers=sgd momentum nesterov&steps={steps}&lane={lane}\
                 &momentum-form={momentum_form}"
            ));
            lab.work_on_maps(|| true);
            let map = lab.rates().unwrap();
            let plan = map.chart.plan();
            let mut n_hatched = 0;
            for (row, limit) in map.bounds.iter().enumerate() {
                for (column, &rate) in plan.rates.iter().enumerate() {
                    let kind = map.chart.cells().get(column, row).unwrap().outcome.kind;
                    n_hatched += usize::from(kind == Diverged);
                    let is_below = rate <= limit.unwrap();
                    assert!(!is_below || kind != Diverged, "{lane}: {rate} in row {row}");
                }
            }
            assert!(n_hatched > 500, "above it cells are: {n_hatched}");
        }
    }
}

#[test]
fn the_map_of_basins_ends_as_the_records_do() {
    for (surface, lane, steps) in [
        (Catalogue::Ravine, momentum(1.8, 0.9), 20),
        (Catalogue::Ravine, momentum(2.1, 0.9), 60),
        (Catalogue::Himmelblau, momentum(0.01, 0.9), 300),
        (Catalogue::Saddle, momentum(0.1, 0.9), 60),
    ] {
        let surface = surface.surface();
        let conditions = Conditions::default();
        let mut basins = Basins::new(surface, lane, steps, conditions, (24, 18));
        while basins.work(surface, 1 << 20) {}
        for row in 0..18 {
            for column in 0..24 {
                let start = basins.start(column, row);
                let kind = run(surface, start, &lane, steps).outcome.kind;
                let goal = basins.ends().get(column, row).unwrap();
                let expect = match goal {
                    Goal::Minimum(_) => kind == Converged,
                    Goal::Away => kind == Diverged,
                    Goal::Nowhere => matches!(kind, Moving | Stalled | Undefined),
                };
                assert!(expect, "{goal:?}, {kind:?} from {start:?}");
            }
        }
    }
}
