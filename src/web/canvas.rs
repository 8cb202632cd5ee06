//! The drawing backend of the browser: `plotters_canvas::CanvasBackend` with what it lacks.
//!
//! - Colors are written by us: the crate prints them as floating-point numbers, and the code
//!   for that weighs 3 kB of gzip. So the drawing calls are ours and the canvas is the crate's.
//! - The context is scaled so that the whole numbers of a backend are eighths of a CSS
//!   pixel, at every device pixel ratio.
//! - Consecutive lines, or dots, of one look become one path: the browser rasterizes
//!   it once, and where a translucent line crosses itself it gets no darker.
//! - Text is measured by our table. The crate would put a `<span>` into the page for it.
//! - Bold text gets a halo in the color of the ground.

use std::fmt;

use js_sys::JsString;
use plotters::style::RGBColor;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::math::numeral::shortest;
use crate::view::text::{BOLD, MIDDLE, width};
use crate::view::{SUBPIXEL, Size};

#[wasm_bindgen]
extern "C" {
    /// A context that takes its colors as texts of the browser, where web-sys has texts of ours.
    type Painter;

    #[wasm_bindgen(method, setter, js_name = fillStyle)]
    fn set_fill(this: &Painter, color: &JsString);

    #[wasm_bindgen(method, setter, js_name = strokeStyle)]
    fn set_stroke(this: &Painter, color: &JsString);
}

/// A canvas to draw one layer on. What is drawn is complete when it is dropped.
pub(super) struct Canvas {
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
    size: Size,
    halo: Option<RGBColor>,
    open: Option<Look>,
    /// The colors so far, as the browser wants them: to hand a text over takes longer than
    /// to paint a polygon.
    colors: Vec<(Color, JsString)>,
    /// What the context was told last.
    fill: Option<Color>,
    stroke: Option<Color>,
    font: String,
}

/// A color and its opacity.
type Color = ((u8, u8, u8), f64);

/// Why something could not be drawn.
#[derive(Debug)]
pub(super) struct CanvasError(String);

impl CanvasError {
    /// The error that says so.
    pub(super) fn new(problem: impl fmt::Display) -> Self {
        Self(problem.to_string())
    }
}

impl fmt::Display for CanvasError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for CanvasError {}

type Failure = DrawingErrorKind<CanvasError>;

/// What the path being collected will look like.
#[derive(Clone, Copy, PartialEq)]
struct Look {
    color: Color,
    /// Width of the line; 0 for a filled path.
    width: u32,
}

impl Canvas {
    /// Empties a canvas of this many CSS pixels, with `ratio` of its own pixels to each,
    /// and prepares it for drawing. `None` where the browser has no context to give.
    pub(super) fn new(canvas: HtmlCanvasElement, size: Size, ratio: f64) -> Option<Self> {
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let inner = CanvasBackend::with_canvas_object(canvas)?;
        let (width, height) = inner.get_size();
        context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0).ok()?;
        context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        let scale = ratio / f64::from(SUBPIXEL);
        context
            .set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0)
            .ok()?;
        // Round joins cost twice as much, and cannot be told at widths of one pixel.
        context.set_line_join("bevel");
        context.set_text_baseline("alphabetic");
        Some(Self {
            inner,
            context,
            size,
            halo: None,
            open: None,
            colors: Vec::new(),
            fill: None,
            stroke: None,
            font: String::new(),
        })
    }

    /// Gives bold text a halo of this color.
    pub(super) fn with_halo(mut self, color: RGBColor) -> Self {
        self.halo = Some(color);
        self
    }

    /// Begins a path of this look, or goes on with the one that has it.
    fn open(&mut self, look: Look) {
        if self.open == Some(look) {
            return;
        }
        self.close();
        self.context.begin_path();
        self.open = Some(look);
    }

    /// Paints the path that was collected.
    fn close(&mut self) {
        let Some(look) = self.open.take() else {
            return;
        };
        if look.width == 0 {
            self.fill_with(look.color);
            self.context.fill();
        } else {
            self.stroke_with(look.color, look.width);
            self.context.stroke();
        }
    }

    fn fill_with(&mut self, color: Color) {
        if self.fill.replace(color) != Some(color) {
            let index = self.color(color);
            self.painter().set_fill(&self.colors[index].1);
        }
    }

    fn stroke_with(&mut self, color: Color, width: u32) {
        if self.stroke.replace(color) != Some(color) {
            let index = self.color(color);
            self.painter().set_stroke(&self.colors[index].1);
        }
        self.context.set_line_width(f64::from(width));
    }

    fn painter(&self) -> &Painter {
        self.context.unchecked_ref()
    }

    /// Where a color is among those so far.
    fn color(&mut self, color: Color) -> usize {
        let found = self.colors.iter().rposition(|(known, _)| *known == color);
        found.unwrap_or_else(|| {
            self.colors.push((color, css(color).into()));
            self.colors.len() - 1
        })
    }

    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        let mut path = path.into_iter();
        if let Some((x, y)) = path.next() {
            self.context.move_to(f64::from(x), f64::from(y));
        }
        for (x, y) in path {
            self.context.line_to(f64::from(x), f64::from(y));
        }
    }

    fn trace_circle(&self, (x, y): BackendCoord, radius: u32) -> Result<(), Failure> {
        let (x, y, radius) = (f64::from(x), f64::from(y), f64::from(radius));
        self.context.move_to(x + radius, y);
        self.context
            .arc(x, y, radius, 0.0, std::f64::consts::TAU)
            .map_err(|_| failure("the circle has no finite place"))
    }
}

