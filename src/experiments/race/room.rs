//! How much room the sentences of a race may need.

use crate::experiments::race::scene::Scene;
use crate::experiments::race::words::{Ending, LaneWords, Missing, RaceWords, Rest};
use crate::view::text::widest;

/// For each lane a sentence about as long as any that it may get, so that nothing moves while the
/// start is dragged or the race plays.
pub fn rooms(scene: &Scene, words: &RaceWords) -> Vec<String> {
    let last = scene.steps;
    let endings = [
        Ending::Moving,
        Ending::Converged(last),
        Ending::Left(last.saturating_sub(1), last),
        Ending::Stopped(last, Missing::TooLarge),
        Ending::Stalled(last, Rest::Saddle),
        Ending::Stalled(last, Rest::Slope),
    ];
    let room = |name: &String| {
        let sentences = endings.map(|ending| {
            (words.lane)(&LaneWords {
                name: name.clone(),
                step: None,
                x: "\u{2212}0.08888".to_owned(),
                y: "\u{2212}0.08888".to_owned(),
                loss: "8.888×10⁻⁸".to_owned(),
                ending,
            })
        });
        widest(sentences)
    };
    scene.lanes.iter().map(|lane| room(&lane.name)).collect()
}
