//! A rule together with the values of its hyperparameters.

use super::Powers;
use super::{AdaGrad, Adam, EPSILON, Forms, Key, MomentumForm, NesterovForm, Rule};
use super::{Momentum, Nesterov, Optimizer, RmsProp, Sgd};
use crate::math::Real;

/// A rule, its hyperparameters and the [`Forms`] that it follows, from which an
/// optimizer is made. Whoever prints a rule looks at the forms too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hyperparameters {
    rule: Rule,
    values: [f64; Key::ALL.len()],
    forms: Forms,
}

impl Hyperparameters {
    /// The rule with the defaults of the book's classes.
    pub const fn new(rule: Rule) -> Self {
        let learning_rate = match rule {
            Rule::Adam => 0.001,
            _ => 0.01,
        };
        Self {
            rule,
            values: [learning_rate, 0.9, 0.99, 0.9, 0.999, EPSILON],
            forms: Forms {
                momentum: MomentumForm::Book,
                nesterov: NesterovForm::Corrected,
            },
        }
    }

    /// The same with another value for `key`; a key the rule lacks changes nothing it does.
    pub const fn with(mut self, key: Key, value: f64) -> Self {
        self.values[key as usize] = value;
        self
    }

    /// The same in other forms; a rule that knows only one keeps it.
    pub const fn with_forms(mut self, forms: Forms) -> Self {
        self.forms = forms;
        self
    }

    /// The forms of Momentum and Nesterov.
    pub const fn forms(&self) -> Forms {
        self.forms
    }

    /// The rule.
    pub const fn rule(&self) -> Rule {
        self.rule
    }

    /// The value for `key`.
    pub const fn value(&self, key: Key) -> f64 {
        self.values[key as usize]
    }

    /// The rule's own keys with their values, the learning rate first.
    pub fn iter(&self) -> impl Iterator<Item = (Key, f64)> + '_ {
        self.rule
            .keys()
            .iter()
            .map(|&key| (key, self.values[key as usize]))
    }

    /// A new optimizer, without state.
    pub fn optimizer(&self) -> Box<dyn Optimizer> {
        self.optimizer_of()
    }

    /// The same for one of many runs that share powers of Adam's decays: takes those that
    /// are there, or makes them for so many steps.
    pub fn optimizer_with(
        &self,
        powers: &mut Option<Powers>,
        n_steps: usize,
    ) -> Box<dyn Optimizer> {
        if self.rule != Rule::Adam {
            return self.optimizer();
        }
        let (beta1, beta2) = (self.value(Key::Beta1), self.value(Key::Beta2));
        if !powers.as_ref().is_some_and(|it| it.are_of(beta1, beta2)) {
            *powers = Some(Powers::new(beta1, beta2, n_steps));
        }
        let adam = self.adam();
        Box::new(match powers {
            Some(powers) => adam.with_powers(powers.clone()),
            None => adam,
        })
    }

    fn adam<T: Real>(&self) -> Adam<T> {
        let adam = Adam::new(
            self.value(Key::Lr),
            self.value(Key::Beta1),
            self.value(Key::Beta2),
        );
        adam.with_epsilon(self.value(Key::Eps))
    }

    /// A new optimizer for parameters of type `T`, without state.
    pub fn optimizer_of<T: Real>(&self) -> Box<dyn Optimizer<T>> {
        let lr = self.value(Key::Lr);
        let momentum = self.value(Key::Momentum);
        let epsilon = self.value(Key::Eps);
        match self.rule {
            Rule::Sgd => Box::new(Sgd::new(lr)),
            Rule::Momentum => Box::new(Momentum::new(lr, momentum).with_form(self.forms.momentum)),
            Rule::Nesterov => Box::new(Nesterov::new(lr, momentum).with_form(self.forms.nesterov)),
            Rule::AdaGrad => Box::new(AdaGrad::new(lr).with_epsilon(epsilon)),
            Rule::RmsProp => {
                Box::new(RmsProp::new(lr, self.value(Key::Decay)).with_epsilon(epsilon))
            }
            Rule::Adam => Box::new(self.adam()),
        }
    }
}
