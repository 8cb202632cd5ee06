//! What a reader's browser loads.

use e2e::budgets::{BUDGETS, weigh};

use crate::table::{Row, Section};

pub(crate) fn section() -> Section {
    let rows = BUDGETS.iter().flat_map(|budget| {
        let weight = weigh(budget.files);
        let kilo = |bytes: usize| bytes as f64 / 1000.0;
        let raw = Row::new(format!("{}, raw", budget.what), kilo(weight.raw), "kB");
        let gzip = Row::new(format!("{}, gzip", budget.what), kilo(weight.gzip), "kB");
        let gzip = match budget.goal {
            Some(goal) => gzip.beside("budget", kilo(goal)),
            None => gzip,
        };
        [raw, gzip]
    });
    Section::new(
        "Bytes",
        "Exact; each file compressed on its own, as hard as gzip can.",
        rows.collect(),
    )
}
