//! The lab `search` as a reader and a page use it.

use std::rc::Rc;

use descent_widget::experiments::network::describe as words;
use descent_widget::experiments::network::picture::{ranges_between, trial_at};
use descent_widget::experiments::network::scene::{More, Name};
use descent_widget::experiments::search::model::SearchWithin;
use descent_widget::experiments::search::trials::{LogUniform, TrialPoint, Trials, Verdict};
use descent_widget::lab::controls::ControlKind;
use descent_widget::lab::{Action, Lab, Problem};
use descent_widget::language::Language;
use descent_widget::locale::network_messages;
use descent_widget::nn::Sampling;
use descent_widget::registry::full;
use descent_widget::view::{Size, number};

use crate::common::{finished, with_digits};

/// A search that takes a moment.
const SHORT: &str = "lab=search&units=10&iterations=9&trials=6";

const SIZE: Size = Size::new(400.0, 320.0);

fn trials(lab: &mut Lab) -> Rc<Trials> {
    let _ = lab.network_scene();
    lab.trials().unwrap()
}

#[test]
fn the_books_search_is_the_default() {
    let mut lab = with_digits("lab=search&step=0");
    lab.finish_record();
    assert_eq!(lab.last_step(), 100);
    let extent = lab.network_extent().unwrap();
    assert_eq!((extent.n_train, extent.n_test), (400, 100));
    assert_eq!((extent.n_iterations, extent.batch_size), (200, 100));
    let trials = trials(&mut lab);
    assert_eq!(trials.rates, LogUniform::new(-6.0, -2.0));
    assert_eq!(trials.decays, LogUniform::new(-8.0, -4.0));
    assert!(trials.all.is_empty() && lab.has_book_ranges());
}

#[test]
fn a_trial_is_measured_after_each_epoch_and_drawn_from_the_ranges() {
    let (mut lab, _) = finished(&format!("{SHORT}&rates=1e-3 1e-1&decays=1e-5 1e-2"));
    let trials = trials(&mut lab);
    assert_eq!((trials.all.len(), trials.n_shown), (6, 6));
    for trial in &trials.all {
        assert!((1e-3..1e-1).contains(&trial.rate));
        assert!((1e-5..1e-2).contains(&trial.decay));
        let steps: Vec<usize> = trial.validation.iter().map(|&(step, _)| step).collect();
        assert_eq!(steps, [1, 5, 9]);
        assert!(trial.is_finished);
    }
    let accuracies: Vec<f64> = (0..6)
        .map(|rank| trials.ranked(rank).unwrap().1.accuracy())
        .collect();
    assert!(accuracies.windows(2).all(|pair| pair[0] >= pair[1]));
}

#[test]
fn a_batch_that_fits_no_epoch_is_measured_too() {
    for (size, expect) in [(30, 9), (399, 2)] {
        let query = format!("lab=search&units=10&iterations=9&trials=1&batch={size}");
        let (mut lab, _) = finished(&query);
        let trials = trials(&mut lab);
        let first = trials.all[0].validation[0].0;
        assert_eq!(first, expect, "{size}");
    }
}

#[test]
fn a_search_that_is_paused_and_continued_is_the_search_that_was_not() {
    let (_, whole) = finished(SHORT);
    let mut lab = with_digits(&format!("{SHORT}&step=2"));
    lab.finish_record();
    assert_eq!((lab.step(), lab.progress()), (2, Some((2, 6))));
    // In the middle of a trial.
    lab.apply(Action::StepForward).unwrap();
    for _ in 0..4 {
        assert!(lab.work_on_record());
    }
    let (_, under_way) = trials(&mut lab)
        .under_way()
        .map(|(n, it)| (n, it.clone()))
        .unwrap();
    assert!(!under_way.is_finished && under_way.validation.len() == 1);
    lab.apply(Action::Pause).unwrap();
    lab.apply(Action::Seek(6)).unwrap();
    lab.finish_record();
    assert_eq!(lab.network_scene().unwrap().csv(), whole.csv());
}

#[test]
fn more_trials_are_more_of_the_same_record() {
    let (_, whole) = finished(SHORT);
    let (mut lab, _) = finished("lab=search&units=10&iterations=9&trials=4");
    let first = trials(&mut lab).all.clone();
    lab.apply(Action::enter("trials", "6")).unwrap();
    assert_eq!(trials(&mut lab).all, first, "what is recorded stays");
    lab.finish_record();
    assert_eq!(lab.network_scene().unwrap().csv(), whole.csv());
    lab.apply(Action::enter("trials", "3")).unwrap();
    assert!(!lab.work_on_record());
    assert_eq!(trials(&mut lab).all, first[..3]);
    assert_eq!(lab.progress(), Some((3, 3)));
}

