//! The lessons with maps: what a cell loads, what the picture and the words say.

use std::collections::{BTreeMap, BTreeSet};

use descent_widget::lab::Lab;
use descent_widget::language::Language;
use descent_widget::lessons::basins::model::Goal;
use descent_widget::lessons::basins::picture as basins;
use descent_widget::lessons::rates::model::{Rows, Stability};
use descent_widget::lessons::rates::picture as rates;
use descent_widget::lessons::rates::picture::{Metric, RatesLayout};
use descent_widget::locale::{BASINS, FIGURE, RATES};
use descent_widget::math::numeral::{parse, shortest};
use descent_widget::optim::{Key, Rule};
use descent_widget::view::{Size, Svg, Theme};
use plotters::drawing::IntoDrawingArea;

use crate::common::from_query;

fn lab(query: &str) -> Lab {
    let mut lab = from_query(query);
    lab.work_on_maps(|| true);
    lab
}

/// Loads a cell and compares the race with what the cell said.
#[track_caller]
fn check_load(query: &str, column: usize, row: usize) {
    let mut lab = lab(query);
    let index = lab.lane();
    let (cell, wanted) = {
        let map = lab.rates().unwrap();
        let cell = *map.chart.cells().get(column, row).unwrap();
        (cell, map.chart.plan().lane(column, row))
    };
    lab.load_cell(column, row);
    let map = lab.rates().unwrap();
    assert_eq!(map.nearest(), (column, row), "{query}");
    assert_eq!(*map.lane, wanted);
    assert_eq!(map.here.unwrap().loss.to_bits(), cell.loss.to_bits());
    assert!(map.chart.is_complete(), "the map was computed again");
    let scene = lab.scene();
    let record = scene.lanes[index].trajectory;
    assert!(record.losses.contains(&cell.loss));
}

#[test]
fn a_loaded_cell_shows_exactly_its_number() {
    for lane in 1..=6 {
        let all = "optimizers=sgd momentum nesterov adagrad rmsprop adam&steps=40&lessons=rates";
        let query = format!("{all}&lane={lane}");
        for (column, row) in [(0, 0), (120, 39), (159, 20), (77, 11)] {
            check_load(&query, column, row);
        }
    }
    check_load("lessons=rates&comparison=same", 100, 7);
    check_load("lessons=rates&comparison=best&lane=2", 100, 7);
    check_load(
        "lessons=rates&surface=formula&formula=x^4%2By^2&lane=2",
        30,
        60,
    );
}

#[test]
fn the_book_s_numbers_are_cells() {
    let map = |lane: usize| format!("lessons=rates&lane={lane}");
    let mut lab = lab(&map(2));
    let map = lab.rates().unwrap();
    let plan = map.chart.plan();
    let (column, row) = map.nearest();
    assert_eq!(plan.rates[column], 0.1);
    assert!(matches!(&plan.rows, Rows::Key(Key::Momentum, values) if values[row] == 0.9));
    assert!(matches!(map.stability, Stability::Known(bound) if bound.rate == 1.9));
}

#[test]
fn every_number_of_a_map_is_short() {
    for query in ["lane=2", "lane=4", "surface=rosenbrock&lane=2"] {
        let mut lab = lab(&format!("lessons=rates&steps=3&{query}"));
        let map = lab.rates().unwrap();
        let plan = map.chart.plan();
        assert!(plan.rates.windows(2).all(|pair| pair[0] < pair[1]));
        for &rate in &plan.rates {
            let text = shortest(rate);
            assert_eq!(parse(&text), Some(rate));
            assert!(text.trim_start_matches(['0', '.']).len() <= 8, "{text}");
        }
        if let Rows::Key(_, values) = &plan.rows {
            assert!(values.windows(2).all(|pair| pair[0] < pair[1]));
            assert!(values.iter().all(|&value| shortest(value).len() <= 9));
        }
    }
}

#[test]
fn below_the_bound_the_map_is_blue_and_above_it_hatched() {
    let mut lab = lab("lessons=rates&lane=2&steps=400");
    let map = lab.rates().unwrap();
    let plan = map.chart.plan();
    for (row, bound) in map.bounds.iter().enumerate() {
        let bound = bound.unwrap();
        for (column, &rate) in plan.rates.iter().enumerate() {
            let cell = map.chart.cells().get(column, row).unwrap();
            if rate > bound * 1.1 {
                assert!(cell.loss > 1e3, "{rate} {row}");
            } else if rate < bound * 0.9 {
                assert!(cell.loss < 100.0, "{rate} {row}");
            }
        }
    }
}

#[track_caller]
fn check_words(query: &str, expect: &str) {
    let mut lab = lab(query);
    assert_eq!(rates::sentence(&lab.rates().unwrap(), RATES.en), expect);
}

#[test]
fn the_sentence_names_numbers_loss_and_step() {
    check_words(
        "lessons=rates&lane=2",
        "η = 0.1, α = 0.9: loss 0.04794 after 30 steps",
    );
    check_words(
        "lessons=rates&lane=1&step=7",
        "η = 0.95: loss 1.521 after 7 steps",
    );
    check_words(
        "lessons=rates&optimizers=momentum:lr=30&steps=400",
        "η = 30, α = 0.9: diverged at step 88, loss 3.649×10³⁰⁷",
    );
}

