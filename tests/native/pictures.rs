//! The lessons of the lab `training`: what networks said of pictures, and the loop that trains
//! them, agree with networks that are trained and asked here.

use std::rc::Rc;

use descent_widget::experiments::network::data::DataAction;
use descent_widget::experiments::training::predictions::{Loop, Sheet};
use descent_widget::lab::Lab;
use descent_widget::language::Language;
use descent_widget::lessons::batch::picture as pictures;
use descent_widget::lessons::batch::picture::Page;
use descent_widget::lessons::program::listing::Program;
use descent_widget::lessons::training_loop::listing::{gain, program};
use descent_widget::locale::{BATCH, LOOP};
use descent_widget::nn::experiment::{self, LOSS_PLAN};
use descent_widget::nn::{
    Activation, Architecture, Batch, Dataset, Init, LossCurve, Network, Plan, Session, read_digits,
};
use descent_widget::optim::{Hyperparameters, Key, Rule};
use descent_widget::registry::REGISTRY;

use crate::common::{DIGITS, finished};

fn lab(query: &str) -> Lab {
    finished(query).0
}

fn show(lab: &mut Lab, query: &str) {
    assert_eq!(lab.set_query(query), [], "{query}");
    lab.finish_record();
}

const SHORT: &str = "lab=training&iterations=101&batch=20&seed=7&units=12&activation=tanh&\
                     optimizers=sgd:lr=0.05 adam";

/// The same run without a lab. With the loss before the update nothing is asked after it.
fn session(loss: LossCurve) -> Session<f32> {
    let (train, test) = read_digits(DIGITS).unwrap().split_every(5);
    let architecture = Architecture {
        activation: Activation::Tanh,
        ..Architecture::new(64, &[12], 10)
    };
    let rules = [
        Hyperparameters::new(Rule::Sgd).with(Key::Lr, 0.05),
        Hyperparameters::new(Rule::Adam).with(Key::Lr, 0.001),
    ];
    experiment::training(
        Plan {
            batch_size: 20,
            n_iterations: 101,
            loss,
            ..LOSS_PLAN
        },
        &architecture,
        Init::Xavier,
        Rc::new(train),
        Rc::new(test),
        &rules,
        7,
    )
}

/// Works until so many iterations are done, and measured.
fn train(session: &mut Session<f32>, n: u64) {
    while session.n_iterations() < n || !session.is_at_rest() {
        session.work();
    }
}

/// What a network says of some pictures of a set, by a forward pass here.
fn asked(network: &Network<f32>, data: &Dataset, rows: &[usize]) -> Vec<u8> {
    let mut batch = Batch::default();
    data.gather(rows, &mut batch);
    let mut network = network.clone();
    let probabilities = network.probabilities(&batch.x);
    let best = |row: &[f32]| {
        let highest = row.iter().copied().fold(f32::MIN, f32::max);
        row.iter().position(|&it| it == highest).unwrap() as u8
    };
    probabilities.chunks(10).map(best).collect()
}

fn said(sheet: &Sheet<'_>) -> Vec<u8> {
    sheet.guesses.iter().map(|it| it.guess).collect()
}

#[test]
fn the_mini_batch_shows_what_the_network_says_after_the_update() {
    let mut lab = lab(SHORT);
    let mut session = session(LossCurve::BeforeUpdate);
    for step in 1..=12 {
        train(&mut session, step);
        let rows = session.rows().to_vec();
        for lane in 0..2 {
            show(&mut lab, &format!("step={step}&lane={}", lane + 1));
            let sheet = lab.mini_batch().unwrap();
            assert_eq!((sheet.iteration, sheet.n_shown), (step as usize, 20));
            assert_eq!(sheet.name, ["SGD", "Adam"][lane]);
            let network = session.lanes()[lane].0.network();
            assert_eq!(said(&sheet), asked(network, session.train(), &rows));
            for (it, &row) in sheet.guesses.iter().zip(&rows) {
                assert_eq!(it.pixels, session.train().picture(row));
                assert_eq!(it.label, session.train().labels()[row]);
            }
        }
    }
}

