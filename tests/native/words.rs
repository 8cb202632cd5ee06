//! Every word that the page asks for exists in every language, and words say no more than there is.

use descent_widget::experiments::race::describe;
use descent_widget::lab::Lab;
use descent_widget::locale::{EN, JA, KO, Messages};
use std::fs;

/// What the template and the shell's scripts ask for by name.
fn wanted() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www");
    let template = fs::read_to_string(format!("{folder}/element.html")).unwrap();
    let mut names = Vec::new();
    for mark in ["data-word=\"", "data-label=\""] {
        names.extend(template.split(mark).skip(1));
    }
    let lessons = fs::read_dir(format!("{folder}/lessons")).unwrap();
    let scripts: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .chain(lessons)
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "js"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    for script in &scripts {
        for mark in [
            "words[\"",
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

#[test]
fn every_word_of_the_template_exists_in_every_language() {
    let wanted = wanted();
    assert!(wanted.len() >= 12, "{wanted:?}");
    for messages in [KO, EN, JA] {
        let words = messages.pairs();
        for name in &wanted {
            let word = words.iter().find(|(known, _)| known == name);
            let word = word.unwrap_or_else(|| panic!("{}: no word \"{name}\"", messages.tag));
            assert!(!word.1.is_empty(), "{}: {name}", messages.tag);
        }
    }
}

#[test]
fn languages_differ_and_keep_to_their_letters() {
    let is_hangul = |c: char| ('\u{ac00}'..='\u{d7a3}').contains(&c);
    let is_kana = |c: char| ('\u{3040}'..='\u{30ff}').contains(&c);
    let text = |messages: &Messages| -> String {
        messages.pairs().iter().map(|(_, word)| *word).collect()
    };
    assert!(text(&KO).contains(is_hangul) && !text(&KO).contains(is_kana));
    assert!(text(&JA).contains(is_kana) && !text(&JA).contains(is_hangul));
    assert!(!text(&EN).contains(is_hangul) && !text(&EN).contains(is_kana));
}

#[test]
fn a_lane_alone_is_compared_with_nothing() {
    let terms = |query: &str, messages: &Messages| {
        let mut lab = Lab::new();
        assert_eq!(lab.set_query(query), []);
        describe::terms(&lab.scene(), messages)
    };
    for messages in [&KO, &EN, &JA] {
        assert_eq!(terms("optimizers=sgd", messages), "");
        assert_eq!(terms("optimizers=sgd:lr=0.3", messages), "");
        assert_eq!(terms("optimizers=sgd&comparison=same", messages), "");
        let noise = terms("optimizers=sgd&noise=0.5", messages);
        assert!(noise.contains("0.5") && noise.trim() == noise, "{noise}");
        let both = terms("optimizers=sgd adam&noise=0.5", messages);
        assert!(both.ends_with(&noise) && both.len() > noise.len());
        // Where its rate comes from is to be told all the same.
        assert!(terms("optimizers=sgd&comparison=best", messages).contains("61"));
    }
}
