//! What experiments and lessons keep between frames, without the frame knowing their types.

use std::any::Any;
use std::fmt;

/// At most one value of each type.
#[derive(Default)]
pub struct States(Vec<Box<dyn Any>>);

/// The values have no such form: it would be in the download with the printing of floats.
impl fmt::Debug for States {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("States").finish_non_exhaustive()
    }
}

impl States {
    /// The value of that type, where there is one.
    pub fn find<T: Any>(&self) -> Option<&T> {
        self.0.iter().find_map(|it| it.downcast_ref())
    }

    /// The value of that type, its default where there is none yet.
    pub fn of<T: Any + Default>(&mut self) -> &mut T {
        let known = self.0.iter().position(|it| it.is::<T>());
        let at = known.unwrap_or_else(|| {
            self.0.push(Box::<T>::default());
            self.0.len() - 1
        });
        #[expect(clippy::expect_used, reason = "it was found by this type")]
        self.0[at].downcast_mut().expect("a state of this type")
    }
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