#[test]
fn another_seed_is_another_search() {
    let rates = |query: &str| {
        let (mut lab, _) = finished(query);
        let trials = trials(&mut lab);
        trials.all.iter().map(|it| it.rate).collect::<Vec<f64>>()
    };
    assert_ne!(rates(SHORT), rates(&format!("{SHORT}&seed=2")));
}

#[test]
fn a_dot_a_cell_and_the_list_choose_a_trial() {
    let (mut lab, scene) = finished(SHORT);
    let known = trials(&mut lab);
    assert_eq!(known.chosen, 0, "the best one");
    // Every dot is found, unless another one lies upon it.
    let mut found: Vec<usize> = Vec::new();
    for y in (0..320).step_by(6) {
        for x in (0..400).step_by(6) {
            let at = (f64::from(x), f64::from(y));
            found.extend(trial_at(&scene.first, SIZE, at));
        }
    }
    found.sort_unstable();
    found.dedup();
    assert_eq!(found, [1, 2, 3, 4, 5, 6]);
    // The cells stand in the order of the ranking.
    let cell = trial_at(&scene.second, SIZE, (50.0, 60.0)).unwrap();
    assert_eq!(cell, known.ranking[0] + 1);
    let second = trial_at(&scene.second, SIZE, (130.0, 60.0)).unwrap();
    assert_eq!(second, known.ranking[1] + 1);
    assert_eq!(trial_at(&scene.second, SIZE, (390.0, 310.0)), None);

    let id = "trial";
    lab.apply(Action::choose(id, second.to_string())).unwrap();
    assert!(lab.query().contains(&format!("trial={second}")));
    assert!(!lab.work_on_record(), "nothing is computed for that");
    assert_eq!(trials(&mut lab).chosen, 1);
    let all = lab.controls();
    let control = all.iter().find(|control| control.name == id).unwrap();
    let ControlKind::Select { value, options } = &control.kind else {
        panic!("{control:?}");
    };
    assert_eq!((value, options.len()), (&second.to_string(), 7));
    let words = &network_messages(Language::English);
    let option = |value: &str| {
        descent_widget::experiments::search::describe::trial_option(
            lab.trials().as_deref(),
            value,
            words,
        )
    };
    assert_eq!(option(""), "the best one");
    assert!(option(&options[2]).starts_with("Best-2 · "), "{options:?}");
    lab.apply(Action::choose(id, String::new())).unwrap();
    assert!(!lab.query().contains("trial="));
}

#[test]
fn the_trial_that_is_looked_at_is_told_with_its_numbers() {
    let (_, scene) = finished(&format!("{SHORT}&trial=4"));
    let Some(lane) = scene.lanes.iter().find(|lane| match lane.more {
        More::Trial(number, _) => number == 4,
        _ => false,
    }) else {
        panic!("{:?}", scene.lanes);
    };
    let More::Trial(_, trial) = &lane.more else {
        panic!("{lane:?}");
    };
    for (language, validation) in [
        (Language::Korean, "검증 데이터 정확도"),
        (Language::English, "validation accuracy"),
        (Language::Japanese, "検証データの認識精度"),
    ] {
        let words = &network_messages(language);
        let percent = words::percent(trial.accuracy());
        let said = words::announcement(&scene, words);
        assert!(said.contains(&format!("{validation} {percent}")), "{said}");
        let rate = number::rounded(trial.rate, 3);
        assert!(said.contains(&rate), "{said}");
        let described = words::description(&scene, &scene.first, words);
        assert!(described.contains(&rate), "{described}");
        let sentences = words::summaries(&scene, words);
        assert!(
            sentences.iter().any(|it| it.contains(&rate)),
            "{sentences:?}"
        );
    }
}

#[test]
fn the_ranges_narrow_to_the_best_and_come_back() {
    let (mut lab, _) = finished(&format!("{SHORT}&trial=2"));
    let before = trials(&mut lab);
    let next = before.narrowed().unwrap();
    let best: Vec<&TrialPoint> = before.ranking[..before.n_best()]
        .iter()
        .map(|&place| &before.all[place])
        .collect();
    let [rates, decays] = next;
    for trial in best {
        assert!((rates.lowest..=rates.highest).contains(&trial.rate.log10()));
        assert!((decays.lowest..=decays.highest).contains(&trial.decay.log10()));
    }
    assert!(rates.lowest > before.rates.lowest || rates.highest < before.rates.highest);
    lab.apply(SearchWithin(Some(next)).into()).unwrap();
    assert!(!lab.query().contains("trial=2"), "{}", lab.query());
    lab.finish_record();
    let after = trials(&mut lab);
    assert!(
        after
            .all
            .iter()
            .all(|it| (rates.lowest..rates.highest).contains(&it.rate.log10()))
    );
    // A link holds the ranges as they are.
    let (mut again, _) = finished(&lab.query());
    assert_eq!(trials(&mut again).all, after.all);
    assert!(!lab.has_book_ranges());
    lab.apply(SearchWithin(None).into()).unwrap();
    lab.finish_record();
    assert_eq!(trials(&mut lab).all, before.all);
    assert!(lab.has_book_ranges() && !lab.query().contains("rates"));
}

