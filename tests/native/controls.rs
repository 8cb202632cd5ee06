//! What controls are called.

use descent_widget::language::Language;
use descent_widget::registry;

use crate::common::with_digits;

#[test]
fn every_control_and_every_group_has_a_word_in_every_language() {
    for query in [
        "comparison=same&noise=1",
        "surface=formula",
        "lab=training",
        "lab=weight-init",
        "lab=batch-norm",
        "lab=regularization",
        "lab=search",
    ] {
        let mut lab = with_digits(&format!("{query}&step=0&iterations=1&trials=1"));
        let controls = lab.controls();
        assert!(controls.len() > 3, "{query}");
        for &language in Language::ALL {
            let words = registry::control_words(&lab, language);
            for it in &controls {
                assert_ne!(words.name(&lab, it), "", "{query} {}", it.name);
                let is_lane = it.group.starts_with("lane.");
                assert!(
                    is_lane || !words.group(&it.group).is_empty(),
                    "{query} {}",
                    it.name
                );
            }
        }
    }
}