#[test]
fn the_mistakes_are_those_of_the_last_measurement_before_the_playhead() {
    let mut lab = lab(SHORT);
    show(&mut lab, "step=99");
    let early = lab.mistakes().unwrap();
    assert_eq!((early.iteration, early.n_shown, early.n_wrong()), (0, 0, 0));
    let mut session = session(LossCurve::BeforeUpdate);
    train(&mut session, 100);
    let all: Vec<usize> = (0..session.test().len()).collect();
    for lane in 0..2 {
        let network = session.lanes()[lane].0.network();
        let guesses = asked(network, session.test(), &all);
        let labels = session.test().labels();
        let wrong = all.iter().filter(|&&row| guesses[row] != labels[row]);
        let wrong: Vec<usize> = wrong.copied().collect();
        assert!(!wrong.is_empty());
        // They stay until they are measured again.
        for step in [100, 101] {
            show(&mut lab, &format!("step={step}&lane={}", lane + 1));
            let scene = lab.network_scene().unwrap();
            let sheet = lab.mistakes().unwrap();
            assert_eq!((sheet.iteration, sheet.n_shown), (100, all.len()));
            assert_eq!(sheet.guesses.len(), wrong.len());
            for (it, &row) in sheet.guesses.iter().zip(&wrong) {
                assert_eq!((it.label, it.guess), (labels[row], guesses[row]));
                assert_eq!(it.pixels, session.test().picture(row));
            }
            // The curve of the figure says the same.
            let share = 1.0 - wrong.len() as f64 / all.len() as f64;
            assert!((scene.lanes[lane].test.unwrap() - share).abs() < 1e-12);
            let n: usize = sheet.confusions().iter().map(|(.., n)| n).sum();
            assert_eq!(n, wrong.len());
            let order = |&(label, guess, n): &(u8, u8, usize)| (usize::MAX - n, label, guess);
            assert!(sheet.confusions().is_sorted_by_key(order));
        }
    }
}

#[test]
fn the_loop_has_the_losses_before_and_after_the_update() {
    let mut lab = lab(SHORT);
    let (mut before, mut after) = (
        session(LossCurve::BeforeUpdate),
        session(LossCurve::AfterUpdate),
    );
    train(&mut before, 9);
    train(&mut after, 9);
    for lane in 0..2 {
        for step in 1..=9 {
            show(&mut lab, &format!("step={step}&lane={}", lane + 1));
            let n_wrong = lab.mini_batch().unwrap().n_wrong();
            let of = lab.training_loop().unwrap();
            let now = of.now.as_ref().unwrap();
            assert_eq!(now.before, before.lanes()[lane].1.losses[step - 1]);
            assert_eq!(now.after, after.lanes()[lane].1.losses[step - 1]);
            assert_eq!(now.n_right + n_wrong, 20);
            assert!(!now.is_measured);
            let left = of.before.as_ref().map_or(0, |it| it.iteration);
            assert_eq!(left, step - 1);
        }
    }
}

/// The lines that are marked.
fn marked(program: &Program) -> Vec<&str> {
    let lines = program.lines.iter();
    let marked = lines.filter(|line| line.runs);
    marked.map(|line| line.parts[0].text.trim()).collect()
}

fn value<'a>(program: &'a Program, name: &str) -> Option<&'a str> {
    let mut variables = program.variables.iter();
    Some(&variables.find(|it| it.name == name)?.value)
}

fn shown<'a>(lab: &'a mut Lab, query: &str) -> Loop<'a> {
    show(lab, query);
    lab.training_loop().unwrap()
}

#[test]
fn before_the_first_iteration_only_what_the_loop_needs_is_made() {
    let mut lab = lab(SHORT);
    let of = shown(&mut lab, "step=0");
    let program = program(&of, None, LOOP.en);
    assert_eq!(
        marked(&program),
        [
            "network = MultiLayerNet(64, [12], 10, activation=\"tanh\", weight_init_std=\"xavier\")",
            "optimizer = SGD(lr=0.05)",
            "losses = []",
        ]
    );
    assert!(program.is_to_come);
    assert_eq!(value(&program, "losses"), Some("[]"));
    assert_eq!(gain(&of, &program, LOOP.en), "");
}

