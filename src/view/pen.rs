//! Drawing in CSS pixels on a plotters area whose unit is an eighth of one.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBAColor, RGBColor, ShapeStyle};
use plotters_backend::DrawingBackend;

use super::SUBPIXEL;
use super::polyline::cut_into_dashes;
use super::text::Voice;

/// A place in a panel, in CSS pixels from its top-left corner.
pub(crate) type Spot = (f64, f64);

/// What drawing returns.
pub type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Draws on one panel.
pub(crate) struct Pen<'a, DB: DrawingBackend> {
    area: &'a DrawingArea<DB, Shift>,
}

impl<'a, DB: DrawingBackend> Pen<'a, DB> {
    pub(crate) fn on(area: &'a DrawingArea<DB, Shift>) -> Self {
        Self { area }
    }

    /// Strokes an open line.
    pub(crate) fn line(&self, line: &[Spot], width: f64, color: impl Color) -> Drawn<DB> {
        let mut points: Vec<(i32, i32)> = line.iter().map(|&spot| unit_spot(spot)).collect();
        points.dedup();
        if points.is_empty() {
            return Ok(());
        }
        if points.len() == 1 {
            // A line without length still has round ends.
            points.push(points[0]);
        }
        self.area
            .draw(&PathElement::new(points, stroke(width, color)))
    }

    /// Strokes an open line in dashes, as lengths of dashes and gaps by turns.
    pub(crate) fn dashed(
        &self,
        line: &[Spot],
        dash: &[f64],
        width: f64,
        color: RGBAColor,
    ) -> Drawn<DB> {
        if dash.is_empty() {
            return self.line(line, width, color);
        }
        cut_into_dashes(line, dash, |piece| self.line(piece, width, color))
    }

    /// Fills a disk.
    pub(crate) fn disk(&self, center: Spot, radius: f64, color: impl Color) -> Drawn<DB> {
        let style = color.to_rgba().filled();
        self.area
            .draw(&Circle::new(unit_spot(center), units(radius), style))
    }

    /// Strokes a circle.
    pub(crate) fn circle(
        &self,
        center: Spot,
        radius: f64,
        width: f64,
        color: RGBColor,
    ) -> Drawn<DB> {
        self.area.draw(&Circle::new(
            unit_spot(center),
            units(radius),
            stroke(width, color),
        ))
    }

    /// Fills a polygon.
    pub(crate) fn polygon(&self, corners: &[Spot], color: impl Color) -> Drawn<DB> {
        let corners: Vec<(i32, i32)> = corners.iter().map(|&spot| unit_spot(spot)).collect();
        self.area.draw(&Polygon::new(corners, color.to_rgba()))
    }

    /// Fills a rectangle.
    pub(crate) fn fill(&self, from: Spot, to: Spot, color: impl Color) -> Drawn<DB> {
        let corners = [unit_spot(from), unit_spot(to)];
        self.area
            .draw(&Rectangle::new(corners, color.to_rgba().filled()))
    }

    /// Strokes a rectangle.
    pub(crate) fn rectangle(&self, from: Spot, to: Spot, width: f64, color: RGBColor) -> Drawn<DB> {
        let corners = [unit_spot(from), unit_spot(to)];
        self.area
            .draw(&Rectangle::new(corners, stroke(width, color)))
    }

    /// Writes one line of text; `at` is at half the height of its capitals.
    pub(crate) fn text(
        &self,
        text: &str,
        at: Spot,
        voice: Voice,
        align: HPos,
        color: RGBColor,
    ) -> Drawn<DB> {
        self.area
            .draw_text(text, &voice.style(color, align), unit_spot(at))
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
