//! The lecture note: its numbers are those of the crate, its links set figures up, and its pages
//! are built alike.

use std::collections::BTreeMap;
use std::fs;
use std::rc::Rc;

use descent_widget::experiments::network::scene::{More, NetworkScene};
use descent_widget::lab::{Lab, link};
use descent_widget::math::{Rng, numeral};
use descent_widget::nn::experiment::{Regularization, loss_network};
use descent_widget::nn::{Init, Network};
use descent_widget::optim::{Hyperparameters, Key, Rule};

use crate::common::{digits, finished, from_query};
use crate::lessons::value;

/// The sections, a page each, in the order of the chapter.
const PAGES: [&str; 6] = [
    "index",
    "training",
    "initial-weights",
    "batch-normalization",
    "regularization",
    "hyperparameters",
];

fn page(name: &str) -> String {
    let path = format!("{}/www/{name}.html", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The texts of an attribute in a page, unescaped.
fn texts_of(page: &str, attribute: &str) -> Vec<String> {
    let mark = format!("{attribute}=\"");
    let rest = page.split(&mark).skip(1);
    rest.filter_map(|rest| rest.split('"').next())
        .map(|text| text.replace("&amp;", "&"))
        .collect()
}

/// A number of the text: `data-fact="QUERY | WHAT"` says where it comes from.
struct Fact {
    query: String,
    what: String,
    text: String,
}

impl Fact {
    /// Whether it is known without training for long.
    fn is_quick(&self) -> bool {
        let is_set = ["data", "default", "rate", "parameters", "ln", "even"];
        let word = self.what.split(' ').next();
        let is_short = ["step=0", "iterations=100"];
        word.is_some_and(|word| is_set.contains(&word))
            || is_short.iter().any(|part| self.query.ends_with(part))
    }

    #[track_caller]
    fn check(&self, exact: f64) {
        let text = self.text.replace('−', "-").replace(',', "");
        let (text, unit) = match text.strip_suffix('%') {
            Some(text) => (text, 100.0),
            None => (text.as_str(), 1.0),
        };
        let quoted = numeral::parse(text).unwrap();
        let digits = text.split_once('.').map_or(0, |(_, digits)| digits.len());
        let half = 0.5 * 0.1_f64.powi(i32::try_from(digits).unwrap());
        assert!(
            (quoted - exact * unit).abs() <= half + 1e-9,
            "{} | {}: {} for {exact}",
            self.query,
            self.what,
            self.text
        );
    }
}

fn facts(page: &str) -> Vec<Fact> {
    let fact = |source: &str, text: &str| {
        let (query, what) = source.split_once(" | ").unwrap();
        Fact {
            query: query.replace("&amp;", "&"),
            what: what.to_owned(),
            text: text.to_owned(),
        }
    };
    let shown = page.split("data-fact=\"").skip(1).map(|rest| {
        let (source, rest) = rest.split_once("\">").unwrap();
        fact(source, rest.split('<').next().unwrap())
    });
    // Those of captions stand beside them, as `FACT = TEXT ; FACT = TEXT`.
    let captions = page.split("data-caption=\"").skip(1).flat_map(|rest| {
        let (caption, rest) = rest.split_once('"').unwrap();
        let facts = rest.strip_prefix(" data-facts=\"").unwrap_or_default();
        let facts = facts.split('"').next().unwrap().split(" ; ");
        let facts = facts.filter_map(|fact| fact.rsplit_once(" = "));
        let facts = facts.map(|(source, text)| fact(source, text));
        let facts: Vec<Fact> = facts.collect();
        for fact in &facts {
            assert!(caption.contains(&fact.text), "{caption}: {}", fact.what);
        }
        facts
    });
    shown.chain(captions).collect()
}

/// Experiments that have been run for the facts of a page.
#[derive(Default)]
struct Runs(BTreeMap<String, (Lab, Rc<NetworkScene>)>);

impl Runs {
    fn get(&mut self, query: &str) -> &(Lab, Rc<NetworkScene>) {
        let entry = self.0.entry(query.to_owned());
        entry.or_insert_with(|| finished(query))
    }

    fn value(&mut self, Fact { query, what, .. }: &Fact) -> f64 {
        let words: Vec<&str> = what.split(' ').collect();
        match *words.as_slice() {
            ["data", name] => {
                let (lab, _) = self.get(&format!("{query}&step=0"));
                let extent = lab.network_extent().unwrap();
                let n = match name {
                    "train" => extent.n_train,
                    "test" => extent.n_test,
                    "wrong" => extent.n_wrong,
                    "batch" => extent.batch_size,
                    "iterations" => extent.n_iterations,
                    _ => panic!("{what}"),
                };
                n as f64
            }
            // The rate of the lab `regularization`.
            ["rate"] => Regularization::lab().rule.value(Key::Lr),
            ["default", rule, "lr"] => {
                let rule = Rule::named(rule).unwrap();
                Hyperparameters::new(rule).value(Key::Lr)
            }
            ["parameters"] => {
                let network = loss_network(&digits().0);
                let network = Network::<f32>::new(network, Init::He, &mut Rng::for_stream(1, 0));
                network.params().values().len() as f64
            }
            ["ln", "10"] => 10.0_f64.ln(),
            // Of the numbers from 0.0001 to 0.1, those from 0.01 on.
            ["even", "share"] => 100.0 * (0.1 - 0.01) / (0.1 - 0.0001),
            ["best", name] => {
                let (lab, _) = self.get(query);
                let trials = lab.trials().unwrap();
                let (_, best) = trials.ranked(0).unwrap();
                match name {
                    "accuracy" => best.accuracy(),
                    "rate" => best.rate,
                    _ => panic!("{what}"),
                }
            }
            ["wins", lane] => {
                let (_, scene) = self.get(query);
                let lane = scene.lanes.iter().find(|it| it.control == lane).unwrap();
                match &lane.more {
                    More::Wins(wins) => wins.n as f64,
                    other => panic!("{other:?}"),
                }
            }
            ["diverged", ..] => {
                let name = what.strip_prefix("diverged ").unwrap();
                let csv = self.get(query).1.csv();
                let mark = format!("diverged,{name},");
                let row = csv.lines().find_map(|row| row.strip_prefix(&mark)).unwrap();
                numeral::parse(row.trim_end_matches(',')).unwrap()
            }
            // The beginning of a row of the record.
            _ => {
                let csv = self.get(query).1.csv();
                let mark = format!("{what},");
                let row = csv.lines().find_map(|row| row.strip_prefix(&mark));
                let row = row.unwrap_or_else(|| panic!("{query}: no row {what}"));
                numeral::parse(row).unwrap()
            }
        }
    }
}

#[track_caller]
fn check_facts(name: &str, is_checked: fn(&Fact) -> bool) -> Runs {
    let mut runs = Runs::default();
    let facts = facts(&page(name));
    let mut facts = facts.iter().filter(|it| is_checked(it)).peekable();
    assert!(facts.peek().is_some(), "{name}");
    for fact in facts {
        fact.check(runs.value(fact));
    }
    runs
}

#[test]
fn the_note_quotes_the_numbers_of_the_race() {
    let facts = facts(&page("index"));
    assert!(facts.len() >= 12, "{}", facts.len());
    for fact in facts {
        let (lane, what) = fact.what.split_once(' ').unwrap();
        fact.check(value(&mut from_query(&fact.query), lane, what));
    }
}

#[test]
fn the_note_quotes_the_sizes_and_short_runs_of_the_networks() {
    for name in &PAGES[1..] {
        check_facts(name, Fact::is_quick);
    }
}

/// What takes minutes to train.
mod long {
    use descent_widget::experiments::search::trials::Verdict;

    use super::*;

    #[test]
    fn the_section_on_digits_quotes_its_runs() {
        check_facts("training", |fact| !fact.is_quick());
    }

    #[test]
    fn the_section_on_initial_weights_quotes_its_runs() {
        check_facts("initial-weights", |fact| !fact.is_quick());
    }

    #[test]
    fn the_section_on_batch_normalization_quotes_its_runs() {
        check_facts("batch-normalization", |fact| !fact.is_quick());
    }

    #[test]
    fn the_section_on_regularization_quotes_its_runs() {
        check_facts("regularization", |fact| !fact.is_quick());
    }

    #[test]
    fn the_section_on_hyperparameters_quotes_its_runs() {
        let mut runs = check_facts("hyperparameters", |fact| !fact.is_quick());
        // Its text says where the good trials lie.
        let trials = runs.get("lab=search&trials=40").0.trials().unwrap();
        let verdicts = trials.findings().unwrap().map(|it| it.verdict);
        assert_eq!(verdicts, [Verdict::HighEnd, Verdict::Anywhere]);
    }
}

#[test]
fn every_link_of_the_note_can_be_followed() {
    for name in PAGES {
        let page = page(name);
        let links = texts_of(&page, "data-descent");
        // Three things to try at least, in three languages.
        assert!(links.len() >= 9, "{name}: {}", links.len());
        // Without a name they mean the figure that they stand in.
        let unnamed = links.iter().filter(|link| link.starts_with('?'));
        assert_eq!(unnamed.count(), page.matches("slot=\"try\"").count());
        for text in links {
            let (id, query) = text.split_once('?').unwrap();
            assert!(
                id.is_empty() || page.contains(&format!("<descent-widget id=\"{id}\"")),
                "{name}: no figure {id}"
            );
            for link::Pair { name: key, .. } in link::pairs(query, |_| false) {
                let known = descent_widget::registry::setting(&key);
                assert!(known.is_some(), "{text}");
            }
            let _ = from_query(query);
        }
    }
}

#[test]
fn the_note_says_the_same_in_every_language() {
    for name in PAGES {
        let page = page(name);
        let body = page.split_once("<main").unwrap().1;
        // What stands in the blocks of a language, none of which holds another of its own tag.
        let count = |language: &str, inner: &str| {
            let mark = format!("lang=\"{language}\"");
            let starts = body.match_indices(&mark).map(|(at, _)| at);
            let block = |at: usize| {
                let tag = body[..at].rsplit('<').next().unwrap();
                let end = format!("</{}>", tag.split(' ').next().unwrap());
                body[at..].split(&end).next().unwrap()
            };
            starts
                .map(|at| block(at).matches(inner).count())
                .sum::<usize>()
        };
        let blocks = |language: &str| body.matches(&format!("lang=\"{language}\"")).count();
        for language in ["en", "ja"] {
            assert_eq!(blocks(language), blocks("ko"), "{name} {language}");
            for inner in ["data-descent", "data-caption", "data-fact"] {
                let (all, korean) = (count(language, inner), count("ko", inner));
                assert_eq!(all, korean, "{name} {language}");
            }
        }
    }
}

/// What stands between two marks, each for the first time.
#[track_caller]
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let rest = page.split_once(from).unwrap().1;
    rest.split_once(to).unwrap().0
}

#[test]
fn all_pages_of_the_note_have_one_head_and_one_contents() {
    const HERE: &str = " aria-current=\"page\"";
    let [first, ..] = PAGES.map(page);
    for (index, name) in PAGES.into_iter().enumerate() {
        let page = page(name);
        for (from, to) in [
            ("<head>", "<title>"),
            ("<link rel=\"icon\"", "</head>"),
            ("<header class=\"site\">", "</header>"),
        ] {
            let same = between(&first, from, to);
            assert_eq!(between(&page, from, to), same, "{name}");
        }
        let contents = |page: &str| between(page, "<nav class=\"chapter\"", "</nav>").to_owned();
        let own = contents(&page);
        assert_eq!(own.replace(HERE, ""), contents(&first).replace(HERE, ""));
        assert!(
            own.contains(&format!("href=\"{name}.html\"{HERE}")),
            "{name}"
        );
        assert_eq!(own.matches(HERE).count(), 1, "{name}");
        let links = PAGES.map(|name| format!("{name}.html"));
        assert_eq!(texts_of(&own, "href"), links);
        // After the last section comes the first one.
        let next = between(&page, "<nav class=\"following\"", "</nav>");
        assert_eq!(
            texts_of(next, "href"),
            [links[(index + 1) % links.len()].clone()]
        );
    }
}

#[test]
fn every_section_has_its_limits_and_questions_with_answers() {
    for name in &PAGES[1..] {
        let page = page(name);
        assert!(page.contains("<section id=\"limits\">"), "{name}");
        let answers = page.matches("<details class=\"answer\">").count();
        assert!((2..=3).contains(&answers), "{name}: {answers}");
    }
}
