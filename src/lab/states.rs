//! What experiments and lessons keep between frames, without the frame knowing their types.

use std::any::Any;
use std::fmt::Debug;

/// What is kept of a type.
pub trait State: Any + Debug {}

impl<T: Any + Debug> State for T {}

/// At most one value of each type.
#[derive(Debug, Default)]
pub struct States(Vec<Box<dyn State>>);

impl States {
    /// The value of that type, where there is one.
    pub fn find<T: State>(&self) -> Option<&T> {
        self.0.iter().find_map(|it| as_any(&**it).downcast_ref())
    }

    /// The value of that type, its default where there is none yet.
    pub fn of<T: State + Default>(&mut self) -> &mut T {
        let known = self.0.iter().position(|it| as_any(&**it).is::<T>());
        let at = known.unwrap_or_else(|| {
            self.0.push(Box::<T>::default());
            self.0.len() - 1
        });
        let state: &mut dyn Any = &mut *self.0[at];
        #[expect(clippy::expect_used, reason = "it was found by this type")]
        state.downcast_mut().expect("a state of this type")
    }
}

fn as_any(state: &dyn State) -> &dyn Any {
    state
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_has_one_value() {
        let mut states = States::default();
        assert_eq!(states.find::<u32>(), None);
        *states.of::<u32>() += 2;
        *states.of::<i64>() -= 1;
        *states.of::<u32>() += 3;
        assert_eq!(states.find::<u32>(), Some(&5));
        assert_eq!(states.find::<i64>(), Some(&-1));
    }
}
