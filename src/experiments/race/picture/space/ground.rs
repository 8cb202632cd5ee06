//! The surface as a block cut out of the landscape, with its contour lines.

use plotters::style::RGBColor;

use crate::experiments::race::picture::space::mesh::Face;
use crate::experiments::race::picture::space::projection::{Place, SpaceLayout};
use crate::experiments::race::scene::Scene;
use crate::math::Span;
use crate::view::pen::{Drawn, Pen, Spot};
use crate::view::polyline::straightened;
use crate::view::style::{Palette, mixed};

/// Shades of height, and of light, that are told apart.
const BANDS: f64 = 24.0;
const LIGHTS: f64 = 16.0;

/// So far a face reaches under the next one, as a share of a cell: no gap shows.
const OVERLAP: f64 = 0.25;

/// Where the light comes from: right, away from the reader, up.
const LIGHT: [f64; 3] = [-0.45, -0.25, 0.86];

/// How much a face that is turned away from the light is darkened.
const SHADE: f64 = 0.55;

/// Draws surface, cut faces and contour lines, the farthest first.
pub(crate) fn draw(
    pen: &Pen<'_>,
    scene: &Scene<'_>,
    layout: &SpaceLayout,
    palette: &Palette,
) -> Drawn {
    let stride = layout.stride();
    let n = layout.mesh.n_cells() / stride;
    let faces = layout.mesh.faces(stride);
    let (near_x, near_y) = layout.near();
    for j in 0..n {
        let row = if near_y == 0.0 { n - 1 - j } else { j };
        let mut strip: Option<Strip> = None;
        for i in 0..n {
            let column = if near_x == 0.0 { n - 1 - i } else { i };
            let face = faces[row * n + column].as_ref();
            let seen = face.and_then(|face| Some((face, look(layout, face)?)));
            let Some((face, look)) = seen else {
                flush(pen, layout, &mut strip, palette)?;
                continue;
            };
            match &mut strip {
                Some(open) if open.look == look && !face.is_cut => open.last = column,
                _ => {
                    flush(pen, layout, &mut strip, palette)?;
                    let (first, last) = (column, column);
                    if face.is_cut {
                        let corners = cut(&face.corners).into_iter();
                        let corners: Vec<Spot> = corners.map(|p| layout.spot(p)).collect();
                        pen.polygon(&corners, color(look, palette))?;
                    } else {
                        strip = Some(Strip {
                            row,
                            first,
                            last,
                            look,
                        });
                    }
                }
            }
        }
        flush(pen, layout, &mut strip, palette)?;
    }
    draw_contours(pen, scene, layout, palette)?;
    draw_cuts(pen, layout, palette)
}

/// Neighboring faces of a row that look alike.
struct Strip {
    row: usize,
    first: usize,
    last: usize,
    look: (u8, u8),
}

/// Band of height and band of light of a face; `None` where it is turned away, which something
/// nearer always hides.
fn look(layout: &SpaceLayout, face: &Face) -> Option<(u8, u8)> {
    let normal = layout.normal(face);
    if layout.faces_away(normal) {
        return None;
    }
    let lit: f64 = normal.iter().zip(LIGHT).map(|(n, l)| n * l).sum();
    let band = |share: f64, n: f64| libm::round(share.clamp(0.0, 1.0) * n) as u8;
    Some((band(face.mean, BANDS), band(lit, LIGHTS)))
}