#[test]
fn a_drag_over_the_panel_is_a_range() {
    let (mut lab, scene) = finished(SHORT);
    let ranges = ranges_between(&scene.first, SIZE, (300.0, 60.0), (200.0, 200.0));
    let [rates, decays] = ranges.unwrap();
    assert!(rates.lowest > -6.0 && rates.highest < -2.0 && rates.lowest < rates.highest);
    assert!(decays.lowest > -8.0 && decays.highest < -4.0 && decays.lowest < decays.highest);
    // Beyond the frame it ends at the frame; a point is no range.
    let [rates, _] = ranges_between(&scene.first, SIZE, (200.0, 60.0), (999.0, 200.0)).unwrap();
    assert!((rates.highest + 2.0).abs() < 1e-9);
    assert_eq!(
        ranges_between(&scene.first, SIZE, (300.0, 60.0), (300.0, 60.0)),
        None
    );
    assert_eq!(
        ranges_between(&scene.second, SIZE, (300.0, 60.0), (200.0, 200.0)),
        None
    );
    lab.apply(SearchWithin(ranges).into()).unwrap();
    let ends = ["rates.low", "rates.high"].map(|end| {
        let id = end;
        let all = lab.controls();
        match all.iter().find(|control| control.name == id).unwrap().kind {
            ControlKind::Slider { value, .. } => value,
            _ => panic!("{all:?}"),
        }
    });
    let query = lab.query().replace("%20", " ");
    let written = format!("rates={} {}", ends[0], ends[1]);
    assert!(query.contains(&written), "{query} {written}");
}

#[test]
fn an_end_of_a_range_stays_on_its_side_of_the_other() {
    let mut lab = with_digits("lab=search&step=0");
    lab.finish_record();
    let typed = |lab: &mut Lab, id, text: &str| lab.apply(Action::enter(id, text));
    typed(&mut lab, "rates.high", "1").unwrap();
    typed(&mut lab, "rates.low", "0.001").unwrap();
    assert!(lab.query().contains("rates=0.001%201"), "{}", lab.query());
    let refused = typed(&mut lab, "rates.low", "2");
    assert!(
        matches!(refused, Err(Problem::Number { .. })),
        "{refused:?}"
    );
    lab.apply(Action::slide("rates.low", 9999)).unwrap();
    let [rates, _] = {
        let trials = trials(&mut lab);
        [trials.rates, trials.decays]
    };
    assert!(
        rates.lowest < rates.highest && rates.highest == 0.0,
        "{rates:?}"
    );
    // Ends are the decimals that were typed.
    typed(&mut lab, "rates.low", "0.003").unwrap();
    typed(&mut lab, "rates.high", "0.1").unwrap();
    assert!(lab.query().contains("rates=0.003%200.1"), "{}", lab.query());
    // The book's ends leave no trace in the link.
    typed(&mut lab, "rates.low", "1e-6").unwrap();
    typed(&mut lab, "rates.high", "1e-2").unwrap();
    assert!(!lab.query().contains("rates"), "{}", lab.query());
}

#[test]
fn what_is_locked_stays() {
    let (mut lab, _) = finished(&format!("{SHORT}&lock=rates trial"));
    let next = trials(&mut lab).narrowed();
    assert!(lab.can_change_ranges());
    lab.apply(SearchWithin(next).into()).unwrap();
    let query = lab.query();
    assert!(
        !query.contains("&rates=") && query.contains("&decays="),
        "{query}"
    );
    let choice = Action::choose("trial", "2");
    assert_eq!(lab.apply(choice), Err(Problem::Locked));
    let (lab, _) = finished(&format!("{SHORT}&lock=rates decays"));
    assert!(!lab.can_change_ranges());
}

/// Trials that are as good as a function of rate and decay says.
fn made(n: usize, accuracy: impl Fn(f64, f64) -> f64) -> Trials {
    let (rates, decays) = (LogUniform::new(-6.0, -2.0), LogUniform::new(-8.0, -4.0));
    let mut rng = descent_widget::math::Rng::new(3);
    let all: Vec<TrialPoint> = (0..n)
        .map(|_| {
            let (decay, rate) = (decays.draw(&mut rng), rates.draw(&mut rng));
            let value = accuracy(rate.log10(), decay.log10());
            TrialPoint {
                rate,
                decay,
                validation: vec![(1, value)],
                training: vec![(1, value)],
                is_finished: true,
                diverged: None,
            }
        })
        .collect();
    let mut ranking: Vec<usize> = (0..n).collect();
    ranking.sort_by(|&a, &b| all[b].accuracy().total_cmp(&all[a].accuracy()));
    Trials {
        rates,
        decays,
        sampling: Sampling::Log,
        n_iterations: 1,
        n_shown: n,
        all,
        ranking,
        chosen: 0,
    }
}

