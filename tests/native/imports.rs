//! No circle of imports between the folders of the crate.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// These share `network`, which in turn names their panels and words: they count as one.
const ON_NETWORKS: [&str; 6] = [
    "experiments::network",
    "experiments::training",
    "experiments::weight_init",
    "experiments::batch_norm",
    "experiments::regularization",
    "experiments::search",
];

fn source_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let files = entries.flat_map(|path| match path.is_dir() {
        true => source_files(&path),
        false => vec![path],
    });
    files.collect()
}

/// The folder that a module belongs to: each experiment and each lesson is one of its own.
fn folder_of(module: &[&str]) -> String {
    let n = match module.first() {
        Some(&("experiments" | "lessons")) => 2,
        _ => 1,
    };
    let folder = module[..n.min(module.len())].join("::");
    match ON_NETWORKS.contains(&&*folder) {
        true => "experiments on networks".to_owned(),
        false => folder,
    }
}

/// The crate's modules that a file names outside its tests, as paths.
fn named_in(text: &str) -> Vec<String> {
    let code = text.lines().map(str::trim_start);
    let code = code.take_while(|line| {
        !line.starts_with("#[cfg(test)]") && !line.starts_with("#[cfg(all(test")
    });
    let code: String = code.filter(|line| !line.starts_with("//")).collect();
    let mut named = Vec::new();
    for (at, mark) in code.match_indices("crate::") {
        let rest = &code[at + mark.len()..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':');
        let path = rest[..end.unwrap_or(rest.len())].trim_end_matches("::");
        if !path.is_empty() {
            named.push(path.to_owned());
            continue;
        }
        // `use crate::{a::b, c};`: only the first names matter.
        let tree = rest.trim_start_matches('{');
        let names = tree.split(';').next().unwrap_or_default().split(',');
        named.extend(names.filter_map(|it| {
            it.split([':', '{', '}', ' '])
                .find(|it| !it.is_empty())
                .map(str::to_owned)
        }));
    }
    named
}

/// The folders that each folder imports.
fn imports() -> BTreeMap<String, BTreeSet<String>> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut imports: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in source_files(&src) {
        let module = path.strip_prefix(&src).unwrap().with_extension("");
        let module: Vec<&str> = module.iter().map(|it| it.to_str().unwrap()).collect();
        // The programs and the crate's root import everything.
        if matches!(module[..], ["lib" | "main"]) {
            continue;
        }
        let from = folder_of(&module);
        for named in named_in(&fs::read_to_string(&path).unwrap()) {
            let to = folder_of(&named.split("::").collect::<Vec<_>>());
            if to != from {
                imports.entry(from.clone()).or_default().insert(to);
            }
        }
    }
    imports
}

/// Takes away, one after the other, folders that import nothing that is left.
fn circle(mut imports: BTreeMap<String, BTreeSet<String>>) -> BTreeMap<String, BTreeSet<String>> {
    loop {
        let left: BTreeSet<String> = imports.keys().cloned().collect();
        for named in imports.values_mut() {
            named.retain(|it| left.contains(it));
        }
        let before = imports.len();
        imports.retain(|_, named| !named.is_empty());
        if imports.len() == before {
            return imports;
        }
    }
}

#[test]
fn folders_import_each_other_in_one_direction() {
    let imports = imports();
    assert!(imports.len() > 15, "{imports:?}");
    assert!(imports["view"].contains("lab"), "{imports:?}");
    let circle = circle(imports);
    assert!(circle.is_empty(), "{circle:#?}");
}

#[test]
fn a_circle_is_found() {
    let pairs = [("a", "b"), ("b", "c"), ("c", "b"), ("d", "a")];
    let imports = pairs.map(|(from, to)| (from.to_owned(), BTreeSet::from([to.to_owned()])));
    let found = circle(imports.into());
    assert!(
        found.contains_key("b") && found.contains_key("c"),
        "{found:?}"
    );
    let imports = [("a", "b"), ("b", "c")];
    let imports = imports.map(|(from, to)| (from.to_owned(), BTreeSet::from([to.to_owned()])));
    assert!(circle(imports.into()).is_empty());
}
