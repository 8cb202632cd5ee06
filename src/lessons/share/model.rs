//! The state as code for other pages.

use crate::lab::Lab;
use crate::lab::link;
use crate::lab::settings::{Kind, Setting};
use crate::math::joined;

/// What a lecturer pastes, for each kind of notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Codes {
    /// The address of the single page with the state.
    pub link: String,
    /// The element and the script that defines it.
    pub element: String,
    /// A frame with the single page.
    pub frame: String,
    /// A directive of MyST, for Jupyter Book 2.
    pub myst: String,
    /// A call of the Python package, for notebooks.
    pub python: String,
}

impl Lab {
    /// The state as code. `page` is the address of the single page without a query,
    /// `title` the name of the frame.
    pub fn codes(&self, page: &str, title: &str) -> Codes {
        let mut settings = self.settings.clone();
        // Whoever opens the link has not asked for links.
        settings.lessons.retain(|&lesson| lesson != "share");
        let query = link::query(&settings);
        let link = match query.as_str() {
            "" => page.to_owned(),
            query => format!("{page}?{query}"),
        };
        let declarations = settings.declarations();
        let known = |pair: link::Pair| Some((declarations.setting(&pair.name)?, pair.text));
        let pairs = link::pairs(&query, |_| false).into_iter().filter_map(known);
        let pairs: Vec<Pair> = pairs.collect();
        Codes {
            element: element(&pairs),
            frame: format!(
                "<iframe src=\"{}\" title=\"{}\"\n        width=\"100%\" height=\"560\" \
                 sandbox=\"allow-scripts allow-downloads\" allow=\"clipboard-write\"></iframe>",
                markup(&link),
                markup(title)
            ),
            myst: myst(&pairs),
            python: python(&pairs),
            link,
        }
    }
}

/// A setting with its text.
type Pair = (&'static Setting, String);

/// An attribute that is only present or absent is written without a text.
fn element(pairs: &[Pair]) -> String {
    let attributes: Vec<String> = pairs
        .iter()
        .map(|(setting, text)| match setting.kind {
            Kind::Boolean => format!(" {}", setting.name),
            _ => format!(" {}=\"{}\"", setting.name, markup(text)),
        })
        .collect();
    format!(
        "<script type=\"module\" src=\"descent-widget.js\"></script>\n\
         <descent-widget{}></descent-widget>",
        attributes.concat()
    )
}

/// A setting as a language writes it that has numbers and quoted texts.
fn members(
    pairs: &[Pair],
    boolean: impl Fn(&str) -> String,
    member: impl Fn(&Setting, String) -> String,
) -> Vec<String> {
    let written = |(setting, text): &Pair| {
        let value = match setting.kind {
            Kind::Number(_) => text.clone(),
            Kind::Boolean => boolean(text),
            Kind::Text | Kind::Choice(_) | Kind::Names(_) => quoted(text),
        };
        member(setting, value)
    };
    pairs.iter().map(written).collect()
}

/// Traits are named like attributes, with the dashes of a Python name.
fn python(pairs: &[Pair]) -> String {
    let boolean = |_: &str| "True".to_owned();
    let traits = members(pairs, boolean, |setting, value| {
        format!("{}={value}", setting.name.replace('-', "_"))
    });
    format!(
        "from descent_widget import DescentWidget\n\n\
         figure = DescentWidget({})\nfigure",
        joined(&traits, ", ")
    )
}

/// The body of the directive is JSON, keyed by properties.
fn myst(pairs: &[Pair]) -> String {
    let members = members(pairs, str::to_owned, |setting, value| {
        format!("  {}: {value}", quoted(&setting.property()))
    });
    let body = match members.is_empty() {
        true => "{}".to_owned(),
        false => format!("{{\n{}\n}}", members.join(",\n")),
    };
    format!("```{{anywidget}} ./descent-widget.js\n{body}\n```")
}

/// A text within an attribute of HTML.
fn markup(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

/// A string of JSON. The settings hold no control characters.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