#[track_caller]
fn check_verdicts(accuracy: impl Fn(f64, f64) -> f64, expect: [Verdict; 2]) {
    let found = made(60, accuracy).findings().unwrap();
    assert_eq!(found.map(|it| it.verdict), expect, "{found:?}");
}

#[test]
fn the_findings_are_those_of_the_record() {
    use Verdict::{Anywhere, Falling, HighEnd, Inside, LowEnd, Rising};
    check_verdicts(|rate, _| rate + 6.0, [HighEnd, Anywhere]);
    check_verdicts(|rate, _| -2.0 - rate, [LowEnd, Anywhere]);
    check_verdicts(|rate, _| -(rate + 4.0).abs(), [Inside, Anywhere]);
    check_verdicts(|_, decay| decay, [Anywhere, HighEnd]);
    check_verdicts(|_, decay| -(decay + 5.8).abs(), [Anywhere, Inside]);
    // Some at the other end are as good as the best ones.
    let lucky = |sign: f64| {
        move |rate: f64, _: f64| match sign * (rate + 4.0) {
            rate if rate < -1.7 => 2.1,
            rate => rate,
        }
    };
    check_verdicts(lucky(1.0), [Rising, Anywhere]);
    check_verdicts(lucky(-1.0), [Falling, Anywhere]);
}

/// A smaller network than the book's, which takes larger rates.
#[test]
fn on_the_digits_the_best_rates_are_the_highest_and_the_decay_hardly_matters() {
    let (mut lab, scene) =
        finished("lab=search&trials=40&units=20 20&iterations=101&rates=1e-5 1e-1");
    let found = trials(&mut lab).findings().unwrap();
    let verdicts = found.map(|it| it.verdict);
    assert_eq!(verdicts, [Verdict::HighEnd, Verdict::Anywhere], "{found:?}");
    for (language, upper, anywhere) in [
        (Language::Korean, "위쪽 끝", "뚜렷하지 않습니다"),
        (Language::English, "at the upper end", "no clear effect"),
        (Language::Japanese, "上端", "はっきりしません"),
    ] {
        let sentences = words::summaries(&scene, &network_messages(language));
        let [.., rate, decay] = sentences.as_slice() else {
            panic!("{sentences:?}");
        };
        assert!(
            rate.contains(upper) && decay.contains(anywhere),
            "{sentences:?}"
        );
    }
}

#[test]
fn few_trials_say_nothing_yet() {
    let verdicts = |n| made(n, |rate, _| rate).findings().map(|it| it[0].verdict);
    assert_eq!(verdicts(2), None);
    assert_eq!(verdicts(29), Some(Verdict::TooFew));
    assert_eq!(verdicts(40), Some(Verdict::HighEnd));
}

#[test]
fn the_sentences_tell_what_was_found() {
    let (lab, scene) = finished(SHORT);
    let extent = lab.network_extent().unwrap();
    let names: Vec<&Name> = scene.lanes.iter().map(|lane| &lane.name).collect();
    let best: Vec<Name> = (1..=3).map(Name::Best).collect();
    assert!(names[..3].iter().copied().eq(&best), "{names:?}");
    assert_eq!(names[3..], [&Name::Rate, &Name::Decay]);
    for (language, few) in [
        (Language::Korean, "판단하기 이릅니다"),
        (Language::English, "too few trials to tell"),
        (Language::Japanese, "判断できません"),
    ] {
        let words = &network_messages(language);
        let sentences = words::summaries(&scene, words);
        assert!(sentences[3].contains(few), "{sentences:?}");
        let said = full::network(&lab).unwrap();
        let terms = said.terms(&extent, ("", 0.0), words);
        for number in ["400", "100", "9"] {
            assert!(terms.contains(number), "{terms}");
        }
    }
}

#[test]
fn the_record_as_a_file_has_every_trial_once() {
    let (_, scene) = finished(SHORT);
    let csv = scene.csv();
    let count = |what: &str| csv.lines().filter(|line| line.starts_with(what)).count();
    assert_eq!(count("learning rate,trial "), 6);
    assert_eq!(count("weight decay,trial "), 6);
    assert_eq!(count("validation accuracy,trial "), 18);
    assert_eq!(count("training accuracy,trial 6,"), 3);
}
