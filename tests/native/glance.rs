//! What a lab on networks shows at a glance: its title and its question, where its axes end, what it
//! has not computed yet, and the run before the last change.

use descent_widget::language::Language;
use descent_widget::locale::network_messages;
use descent_widget::registry::full;
use descent_widget::view::{Size, Theme, text};

use crate::common::{finished, picture};

#[test]
fn every_lab_shows_its_title_and_its_question_in_every_language() {
    let narrow = 320.0;
    for lab in [
        "training&iterations=2",
        "weight-init&iterations=2",
        "batch-norm&iterations=2",
        "regularization&iterations=2",
        "search&iterations=2&trials=2&units=10",
    ] {
        let (mut lab, _) = finished(&format!("lab={lab}&batch=10"));
        for language in Language::ALL.iter().copied() {
            let experiment = full::network(&lab).expect("a lab on networks");
            let words = network_messages(language);
            let lines = [experiment.title(&words), experiment.question(&words)];
            let svg = picture(&mut lab, language, Theme::Light, Size::new(narrow, 480.0));
            for line in lines {
                assert!(svg.contains(&format!(">{line}</text>")), "{line}");
                // Bold, as the title is, it takes more room.
                assert!(text::width(line, 12.0) * 1.15 < narrow, "{line}");
            }
        }
    }
}

#[test]
fn a_low_picture_keeps_its_room_for_the_curves() {
    let (mut lab, _) = finished("lab=training&iterations=2&batch=10");
    let svg = picture(
        &mut lab,
        Language::English,
        Theme::Light,
        Size::new(700.0, 150.0),
    );
    assert!(!svg.contains("learns fastest?</text>"));
}
