//! The race as a picture: the map, the landscape in space, the losses.

pub mod contours;
pub mod layout;
pub mod loss;
pub mod map;
pub mod occupancy;
pub mod slopes;
#[cfg(feature = "lessons")]
pub mod space;

use crate::experiments::race::scene::Scene;
use crate::lab::Lab;
use crate::math::Point;
use crate::view::pen::{Drawn, Pen, Spot};
use crate::view::style::Palette;
use layout::MapLayout;
use std::any::Any;
use std::fmt::Debug;
use std::rc::Rc;

/// Something that a lesson adds to the picture of the surface.
pub trait Mark: Any + Debug {
    /// Draws it on the map.
    ///
    /// # Errors
    /// Those of the backend.
    fn draw_on_map(
        &self,
        pen: &Pen<'_>,
        scene: &Scene<'_>,
        layout: &MapLayout,
        palette: &Palette,
    ) -> Drawn;

    /// Draws it in the landscape. `place` gives where a point of the surface is in the picture,
    /// if it is.
    ///
    /// # Errors
    /// Those of the backend.
    fn draw_in_space(
        &self,
        _pen: &Pen<'_>,
        _place: &dyn Fn(Point) -> Option<Spot>,
        _palette: &Palette,
    ) -> Drawn {
        Ok(())
    }
}

/// Where such marks come from: an extension of the registry.
#[derive(Debug)]
pub struct MapMark(pub fn(&mut Lab) -> Option<Rc<dyn Mark>>);