#[test]
fn the_lines_of_the_loop_run_in_turn_and_write_their_variables() {
    let mut lab = lab(SHORT);
    let of = shown(&mut lab, "step=100&lane=2");
    let whole = program(&of, None, LOOP.en);
    // The three lines before the loop run once, the rest in each iteration.
    assert_eq!(whole.n_moments, 10);
    let lines = whole
        .lines
        .iter()
        .filter(|line| !line.parts[0].text.is_empty());
    assert_eq!(marked(&whole).len() + 3, lines.count());
    assert_eq!(value(&whole, "i"), Some("99"));
    assert_eq!(value(&whole, "len(losses)"), Some("100"));
    let mut ran = Vec::new();
    for moment in 0..whole.n_moments {
        let now = program(&of, Some(moment), LOOP.en);
        let [line] = marked(&now)[..] else {
            panic!("{:?}", marked(&now));
        };
        ran.push(line.to_owned());
        // What is written stands on the left of the sign, or is what the call changes.
        for it in now.variables.iter().filter(|it| it.is_written) {
            let name = it.name.replace("x_batch.shape", "x_batch");
            let name = name.replace("len(losses)", "losses");
            assert!(line.contains(&name), "{name} in {line}");
            assert_eq!(value(&whole, &it.name), Some(it.value.as_str()));
        }
        // What has not run yet holds what the iteration before has left.
        let has_counted = moment >= 6;
        let n = if has_counted { "100" } else { "99" };
        assert_eq!(value(&now, "len(losses)"), Some(n), "{moment}");
        let said = gain(&of, &now, LOOP.en);
        assert_eq!(said.contains("before"), moment >= 3, "{moment}: {said}");
        assert_eq!(said.contains("after it"), moment >= 5, "{moment}: {said}");
    }
    assert!(ran[1].starts_with("indices = np.random.choice(1437, 20)"));
    assert!(ran[3].starts_with("grads = network.gradient"));
    assert!(ran[4].starts_with("optimizer.update"));
    assert!(ran[9].starts_with("test_acc"));
    // Nothing is measured between two measurements, and no line of it runs.
    let of = shown(&mut lab, "step=99");
    let whole = program(&of, None, LOOP.en);
    assert_eq!((whole.n_moments, value(&whole, "test_acc")), (8, None));
    assert!(!marked(&whole).iter().any(|line| line.contains("_acc")));
    // The last measurement stays afterwards.
    let of = shown(&mut lab, "step=101");
    let whole = program(&of, None, LOOP.en);
    assert_eq!(whole.n_moments, 8);
    let accuracy: f64 = value(&whole, "test_acc").unwrap().parse().unwrap();
    let scene = lab.network_scene().unwrap();
    assert!((accuracy - scene.lanes[1].test.unwrap()).abs() < 1e-7);
}

#[test]
fn the_loop_says_the_rows_and_the_loss_of_the_record() {
    let mut lab = lab(SHORT);
    let of = shown(&mut lab, "step=3&lane=2");
    let program = program(&of, None, LOOP.ko);
    let now = of.now.as_ref().unwrap();
    let first: Vec<String> = now.rows[..6].iter().map(u32::to_string).collect();
    let rows = format!("[{} …] (20,)", first.join(" "));
    assert_eq!(value(&program, "indices"), Some(rows.as_str()));
    assert_eq!(
        value(&program, "grads"),
        Some("W1 (64, 12), b1 (12,), W2 (12, 10), b2 (10,)")
    );
    let loss: f64 = value(&program, "loss").unwrap().parse().unwrap();
    assert!((loss - now.after).abs() < 1e-7 * now.after);
}

