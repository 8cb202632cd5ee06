//! Every word that the page asks for exists in every language, and words say no more than there is.

use descent_widget::experiments::race::describe;
use descent_widget::experiments::race::words::RaceWords;
use descent_widget::lab::Lab;
use descent_widget::language::Language;
use descent_widget::locale::{FIGURE, RACE, lesson_labels};
use std::fs;
use std::path::Path;

/// The scripts of a folder and of those in it, but for what is generated.
fn scripts(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("pkg") {
            found.extend(scripts(&path));
        } else if path.extension().is_some_and(|ending| ending == "js") {
            found.push(fs::read_to_string(path).unwrap());
        }
    }
    found
}

/// What the template and the shell's scripts ask for by name.
fn wanted() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www");
    let template = fs::read_to_string(format!("{folder}/element.html")).unwrap();
    let scripts = scripts(Path::new(folder));
    let mut names = Vec::new();
    for mark in ["data-word=\"", "data-label=\""] {
        names.extend(template.split(mark).skip(1));
    }
    for script in &scripts {
        for mark in [
            ".word(\"",
            "dataset[\"word\"] = \"",
            "dataset[\"label\"] = \"",
        ] {
            names.extend(script.split(mark).skip(1));
        }
    }
    names
        .iter()
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

/// Every word that never changes, by the name that the page has for it.
fn labels(language: Language) -> Vec<(String, &'static str)> {
    let mut labels = FIGURE.of(language).labels.pairs();
    labels.push(("title".to_owned(), RACE.of(language).title));
    labels.extend(lesson_labels(language));
    labels
}

#[test]
fn every_language_has_the_tag_of_its_folder() {
    for &language in Language::ALL {
        assert_eq!(FIGURE.of(language).tag, language.tag());
    }
}

#[test]
fn every_word_of_the_template_exists_in_every_language() {
    let wanted = wanted();
    assert!(wanted.len() >= 12, "{wanted:?}");
    for &language in Language::ALL {
        let words = labels(language);
        for name in &wanted {
            let word = words.iter().find(|(known, _)| known == name);
            let word = word.unwrap_or_else(|| panic!("{}: no word \"{name}\"", language.tag()));
            assert!(!word.1.is_empty(), "{}: {name}", language.tag());
        }
    }
}

#[test]
fn languages_differ_and_keep_to_their_letters() {
    let is_hangul = |c: char| ('\u{ac00}'..='\u{d7a3}').contains(&c);
    let is_kana = |c: char| ('\u{3040}'..='\u{30ff}').contains(&c);
    let text = |language| -> String { labels(language).iter().map(|(_, word)| *word).collect() };
    let [korean, english, japanese] =
        [Language::Korean, Language::English, Language::Japanese].map(text);
    assert!(korean.contains(is_hangul) && !korean.contains(is_kana));
    assert!(japanese.contains(is_kana) && !japanese.contains(is_hangul));
    assert!(!english.contains(is_hangul) && !english.contains(is_kana));
}

#[test]
fn a_lane_alone_is_compared_with_nothing() {
    let terms = |query: &str, words: &RaceWords| {
        let mut lab = Lab::new();
        assert_eq!(lab.set_query(query), []);
        describe::terms(&lab.scene(), words)
    };
    for &language in Language::ALL {
        let words = RACE.of(language);
        assert_eq!(terms("optimizers=sgd", words), "");
        assert_eq!(terms("optimizers=sgd:lr=0.3", words), "");
        assert_eq!(terms("optimizers=sgd&comparison=same", words), "");
        let noise = terms("optimizers=sgd&noise=0.5", words);
        assert!(noise.contains("0.5") && noise.trim() == noise, "{noise}");
        let both = terms("optimizers=sgd adam&noise=0.5", words);
        assert!(both.ends_with(&noise) && both.len() > noise.len());
        // Where its rate comes from is to be told all the same.
        assert!(terms("optimizers=sgd&comparison=best", words).contains("61"));
    }
}
