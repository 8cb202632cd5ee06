//! Drawing in CSS pixels on a plotters area whose unit is an eighth of one.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBAColor, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::DrawingBackend;

use super::SUBPIXEL;
use super::polyline::cut_into_dashes;
use super::text::Voice;

/// A place in a panel, in CSS pixels from its top-left corner.
pub type Spot = (f64, f64);

/// What drawing returns.
pub type Drawn = Result<(), DrawingFailed>;

/// A backend could not draw. None of ours ever fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawingFailed;

/// A drawing area of plotters, whatever its backend, in the backend's unit.
///
/// Panels are trait objects, whose methods cannot be generic over the backend; besides, the
/// code that draws is in the program once.
pub trait Area {
    /// Strokes a line.
    fn path(&self, points: Vec<(i32, i32)>, style: ShapeStyle) -> Drawn;
    /// Fills or strokes a circle.
    fn circle(&self, center: (i32, i32), radius: i32, style: ShapeStyle) -> Drawn;
    /// Fills a polygon.
    fn polygon(&self, corners: Vec<(i32, i32)>, color: RGBAColor) -> Drawn;
    /// Fills or strokes a rectangle.
    fn rectangle(&self, corners: [(i32, i32); 2], style: ShapeStyle) -> Drawn;
    /// Writes a line of text.
    fn text(&self, text: &str, style: &TextStyle<'_>, at: (i32, i32)) -> Drawn;
    /// A part of it with a corner and an extent.
    fn part<'a>(&'a self, corner: (i32, i32), extent: (i32, i32)) -> Box<dyn Area + 'a>;
}

impl<DB: DrawingBackend> Area for DrawingArea<DB, Shift> {
    fn path(&self, points: Vec<(i32, i32)>, style: ShapeStyle) -> Drawn {
        drawn::<DB>(self.draw(&PathElement::new(points, style)))
    }

    fn circle(&self, center: (i32, i32), radius: i32, style: ShapeStyle) -> Drawn {
        drawn::<DB>(self.draw(&Circle::new(center, radius, style)))
    }

    fn polygon(&self, corners: Vec<(i32, i32)>, color: RGBAColor) -> Drawn {
        drawn::<DB>(self.draw(&Polygon::new(corners, color)))
    }

    fn rectangle(&self, corners: [(i32, i32); 2], style: ShapeStyle) -> Drawn {
        drawn::<DB>(self.draw(&Rectangle::new(corners, style)))
    }

    fn text(&self, text: &str, style: &TextStyle<'_>, at: (i32, i32)) -> Drawn {
        drawn::<DB>(self.draw_text(text, style, at))
    }

    fn part<'a>(&'a self, corner: (i32, i32), extent: (i32, i32)) -> Box<dyn Area + 'a> {
        Box::new(self.clone().shrink(corner, extent))
    }
}

fn drawn<DB: DrawingBackend>(result: Result<(), DrawingAreaErrorKind<DB::ErrorType>>) -> Drawn {
    result.map_err(|_| DrawingFailed)
}

/// Draws on one panel.
pub struct Pen<'a> {
    area: &'a dyn Area,
}

impl<'a> Pen<'a> {
    /// A pen for an area.
    pub fn on(area: &'a dyn Area) -> Self {
        Self { area }
    }

    /// Strokes an open line.
    pub fn line(&self, line: &[Spot], width: f64, color: impl Color) -> Drawn {
        let mut points: Vec<(i32, i32)> = line.iter().map(|&spot| unit_spot(spot)).collect();
        points.dedup();
        if points.is_empty() {
            return Ok(());
        }
        if points.len() == 1 {
            // A line without length still has round ends.
            points.push(points[0]);
        }
        self.area.path(points, stroke(width, color))
    }

    /// Strokes an open line in dashes, as lengths of dashes and gaps by turns.
    pub fn dashed(&self, line: &[Spot], dash: &[f64], width: f64, color: RGBAColor) -> Drawn {
        if dash.is_empty() {
            return self.line(line, width, color);
        }
        cut_into_dashes(line, dash, |piece| self.line(piece, width, color))
    }

    /// Fills a disk.
    pub fn disk(&self, center: Spot, radius: f64, color: impl Color) -> Drawn {
        let style = color.to_rgba().filled();
        self.area.circle(unit_spot(center), units(radius), style)
    }

    /// Strokes a circle.
    pub fn circle(&self, center: Spot, radius: f64, width: f64, color: RGBColor) -> Drawn {
        self.area
            .circle(unit_spot(center), units(radius), stroke(width, color))
    }

    /// Fills a polygon.
    pub fn polygon(&self, corners: &[Spot], color: impl Color) -> Drawn {
        let corners: Vec<(i32, i32)> = corners.iter().map(|&spot| unit_spot(spot)).collect();
        self.area.polygon(corners, color.to_rgba())
    }

    /// Fills a rectangle.
    pub fn fill(&self, from: Spot, to: Spot, color: impl Color) -> Drawn {
        let corners = [unit_spot(from), unit_spot(to)];
        self.area.rectangle(corners, color.to_rgba().filled())
    }

    /// Strokes a rectangle.
    pub fn rectangle(&self, from: Spot, to: Spot, width: f64, color: RGBColor) -> Drawn {
        let corners = [unit_spot(from), unit_spot(to)];
        self.area.rectangle(corners, stroke(width, color))
    }

    /// Writes one line of text; `at` is at half the height of its capitals.
    pub fn text(&self, text: &str, at: Spot, voice: Voice, align: HPos, color: RGBColor) -> Drawn {
        self.area
            .text(text, &voice.style(color, align), unit_spot(at))
    }
}

/// CSS pixels in the unit of the backend.
pub(crate) fn units(length: f64) -> i32 {
    libm::round(length * f64::from(SUBPIXEL)) as i32
}

fn unit_spot((x, y): Spot) -> (i32, i32) {
    (units(x), units(y))
}

fn stroke(width: f64, color: impl Color) -> ShapeStyle {
    color.stroke_width(units(width).max(1) as u32)
}