#[test]
fn pictures_of_28_by_28_are_shown_like_those_of_8_by_8() {
    let picture = |class: usize| (0..784).map(move |at| ((at * (class + 3)) % 256) as u8);
    let pixels = (0..60).flat_map(|row| picture(row % 10));
    let labels: Vec<u8> = (0..60).map(|row| (row % 10) as u8).collect();
    let data = Dataset::new(28, 28, 255, pixels.collect(), labels);
    let (train, test) = data.split_every(3);
    let mut lab = Lab::new();
    assert_eq!(
        lab.set_query("lab=training&iterations=100&batch=1000&units=8&optimizers=sgd"),
        []
    );
    let (train, test) = (Rc::new(train), Rc::new(test));
    lab.apply(DataAction::Digits { train, test }.into())
        .unwrap();
    lab.finish_record();
    let of = lab.training_loop().unwrap();
    assert_eq!(
        (of.sizes.as_slice(), of.batch_size),
        (&[784, 8, 10][..], 40)
    );
    let sheet = lab.mini_batch().unwrap();
    assert_eq!((sheet.width, sheet.height, sheet.n_shown), (28, 28, 40));
    let page = Page::of(&sheet, 0);
    let size = page.layout(320.0, 2.0).size();
    assert!(size.width <= 320.0 && size.height > 100.0, "{size:?}");
    assert_eq!(lab.mistakes().unwrap().n_shown, 20);
}

#[test]
fn the_sentences_name_what_is_counted_in_every_language() {
    let mut lab = lab(SHORT);
    show(&mut lab, "step=100");
    let n_wrong = lab.mistakes().unwrap().n_wrong();
    for &language in Language::ALL {
        let sheet = lab.mini_batch().unwrap();
        let text = pictures::batch(&sheet, BATCH.of(language));
        let n_right = (20 - sheet.n_wrong()).to_string();
        for part in ["100", "20", "SGD", &n_right] {
            assert!(text.contains(part), "{part} in {text}");
        }
        let sheet = lab.mistakes().unwrap();
        let text = pictures::mistakes(&sheet, BATCH.of(language));
        for part in ["100", "360", "SGD", &n_wrong.to_string()] {
            assert!(text.contains(part), "{part} in {text}");
        }
        let (label, guess, n) = sheet.confusions()[0];
        let first = &pictures::confusions(&sheet, BATCH.of(language))[0];
        assert!(first.starts_with(&format!("{label}→{guess}")), "{first}");
        assert!(first.contains(&n.to_string()), "{first}");
    }
    show(&mut lab, "step=0");
    for &language in Language::ALL {
        let text = pictures::mistakes(&lab.mistakes().unwrap(), BATCH.of(language));
        assert!(text.contains("100"), "{text}");
        assert_eq!(lab.mini_batch().unwrap().n_shown, 0);
    }
}

#[test]
fn lanes_of_one_rule_are_told_apart_by_name() {
    let mut lab = lab("lab=training&iterations=2&optimizers=sgd:lr=0.5 sgd&lane=2");
    let name = lab.mini_batch().unwrap().name;
    let names = lab.network_names();
    assert_eq!(names, ["SGD 0.5", "SGD 0.01"]);
    assert_eq!(name, names[1]);
    let scene = lab.network_scene().unwrap();
    assert_eq!(
        scene.lanes[1].name,
        descent_widget::experiments::network::scene::Name::Plain(name)
    );
}

#[test]
fn each_lab_offers_the_lessons_that_are_about_it() {
    for experiment in REGISTRY.experiments {
        let is_training = experiment.name() == "training";
        for lesson in ["batch", "loop"] {
            assert_eq!(experiment.has_lesson(lesson), is_training, "{lesson}");
        }
        assert!(experiment.has_lesson("share"));
        assert_eq!(experiment.has_lesson("rule"), experiment.name() == "race");
    }
    let mut other = Lab::new();
    assert_eq!(other.set_query("lab=weight-init&iterations=1"), []);
    other
        .apply(DataAction::digits(DIGITS).unwrap().into())
        .unwrap();
    other.finish_record();
    assert!(other.mini_batch().is_none() && other.training_loop().is_none());
}

#[test]
fn choosing_another_lane_or_lesson_trains_nothing_anew() {
    let mut lab = lab(SHORT);
    let first = lab.mini_batch().unwrap().guesses.len();
    assert_eq!(lab.set_query("lane=2&lessons=batch loop"), []);
    // Nothing is left to do, and what is shown is there at once.
    assert!(!lab.work_on_record());
    assert_eq!(lab.mini_batch().unwrap().guesses.len(), first);
    assert!(
        lab.query().contains("lessons=batch%20loop"),
        "{}",
        lab.query()
    );
}
