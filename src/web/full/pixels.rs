//! Pictures whose pixels are computed: the cells of maps, handwritten digits.

use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

/// Gives a canvas these pixels, four bytes each, and no others.
pub(super) fn put(
    canvas: &HtmlCanvasElement,
    (width, height): (usize, usize),
    bytes: &[u8],
) -> Option<()> {
    let (width, height) = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(bytes), width, height);
    context.put_image_data(&image.ok()?, 0.0, 0.0).ok()
}
