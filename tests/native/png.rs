//! Pictures of pixels, where the machine has fonts to write with.

use descent_widget::view::{PngError, png};

use crate::common::skip;

#[test]
fn a_picture_has_as_many_pixels_as_asked_for() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20\"/>";
    let bytes = match png(svg, 2.0, "en") {
        Err(PngError::NoFonts) => return skip("this machine has no fonts"),
        other => other.unwrap(),
    };
    assert!(bytes.starts_with(b"\x89PNG"));
    let extent = |at: usize| u32::from_be_bytes([0, 0, bytes[at], bytes[at + 1]]);
    assert_eq!((extent(18), extent(22)), (60, 40));
}
