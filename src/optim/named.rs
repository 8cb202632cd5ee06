//! The book's interface: `update(params, grads)` on named tensors.

use super::Optimizer;
use crate::math::{Mismatch, Params, Real};

/// An optimizer that moves named tensors, as the book's classes do.
///
/// ```
/// use descent_widget::math::Params;
/// use descent_widget::optim::{Momentum, Named};
///
/// let mut optimizer = Named::new(Momentum::new(0.5, 0.9));
/// let mut params = Params::new();
/// params.insert("W1", &[1.0, 2.0]);
/// params.insert("b1", &[0.0]);
/// let grads = params.clone();
/// optimizer.update(&mut params, &grads)?;
/// assert_eq!(params.get("W1"), Some(&[0.5, 1.0][..]));
/// # Ok::<(), descent_widget::math::Mismatch>(())
/// ```
#[derive(Clone, Debug)]
pub struct Named<O> {
    optimizer: O,
    shapes: Option<Vec<(String, usize)>>,
}

impl<O> Named<O> {
    /// Wraps a new optimizer.
    pub const fn new(optimizer: O) -> Self {
        Self {
            optimizer,
            shapes: None,
        }
    }

    /// The wrapped optimizer.
    pub const fn optimizer(&self) -> &O {
        &self.optimizer
    }

    /// Moves `params` once, in place, along `grads`. The order of the names does not matter.
    ///
    /// # Errors
    /// Where names or lengths differ between the two, or from the first update. Then
    /// nothing has been changed.
    pub fn update<T: Real>(
        &mut self,
        params: &mut Params<T>,
        grads: &Params<T>,
    ) -> Result<(), Mismatch>
    where
        O: Optimizer<T>,
    {
        params.check_grads(grads)?;
        let shapes = match &self.shapes {
            Some(shapes) => {
                check_unchanged(shapes, params)?;
                shapes
            }
            None => self.shapes.insert(params.shapes()),
        };
        let in_order = grads.has_shapes(shapes);
        if params.has_shapes(shapes) && in_order {
            self.optimizer.step(params.values_mut(), grads.values());
            return Ok(());
        }
        let mut flat = params.flat(shapes);
        self.optimizer.step(&mut flat, &grads.flat(shapes));
        let mut rest = flat.as_slice();
        for (name, length) in shapes {
            let (values, after) = rest.split_at(*length);
            if let Some(own) = params.get_mut(name) {
                own.copy_from_slice(values);
            }
            rest = after;
        }
        Ok(())
    }
}

fn check_unchanged<T: Real>(
    shapes: &[(String, usize)],
    params: &Params<T>,
) -> Result<(), Mismatch> {
    let changed = |name: &str, before: usize, now: usize| Mismatch::Changed {
        name: name.to_owned(),
        before,
        now,
    };
    for (name, before) in shapes {
        let now = params.get(name).map_or(0, <[T]>::len);
        if now != *before || params.get(name).is_none() {
            return Err(changed(name, *before, now));
        }
    }
    match params
        .iter()
        .find(|(name, _)| !shapes.iter().any(|(known, _)| known == name))
    {
        Some((name, values)) => Err(changed(name, 0, values.len())),
        None => Ok(()),
    }
}
