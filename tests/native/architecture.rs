//! The invariants of `ARCHITECTURE.md`, read off the sources.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files with this ending below a folder, with their texts.
pub(crate) fn files(folder: &Path, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        // What wasm-bindgen generates is not ours.
        if path.ends_with("www/pkg") {
            continue;
        }
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

/// Source lines without comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(str::trim_start)
        .filter(|line| !line.starts_with("//"))
}

/// The code of a file up to its unit tests.
pub(crate) fn shipped(text: &str) -> impl Iterator<Item = &str> {
    code(text).take_while(|line| !line.starts_with("#[cfg(test)]"))
}

/// What a module names of the crate, by first names: `lab`, `view`, …
fn imports(module: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for (_, text) in files(&root().join("src").join(module), "rs") {
        for line in shipped(&text) {
            named.extend(crate_paths(line).map(|path| first_of(&path)));
        }
    }
    named.remove(module);
    named
}

/// The paths into the crate that a line names.
fn crate_paths(line: &str) -> impl Iterator<Item = String> {
    line.match_indices("crate::").map(|(at, mark)| {
        let path = line[at + mark.len()..].chars();
        let is_path = |c: &char| c.is_alphanumeric() || *c == '_' || *c == ':';
        path.take_while(is_path).collect()
    })
}

fn first_of(path: &str) -> String {
    path.split("::").next().unwrap_or_default().to_owned()
}

#[track_caller]
fn check_imports(module: &str, allowed: &[&str]) {
    let allowed: BTreeSet<String> = allowed.iter().map(|&name| name.to_owned()).collect();
    let found = imports(module);
    let extra: Vec<&String> = found.difference(&allowed).collect();
    assert!(extra.is_empty(), "src/{module} must not import {extra:?}");
}

#[test]
fn science_imports_no_interface() {
    check_imports("math", &[]);
    check_imports("optim", &["math"]);
    check_imports("surface", &["math"]);
    check_imports("race", &["math", "optim", "surface"]);
    check_imports("nn", &["math", "optim"]);
    check_imports(
        "locale",
        &["language", "math", "view", "experiments", "lessons"],
    );
}

#[test]
fn the_frame_and_the_drawing_kit_name_no_experiment_and_no_lesson() {
    let science = ["math", "optim", "surface", "race"];
    check_imports("lab", &[&science[..], &["language"]].concat());
    check_imports("view", &[&science[..], &["language", "lab"]].concat());
}

#[test]
fn experiments_and_lessons_do_not_know_who_lists_them() {
    for module in ["experiments", "lessons"] {
        let found = imports(module);
        for above in ["registry", "web"] {
            assert!(
                !found.contains(above),
                "src/{module} must not import {above}"
            );
        }
    }
}

/// The first column of the table of folders.
fn rows() -> Vec<String> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let (_, table) = text.split_once("\n| folder |").unwrap();
    let table = table.split("\n\n").next().unwrap();
    let firsts = table
        .lines()
        .skip(2)
        .filter_map(|row| row.split('|').nth(1));
    let named = firsts.flat_map(|first| first.split('`').skip(1).step_by(2));
    named.map(str::to_owned).collect()
}

#[test]
fn every_folder_has_a_row_in_the_table() {
    let rows = rows();
    for (folder, prefix) in [(root(), ""), (root().join("src"), "src/")] {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().to_string_lossy().into_owned();
            // Generated, hidden, or divided into rows.
            let is_listed_otherwise = ["target", "dist", "node_modules", "src"].contains(&&*name);
            if is_listed_otherwise || name.starts_with('.') || !entry.path().is_dir() {
                continue;
            }
            let path = format!("{prefix}{name}");
            assert!(rows.contains(&path), "{path} has no row");
        }
    }
    for row in rows {
        assert!(root().join(&row).exists(), "{row} does not exist");
    }
}

#[test]
fn models_and_settings_draw_nothing_and_say_nothing() {
    for folder in ["experiments", "lessons"] {
        for (path, text) in files(&root().join("src").join(folder), "rs") {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name != "model.rs" && name != "settings.rs" {
                continue;
            }
            for line in shipped(&text) {
                let interfaces = ["view", "locale", "web"];
                let named = crate_paths(line).find(|path| interfaces.contains(&&*first_of(path)));
                assert!(named.is_none(), "{}: {line}", path.display());
            }
        }
    }
}

#[test]
fn only_web_knows_the_browser() {
    for (path, text) in files(&root().join("src"), "rs") {
        if path.starts_with(root().join("src/web")) {
            continue;
        }
        for line in code(&text) {
            for name in ["wasm_bindgen", "web_sys", "js_sys", "plotters_canvas"] {
                assert!(!line.contains(name), "{}: {line}", path.display());
            }
        }
    }
}

#[test]
fn web_holds_no_numerics() {
    for (path, text) in files(&root().join("src/web"), "rs") {
        for line in shipped(&text) {
            let calls_math = [
                "libm::", ".sqrt()", ".powi(", ".powf(", ".exp()", ".ln()", ".sin()",
            ];
            let found = calls_math.iter().find(|call| line.contains(*call));
            assert!(found.is_none(), "{}: {line}", path.display());
        }
    }
}

#[test]
fn the_model_has_no_pixel_no_color_and_no_clock() {
    for module in ["math", "optim", "surface", "race", "nn", "lab"] {
        for (path, text) in files(&root().join("src").join(module), "rs") {
            for line in code(&text) {
                for name in [
                    "plotters",
                    "RGB",
                    "pixel",
                    "px",
                    "Instant",
                    "SystemTime",
                    "Duration",
                ] {
                    let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
                    assert!(
                        !words.any(|word| word == name),
                        "{}: {line}",
                        path.display()
                    );
                }
            }
        }
    }
}

