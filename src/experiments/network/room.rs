//! How much room the sentences of the experiments on networks may need.

use crate::experiments::batch_norm::words::WinWords;
use crate::experiments::network::describe::{more, name};
use crate::experiments::network::scene::{
    Gap, More, Name, Negative, NetworkLane, NetworkScene, Picture,
};
use crate::experiments::network::words::{NetworkLaneWords, NetworkMessages};
use crate::experiments::search::describe::parts;
use crate::experiments::search::words::{DecadeWords, FindingWords, Place, TrialWords};
use crate::view::text::widest;

/// An accuracy that takes as much room as any.
const PERCENT: &str = "88.8%";

/// A loss, a learning rate or a weight decay that does.
const NUMBER: &str = "8.88×10⁻⁸";

/// For each lane a sentence about as long as any that it may get, so that nothing moves while
/// networks train.
pub fn rooms(scene: &NetworkScene, messages: &NetworkMessages) -> Vec<String> {
    let lanes = scene.lanes.iter();
    let room = |lane| {
        let all = candidates(scene, lane, messages);
        widest(all.iter().map(messages.network.lane))
    };
    lanes.map(room).collect()
}

fn candidates(
    scene: &NetworkScene,
    lane: &NetworkLane,
    messages: &NetworkMessages,
) -> Vec<NetworkLaneWords> {
    let diverged = (messages.network.diverged_at)(scene.n_steps);
    let [loss, train, test] = match lane.name {
        Name::Plain(_) => [true, true, true],
        Name::Deviation(_) | Name::Xavier | Name::He => [true, false, true],
        Name::BatchNorm(_) => [false, true, false],
        Name::Regularized(..) => [false, true, true],
        Name::Best(_) | Name::Rate | Name::Decay => [false; 3],
    };
    let words = |clauses: Vec<String>| NetworkLaneWords {
        name: name(messages, &lane.name),
        loss: loss.then(|| NUMBER.to_owned()),
        train: train.then(|| PERCENT.to_owned()),
        test: test.then(|| PERCENT.to_owned()),
        more: clauses,
    };
    match lane.name {
        Name::Best(_) => vec![words(parts(&trial(scene), messages))],
        Name::Rate | Name::Decay => PLACES
            .map(|verdict| {
                let mut clauses = (messages.search.finding)(&finding(verdict));
                if lane.name == Name::Rate {
                    clauses.push((messages.search.good_decade)(&DecadeWords::WIDEST));
                }
                words(clauses)
            })
            .into(),
        Name::BatchNorm(_) => vec![words(wins(scene, messages))],
        Name::Regularized(regularizer, _) => {
            let gap = Gap {
                gap: -0.888,
                gain: Some(-0.888),
                negative: Some(Negative::WrongLabels(0.88)),
                guessing: (!regularizer.is_none()).then_some(0.1),
            };
            let lane = NetworkLane {
                more: More::Gap(gap),
                ..lane.clone()
            };
            vec![words(more(scene, &lane, messages))]
        }
        _ => {
            let mut lane = lane.clone();
            if let More::Spread(spread) = &mut lane.more {
                spread.guessing = Some(8.888);
            }
            let spread = more(scene, &lane, messages);
            let ended = NetworkLaneWords {
                name: name(messages, &lane.name),
                loss: None,
                train: None,
                test: None,
                more: [vec![diverged], spread.clone()].concat(),
            };
            vec![words(spread), ended]
        }
    }
}

/// All that may be said of where the best trials lie.
const PLACES: [Place; 7] = [
    Place::TooFew,
    Place::LowEnd,
    Place::HighEnd,
    Place::Inside,
    Place::Rising,
    Place::Falling,
    Place::Anywhere,
];

fn finding(verdict: Place) -> FindingWords {
    FindingWords {
        n: 20,
        lowest: NUMBER.to_owned(),
        highest: NUMBER.to_owned(),
        span: "88%".to_owned(),
        verdict,
    }
}

fn trial(scene: &NetworkScene) -> TrialWords {
    TrialWords {
        number: scene.n_steps,
        rate: NUMBER.to_owned(),
        decay: NUMBER.to_owned(),
        validation: PERCENT.to_owned(),
        training: PERCENT.to_owned(),
        diverged: None,
    }
}

fn wins(scene: &NetworkScene, messages: &NetworkMessages) -> Vec<String> {
    let chosen = match &scene.second {
        Picture::Grid(grid) => Some(name(messages, &grid.chosen)),
        _ => None,
    };
    let n = crate::nn::experiment::BATCH_NORM_SCALES;
    (messages.batch_norm.wins)(&WinWords {
        here: chosen,
        n,
        n_of: n,
        n_diverged: 0,
    })
}
