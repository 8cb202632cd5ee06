//! Named parameter tensors, stored back to back.

use std::fmt;
use std::ops::Range;

use super::Real;

/// Named tensors (`W1`, `b1` …) in one vector, in the order of their insertion.
///
/// An update rule works on the flat [`values`](Params::values), so that two
/// coordinates of a point and the weights of a network pass through the same code.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Params<T = f64> {
    names: Vec<(String, Range<usize>)>,
    values: Vec<T>,
}

/// Why gradients do not fit the parameters; nothing has been changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// The gradients lack a tensor that the parameters have.
    Missing {
        /// Name of the tensor.
        name: String,
        /// Its length in the parameters.
        params: usize,
    },
    /// The gradients have a tensor that the parameters lack.
    Unknown {
        /// Name of the tensor.
        name: String,
        /// Its length in the gradients.
        grads: usize,
    },
    /// A tensor has another length in the gradients.
    Length {
        /// Name of the tensor.
        name: String,
        /// Its length in the parameters.
        params: usize,
        /// Its length in the gradients.
        grads: usize,
    },
    /// A tensor is not what it was when the optimizer made its state.
    Changed {
        /// Name of the tensor.
        name: String,
        /// Its length at the first update, 0 where it was absent.
        before: usize,
        /// Its length now, 0 where it is absent.
        now: usize,
    },
}

impl<T: Real> Params<T> {
    /// No tensors.
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends a tensor of the given values under a name that is not taken yet.
    ///
    /// # Panics
    /// Where the name is taken.
    pub fn insert(&mut self, name: &str, values: &[T]) {
        assert!(self.get(name).is_none(), "the name {name} is taken");
        let start = self.values.len();
        self.values.extend_from_slice(values);
        self.names.push((name.to_owned(), start..self.values.len()));
    }

    /// The values of a tensor.
    pub fn get(&self, name: &str) -> Option<&[T]> {
        self.range(name).map(|range| &self.values[range])
    }

    /// The values of a tensor, to be changed in place.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut [T]> {
        self.range(name).map(|range| &mut self.values[range])
    }

    /// Names and values in the order of insertion.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[T])> {
        self.names
            .iter()
            .map(|(name, range)| (name.as_str(), &self.values[range.clone()]))
    }

    /// All values, tensor after tensor.
    pub fn values(&self) -> &[T] {
        &self.values
    }

    /// All values, tensor after tensor, to be changed in place.
    pub fn values_mut(&mut self) -> &mut [T] {
        &mut self.values
    }

    /// Whether the tensors have the given names and lengths, in this order.
    pub fn has_shapes(&self, shapes: &[(String, usize)]) -> bool {
        self.names.len() == shapes.len()
            && self
                .iter()
                .zip(shapes)
                .all(|((name, values), (other, length))| name == other && values.len() == *length)
    }

    /// Names and lengths in the order of insertion.
    pub fn shapes(&self) -> Vec<(String, usize)> {
        self.iter()
            .map(|(name, values)| (name.to_owned(), values.len()))
            .collect()
    }

    /// The values in the order of `shapes`, tensor after tensor.
    ///
    /// Tensors that are not named there are left out, names that are not here add nothing.
    pub fn flat(&self, shapes: &[(String, usize)]) -> Vec<T> {
        shapes
            .iter()
            .filter_map(|(name, _)| self.get(name))
            .flatten()
            .copied()
            .collect()
    }

    /// Checks that `grads` has the same names and lengths, in any order.
    ///
    /// # Errors
    /// Names the first tensor that differs.
    pub fn check_grads(&self, grads: &Self) -> Result<(), Mismatch> {
        for (name, values) in self.iter() {
            let params = values.len();
            match grads.get(name).map(<[T]>::len) {
                None => {
                    let name = name.to_owned();
                    return Err(Mismatch::Missing { name, params });
                }
                Some(grads) if grads != params => {
                    let name = name.to_owned();
                    return Err(Mismatch::Length {
                        name,
                        params,
                        grads,
                    });
                }
                Some(_) => {}
            }
        }
        match grads.iter().find(|(name, _)| self.get(name).is_none()) {
            Some((name, values)) => Err(Mismatch::Unknown {
                name: name.to_owned(),
                grads: values.len(),
            }),
            None => Ok(()),
        }
    }

    fn range(&self, name: &str) -> Option<Range<usize>> {
        self.names
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, range)| range.clone())
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { name, params } => write!(
                f,
                "\"{name}\" has length {params} in params but is missing (length 0) in grads"
            ),
            Self::Unknown { name, grads } => write!(
                f,
                "\"{name}\" has length {grads} in grads but is missing (length 0) in params"
            ),
            Self::Length {
                name,
                params,
                grads,
            } => write!(
                f,
                "\"{name}\" has length {params} in params but length {grads} in grads"
            ),
            Self::Changed { name, before, now } => write!(
                f,
                "\"{name}\" had length {before} at the first update and has length {now} now; \
                 make a new optimizer for parameters of another shape"
            ),
        }
    }
}

impl std::error::Error for Mismatch {}
