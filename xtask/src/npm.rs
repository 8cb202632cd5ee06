//! What makes a folder an npm package: its manifest, its types and the description of the
//! element for editors, all from what the crate says of itself.

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};
use descent_widget::lab::settings::{Kind, Setting, Settings};
use descent_widget::language::Language;
use descent_widget::registry::SETTINGS;
use serde_json::{Value, json};

use crate::{
    bindings::Bindings,
    dist::read,
    process::{cargo, output},
};

/// The rules that the module exports beside the element.
const CLASSES: [&str; 6] = ["Sgd", "Momentum", "Nesterov", "AdaGrad", "RmsProp", "Adam"];

/// What the element's record is made of.
const RECORDS: [&str; 10] = [
    "RaceRecord",
    "Lane",
    "Outcome",
    "NetworkRecord",
    "PanelRecord",
    "CurveRecord",
    "CellRecord",
    "RowRecord",
    "LayerRecord",
    "TrialRecord",
];

/// The element's events with the type of what they tell.
const EVENTS: [(&str, &str, &str); 7] = [
    (
        "descent-ready",
        "{ state: State }",
        "The figure can be seen and used.",
    ),
    (
        "descent-input",
        "{ state: State }",
        "The reader is changing a setting: during a drag, while typing.",
    ),
    (
        "descent-change",
        "{ state: State }",
        "The reader has changed a setting.",
    ),
    (
        "descent-step",
        "{ step: number }",
        "Time or the reader has moved the playhead.",
    ),
    (
        "descent-end",
        "{ step: number }",
        "Playing has come to the last step, or to the one that was to be predicted.",
    ),
    (
        "descent-answer",
        "{ lesson: string; correct: boolean; lane: string; step: number; x: number; y: number; distance?: number }",
        "The reader has answered a prediction and been told.",
    ),
    (
        "descent-error",
        "{ message: string; error: unknown }",
        "The figure could not start; the fallback content stays.",
    ),
];

/// The element's methods with their types and what they do.
const METHODS: [(&str, &str, &str); 10] = [
    (
        "play",
        "(): void",
        "Plays from the step that is shown, or from the start where that is the last.",
    ),
    ("pause", "(): void", "Stops at the step that is shown."),
    ("stepForward", "(): void", "Shows the next step."),
    ("stepBack", "(): void", "Shows the step before."),
    ("seek", "(step: number): void", "Shows a step."),
    ("reset", "(): void", "Shows the start."),
    ("toSVG", "(): string", "The figure as an SVG document."),
    ("toBlob", "(): Promise<Blob>", "The figure as a PNG image."),
    (
        "getState",
        "(): Partial<State>",
        "All settings by their property names, as plain data; none before `ready`.",
    ),
    (
        "setState",
        "(state: Partial<State>): void",
        "Takes over settings; `null` brings back a default, those left out stay.",
    ),
];

/// All files of the package but the modules and the wasm. The bindings are those of the full build.
pub(crate) fn files(bindings: &Bindings) -> Result<Vec<(&'static str, String)>> {
    ensure!(
        SETTINGS
            .iter()
            .all(|row| !row.doc.is_empty() && !row.values().is_empty()),
        "the settings have lost their words: xtask must be built without the crate's features"
    );
    Ok(vec![
        ("package.json", pretty(&manifest()?)?),
        ("descent-widget.d.ts", types(&bindings.types)?),
        (
            "standalone.d.ts",
            include_str!("npm/standalone.d.ts").to_owned(),
        ),
        ("custom-elements.json", pretty(&custom_elements())?),
        ("README.md", read("README.md")?),
        ("LICENSE", read("LICENSE")?),
    ])
}

fn manifest() -> Result<Value> {
    let metadata = output(&mut cargo([
        "metadata",
        "--no-deps",
        "--format-version",
        "1",
    ]));
    let metadata: Value =
        serde_json::from_str(&metadata.context("cargo cannot read the workspace")?)?;
    let packages = metadata["packages"].as_array();
    let package = packages
        .and_then(|all| all.iter().find(|it| it["name"] == "descent-widget"))
        .context("the workspace has no package descent-widget")?;
    Ok(json!({
        "name": package["name"],
        "version": package["version"],
        "description": package["description"],
        "keywords": package["keywords"],
        "license": package["license"],
        "type": "module",
        // For tools that do not read `exports`.
        "main": "./descent-widget.js",
        "types": "./descent-widget.d.ts",
        "exports": {
            ".": { "types": "./descent-widget.d.ts", "default": "./descent-widget.js" },
            // For bundlers that do not follow `new URL("…", import.meta.url)`.
            "./standalone": { "types": "./standalone.d.ts", "default": "./standalone.js" },
            "./custom-elements.json": "./custom-elements.json",
            "./package.json": "./package.json",
        },
        "sideEffects": ["./descent-widget.js", "./standalone.js"],
        "customElements": "custom-elements.json",
    }))
}

