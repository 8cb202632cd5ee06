//! Initial weights as they are offered, named and drawn.

use crate::experiments::network::controls::init_control;
use crate::experiments::network::scene::{Look, Name};
use crate::experiments::network::settings::NetworkSettings;
use crate::lab::settings::Settings;
use crate::math::numeral;
use crate::nn::Init;
use crate::nn::experiment::{BATCH_NORM_SCALES, BatchNormGrid};

/// Those of the book, with the colors in which they are drawn.
const BOOK: [(Init, usize); 4] = [
    (Init::Fixed(1.0), 2),
    (Init::Fixed(0.01), 0),
    (Init::Xavier, 1),
    (Init::He, 3),
];

/// The colors of others, by turns.
const OTHERS: [usize; 2] = [4, 5];

/// Most initial weights that are compared at once.
pub(crate) const MOST: usize = 4;

/// The scale of 6.3 that the book looks at alone.
const BOOK_SCALE: usize = 4;

/// What the lab `weight-init` compares.
pub(crate) fn compared(set: &NetworkSettings) -> Vec<Init> {
    let book = || BOOK.map(|(init, _)| init).to_vec();
    set.inits.clone().unwrap_or_else(book)
}

/// The place of those whose deviation the slider moves: the first that have one of their own.
fn movable(compared: &[Init]) -> Option<usize> {
    let is_fixed = |init: &Init| matches!(init, Init::Fixed(_));
    compared.iter().position(is_fixed)
}

/// That deviation.
pub(crate) fn deviation(set: &NetworkSettings) -> Option<f64> {
    let compared = compared(set);
    match compared[movable(&compared)?] {
        Init::Fixed(deviation) => Some(deviation),
        Init::Xavier | Init::He => None,
    }
}

/// What is compared after that deviation has changed; `None` for the book's.
pub(crate) fn with_deviation(set: &NetworkSettings, deviation: f64) -> Option<Vec<Init>> {
    let mut after = compared(set);
    if let Some(place) = movable(&after) {
        after[place] = Init::Fixed(deviation);
    }
    (after != BOOK.map(|(init, _)| init)).then_some(after)
}

/// What it offers: the book's, and what is set besides.
pub(crate) fn offered(set: &NetworkSettings) -> Vec<Init> {
    let mut offered = BOOK.map(|(init, _)| init).to_vec();
    for init in compared(set) {
        if !offered.contains(&init) {
            offered.push(init);
        }
    }
    offered
}

/// What is compared when one of those that are offered comes or goes; `None` for the book's.
pub(crate) fn switched(set: &NetworkSettings, index: usize, is_on: bool) -> Option<Vec<Init>> {
    let before = compared(set);
    let offered = offered(set).into_iter().enumerate();
    let stays = |at: usize, init: &Init| match at == index {
        true => is_on,
        false => before.contains(init),
    };
    let after = offered.filter(|(at, init)| stays(*at, init));
    let after: Vec<Init> = after.map(|(_, init)| init).collect();
    (after != BOOK.map(|(init, _)| init)).then_some(after)
}

pub(crate) const fn name(init: Init) -> Name {
    match init {
        Init::Fixed(deviation) => Name::Deviation(deviation),
        Init::Xavier => Name::Xavier,
        Init::He => Name::He,
    }
}

/// How one of several is drawn: the book's have colors of their own.
pub(crate) fn look(all: &[Init], index: usize) -> Look {
    let known = |init: &Init| BOOK.iter().find(|(book, _)| book == init);
    match known(&all[index]) {
        Some(&(_, color)) => Look { color, variant: 0 },
        None => {
            let before = all[..index].iter().filter(|init| known(init).is_none());
            let rank = before.count();
            Look {
                color: OTHERS[rank % OTHERS.len()],
                variant: rank / OTHERS.len(),
            }
        }
    }
}

/// The control that switches them.
pub(crate) fn control(settings: &Settings, init: Init) -> String {
    let offered = offered(settings.network());
    let index = offered.iter().position(|&other| other == init);
    init_control(index.unwrap_or(0))
}

/// The scales of 6.3 as they are written, to three digits.
pub(crate) fn scale_text(cell_idx: usize) -> String {
    numeral::shortest(numeral::significant(
        BatchNormGrid::<f32>::scale(cell_idx),
        3,
    ))
}

/// All of them.
pub(crate) fn scales() -> [Init; BATCH_NORM_SCALES] {
    std::array::from_fn(|cell_idx| Init::Fixed(BatchNormGrid::<f32>::scale(cell_idx)))
}

/// The initial weights that the lab `batch-norm` looks at: one of the scales where they are
/// written as such.
pub(crate) fn chosen(set: &NetworkSettings) -> Init {
    let chosen = set.inits.as_ref().and_then(|all| all.first()).copied();
    let chosen = chosen.unwrap_or(scales()[BOOK_SCALE]);
    let Init::Fixed(deviation) = chosen else {
        return chosen;
    };
    let text = numeral::shortest(deviation);
    let cell = (0..BATCH_NORM_SCALES).find(|&cell_idx| scale_text(cell_idx) == text);
    cell.map_or(chosen, |cell_idx| scales()[cell_idx])
}