/// Paints a strip as one polygon that reaches a little under its nearer neighbors.
fn flush(
    pen: &Pen<'_>,
    layout: &SpaceLayout,
    strip: &mut Option<Strip>,
    palette: &Palette,
) -> Drawn {
    let Some(Strip {
        row,
        first,
        last,
        look,
    }) = strip.take()
    else {
        return Ok(());
    };
    let n = layout.mesh.n_cells() / layout.stride();
    let (near_x, near_y) = layout.near();
    let (low, high) = (first.min(last), first.max(last) + 1);
    let mut columns: Vec<f64> = (low..=high).map(|column| column as f64).collect();
    let mut rows = [row as f64, row as f64 + 1.0];
    let reach = |end: &mut f64, is_low: bool| {
        let grown = if is_low {
            *end - OVERLAP
        } else {
            *end + OVERLAP
        };
        *end = Span::new(0.0, n as f64).clamp(grown);
    };
    let end = if near_x == 0.0 { 0 } else { columns.len() - 1 };
    reach(&mut columns[end], near_x == 0.0);
    reach(&mut rows[usize::from(near_y != 0.0)], near_y == 0.0);
    let place = |column: f64, row: f64| {
        let (x, y) = (column / n as f64, row / n as f64);
        let up = layout.mesh.height(x, y);
        // Beyond the strip the surface may end.
        let up = if up.is_finite() { up.min(1.0) } else { 1.0 };
        layout.spot(Place::new(x, y, up))
    };
    let there: Vec<Spot> = columns
        .iter()
        .map(|&column| place(column, rows[0]))
        .collect();
    let back: Vec<Spot> = columns
        .iter()
        .rev()
        .map(|&column| place(column, rows[1]))
        .collect();
    let mut outline = straightened(&there);
    outline.extend(straightened(&back));
    pen.polygon(&outline, color(look, palette))
}

/// The part of a face below the top of the box.
fn cut(corners: &[Place; 4]) -> Vec<Place> {
    let mut kept = Vec::with_capacity(6);
    for (rank, &from) in corners.iter().enumerate() {
        let to = corners[(rank + 1) % corners.len()];
        if from.up <= 1.0 {
            kept.push(from);
        }
        if (from.up <= 1.0) != (to.up <= 1.0) {
            let t = (1.0 - from.up) / (to.up - from.up);
            let mix = |a: f64, b: f64| a + (b - a) * t;
            kept.push(Place::new(mix(from.x, to.x), mix(from.y, to.y), 1.0));
        }
    }
    kept
}

fn color((band, light): (u8, u8), palette: &Palette) -> RGBColor {
    let base = mixed(
        palette.relief_low,
        palette.relief_high,
        f64::from(band) / BANDS,
    );
    let dark = SHADE * (1.0 - f64::from(light) / LIGHTS);
    mixed(base, palette.relief_shade, dark)
}

/// Draws the contour lines of the map where they can be seen.
fn draw_contours(
    pen: &Pen<'_>,
    scene: &Scene<'_>,
    layout: &SpaceLayout,
    palette: &Palette,
) -> Drawn {
    for line in layout.mesh.contours(scene) {
        for piece in layout.seen(line.iter().copied()) {
            pen.line(&straightened(&piece), 0.9, palette.relief_line)?;
        }
    }
    Ok(())
}

/// Draws the two faces that the block is cut at, and the edge of the surface all round.
fn draw_cuts(pen: &Pen<'_>, layout: &SpaceLayout, palette: &Palette) -> Drawn {
    let (near_x, near_y) = layout.near();
    let n = layout.mesh.n_cells();
    let share = |k: usize| k as f64 / n as f64;
    let along_x = |y: f64| -> Vec<Place> {
        (0..=n)
            .map(|k| Place::new(share(k), y, layout.mesh.height(share(k), y)))
            .collect()
    };
    let along_y = |x: f64| -> Vec<Place> {
        (0..=n)
            .map(|k| Place::new(x, share(k), layout.mesh.height(x, share(k))))
            .collect()
    };
    for edge in [along_x(1.0 - near_y), along_y(1.0 - near_x)] {
        for piece in layout.seen(edge) {
            pen.line(&straightened(&piece), 1.0, palette.axis)?;
        }
    }
    for (rank, edge) in [along_x(near_y), along_y(near_x)].into_iter().enumerate() {
        let fill = mixed(
            palette.relief_low,
            palette.relief_shade,
            0.35 + 0.3 * rank as f64,
        );
        for piece in edge.split(|place| !place.up.is_finite()) {
            let (Some(first), Some(last)) = (piece.first(), piece.last()) else {
                continue;
            };
            let top = piece.iter().map(|&place| {
                layout.spot(Place {
                    up: place.up.min(1.0),
                    ..place
                })
            });
            let top = straightened(&top.collect::<Vec<Spot>>());
            let mut outline = top.clone();
            outline.extend([*last, *first].map(|place| layout.spot(Place { up: 0.0, ..place })));
            pen.polygon(&outline, fill)?;
            pen.line(&top, 1.0, palette.axis)?;
        }
    }
    Ok(())
}
