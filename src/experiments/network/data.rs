//! Whose pictures networks are trained with: the digits, or a reader's own.

use std::rc::Rc;

use crate::nn::Facts;
use crate::nn::experiment::{SCORED, sampled_test};
use crate::nn::{self, Broken, Dataset, OwnPictures};

use crate::experiments::network::model::NetworkState;
use crate::experiments::network::run::Data;
use crate::lab::{Lab, PartAction, Problem};

/// Pictures of a reader's own, to be handed from one lab to another: no pixel is copied.
#[derive(Clone, Debug)]
pub struct OwnData {
    train: Rc<Dataset>,
    test: Rc<Dataset>,
    facts: Rc<Facts>,
    number: u64,
}

/// Where the data of the experiments comes from.
#[derive(Debug, Default)]
pub(crate) struct Source {
    digits: Option<Digits>,
    own: Option<OwnData>,
    /// Sets that were given so far: each has its number.
    n_given: u64,
}

#[derive(Debug)]
struct Digits {
    data: Data,
    number: u64,
}

impl Source {
    /// Takes the digits.
    fn take_digits(&mut self, train: Rc<Dataset>, test: Rc<Dataset>) {
        let number = self.next_number();
        self.digits = Some(Digits {
            data: Data {
                train,
                test,
                is_sampled: false,
            },
            number,
        });
    }

    /// Which data it is; `None` where there is none.
    pub(crate) fn number(&self) -> Option<u64> {
        let own = self.own.as_ref().map(|own| own.number);
        own.or(self.digits.as_ref().map(|digits| digits.number))
    }

    /// What a run of this seed takes of it: of many pictures that are a reader's own, some to
    /// measure accuracies on.
    pub(crate) fn data(&self, seed: u64) -> Option<Data> {
        let Some(own) = &self.own else {
            return self.digits.as_ref().map(|digits| digits.data.clone());
        };
        Some(Data {
            train: Rc::clone(&own.train),
            test: sampled_test(&own.test, seed),
            is_sampled: true,
        })
    }

    /// Pictures to train on.
    pub(crate) fn n_train(&self) -> usize {
        let own = self.own.as_ref().map(|own| &own.train);
        let train = own.or(self.digits.as_ref().map(|digits| &digits.data.train));
        train.map_or(0, |train| train.len())
    }

    const fn next_number(&mut self) -> u64 {
        self.n_given += 1;
        self.n_given
    }
}

/// Data that comes, or goes.
#[derive(Clone, Debug)]
pub enum DataAction {
    /// Trains with pictures that belong to the widget.
    Digits {
        /// To train on.
        train: Rc<Dataset>,
        /// To test on.
        test: Rc<Dataset>,
    },
    /// Trains with pictures of the reader's own from now on.
    Own(OwnData),
    /// Goes back to the digits, which have to be given if they never were.
    LeaveOwn,
}

impl DataAction {
    /// The handwritten digits, as [`nn::read_digits`] reads them. Every fifth is for the test.
    ///
    /// # Errors
    /// Where the bytes are others.
    pub fn digits(bytes: &[u8]) -> Result<Self, Broken> {
        let (train, test) = nn::read_digits(bytes)?.split_every(nn::TEST_EVERY);
        let (train, test) = (Rc::new(train), Rc::new(test));
        Ok(Self::Digits { train, test })
    }
}

impl From<OwnPictures> for OwnData {
    fn from(OwnPictures { train, test, facts }: OwnPictures) -> Self {
        Self {
            train: Rc::new(train),
            test: Rc::new(test),
            facts: Rc::new(facts),
            number: 0,
        }
    }
}

impl PartAction for DataAction {
    fn apply(&self, lab: &mut Lab) -> Result<(), Problem> {
        let state = lab.states.of::<NetworkState>();
        match self.clone() {
            Self::Digits { train, test } => state.source.take_digits(train, test),
            Self::Own(own) => {
                let number = state.source.next_number();
                state.source.own = Some(OwnData { number, ..own });
            }
            Self::LeaveOwn => {
                state.source.own = None;
                // Without any data there is nothing to show.
                state.forget_record();
            }
        }
        Ok(())
    }

    fn is_by_hand(&self) -> bool {
        !matches!(self, Self::Digits { .. })
    }
}

impl Lab {
    /// The pictures of the reader's own, where it trains with such.
    pub fn own_data(&self) -> Option<&OwnData> {
        self.network_state()?.source.own.as_ref()
    }

    /// What there is to be said about them.
    pub fn own_facts(&self) -> Option<&Facts> {
        Some(&self.own_data()?.facts)
    }
}

impl Facts {
    /// How many pictures an accuracy is measured on at most, where there are more.
    pub fn n_scored(&self) -> Option<usize> {
        (self.n_train.max(self.n_test) > SCORED).then_some(SCORED)
    }
}
