//! A drawing backend that writes compact SVG.
//!
//! plotters has one of its own; it rounds to whole pixels, shrinks text by a quarter
//! and writes every mark as an element. Here consecutive lines of one look become one
//! path with relative coordinates, and so do consecutive dots.

use crate::math::joined;
use std::fmt::Write;

use plotters::style::RGBColor;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle, FontTransform,
};

use super::SUBPIXEL;
use super::frame::Size;
use super::text::{FONT_FAMILY, MIDDLE, width};
use crate::math::numeral::{decimals, plain, shortest};

type Failure = DrawingErrorKind<std::fmt::Error>;

/// Writes SVG into a string while it is drawn on.
#[derive(Debug)]
pub struct Svg<'a> {
    out: &'a mut String,
    size: Size,
    halo: RGBColor,
    head: String,
    begun: bool,
    ended: bool,
    open: Option<Open>,
}

/// A path that may still grow.
#[derive(Debug)]
struct Open {
    look: Look,
    data: String,
    at: BackendCoord,
}

#[derive(Clone, Debug, PartialEq)]
struct Look {
    color: (u8, u8, u8),
    alpha: f64,
    /// Width of the line, or the diameter of dots.
    width: u32,
}

impl<'a> Svg<'a> {
    /// A picture of this size; bold text gets a halo of the given color.
    pub fn new(out: &'a mut String, size: Size, halo: RGBColor) -> Self {
        Self {
            out,
            size,
            halo,
            head: String::new(),
            begun: false,
            ended: false,
            open: None,
        }
    }

    /// Adds the language and what the picture is called and shows. There are no ids,
    /// which would collide where a page holds several pictures.
    pub fn titled(mut self, language: &str, title: &str, description: &str) -> Self {
        self.head = format!(
            " lang=\"{language}\" role=\"img\">\n<title>{}</title>\n<desc>{}</desc>\n",
            escaped(title),
            escaped(description)
        );
        self
    }

    fn element(&mut self, text: std::fmt::Arguments<'_>) -> Result<(), Failure> {
        self.close();
        self.out.write_fmt(text).map_err(Failure::DrawingError)
    }

    /// Writes the path that is being collected.
    fn close(&mut self) {
        if let Some(Open { look, data, .. }) = self.open.take() {
            let paint = paint("stroke", look.color, look.alpha);
            let width = number(i64::from(look.width));
            self.out.push_str(&format!(
                "<path d=\"{data}\" {paint} stroke-width=\"{width}\"/>\n"
            ));
        }
    }

    /// Appends a subpath to the path being collected if it looks the same.
    fn stroke(&mut self, look: Look, points: impl IntoIterator<Item = BackendCoord>) {
        if self.open.as_ref().is_some_and(|open| open.look != look) {
            self.close();
        }
        let mut points = points.into_iter();
        let Some(start) = points.next() else {
            return;
        };
        let open = self.open.get_or_insert_with(|| Open {
            look,
            data: String::new(),
            at: (0, 0),
        });
        if open.data.is_empty() {
            open.data.push('M');
        } else {
            open.data.push('m');
        }
        pair(&mut open.data, start, open.at);
        open.at = start;
        let mut command = 'l';
        for point in points {
            if command == 'l' {
                open.data.push(command);
                command = ' ';
            } else if point.0 >= open.at.0 {
                open.data.push(command);
            }
            pair(&mut open.data, point, open.at);
            open.at = point;
        }
    }
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = std::fmt::Error;

    fn get_size(&self) -> (u32, u32) {
        let units = |length: f64| (length * f64::from(SUBPIXEL)) as u32;
        (units(self.size.width), units(self.size.height))
    }