/// The declarations of the module: the rules and the records as the bindings declare them, and
/// the element with a property for each setting.
fn types(bindings: &str) -> Result<String> {
    let mut rules = String::new();
    for class in CLASSES {
        write!(rules, "{}\n\n", declaration(bindings, "class", class)?)?;
    }
    let mut records = String::new();
    for name in RECORDS {
        write!(records, "{}\n\n", declaration(bindings, "interface", name)?)?;
    }
    let mut state = String::new();
    let mut properties = String::new();
    for row in SETTINGS.iter() {
        // What is not set is null, and null unsets; a boolean is always one of the two.
        let null = match row.kind {
            Kind::Boolean => "",
            _ => " | null",
        };
        writeln!(state, "  {}: {}{null};", row.property(), type_of(row))?;
        // The element inherits `lang` from HTMLElement.
        if row.property() != "lang" {
            let (name, doc) = (row.property(), description(row));
            let (get, set) = (type_of(row), settable_type_of(row));
            writeln!(
                properties,
                "  /** {doc} */\n  get {name}(): {get};\n  set {name}(value: {set});"
            )?;
        }
    }
    let mut methods = String::new();
    for (name, signature, doc) in METHODS {
        writeln!(methods, "  /** {doc} */\n  {name}{signature};")?;
    }
    let mut events = String::new();
    for (name, detail, doc) in EVENTS {
        writeln!(
            events,
            "    /** {doc} */\n    {name:?}: CustomEvent<{detail}>;"
        )?;
    }
    let languages: Vec<_> = Language::TAGS
        .iter()
        .map(|tag| format!("{tag:?}"))
        .collect();
    Ok(include_str!("npm/descent-widget.d.ts")
        .replace("LANGUAGE", &languages.join(" | "))
        .replace("  // state\n", &state)
        .replace("  // properties\n", &properties)
        .replace("  // methods\n", &methods)
        .replace("    // events\n", &events)
        .replace("// rules\n", rules.trim_end())
        .replace("// records\n", records.trim_end()))
}

/// A declaration with the comment above it, cut out of the bindings' types.
fn declaration(bindings: &str, kind: &str, name: &str) -> Result<String> {
    let head = format!("export {kind} {name} {{");
    let at = bindings
        .find(&head)
        .with_context(|| format!("the bindings export no {kind} {name}"))?;
    let before = bindings[..at].trim_end();
    let start = if before.ends_with("*/") {
        before.rfind("/**").unwrap_or(at)
    } else {
        at
    };
    let end = bindings[at..]
        .find("\n}")
        .with_context(|| format!("the {kind} {name} has no end"))?;
    // A doc comment that was handed through a macro keeps the mark of its literal.
    // A page's TypeScript may be too old to know `using`.
    let lines = bindings[start..at + end + 2]
        .lines()
        .filter(|line| !line.contains("[Symbol.dispose]"));
    Ok(lines
        .collect::<Vec<_>>()
        .join("\n")
        .replace(" * r\" ", " * "))
}

/// The manifest that editors and documentation tools read.
fn custom_elements() -> Value {
    let attributes: Vec<_> = SETTINGS
        .iter()
        .map(|row| {
            let mut attribute = json!({
                "name": row.name,
                "fieldName": row.property(),
                "type": { "text": type_of(row) },
                "description": description(row),
            });
            let default = row.text(&Settings::default());
            if !default.is_empty() {
                attribute["default"] = json!(format!("{default:?}"));
            }
            attribute
        })
        .collect();
    let fields = SETTINGS.iter().map(|row| {
        json!({
            "kind": "field",
            "name": row.property(),
            "type": { "text": type_of(row) },
            "description": description(row),
            "attribute": row.name,
        })
    });
    let methods =
        METHODS.map(|(name, _, doc)| json!({ "kind": "method", "name": name, "description": doc }));
    let events = EVENTS.map(|(name, detail, doc)| {
        let text = format!("CustomEvent<{detail}>");
        json!({ "name": name, "type": { "text": text }, "description": doc })
    });
    let this = json!({ "name": "DescentWidget", "module": "descent-widget.js" });
    json!({
        "schemaVersion": "1.0.0",
        "modules": [{
            "kind": "javascript-module",
            "path": "descent-widget.js",
            "declarations": [{
                "kind": "class",
                "customElement": true,
                "tagName": "descent-widget",
                "name": "DescentWidget",
                "superclass": { "name": "HTMLElement" },
                "attributes": attributes,
                "members": fields.chain(methods).collect::<Vec<_>>(),
                "events": events,
            }],
            "exports": [
                { "kind": "js", "name": "DescentWidget", "declaration": this },
                { "kind": "custom-element-definition", "name": "descent-widget", "declaration": this },
            ],
        }],
    })
}

/// The settings as the modules know them.
pub(crate) fn settings() -> Result<String> {
    let rows = SETTINGS.iter().map(|row| {
        let kind = match row.kind {
            Kind::Text | Kind::Names(_) => "text",
            Kind::Number(_) => "number",
            Kind::Boolean => "boolean",
            Kind::Choice(_) => "choice",
        };
        json!({ "attribute": row.name, "property": row.property(), "kind": kind })
    });
    let rows: Vec<_> = rows.collect();
    Ok(format!(
        "/** @typedef {{{{ attribute: string, property: string, \
         kind: \"text\" | \"number\" | \"boolean\" | \"choice\" }}}} SettingRow */\n\n\
         /** @type {{SettingRow[]}} */\n\
         export const settings = {};\n",
        serde_json::to_string(&rows)?
    ))
}

/// The release as the modules know it: all packages of the workspace have the same.
pub(crate) fn version() -> String {
    format!("export const version = {:?};\n", env!("CARGO_PKG_VERSION"))
}

/// What a property takes: absence brings back the default, and lists are joined by blanks.
fn settable_type_of(row: &Setting) -> String {
    let list = match row.kind {
        Kind::Text | Kind::Names(_) => " | readonly (string | number)[]",
        _ => "",
    };
    format!("{}{list} | null | undefined", type_of(row))
}

fn type_of(row: &Setting) -> String {
    match row.kind {
        Kind::Text | Kind::Names(_) => "string".to_owned(),
        Kind::Number(_) => "number".to_owned(),
        Kind::Boolean => "boolean".to_owned(),
        Kind::Choice(names) => {
            let quoted: Vec<_> = names.iter().map(|name| format!("{name:?}")).collect();
            quoted.join(" | ")
        }
    }
}

fn description(row: &Setting) -> String {
    format!("{} Allowed: {}.", row.doc, row.values())
}

fn pretty(value: &Value) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}
