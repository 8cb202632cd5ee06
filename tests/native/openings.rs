//! Lessons open where they have something to say, unless somebody has set that.

use descent_widget::lab::{Action, Lab};
use descent_widget::lessons::rates::picture::{Metric, legend};
use descent_widget::locale::RATES;

use crate::common::from_query;

/// The lane that lessons speak about, and the shown step.
fn shown(query: &str) -> (usize, usize) {
    let mut lab = from_query(query);
    let playhead = lab.scene().playhead;
    assert_eq!(lab.step(), playhead, "{query}");
    (lab.lane(), playhead)
}

#[test]
fn the_rule_opens_on_the_longest_arrow_in_the_picture() {
    // SGD's first step is 3.86 long.
    assert_eq!(shown("lessons=rule"), (0, 1));
    // Momentum gathers speed first.
    let (lane, step) = shown("lessons=rule&optimizers=adam momentum");
    assert!(lane == 1 && step > 1, "{lane} {step}");
    // What is out of the picture is not seen.
    assert_eq!(shown("lessons=rule&optimizers=sgd:lr=30 adam").0, 1);
    // What is set holds.
    assert_eq!(shown("lessons=rule&lane=4&step=12"), (3, 12));
    assert_eq!(shown("lessons=rule&lane=2").0, 1);
    assert_eq!(shown("lessons=rule&step=12").1, 12);
    assert_eq!(shown("step=30&lessons=rule").1, 30);
    assert_eq!(shown(""), (0, 30));
}

#[test]
fn the_rule_stays_where_it_opened_while_a_reader_moves_on() {
    let mut lab = from_query("optimizers=adam momentum");
    lab.apply(Action::Show(Some("rule"))).unwrap();
    let step = lab.step();
    assert!(lab.lane() == 1 && step > 1);
    lab.apply(Action::StepForward).unwrap();
    assert_eq!((lab.lane(), lab.step()), (1, step + 1));
    // The end is a step like another.
    lab.apply(Action::Seek(30)).unwrap();
    assert_eq!((lab.lane(), lab.step()), (1, 30));
    let mut again = from_query(&lab.query());
    assert_eq!(again.lane(), 1);
    again.apply(Action::Show(None)).unwrap();
    assert_eq!((again.lane(), again.step()), (0, 30));
}

#[test]
fn the_ball_and_the_map_of_rates_open_on_momentum_where_it_is_there() {
    for lesson in ["physics", "rates"] {
        assert_eq!(shown(&format!("lessons={lesson}")), (1, 30));
        assert_eq!(shown(&format!("lessons={lesson}&lane=1")), (0, 30));
        assert_eq!(
            shown(&format!("lessons={lesson}&optimizers=adam sgd")),
            (0, 30)
        );
        // What is asked about a lane is asked about no other.
        let mut asked = from_query(&format!("predict=10&lessons={lesson}"));
        assert_eq!(asked.prediction().unwrap().name, "SGD");
    }
    assert_eq!(Lab::new().lane(), 0);
}

#[test]
fn the_colors_of_the_map_of_rates_are_told() {
    for words in [RATES.ko, RATES.en, RATES.ja] {
        for (metric, dark) in [
            (Metric::Loss, words.labels.rates_dark_loss),
            (Metric::Steps, words.labels.rates_dark_steps),
        ] {
            assert!(legend(metric, words).starts_with(dark));
        }
    }
}