#[test]
fn every_transcendental_function_comes_from_libm() {
    // Roots and roundings are exact by IEEE 754, on every target.
    let methods = [
        "cbrt", "exp", "exp2", "exp_m1", "ln", "ln_1p", "log", "log2", "log10", "sin", "cos",
        "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "powi", "powf", "hypot",
        "mul_add",
    ];
    for (path, text) in files(&root().join("src"), "rs") {
        // Scripts in Python call NumPy's.
        for line in shipped(&text).map(|line| line.replace("np.", "")) {
            for method in methods {
                let calls = [format!(".{method}("), format!("f64::{method}")];
                let is_foreign = calls.iter().any(|call| line.contains(call));
                assert!(!is_foreign, "{}: {line}", path.display());
            }
        }
    }
}

fn is_kana(c: char) -> bool {
    ('\u{3040}'..='\u{30ff}').contains(&c)
}

fn is_hangul(c: char) -> bool {
    ('\u{ac00}'..='\u{d7a3}').contains(&c)
}

fn is_cjk(c: char) -> bool {
    is_kana(c) || is_hangul(c) || ('\u{3400}'..='\u{9fff}').contains(&c)
}

/// Such letters in strings.
fn has_letter(line: &str, is_it: fn(char) -> bool) -> bool {
    let mut strings = line.split('"').skip(1).step_by(2);
    strings.any(|text| text.chars().any(is_it))
}

#[test]
fn a_language_stands_in_its_folder_only() {
    let folder = |tag: &str| root().join("src/locale").join(tag);
    for (path, text) in files(&root().join("src"), "rs") {
        let foreign: fn(char) -> bool = match () {
            () if path.starts_with(folder("ko")) => is_kana,
            () if path.starts_with(folder("ja")) => is_hangul,
            () => is_cjk,
        };
        for line in shipped(&text) {
            assert!(!has_letter(line, foreign), "{}: {line}", path.display());
        }
    }
}

/// Whether a file says what a lesson, an experiment or every figure has to say.
fn declares_words(path: &Path) -> bool {
    let path = path.strip_prefix(root()).unwrap_or(path);
    let mut names = path.iter().map(|part| part.to_string_lossy());
    names.any(|name| name == "words" || name == "words.rs")
}

#[test]
fn words_know_nothing_of_what_says_them() {
    let mut n_files = 0;
    for module in ["lessons", "experiments"] {
        for (path, text) in files(&root().join("src").join(module), "rs") {
            if !declares_words(&path) {
                continue;
            }
            n_files += 1;
            for named in shipped(&text).flat_map(crate_paths) {
                let is_allowed = ["language::labels", "math::joined"].contains(&&*named)
                    || named.contains("::words::");
                assert!(is_allowed, "{}: {named}", path.display());
            }
        }
    }
    assert!(n_files > 20, "{n_files}");
}

#[test]
fn lessons_and_experiments_are_handed_their_words() {
    for module in ["lessons", "experiments"] {
        for (path, text) in files(&root().join("src").join(module), "rs") {
            for named in shipped(&text).flat_map(crate_paths) {
                let looks_up = first_of(&named) == "locale";
                assert!(!looks_up, "{}: {named}", path.display());
            }
        }
    }
}

#[test]
fn the_words_are_the_same_in_every_build() {
    for (path, text) in files(&root().join("src/locale"), "rs") {
        assert!(!text.contains("cfg("), "{}", path.display());
    }
}

#[test]
fn the_shell_holds_no_formula_and_no_sentence() {
    for (path, text) in files(&root().join("www"), "js") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        // The one sentence that must be said where the engine cannot start, and the
        // gallery, which is a page and not part of the element.
        if ["failure.js", "gallery.js"].contains(&name.as_str()) {
            continue;
        }
        for line in code(&text).filter(|line| !line.starts_with('*') && !line.starts_with("/*")) {
            assert!(!has_letter(line, is_cjk), "{name}: {line}");
            for function in [
                "Math.log",
                "Math.exp",
                "Math.pow",
                "Math.sqrt",
                "Math.sin",
                " ** ",
            ] {
                assert!(!line.contains(function), "{name}: {line}");
            }
            for rule in [
                "sgd",
                "adagrad",
                "rmsprop",
                "nesterov",
                "ravine",
                "rosenbrock",
            ] {
                assert!(!line.contains(rule), "{name} names {rule}: {line}");
            }
        }
    }
}

#[test]
fn the_shell_asks_the_network_for_nothing_but_its_own_engine() {
    for (path, text) in files(&root().join("www"), "js") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for line in code(&text) {
            for call in [
                "XMLHttpRequest",
                "WebSocket",
                "sendBeacon",
                "localStorage",
                "sessionStorage",
                "document.cookie",
                "eval(",
                "new Function",
            ] {
                assert!(!line.contains(call), "{name}: {line}");
            }
            let may_fetch = name == "load.js";
            assert!(may_fetch || !line.contains("fetch("), "{name}: {line}");
        }
    }
}

#[test]
fn files_can_be_read_in_one_sitting() {
    let mut all = files(&root().join("src"), "rs");
    all.extend(files(&root().join("tests"), "rs"));
    all.extend(files(&root().join("xtask"), "rs"));
    all.extend(files(&root().join("www"), "js"));
    for (path, text) in all {
        let n = text.lines().count();
        assert!(n <= 480, "{} has {n} lines", path.display());
    }
}
