//! Whose pictures networks are trained with: the digits, or a reader's own.

use std::rc::Rc;

use crate::nn::Facts;
use crate::nn::experiment::{SCORED, sampled_test};
use crate::nn::{Dataset, OwnPictures};

use crate::experiments::network::model::{Data, Studies};
use crate::lab::Lab;

/// Pictures of a reader's own, to be handed from one lab to another: no pixel is copied.
#[derive(Clone, Debug)]
pub struct OwnData {
    train: Rc<Dataset>,
    test: Rc<Dataset>,
    facts: Rc<Facts>,
    number: u64,
}

impl OwnData {
    /// What there is to be said about them.
    pub(crate) fn facts(&self) -> Rc<Facts> {
        Rc::clone(&self.facts)
    }
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
    pub(crate) fn give(&mut self, train: Dataset, test: Dataset) {
        let (train, test) = (Rc::new(train), Rc::new(test));
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

impl Lab {
    /// Trains with pictures of the reader's own from now on.
    pub fn give_own(&mut self, own: OwnPictures) {
        let OwnPictures { train, test, facts } = own;
        self.take_own(OwnData {
            train: Rc::new(train),
            test: Rc::new(test),
            facts: Rc::new(facts),
            number: 0,
        });
    }

    /// The same with those of another lab.
    pub fn take_own(&mut self, mut own: OwnData) {
        let source = &mut self.states.of::<Studies>().source;
        own.number = source.next_number();
        source.own = Some(own);
        self.count_change();
    }

    /// Goes back to the digits, which have to be given if they never were.
    pub fn leave_own(&mut self) {
        let studies = self.states.of::<Studies>();
        studies.source.own = None;
        // Without any data there is nothing to show.
        (studies.now, studies.shown) = (None, None);
        self.count_change();
    }

    /// The pictures of the reader's own, where it trains with such.
    pub fn own_data(&self) -> Option<&OwnData> {
        self.studies()?.source.own.as_ref()
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
