//! The figures as a person reads them, and as a program does.

use serde_json::{Value, json};

/// Figures that belong together.
pub(crate) struct Section {
    title: &'static str,
    note: String,
    rows: Vec<Row>,
}

/// One figure.
pub(crate) struct Row {
    what: String,
    value: f64,
    unit: &'static str,
    beside: Option<(String, f64)>,
}

impl Section {
    /// Figures that were all got in the way that the note tells.
    pub(crate) fn new(title: &'static str, note: impl Into<String>, rows: Vec<Row>) -> Self {
        let note = note.into();
        Self { title, note, rows }
    }

    /// Prints the section as a table.
    pub(crate) fn print(&self) {
        println!("\n{}\n{}\n", self.title, wrapped(&self.note));
        let width = |cell: fn(&Row) -> usize| self.rows.iter().map(cell).max().unwrap_or(0);
        let what = width(|row| row.what.chars().count());
        let beside = width(|row| row.beside_text().chars().count());
        for row in &self.rows {
            let value = format!("{} {}", short(row.value), row.unit);
            let text = row.beside_text();
            let ratio = row
                .ratio()
                .map_or_else(String::new, |it| format!("{it:.2} ×"));
            let line = format!(
                "  {:what$}  {value:>15}  {text:beside$}  {ratio:>9}",
                row.what
            );
            println!("{}", line.trim_end());
        }
    }

    /// The section with all digits.
    pub(crate) fn json(&self) -> Value {
        let rows: Vec<Value> = self.rows.iter().map(Row::json).collect();
        json!({ "title": self.title, "note": self.note, "rows": rows })
    }
}

impl Row {
    /// A figure on its own.
    pub(crate) fn new(what: impl Into<String>, value: f64, unit: &'static str) -> Self {
        Self {
            what: what.into(),
            value,
            unit,
            beside: None,
        }
    }

    /// The same with a peer or a limit, in the same unit.
    pub(crate) fn beside(mut self, whose: impl Into<String>, value: f64) -> Self {
        self.beside = Some((whose.into(), value));
        self
    }

    fn beside_text(&self) -> String {
        let text = |(whose, value): &(String, f64)| format!("{whose} {}", short(*value));
        self.beside.as_ref().map_or_else(String::new, text)
    }

    fn ratio(&self) -> Option<f64> {
        let (_, beside) = self.beside.as_ref()?;
        (*beside != 0.0).then_some(self.value / beside)
    }

    fn json(&self) -> Value {
        let beside = self
            .beside
            .as_ref()
            .map(|(whose, value)| json!({ "what": whose, "value": value }));
        json!({
            "what": self.what,
            "value": self.value,
            "unit": self.unit,
            "beside": beside,
            "ratio": self.ratio(),
        })
    }
}

/// Three digits say all that a measurement of time can.
fn short(value: f64) -> String {
    match value.abs() {
        0.0 => "0".to_owned(),
        it if it < 0.1 => format!("{value:.4}"),
        it if it < 1.0 => format!("{value:.3}"),
        it if it < 10.0 => format!("{value:.2}"),
        it if it < 100.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

/// Text in lines that fit into a terminal.
fn wrapped(text: &str) -> String {
    const WIDTH: usize = 96;
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is always a last line");
        if !line.is_empty() && line.chars().count() + word.chars().count() >= WIDTH {
            lines.push(word.to_owned());
        } else {
            *line = [line.as_str(), word].join(" ").trim().to_owned();
        }
    }
    lines.join("\n")
}