/// What was drawn last is on the canvas when the drawing area goes.
impl Drop for Canvas {
    fn drop(&mut self) {
        self.close();
    }
}

/// Gives a canvas as many pixels as the screen has in a box of this size. That empties it.
pub(super) fn resize(canvas: &HtmlCanvasElement, size: Size, ratio: f64) {
    let (width, height) = size.pixels(ratio);
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
}

fn failure(problem: impl fmt::Display) -> Failure {
    DrawingErrorKind::DrawingError(CanvasError::new(problem))
}

fn css(((r, g, b), alpha): Color) -> String {
    if alpha < 1.0 {
        format!("rgba({r},{g},{b},{})", shortest(alpha))
    } else {
        format!("#{r:02x}{g:02x}{b:02x}")
    }
}

fn color_of(BackendColor { alpha, rgb }: BackendColor) -> Color {
    (rgb, alpha)
}

impl Look {
    fn of<S: BackendStyle>(style: &S, width: u32) -> Self {
        let color = color_of(style.color());
        Self { color, width }
    }
}

impl DrawingBackend for Canvas {
    type ErrorType = CanvasError;

    fn get_size(&self) -> (u32, u32) {
        let units = |length: f64| (length * f64::from(SUBPIXEL)) as u32;
        (units(self.size.width), units(self.size.height))
    }

    fn ensure_prepared(&mut self) -> Result<(), Failure> {
        self.inner.ensure_prepared().map_err(failure)
    }

    fn present(&mut self) -> Result<(), Failure> {
        self.close();
        self.inner.present().map_err(failure)
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Result<(), Failure> {
        self.open(Look::of(&color, 0));
        self.context.rect(f64::from(x), f64::from(y), 1.0, 1.0);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), Failure> {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Failure> {
        self.open(Look::of(style, style.stroke_width()));
        self.trace(path);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Failure> {
        let width = if fill { 0 } else { style.stroke_width() };
        self.open(Look::of(style, width));
        self.trace_circle(center, radius)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Failure> {
        let width = if fill { 0 } else { style.stroke_width() };
        self.open(Look::of(style, width));
        let (x, y) = (f64::from(left), f64::from(top));
        self.context
            .rect(x, y, f64::from(right - left), f64::from(bottom - top));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Result<(), Failure> {
        // Never joined: where two polygons of opposite turns overlap, one path has a hole.
        self.close();
        self.open(Look::of(style, 0));
        self.trace(corners);
        self.close();
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Result<(), Failure> {
        self.close();
        let size = style.size();
        let (face, is_bold) = match style.style() {
            FontStyle::Normal => ("", false),
            FontStyle::Oblique | FontStyle::Italic => ("italic ", false),
            FontStyle::Bold => ("600 ", true),
        };
        let font = format!("{face}{}px {}", shortest(size), style.family().as_str());
        if font != self.font {
            self.context.set_font(&font);
            self.font = font;
        }
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        });
        let lift = match style.anchor().v_pos {
            VPos::Top => MIDDLE * 2.0,
            VPos::Center => MIDDLE,
            VPos::Bottom => 0.0,
        };
        let (x, y) = (f64::from(x), f64::from(y) + lift * size);
        // A system's face may be wider than our table says: then the browser sets it closer.
        let stretch = if is_bold { BOLD } else { 1.0 };
        let room = width(text, size) * stretch;
        let refused = |_| failure("the text has no finite place");
        if let (true, Some(RGBColor(r, g, b))) = (is_bold, self.halo) {
            self.stroke_with(((r, g, b), 1.0), 3 * SUBPIXEL);
            let drawn = self.context.stroke_text_with_max_width(text, x, y, room);
            drawn.map_err(refused)?;
        }
        self.fill_with(color_of(style.color()));
        let drawn = self.context.fill_text_with_max_width(text, x, y, room);
        drawn.map_err(refused)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), Failure> {
        let size = style.size();
        Ok((width(text, size) as u32, size as u32))
    }
}