    fn ensure_prepared(&mut self) -> Result<(), Failure> {
        if self.begun {
            return Ok(());
        }
        self.begun = true;
        let (width, height) = (rounded(self.size.width), rounded(self.size.height));
        let head = if self.head.is_empty() {
            ">\n"
        } else {
            &self.head
        };
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\"{head}<g font-family=\"{FONT_FAMILY}\" fill=\"none\" \
             stroke-linecap=\"round\" stroke-linejoin=\"round\">\n"
        );
        self.out.push_str(&text);
        Ok(())
    }

    fn present(&mut self) -> Result<(), Failure> {
        self.ensure_prepared()?;
        self.close();
        if !self.ended {
            self.ended = true;
            self.out.push_str("</g>\n</svg>\n");
        }
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Result<(), Failure> {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
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
        self.stroke(Look::of(style, style.stroke_width()), path);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Failure> {
        if fill {
            // A line without length, whose round ends make a disk.
            self.stroke(Look::of(style, radius * 2), [center, center]);
            return Ok(());
        }
        let look = Look::of(style, style.stroke_width());
        self.element(format_args!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {} stroke-width=\"{}\"/>\n",
            number(i64::from(center.0)),
            number(i64::from(center.1)),
            number(i64::from(radius)),
            paint("stroke", look.color, look.alpha),
            number(i64::from(look.width)),
        ))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Failure> {
        let look = Look::of(style, style.stroke_width());
        let paint = if fill {
            paint("fill", look.color, look.alpha)
        } else {
            let width = number(i64::from(look.width));
            let stroke = paint("stroke", look.color, look.alpha);
            format!("{stroke} stroke-width=\"{width}\" stroke-linejoin=\"miter\"")
        };
        self.element(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {paint}/>\n",
            number(i64::from(upper_left.0)),
            number(i64::from(upper_left.1)),
            number(i64::from(bottom_right.0) - i64::from(upper_left.0)),
            number(i64::from(bottom_right.1) - i64::from(upper_left.1)),
        ))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Result<(), Failure> {
        let look = Look::of(style, 0);
        let mut data = String::new();
        let mut at = (0, 0);
        for (rank, corner) in corners.into_iter().enumerate() {
            data.push(if rank == 0 { 'M' } else { 'l' });
            pair(&mut data, corner, at);
            at = corner;
        }
        let paint = paint("fill", look.color, look.alpha);
        self.element(format_args!("<path d=\"{data}z\" {paint}/>\n"))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result<(), Failure> {
        let color = style.color();
        let size = style.size() / f64::from(SUBPIXEL);
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let lift = match style.anchor().v_pos {
            VPos::Top => MIDDLE * 2.0,
            VPos::Center => MIDDLE,
            VPos::Bottom => 0.0,
        };
        let x = rounded(f64::from(at.0) / f64::from(SUBPIXEL));
        let y = rounded(f64::from(at.1) / f64::from(SUBPIXEL) + lift * size);
        let size = rounded(size);
        let turn = match style.transform() {
            FontTransform::None => String::new(),
            FontTransform::Rotate90 => format!(" transform=\"rotate(90 {x} {y})\""),
            FontTransform::Rotate180 => format!(" transform=\"rotate(180 {x} {y})\""),
            FontTransform::Rotate270 => format!(" transform=\"rotate(270 {x} {y})\""),
        };
        let face = match style.style() {
            FontStyle::Normal => String::new(),
            FontStyle::Oblique | FontStyle::Italic => " font-style=\"italic\"".to_owned(),
            FontStyle::Bold => {
                let RGBColor(r, g, b) = self.halo;
                let halo = paint("stroke", (r, g, b), 1.0);
                format!(" font-weight=\"600\" {halo} stroke-width=\"3\" paint-order=\"stroke\"")
            }
        };
        let fill = paint("fill", color.rgb, color.alpha);
        self.element(format_args!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{anchor}{face}{turn} {fill}>{}</text>\n",
            escaped(text)
        ))
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

impl Look {
    fn of<S: BackendStyle>(style: &S, width: u32) -> Self {
        let BackendColor { alpha, rgb } = style.color();
        Self {
            color: rgb,
            alpha,
            width,
        }
    }
}

fn paint(what: &str, (r, g, b): (u8, u8, u8), alpha: f64) -> String {
    let color = format!("{what}=\"#{r:02x}{g:02x}{b:02x}\"");
    if alpha < 1.0 {
        format!("{color} {what}-opacity=\"{}\"", rounded(alpha))
    } else {
        color
    }
}

/// Units of the backend as CSS pixels, without idle zeros.
fn number(units: i64) -> String {
    // An eighth is 125 thousandths.
    let thousandths = units.unsigned_abs() * (1000 / u64::from(SUBPIXEL));
    let text = match thousandths {
        0 => "0".to_owned(),
        digits => plain(&digits.to_string(), -3),
    };
    let text = text
        .strip_prefix('0')
        .filter(|rest| !rest.is_empty())
        .unwrap_or(&text);
    let sign = if units < 0 { "-" } else { "" };
    joined(&[sign, text], "")
}

/// The step from one place to another.
fn pair(data: &mut String, to: BackendCoord, from: BackendCoord) {
    let dx = number(i64::from(to.0) - i64::from(from.0));
    let dy = number(i64::from(to.1) - i64::from(from.1));
    data.push_str(&dx);
    if !dy.starts_with('-') {
        data.push(' ');
    }
    data.push_str(&dy);
}

/// Two digits after the point are enough for text and opacity.
fn rounded(value: f64) -> String {
    shortest(decimals(value, 2))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use plotters::prelude::*;

    fn drawn(draw: impl Fn(&DrawingArea<Svg<'_>, plotters::coord::Shift>)) -> String {
        let mut text = String::new();
        {
            let svg = Svg::new(&mut text, Size::new(10.0, 5.0), WHITE);
            let area = svg.into_drawing_area();
            draw(&area);
            assert!(area.present().is_ok());
        }
        text
    }

    #[test]
    fn lines_of_one_look_share_a_path() {
        let text = drawn(|area| {
            for y in [8, 16] {
                let line = PathElement::new(vec![(0, y), (12, y), (24, y - 4)], BLUE);
                assert!(area.draw(&line).is_ok());
            }
        });
        assert!(
            text.contains("d=\"M0 1l1.5 0 1.5-.5m-3 1.5l1.5 0 1.5-.5\""),
            "{text}"
        );
    }

    #[test]
    fn text_is_escaped() {
        let text = drawn(|area| {
            let style = ("sans-serif", 80).into_font();
            assert!(area.draw_text("a<b & c", &style.into(), (0, 0)).is_ok());
        });
        assert!(text.contains(">a&lt;b &amp; c</text>"), "{text}");
    }
}
