//! What a lecturer prepares: presets, locks, links.

use descent_widget::experiments::presets::PRESETS;
use descent_widget::experiments::race::choices::SurfaceName;
use descent_widget::experiments::race::model::RaceAction;
use descent_widget::experiments::race::picture::layout::MapLayout;
use descent_widget::lab::{Action, Lab, Origin, Problem};
use descent_widget::math::Point;
use descent_widget::registry::SETTINGS;
use descent_widget::surface::Catalogue;
use descent_widget::view::Size;

use crate::common::from_query;

#[track_caller]
fn set(lab: &mut Lab, attribute: &str, text: Option<&str>) {
    let (attribute, text) = (attribute.to_owned(), text.map(str::to_owned));
    assert_eq!(lab.apply(Action::Set { attribute, text }), Ok(()));
}

fn lanes(lab: &mut Lab) -> String {
    let scene = lab.scene();
    let names = scene.lanes.iter().map(|lane| lane.rule().name());
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_text_of_a_preset_can_be_read_and_stands_in_the_list_of_values() {
    let row = SETTINGS.setting("preset").unwrap();
    for preset in PRESETS {
        for (attribute, text) in preset.sets {
            set(&mut Lab::new(), attribute, Some(text));
        }
        assert!(row.values().contains(&format!("`{}`", preset.name)));
        let mut lab = from_query(&format!("preset={}", preset.name));
        assert_eq!(lab.scene().start, Point::new(-7.0, 2.0));
        assert_eq!(lab.query(), format!("preset={}", preset.name));
    }
}

#[test]
fn a_preset_comes_before_whatever_stands_beside_it() {
    for query in [
        "preset=book-6-5&start=-3 1&steps=50",
        "steps=50&start=-3 1&preset=book-6-5",
    ] {
        let mut lab = from_query(query);
        assert_eq!(lanes(&mut lab), "momentum");
        assert_eq!(lab.scene().start, Point::new(-3.0, 1.0));
        assert_eq!(lab.scene().steps, 50);
    }
}

#[test]
fn a_preset_begins_anew_but_leaves_how_the_figure_is_shown() {
    let mut lab = from_query("surface=saddle&start=1 1&steps=7&lang=ja&theme=dark&lock=start");
    set(&mut lab, "preset", Some("book-6-7"));
    assert_eq!(lab.query(), "preset=book-6-7&lock=start&lang=ja&theme=dark");
    assert_eq!(
        lab.settings().race().surface,
        SurfaceName::Named(Catalogue::Ravine)
    );
    set(&mut lab, "preset", None);
    assert_eq!(lab.query(), "lock=start&lang=ja&theme=dark");
}

#[test]
fn taking_an_attribute_away_brings_back_what_the_preset_says() {
    let mut lab = from_query("preset=book-6-6&optimizers=sgd");
    assert_eq!(lanes(&mut lab), "sgd");
    set(&mut lab, "optimizers", None);
    assert_eq!(lanes(&mut lab), "adagrad");
}

#[test]
fn a_changed_preset_survives_its_own_link() {
    let mut lab = from_query("preset=book-6-3&lock=optimizers steps");
    lab.apply(RaceAction::PlaceStart(Point::new(4.0, -1.0)).into())
        .unwrap();
    lab.apply(Action::choose("surface", "himmelblau")).unwrap();
    lab.apply(Action::Seek(12)).unwrap();
    let mut again = from_query(&lab.query());
    assert_eq!(again.query(), lab.query());
    assert_eq!(again.scene().start, lab.scene().start);
    assert_eq!(lanes(&mut again), "sgd");
    assert_eq!(again.step(), 12);
    assert_eq!(again.settings().lock, ["optimizers", "steps"]);
}

#[test]
fn an_unknown_preset_is_told_with_all_the_names() {
    let warnings = Lab::new().set_query("preset=book-6-99&steps=9");
    let warning = warnings[0].to_string();
    for preset in PRESETS {
        assert!(warning.contains(preset.name), "{warning}");
    }
    assert_eq!(warnings.len(), 1);
}

#[test]
fn a_person_cannot_change_what_is_locked_by_any_door() {
    let mut lab = from_query("lock=start surface optimizers formula loss-scale");
    let change = |attribute: &str, text: &str| Action::Change {
        attribute: attribute.to_owned(),
        text: Some(text.to_owned()),
    };
    for action in [
        RaceAction::PlaceStart(Point::new(1.0, 1.0)).into(),
        Action::slide("start.x", 3),
        Action::enter("start.y", "1"),
        Action::enter("formula", "x"),
        Action::slide("lane.0.lr", 7),
        Action::choose("lane.1", "false"),
        Action::choose("surface", "saddle"),
        Action::choose("loss-scale", "linear"),
        change("optimizers", "adam"),
        change("preset", "book-6-3"),
        change("lock", ""),
    ] {
        assert_eq!(lab.apply(action), Err(Problem::Locked));
    }
    let query = Action::Query {
        query: "optimizers=adam&steps=7&start=1 1".to_owned(),
        origin: Origin::Reader,
    };
    assert_eq!(lab.apply(query), Ok(()));
    assert_eq!(
        lab.query(),
        "steps=7&lock=surface%20formula%20optimizers%20start%20loss-scale"
    );
}

#[test]
fn the_player_and_the_page_are_never_locked() {
    let mut lab = from_query("lock=start step steps optimizers");
    for (action, step) in [
        (Action::StepBack, 29),
        (Action::Seek(4), 4),
        (Action::StepForward, 5),
        (Action::Reset, 0),
    ] {
        assert_eq!(lab.apply(action), Ok(()));
        assert_eq!(lab.step(), step);
    }
    set(&mut lab, "start", Some("1 1"));
    assert_eq!(lab.set_query("optimizers=adam"), []);
    assert_eq!(lanes(&mut lab), "adam");
    assert_eq!(lab.scene().start, Point::new(1.0, 1.0));
}

#[test]
fn a_lock_leaves_out_what_has_no_name_and_says_so() {
    let mut lab = Lab::new();
    let warnings = lab.set_query("lock=start moon surface start");
    assert!(warnings[0].to_string().contains("moon"));
    assert_eq!(lab.settings().lock, ["surface", "start"]);
}

#[test]
fn the_readme_tells_what_each_preset_sets() {
    let readme = include_str!("../../README.md");
    for preset in PRESETS {
        let row = readme
            .lines()
            .find(|line| line.starts_with(&format!("| `{}` |", preset.name)));
        let row = row.unwrap_or_else(|| panic!("no row for {}", preset.name));
        for (attribute, text) in preset.sets {
            assert!(row.contains(&format!("{attribute}=\"{text}\"")), "{row}");
        }
    }
}

#[test]
fn the_round_bowl_of_the_lecture_note_is_round() {
    let note = include_str!("../../www/index.html").replace("&amp;", "&");
    let links = note.split("data-descent=\"").skip(1);
    let links = links.filter_map(|it| it.split('"').next()?.split_once('?').map(|it| it.1));
    let bowls: Vec<&str> = links
        .filter(|it| it.contains("formula=x^2%2By^2"))
        .collect();
    assert_eq!(bowls.len(), 3, "one in each language");
    for query in bowls {
        let mut lab = from_query(query);
        let scene = lab.scene();
        for (width, height) in [(300.0, 500.0), (480.0, 360.0), (900.0, 400.0)] {
            let layout = MapLayout::new(&scene, Size::new(width, height)).unwrap();
            let place = |x: f64, y: f64| layout.to_pixel(Point::new(x, y)).unwrap();
            let (center, right, top) = (place(0.0, 0.0), place(4.0, 0.0), place(0.0, 4.0));
            let shape = (right.0 - center.0) / (center.1 - top.1);
            assert!((shape - 1.0).abs() < 0.02, "{query} {width}: {shape}");
        }
    }
}
