//! What a picture is drawn on in the browser: a canvas, or a text of SVG.
//!
//! The drawing code is generic over its backend and would be in the program once for
//! each of the two. One type for both keeps it once, which is a fifth of the program.

use super::canvas::{Canvas, CanvasError};
use crate::view::Svg;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

/// A canvas or a text.
pub(super) enum Paper<'a> {
    /// One layer of a panel, or a whole figure.
    Canvas(Canvas),
    /// A whole figure for a file.
    Svg(Svg<'a>),
}

type Failure = DrawingErrorKind<CanvasError>;

/// Writing to a string cannot fail; the type has to be mapped all the same.
fn mapped(failure: DrawingErrorKind<std::fmt::Error>) -> Failure {
    DrawingErrorKind::DrawingError(CanvasError::new(failure))
}

macro_rules! on {
    ($paper:ident, $backend:ident => $call:expr) => {
        match $paper {
            Paper::Canvas($backend) => $call,
            Paper::Svg($backend) => $call.map_err(mapped),
        }
    };
}

impl DrawingBackend for Paper<'_> {
    type ErrorType = CanvasError;

    fn get_size(&self) -> (u32, u32) {
        match self {
            Self::Canvas(canvas) => canvas.get_size(),
            Self::Svg(svg) => svg.get_size(),
        }
    }

    fn ensure_prepared(&mut self) -> Result<(), Failure> {
        on!(self, backend => backend.ensure_prepared())
    }

    fn present(&mut self) -> Result<(), Failure> {
        on!(self, backend => backend.present())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Result<(), Failure> {
        on!(self, backend => backend.draw_pixel(point, color))
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), Failure> {
        on!(self, backend => backend.draw_line(from, to, style))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Failure> {
        on!(self, backend => backend.draw_path(path, style))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Failure> {
        on!(self, backend => backend.draw_circle(center, radius, style, fill))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Failure> {
        on!(self, backend => backend.draw_rect(upper_left, bottom_right, style, fill))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Result<(), Failure> {
        on!(self, backend => backend.fill_polygon(corners, style))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        place: BackendCoord,
    ) -> Result<(), Failure> {
        on!(self, backend => backend.draw_text(text, style, place))
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), Failure> {
        on!(self, backend => backend.estimate_text_size(text, style))
    }
}
