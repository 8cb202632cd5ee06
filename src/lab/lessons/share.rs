//! The state as code for other pages.

use super::Lab;
use crate::lab::link;
use crate::lab::settings::{Kind, Lesson, TABLE, setting};

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
}

impl Lab {
    /// The state as code. `page` is the address of the single page without a query,
    /// `title` the name of the frame.
    pub fn codes(&self, page: &str, title: &str) -> Codes {
        let mut settings = self.settings.clone();
        // Whoever opens the link has not asked for links.
        settings.lessons.retain(|&lesson| lesson != Lesson::Share);
        let query = link::query(&settings);
        let link = match query.as_str() {
            "" => page.to_owned(),
            query => format!("{page}?{query}"),
        };
        let pairs = link::pairs(&query);
        Codes {
            element: element(&pairs),
            frame: format!(
                "<iframe src=\"{}\" title=\"{}\"\n        width=\"100%\" height=\"560\" \
                 sandbox=\"allow-scripts allow-downloads\" allow=\"clipboard-write\"></iframe>",
                markup(&link),
                markup(title)
            ),
            myst: myst(&pairs),
            link,
        }
    }
}

/// An attribute that is only present or absent is written without a text.
fn element(pairs: &[(String, String)]) -> String {
    let attributes: Vec<String> = pairs
        .iter()
        .map(|(name, text)| match is_boolean(name) {
            true => format!(" {name}"),
            false => format!(" {name}=\"{}\"", markup(text)),
        })
        .collect();
    format!(
        "<script type=\"module\" src=\"descent-widget.js\"></script>\n\
         <descent-widget{}></descent-widget>",
        attributes.concat()
    )
}

/// The body of the directive is JSON, keyed by properties.
fn myst(pairs: &[(String, String)]) -> String {
    let member = |(name, text): &(String, String)| {
        let row = TABLE.iter().find(|row| row.attribute == name)?;
        let value = match row.kind {
            Kind::Number | Kind::Boolean => text.clone(),
            Kind::Text | Kind::Choice(_) => quoted(text),
        };
        Some(format!("  {}: {value}", quoted(row.property)))
    };
    let members: Vec<String> = pairs.iter().filter_map(member).collect();
    let body = match members.is_empty() {
        true => "{}".to_owned(),
        false => format!("{{\n{}\n}}", members.join(",\n")),
    };
    format!("```{{anywidget}} ./descent-widget.js\n{body}\n```")
}

fn is_boolean(attribute: &str) -> bool {
    setting(attribute).is_some_and(|row| matches!(row.kind, Kind::Boolean))
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
