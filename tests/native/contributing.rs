//! `docs/contributing.md` says which places a change touches; the sources are asked whether these
//! are all.

use crate::architecture::{files, root, shipped};
use std::collections::BTreeSet;
use std::fs;

/// What a person writes: where an example can stand, and how the names of such files end.
const SOURCES: [(&str, &str); 4] = [
    ("src", "rs"),
    ("xtask/src", "rs"),
    ("www", "js"),
    ("www", "css"),
];

fn contributing() -> String {
    fs::read_to_string(root().join("docs/contributing.md")).unwrap()
}

/// The walk under a heading.
#[track_caller]
fn walk(heading: &str) -> String {
    let text = contributing();
    let (_, rest) = text.split_once(&format!("## {heading}\n")).unwrap();
    rest.split("\n## ").next().unwrap().to_owned()
}

/// What stands between backticks and is a path.
fn paths(text: &str) -> BTreeSet<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    let is_path = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
    let all = quoted.filter(|it| it.contains('/'));
    all.filter(|it| it.chars().all(is_path)).collect()
}

/// The files of these folders with a line of code that is about something.
fn files_with(sources: &[(&str, &str)], is_about_it: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (folder, ending) in sources {
        for (path, text) in files(&root().join(folder), ending) {
            let mut lines =
                shipped(&text).filter(|line| !line.starts_with("/*") && !line.starts_with('*'));
            if lines.any(&is_about_it) {
                let path = path.strip_prefix(root()).unwrap_or(&path);
                found.insert(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found
}

/// Whether a line has a name, in whatever way it is written: `weight-decay`, `WeightDecay`.
fn names(line: &str, name: &str) -> bool {
    let letters = line.chars().filter(|c| !matches!(c, '_' | '-'));
    letters.collect::<String>().to_lowercase().contains(name)
}

/// Whether a file holds sentences of a language.
fn is_translation(path: &str) -> bool {
    let inner = path.strip_prefix("src/locale/");
    inner.is_some_and(|inner| inner.contains('/'))
}

/// A walk names each file that names its example, and how many there are besides the folders of
/// its own.
#[track_caller]
fn check_places(heading: &str, example: &str) {
    let walk = walk(heading);
    let documented = paths(&walk);
    let is_in_folder = |path: &str| {
        let mut folders = documented.iter().filter(|it| it.ends_with('/'));
        folders.any(|folder| path.starts_with(folder))
    };
    let mut found = files_with(&SOURCES, |line| names(line, example));
    found.retain(|path| !is_translation(path) && !is_in_folder(path));
    for path in &found {
        assert!(
            documented.contains(&**path),
            "{path} names {example}, and \"{heading}\" does not say so"
        );
    }
    let count = format!("{} files name it", found.len());
    assert!(walk.contains(&count), "{heading}: {count}: {found:#?}");
}

#[test]
fn an_optimizer_is_named_where_the_documentation_says() {
    check_places("A new optimizer", "rmsprop");
}

#[test]
fn a_surface_is_named_where_the_documentation_says() {
    check_places("A new surface", "booth");
}

#[test]
fn a_lesson_is_named_where_the_documentation_says() {
    check_places("A new lesson", "physics");
}

#[test]
fn an_experiment_is_named_where_the_documentation_says() {
    check_places("A new experiment", "regularization");
}

/// Whether a line names Japanese, as a place does that lists the languages.
fn names_a_language(line: &str) -> bool {
    let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-');
    words.any(|word| ["ja", "Japanese", "data-ja"].contains(&word))
}

#[test]
fn a_language_is_named_where_the_documentation_says() {
    let others = [("xtask/src", "ts"), ("www", "html")];
    let mut found = files_with(&[&SOURCES[..], &others].concat(), names_a_language);
    found.retain(|path| !path.starts_with("src/locale/ja/"));
    assert!(found.contains("src/language.rs"), "{found:?}");
    let walk = walk("A new language");
    for path in found {
        assert!(paths(&walk).contains(&*path), "{path} names a language");
    }
}

#[test]
fn every_place_of_a_walk_exists() {
    let text = contributing();
    // The language of the example does not exist yet.
    let all = paths(&text).into_iter();
    for path in all.filter(|path| !path.starts_with("src/locale/fr")) {
        assert!(root().join(path).exists(), "{path}");
    }
}
