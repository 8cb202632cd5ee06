//! The race as a picture: the map, the landscape in space, the losses.

pub mod contours;
pub mod layout;
pub mod loss;
pub mod map;
pub(crate) mod map_axes;
pub mod slopes;
pub mod space;

use crate::experiments::race::describe;
use crate::experiments::race::scene::{Lane, Scene};
use crate::experiments::race::words::RaceWords;
use crate::experiments::race::words::space::SpaceWords;
use crate::lab::Lab;
use crate::math::Point;
use crate::view::figure::{DrawOptions, Panel, Panels, Sharing};
use crate::view::frame::Frame;
use crate::view::layout::LossLayout;
use crate::view::pen::{Area, Drawn, Pen, Spot};
use crate::view::style::{LaneStyle, Palette};
use crate::view::words::FigureWords;
use layout::MapLayout;
use std::any::Any;
use std::fmt;
use std::rc::Rc;

impl LaneStyle {
    /// The looks of a lane.
    pub fn of(lane: &Lane<'_>, palette: &Palette) -> Self {
        Self::new(lane.rule(), lane.variant, palette)
    }
}

/// The race with the words in its picture.
#[derive(Clone, Debug)]
pub struct RacePanels<'a> {
    /// The race.
    pub scene: Scene<'a>,
    /// What every figure says.
    pub figure: &'static FigureWords,
    /// What the race says.
    pub words: &'static RaceWords,
    /// What is said of the view in space, where the build has it.
    pub space: Option<&'static SpaceWords>,
}

impl Panels for RacePanels<'_> {
    fn sharing(&self) -> Sharing {
        Sharing {
            gap: 12.0,
            of_width: 0.55,
            of_height: 0.58,
            aspect: layout::map_aspect(&self.scene),
        }
    }

    fn draw_panel(&self, panel: Panel, area: &dyn Area, options: &DrawOptions) -> Drawn {
        let (scene, words) = (&self.scene, self.figure);
        let (palette, size) = (options.theme.palette(), options.size);
        if panel == Panel::Second {
            let Some(layout) = LossLayout::new(scene, words, size) else {
                return Ok(());
            };
            loss::draw_ground(area, &layout, words, palette)?;
            return loss::draw_actors(area, scene, &layout, words, palette);
        }
        let in_space = |it: &Landscape| (it.draw)(area, scene, words, options);
        if let Some(drawn) = scene.landscape.and_then(in_space) {
            return drawn;
        }
        let Some(layout) = MapLayout::titled(scene, size) else {
            return Ok(());
        };
        map::draw_ground(area, scene, &layout, palette)?;
        map::draw_actors(area, scene, &layout, palette, map::Start::Mark)
    }

    fn title(&self) -> String {
        self.words.title.to_owned()
    }

    fn description(&self) -> String {
        describe::figure(&self.scene, self.words, self.space)
    }
}

/// Something that a lesson adds to the picture of the surface.
pub trait Mark: Any {
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

    /// Draws it in the landscape, within a frame. `place` gives where a point of the surface is in
    /// the picture, if it is.
    ///
    /// # Errors
    /// Those of the backend.
    fn draw_in_space(
        &self,
        _pen: &Pen<'_>,
        _frame: Frame,
        _place: &dyn Fn(Point) -> Option<Spot>,
        _palette: &Palette,
    ) -> Drawn {
        Ok(())
    }

    /// What it says, for those who do not see the picture.
    fn description(&self) -> &str {
        ""
    }
}

impl fmt::Debug for dyn Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mark")
    }
}

/// The surface as a landscape in space, an extension of the registry.
#[derive(Debug)]
pub struct Landscape {
    /// Draws it, where the scene asks for it and the panel is large enough.
    pub draw: fn(&dyn Area, &Scene<'_>, &FigureWords, &DrawOptions) -> Option<Drawn>,
    /// What to know of it beyond the description of the map.
    pub describe: fn(&Scene<'_>, &SpaceWords) -> Option<String>,
}

/// Where such marks come from: an extension of the registry.
#[derive(Debug)]
pub struct MapMark(pub fn(&mut Lab) -> Option<Rc<dyn Mark>>);