#[test]
fn the_words_on_both_sides_of_the_bound_have_its_numbers() {
    let mut lab = lab("lessons=rates&lane=2");
    let map = lab.rates().unwrap();
    for &language in Language::ALL {
        let words = rates::bound(&map, RATES.of(language));
        assert!(words.contains("2(1 + α)/λ = 1.9"), "{words}");
    }
}

/// Draws the whole map natively.
fn svg(query: &str, metric: Metric) -> String {
    let mut lab = lab(query);
    let map = lab.rates().unwrap();
    let size = Size::new(560.0, 360.0);
    let layout = RatesLayout::new(&map, size).unwrap();
    let palette = Theme::Light.palette();
    let mut text = String::new();
    {
        let area = Svg::new(&mut text, size, palette.ground).into_drawing_area();
        rates::draw_cells(&area, &map, metric, &layout, palette).unwrap();
        rates::draw_marks(&area, &map, metric, &layout, FIGURE.en, palette).unwrap();
    }
    text
}

#[test]
fn every_map_can_be_drawn() {
    for surface in [
        "ravine",
        "rosenbrock",
        "saddle",
        "styblinski-tang",
        "rastrigin",
    ] {
        for rule in Rule::ALL {
            for (metric, steps) in [(Metric::Loss, 1), (Metric::Steps, 50)] {
                let rule = rule.name();
                let query =
                    format!("lessons=rates&surface={surface}&optimizers={rule}&steps={steps}");
                let svg = svg(&query, metric);
                assert!(!svg.contains("NaN") && !svg.contains("inf"), "{query}");
            }
        }
    }
    svg(
        "lessons=rates&surface=formula&formula=ln(-1-x^2)",
        Metric::Loss,
    );
}

#[test]
fn the_global_minimum_has_the_first_letter_and_the_many_others_share_a_gray() {
    let mut lab = lab("surface=rastrigin&optimizers=momentum adam&lessons=basins&steps=100");
    let map = lab.basins().unwrap();
    let shares = basins::shares(&map, BASINS.en);
    assert!(shares[0].starts_with("A (0, 0): "), "{shares:?}");
    let percent = |line: &String| {
        let number = line.rsplit_once(' ').unwrap().1.trim_end_matches('%');
        number.parse::<f64>().unwrap()
    };
    let named: Vec<f64> = shares[1..6].iter().map(percent).collect();
    assert!(named.windows(2).all(|pair| pair[0] >= pair[1]), "{named:?}");
    assert!(shares[6].starts_with("Gray: "), "{shares:?}");
    let sum: f64 = shares.iter().map(percent).sum();
    assert!((sum - 100.0).abs() < 0.1, "{shares:?}");

    // A pixel a cell: what colors the cells of a minimum have.
    let raster = basins::raster(&map, Theme::Light.palette());
    let ends = map.basins.ends();
    assert_eq!((raster.width, raster.height), (ends.columns(), ends.rows()));
    let mut colors = vec![BTreeSet::new(); map.basins.minima().len()];
    for row in 0..ends.rows() {
        for column in 0..ends.columns() {
            if let Some(Goal::Minimum(number)) = ends.get(column, row) {
                let at = ((ends.rows() - 1 - row) * raster.width + column) * 4;
                colors[*number].insert(&raster.bytes[at..at + 3]);
            }
        }
    }
    let mut looks: BTreeMap<&BTreeSet<&[u8]>, usize> = BTreeMap::new();
    for of in colors.iter().filter(|of| !of.is_empty()) {
        *looks.entry(of).or_default() += 1;
    }
    let (shared, own): (Vec<_>, Vec<_>) = looks.into_iter().partition(|(_, n)| *n > 1);
    assert_eq!((shared.len(), own.len()), (1, 6), "{shared:?}");
    let (gray, n_others) = shared[0];
    assert_eq!(shares[6].split(' ').nth(1).unwrap(), format!("{n_others}"));
    assert!(gray.len() == 1 && own.iter().all(|(of, _)| of.is_disjoint(gray)));
}

#[test]
fn a_loaded_cell_of_the_basins_says_where_it_leads() {
    let mut lab = lab("surface=himmelblau&lessons=basins&optimizers=sgd:lr=0.01");
    // A start between the cells has its own sentence.
    assert_eq!(
        basins::sentence(&lab.basins().unwrap(), BASINS.en),
        "Start (−0.5, −0.5): reaches the minimum B (−2.805, 3.131)."
    );
    lab.start_from_cell(90, 70);
    lab.work_on_maps(|| true);
    let map = lab.basins().unwrap();
    let number = match map.basins.ends().get(90, 70) {
        Some(Goal::Minimum(number)) => *number,
        other => panic!("{other:?}"),
    };
    let letter = ["A", "B", "C", "D"][number];
    for &language in Language::ALL {
        let words = basins::sentence(&map, BASINS.of(language));
        assert!(words.contains(&format!("{letter} (")), "{words}");
    }
}
