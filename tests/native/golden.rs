//! The main states as pictures, compared with those that were looked at and kept.
//!
//! `cargo xtask bless` (or `BLESS=1 cargo test --test native golden`) writes them anew. A
//! picture that is missing or differs fails; what was drawn is then left beside it as
//! `.actual.svg`. `tests/golden/README.md` shows them all.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use descent_widget::experiments::network::data::DataAction;
use descent_widget::lab::Lab;
use descent_widget::language::Language;
use descent_widget::lessons;
use descent_widget::locale::{FIGURE, PHYSICS, STEPS};
use descent_widget::view::{Size, Theme};

use crate::common::{DIGITS, picture as picture_of};

/// No picture may be larger, so that a reviewer can read what changed.
const LARGEST: usize = 72 * 1024;

struct Picture {
    name: &'static str,
    /// What it is there for.
    shows: &'static str,
    query: &'static str,
    language: Language,
    theme: Theme,
    size: Size,
}

const WIDE: Size = Size::new(960.0, 400.0);
const MEDIUM: Size = Size::new(720.0, 420.0);
const DRAWER: Size = Size::new(640.0, 260.0);
const TALL_DRAWER: Size = Size::new(480.0, 360.0);
const PHONE_DRAWER: Size = Size::new(300.0, 250.0);
const NARROW: Size = Size::new(360.0, 600.0);

/// How the names of pictures of experiments begin.
const EXPERIMENTS: [&str; 4] = ["weight-init", "batch-norm", "regularization", "search"];

const ALL_SIX: &str = "optimizers=sgd momentum nesterov adagrad rmsprop adam";

fn picture(name: &'static str, shows: &'static str, query: &'static str) -> Picture {
    Picture {
        name,
        shows,
        query,
        language: Language::English,
        theme: Theme::Light,
        size: WIDE,
    }
}

impl Picture {
    const fn language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    const fn theme(mut self, theme: Theme) -> Self {
        self.theme = theme;
        self
    }

    const fn size(mut self, size: Size) -> Self {
        self.size = size;
        self
    }

    fn draw(&self) -> String {
        let mut lab = Lab::new();
        let query = self.query.replace("ALL-SIX", ALL_SIX);
        assert!(lab.set_query(&query).is_empty(), "{query} has warnings");
        let (language, words) = (self.language, FIGURE.of(self.language));
        if lab.lacks_data() {
            let digits = DataAction::digits(DIGITS).expect("the digits");
            lab.apply(digits.into()).expect("the digits are taken");
            lab.finish_record();
        }
        if self.name.starts_with("physics") {
            let physics = lab.physics().expect("a start with a loss");
            return lessons::physics::picture::svg(
                &physics,
                words,
                PHYSICS.of(language),
                self.size,
                self.theme,
            );
        }
        if self.name.starts_with("steps") {
            return lessons::steps::picture::svg(
                &lab.update_lengths(),
                words,
                STEPS.of(language),
                self.size,
                self.theme,
            );
        }
        picture_of(&mut lab, language, self.theme, self.size)
    }
}

fn pictures() -> Vec<Picture> {
    use Language::{Japanese, Korean};
    vec![
        picture("book-en", "The book's figure, English", ""),
        picture("book-ko", "The book's figure, Korean", "").language(Korean),
        picture("book-ja", "The book's figure, Japanese", "").language(Japanese),
        picture("dark", "On a dark page", "").theme(Theme::Dark),
        picture("contrast-light", "In forced colors, light", "").theme(Theme::ContrastLight),
        picture("contrast-dark", "In forced colors, dark", "").theme(Theme::ContrastDark),
        picture(
            "half-way",
            "The playhead at step 12: what is to come is faint",
            "step=12",
        )
        .language(Korean)
        .size(MEDIUM),
        picture("start", "The playhead at the start", "step=0").size(MEDIUM),
        picture(
            "rule",
            "The terms of Momentum's update as arrows",
            "lessons=rule&lane=2&step=3",
        )
        .size(MEDIUM),
        picture(
            "diverged",
            "SGD with a rate of 1.05 leaves the picture and does not come back",
            "optimizers=sgd:lr=1.05 momentum",
        )
        .language(Japanese),
        picture(
            "overflow",
            "SGD with a rate of 30 overflows: its record ends early",
            "optimizers=sgd:lr=30 momentum&steps=250",
        )
        .language(Korean),
        picture(
            "overflow-linear",
            "The same on a linear axis, up to 10^307",
            "optimizers=sgd:lr=30 momentum&steps=250&loss-scale=linear",
        ),
        picture(
            "ends",
            "Ends: a ring where SGD converged, an arrow at the edge and rays where it left",
            "optimizers=sgd sgd:lr=1.5 momentum:momentum=1&steps=110",
        )
        .size(MEDIUM),
        picture(
            "stalled",
            "Stalled on a saddle: a bar under the marker",
            "surface=saddle&start=-1.5 0&optimizers=sgd&steps=80",
        )
        .size(MEDIUM),
        picture("six", "All rules, 80 steps", "ALL-SIX&steps=80"),
        picture(
            "twins",
            "Lanes of one rule differ by dash and marker",
            "optimizers=sgd sgd:lr=0.5 momentum momentum:lr=0.03",
        ),
        picture(
            "rosenbrock",
            "Rosenbrock's valley",
            "surface=rosenbrock&steps=60",
        )
        .language(Japanese),
        picture(
            "himmelblau",
            "Four minima, dark",
            "surface=himmelblau&steps=40",
        )
        .theme(Theme::Dark),
        picture(
            "saddle",
            "A saddle: negative losses have a linear axis",
            "surface=saddle&steps=40",
        )
        .language(Korean),
        picture(
            "zero",
            "A loss of exactly 0 falls off the logarithmic axis",
            "start=0 0&optimizers=sgd momentum&steps=10",
        ),
        picture("linear", "A linear loss axis", "loss-scale=linear").language(Korean),
        picture("equal", "Units equally long on both axes", "aspect=equal").size(MEDIUM),
        picture("narrow", "One panel below the other on a phone", "")
            .language(Korean)
            .size(NARROW),
        picture(
            "gradient",
            "The way against the gradient, which seldom leads to the minimum",
            "preset=book-6-2",
        )
        .language(Korean),
        picture("space", "The valley in space, Korean", "view=space")
            .language(Korean)
            .size(NARROW),
        picture(
            "space-dark",
            "In space on a dark page, turned, half-way",
            "view=space&turn=-30 50&step=14",
        )
        .theme(Theme::Dark)
        .size(NARROW),
        picture(
            "space-linear",
            "In space with heights in proportion to the loss; SGD leaves the picture",
            "view=space&loss-scale=linear&optimizers=sgd:lr=1.05 momentum&steps=12",
        )
        .language(Japanese)
        .size(NARROW),
        picture(
            "space-contrast",
            "In space in forced colors",
            "view=space&aspect=equal&optimizers=sgd momentum",
        )
        .theme(Theme::ContrastDark)
        .size(NARROW),
        picture(
            "physics",
            "The ball of Momentum in a cross-section along x",
            "lane=2&step=9",
        )
        .language(Korean)
        .size(DRAWER),
        picture(
            "physics-sgd",
            "The ball of SGD, which has no velocity, along y, dark",
            "lane=1&step=6&cut=y",
        )
        .theme(Theme::Dark)
        .size(DRAWER),
        picture(
            "physics-narrow",
            "The same on a phone: names before and behind the arrows",
            "lane=2&step=6",
        )
        .language(Japanese)
        .size(PHONE_DRAWER),
        picture(
            "steps",
            "The lengths of the steps along both axes: those of Adam stay near its rate",
            "lane=4",
        )
        .language(Korean)
        .size(TALL_DRAWER),
        picture(
            "steps-narrow",
            "The same on a phone, on a dark page, half way and with a change of the rate",
            "lane=1&step=12&rate-change=20 0.1",
        )
        .language(Japanese)
        .theme(Theme::Dark)
        .size(Size::new(320.0, 360.0)),
        picture(
            "formula",
            "A student's own formula",
            "surface=formula&formula=x^2/8 %2B y^2 %2B sin(3x)&steps=40",
        )
        .language(Japanese)
        .size(NARROW),
        picture(
            "weight-init",
            "The book's figures on initial weights: sigmoid activations, and training with ReLU",
            "lab=weight-init&loss-scale=linear",
        )
        .language(Korean),
        picture(
            "weight-init-relu",
            "ReLU: what lies above the bars is counted",
            "lab=weight-init&activation=relu&iterations=20",
        )
        .theme(Theme::Dark)
        .size(NARROW),
        picture(
            "weight-init-tanh",
            "tanh, with initial weights that are not the book's",
            "lab=weight-init&activation=tanh&init=1 0.05 xavier 0.3&iterations=20&step=12",
        )
        .language(Japanese)
        .theme(Theme::ContrastDark)
        .size(NARROW),
        picture(
            "batch-norm",
            "The book's figure on batch normalization and its grid of 16 scales",
            "lab=batch-norm",
        )
        .language(Korean),
        picture(
            "batch-norm-narrow",
            "The scale at which the network without batch normalization is the better one",
            "lab=batch-norm&init=0.293&iterations=31&step=15",
        )
        .language(Japanese)
        .theme(Theme::Dark)
        .size(NARROW),
        picture(
            "regularization",
            "Labels of which some are wrong: weight decay raises the test accuracy",
            "lab=regularization",
        )
        .language(Korean),
        picture(
            "regularization-book",
            "The book's weight decay narrows the gap and costs test accuracy on these digits",
            "preset=book-weight-decay",
        ),
        picture(
            "regularization-narrow",
            "Both together, half-way",
            "lab=regularization&weight-decay=0.01&dropout=0.1&iterations=121&step=60",
        )
        .language(Japanese)
        .theme(Theme::Dark)
        .size(NARROW),
        picture(
            "search",
            "Trials of a random search, the best ones ranked as in the book",
            "lab=search&trials=24&iterations=101",
        )
        .language(Korean),
        picture(
            "search-narrow",
            "The same on a phone, with a trial that is looked at",
            "lab=search&trials=14&iterations=61&rates=0.001 0.1&trial=3",
        )
        .language(Japanese)
        .theme(Theme::Dark)
        .size(NARROW),
        picture(
            "search-contrast",
            "Few trials, in forced colors",
            "lab=search&trials=4&iterations=41&decays=1e-6 1e-1&step=3",
        )
        .theme(Theme::ContrastLight)
        .size(NARROW),
    ]
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// Compares with the file, or writes it where that was asked for; what is wrong.
fn compared(name: &str, ending: &str, actual: &str) -> Option<String> {
    let kept = folder().join(format!("{name}.{ending}"));
    let beside = folder().join(format!("{name}.actual.{ending}"));
    if std::env::var_os("BLESS").is_some() {
        fs::write(&kept, actual).expect("the golden file can be written");
    }
    match fs::read_to_string(&kept) {
        Ok(expected) if expected == actual => {
            // Left from an earlier failure; usually there is none.
            let _ = fs::remove_file(&beside);
            None
        }
        found => {
            fs::write(&beside, actual).expect("the drawn file can be written");
            let problem = if found.is_ok() {
                "differs"
            } else {
                "is missing"
            };
            Some(format!("{name}.{ending} {problem}"))
        }
    }
}

/// The gallery as a page of Markdown.
fn gallery() -> String {
    let mut page =
        "# Golden pictures\n\nDrawn natively by `tests/native/golden.rs`, which fails where one \
        differs. After a wanted change look at them here and keep them with `cargo xtask bless`.\n"
            .to_owned();
    for Picture {
        name, shows, query, ..
    } in pictures()
    {
        let state = match query.replace("ALL-SIX", ALL_SIX) {
            query if query.is_empty() => String::new(),
            query => format!(" (`{query}`)"),
        };
        write!(page, "\n{shows}{state}:\n\n![{shows}]({name}.svg)\n").expect("a string grows");
    }
    page
}

/// Draws those pictures whose name begins so, or those of races, and compares them.
#[track_caller]
fn check(experiment: Option<&str>) {
    let all = pictures();
    let is_chosen = |picture: &&Picture| {
        let name = EXPERIMENTS
            .into_iter()
            .find(|it| picture.name.starts_with(it));
        name == experiment
    };
    let drawn = all
        .iter()
        .filter(is_chosen)
        .map(|picture| (picture.name, picture.draw()));
    let wrong: Vec<String> = drawn
        .filter_map(|(name, svg)| {
            assert!(svg.len() < LARGEST, "{name} has {} bytes", svg.len());
            compared(name, "svg", &svg)
        })
        .collect();
    let hint = "compare with the .actual.svg beside it, keep it with `cargo xtask bless`";
    assert!(wrong.is_empty(), "{}: {hint}", wrong.join(", "));
}

// Networks train for some of them: in tests of their own these are drawn at the same time.

#[test]
fn the_pictures_of_races_are_those_that_were_kept() {
    check(None);
}

#[test]
fn the_pictures_of_initial_weights_are_those_that_were_kept() {
    check(Some("weight-init"));
}

#[test]
fn the_pictures_of_batch_normalization_are_those_that_were_kept() {
    check(Some("batch-norm"));
}

#[test]
fn the_pictures_of_regularization_are_those_that_were_kept() {
    check(Some("regularization"));
}

#[test]
fn the_pictures_of_searches_are_those_that_were_kept() {
    check(Some("search"));
}

#[test]
fn the_gallery_shows_every_picture() {
    let wrong = compared("README", "md", &gallery());
    assert_eq!(wrong, None, "keep it with `cargo xtask bless`");
}

#[test]
fn no_picture_is_left_over() {
    let known: Vec<String> = pictures()
        .iter()
        .map(|p| format!("{}.svg", p.name))
        .collect();
    for entry in fs::read_dir(folder()).expect("the golden folder") {
        let name = entry.expect("an entry").file_name();
        let name = name.to_string_lossy();
        let is_picture = name.ends_with(".svg") && !name.ends_with(".actual.svg");
        assert!(
            !is_picture || known.contains(&name.to_string()),
            "{name} is drawn by nobody"
        );
    }
}

#[test]
fn drawing_twice_gives_the_same_picture() {
    let picture = picture("six", "", "ALL-SIX");
    assert_eq!(picture.draw(), picture.draw());
}
