//! From the plane and the height above it to the panel, and what hides what.
//!
//! Inside of the box every place has three shares from 0 to 1: along x, along y, and
//! up. The box is turned about its upright axis by the azimuth, seen from above by the
//! elevation, and projected straight: parallel lines stay parallel.

use std::rc::Rc;

use crate::experiments::race::picture::space::mesh::{Face, Mesh, shares};
use crate::experiments::race::scene::{Scene, Turn};
use crate::math::{Point, Rect};
use crate::view::frame::{Frame, Size};
use crate::view::layout::{EDGE, TITLE};
use crate::view::pen::Spot;

/// Half the width of the box along its longer side.
pub(crate) const HALF: f64 = 1.0;

/// Half its shorter side, where units need not be equally long.
pub(crate) const SHALLOW: f64 = 0.85;

/// How high the box is.
pub(crate) const HEIGHT: f64 = 0.6;

/// Room for the numbers: at either side, below.
const SIDE: f64 = 34.0;
const FOOT: f64 = 26.0;

/// A place in the box: shares along x, along y, and up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) up: f64,
}

/// The view in space of a panel.
#[derive(Clone, Debug, PartialEq)]
pub struct SpaceLayout {
    /// The panel without its edge.
    pub(crate) frame: Frame,
    pub(crate) domain: Rect,
    pub(crate) mesh: Rc<Mesh>,
    /// Sine and cosine.
    azimuth: (f64, f64),
    elevation: (f64, f64),
    scale: f64,
    middle: Spot,
    /// Whether the surface hides each of its nodes.
    hidden: Vec<bool>,
}

/// A place on the way from any node of the mesh toward the reader.
struct Ahead {
    /// Its cell, counted from the node, and how far into it the place is.
    column: Along,
    row: Along,
    /// How much higher the line of sight is there.
    up: f64,
}

/// Whole cells and a part of one.
struct Along {
    whole: isize,
    part: f64,
}

impl Ahead {
    /// So many cells away.
    fn of(x: f64, y: f64, up: f64) -> Self {
        let along = |cells: f64| {
            let whole = libm::floor(cells);
            Along {
                whole: whole as isize,
                part: cells - whole,
            }
        };
        Self {
            column: along(x),
            row: along(y),
            up,
        }
    }

    /// The height of the surface there, seen from this node; `None` outside of the box.
    fn height(&self, mesh: &Mesh, column: usize, row: usize) -> Option<f64> {
        let nodes = |from: usize, along: &Along| {
            let first = from.checked_add_signed(along.whole)?;
            let second = first + usize::from(along.part > 0.0);
            (second <= mesh.n_cells()).then_some((first, second))
        };
        let ((left, right), (low, high)) = (nodes(column, &self.column)?, nodes(row, &self.row)?);
        let (s, t) = (self.column.part, self.row.part);
        let across = |row| mesh.node(left, row) * (1.0 - s) + mesh.node(right, row) * s;
        Some(across(low) * (1.0 - t) + across(high) * t)
    }
}

impl Place {
    pub(crate) const fn new(x: f64, y: f64, up: f64) -> Self {
        Self { x, y, up }
    }
}

impl SpaceLayout {
    /// The view of a scene in a panel of this size; `None` where the scene is to be shown
    /// as a map, the surface has no value anywhere, or the panel is too small.
    pub fn new(scene: &Scene<'_>, size: Size) -> Option<Self> {
        let mesh = scene.relief?.mesh(scene)?;
        let frame = Frame {
            left: EDGE,
            top: TITLE,
            right: size.width - EDGE,
            bottom: size.height - EDGE,
        };
        let Turn { azimuth, elevation } = scene.turn;
        let sine = |degrees: f64| {
            let angle = degrees.to_radians();
            (libm::sin(angle), libm::cos(angle))
        };
        let (azimuth, elevation) = (sine(azimuth), sine(elevation));
        // The box fits whatever its azimuth, so that it keeps its size while it turns.
        let reach = libm::hypot(mesh.half.0, mesh.half.1);
        let (wide, tall) = (
            2.0 * reach,
            2.0 * reach * elevation.0 + HEIGHT * elevation.1,
        );
        let (room_x, room_y) = (frame.width() - 2.0 * SIDE, frame.height() - FOOT);
        let scale = (room_x / wide).min(room_y / tall);
        let top = frame.top + (room_y - scale * tall) / 2.0;
        let middle = (
            (frame.left + frame.right) / 2.0,
            top + scale * (reach * elevation.0 + HEIGHT * elevation.1),
        );
        let mut layout = Self {
            frame,
            domain: scene.domain,
            mesh,
            azimuth,
            elevation,
            scale,
            middle,
            hidden: Vec::new(),
        };
        let is_large = frame.is_drawable() && scale >= 16.0;
        is_large.then(|| {
            layout.hidden = layout.hidden_nodes();
            layout
        })
    }

    /// Where a place of the box is on the panel.
    pub(crate) fn spot(&self, place: Place) -> Spot {
        let (right, away) = self.turned(place.x, place.y);
        let up = away * self.elevation.0 + place.up * HEIGHT * self.elevation.1;
        (
            self.middle.0 + self.scale * right,
            self.middle.1 - self.scale * up,
        )
    }

    fn turned(&self, x: f64, y: f64) -> (f64, f64) {
        let half = self.mesh.half;
        let (u, v) = ((2.0 * x - 1.0) * half.0, (2.0 * y - 1.0) * half.1);
        let (sin, cos) = self.azimuth;
        (u * cos - v * sin, u * sin + v * cos)
    }

    /// How many cells one painted face takes along either side: where the picture is
    /// small, several.
    pub(crate) fn stride(&self) -> usize {
        let (half, n_cells) = (self.mesh.half, self.mesh.n_cells());
        let cell = 2.0 * half.0.min(half.1) * self.scale / n_cells as f64;
        if cell < FINEST && n_cells.is_multiple_of(2) {
            2
        } else {
            1
        }
    }

    /// The place on the drawn surface above or below a point of the domain.
    pub(crate) fn on_surface(&self, point: Point) -> Place {
        self.mesh.on_surface(shares(self.domain, point))
    }

    /// The place of a recorded point with its loss; `None` outside of the box.
    pub(crate) fn recorded(&self, point: Point, loss: f64) -> Option<Place> {
        let (x, y) = shares(self.domain, point);
        let up = self.mesh.heights.share(loss);
        (self.domain.contains(point) && up <= 1.0).then(|| Place::new(x, y, up))
    }

    /// Whether a part of the surface stands between a place upon it and the reader. Where
    /// the nodes round the place agree, they know.
    pub(crate) fn is_hidden(&self, place: Place) -> bool {
        let mesh = &*self.mesh;
        let ((column, _), (row, _)) = (mesh.cell(place.x), mesh.cell(place.y));
        let n = mesh.n_cells() + 1;
        let node = |i: usize, j: usize| self.hidden.get((row + j) * n + column + i);
        let known = [node(0, 0), node(1, 0), node(0, 1), node(1, 1)];
        match known[0] {
            Some(&is_hidden) if known.iter().all(|other| *other == known[0]) => is_hidden,
            _ => self.is_behind(place),
        }
    }

    /// The way toward the reader, in steps of a cell: shares along x and y, and how much
    /// higher the line of sight is there.
    fn step(&self) -> Place {
        let (sin, cos) = self.azimuth;
        let half = self.mesh.half;
        let step = 2.0 * HALF / self.mesh.n_cells() as f64;
        Place::new(
            -sin * step / (2.0 * half.0),
            -cos * step / (2.0 * half.1),
            step * self.elevation.0 / (self.elevation.1.max(1e-6) * HEIGHT),
        )
    }

    /// Walks from a place toward the reader and says whether it meets a higher surface.
    fn is_behind(&self, place: Place) -> bool {
        let step = self.step();
        // The mesh is flat between its nodes, and a line upon it should not flicker.
        let (mut x, mut y, mut up) = (place.x, place.y, place.up + LIFT);
        // The longer of the two shares is at least seven tenths of a cell.
        for _ in 0..2 * self.mesh.n_cells() {
            (x, y, up) = (x + step.x, y + step.y, up + step.up);
            let is_inside = (0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y) && up < 1.0;
            if !is_inside {
                return false;
            }
            let surface = self.mesh.height(x, y);
            if up < surface && surface <= 1.0 {
                return true;
            }
        }
        false
    }

    /// The same for each node. From all of them the steps fall on the same places of the cells
    /// that they come to, so that these are computed once.
    fn hidden_nodes(&self) -> Vec<bool> {
        let mesh = &*self.mesh;
        let n = mesh.n_cells();
        let step = self.step();
        let ahead = |k: usize| {
            let k = k as f64;
            Ahead::of(k * step.x * n as f64, k * step.y * n as f64, k * step.up)
        };
        let steps: Vec<Ahead> = (1..=2 * n)
            .map(ahead)
            .take_while(|ahead| ahead.up < 1.0)
            .collect();
        let is_behind = |k: usize| {
            let (column, row) = (k % (n + 1), k / (n + 1));
            let up = mesh.node(column, row) + LIFT;
            for ahead in &steps {
                let up = up + ahead.up;
                let Some(surface) = ahead.height(mesh, column, row).filter(|_| up < 1.0) else {
                    return false;
                };
                if up < surface && surface <= 1.0 {
                    return true;
                }
            }
            false
        };
        (0..(n + 1) * (n + 1)).map(is_behind).collect()
    }

    /// The sides of the box that are nearer to the reader, as shares along x and y.
    pub(crate) fn near(&self) -> (f64, f64) {
        let near = |slope: f64| if slope > 1e-9 { 0.0 } else { 1.0 };
        (near(self.azimuth.0), near(self.azimuth.1))
    }

    /// The upright of a face, of length 1: right, away from the reader, up.
    pub(crate) fn normal(&self, face: &Face) -> [f64; 3] {
        let ([x, y, z], length) = face.upright;
        let (sin, cos) = self.azimuth;
        [x * cos - y * sin, x * sin + y * cos, z].map(|part| part / length)
    }

    /// Whether a face with this upright shows the reader its lower side.
    pub(crate) fn faces_away(&self, normal: [f64; 3]) -> bool {
        normal[2] * self.elevation.0 <= normal[1] * self.elevation.1
    }

    /// The visible pieces of a line on the surface.
    pub(crate) fn seen(&self, places: impl IntoIterator<Item = Place>) -> Vec<Vec<Spot>> {
        let mut pieces: Vec<Vec<Spot>> = vec![Vec::new()];
        for place in places {
            // Not a number is not within the box either.
            if place.up <= 1.0 && !self.is_hidden(place) {
                if let Some(open) = pieces.last_mut() {
                    open.push(self.spot(place));
                }
            } else if pieces.last().is_some_and(|open| !open.is_empty()) {
                pieces.push(Vec::new());
            }
        }
        pieces.retain(|piece| piece.len() > 1);
        pieces
    }

    /// Whether names of lanes would cover most of the surface.
    pub(crate) fn is_small(&self) -> bool {
        self.scale < NAMED
    }

    /// How tall the box looks, in CSS pixels.
    pub(crate) fn tall(&self) -> f64 {
        self.scale * HEIGHT * self.elevation.1
    }
}

/// Faces are at least so wide, in CSS pixels.
const FINEST: f64 = 4.0;

/// Pixels for a unit of the box, of which it is at most 2.6 wide, from which on there is room
/// for the names of lanes. Their markers, beside their names, stand in the list below as well.
const NAMED: f64 = 76.0;

/// So far above the surface a line counts as upon it, as a share of the height.
const LIFT: f64 = 0.012;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::Lab;

    #[track_caller]
    fn with_layout(query: &str, look: impl Fn(&SpaceLayout)) {
        let mut lab = Lab::new();
        let query = format!("view=space&{query}");
        assert!(lab.set_query(&query).is_empty(), "{query}");
        let size = Size::new(480.0, 360.0);
        look(&SpaceLayout::new(&lab.scene(), size).expect("a view of this size"));
    }

    #[test]
    fn from_straight_above_it_is_a_map() {
        with_layout("turn=0 90", |layout| {
            let corner = |x, y, up| layout.spot(Place::new(x, y, up));
            assert!(corner(1.0, 0.0, 0.0).0 > corner(0.0, 0.0, 0.0).0);
            assert!(corner(0.0, 1.0, 0.0).1 < corner(0.0, 0.0, 0.0).1);
            let (floor, top) = (corner(0.3, 0.4, 0.0), corner(0.3, 0.4, 1.0));
            assert!((floor.0 - top.0).abs() < 1e-9 && (floor.1 - top.1).abs() < 1e-9);
            for (x, y) in [(0.1, 0.1), (0.5, 0.5), (0.9, 0.2)] {
                assert!(!layout.is_hidden(Place::new(x, y, layout.mesh.height(x, y))));
            }
        });
    }

    #[test]
    fn the_box_stays_in_the_panel_however_it_is_turned() {
        for azimuth in (-170..=180).step_by(10) {
            for elevation in (10..=90).step_by(10) {
                with_layout(&format!("turn={azimuth} {elevation}"), |layout| {
                    for k in 0..8 {
                        let bit = |n: i32| f64::from((k >> n) & 1);
                        let place = Place::new(bit(0), bit(1), bit(2));
                        assert!(
                            layout.frame.contains(layout.spot(place)),
                            "{azimuth} {elevation}"
                        );
                    }
                });
            }
        }
    }

    #[test]
    fn the_near_wall_hides_the_floor_of_the_valley() {
        with_layout("turn=0 15", |layout| {
            let floor = Place::new(0.5, 0.5, layout.mesh.height(0.5, 0.5));
            assert!(layout.is_hidden(floor));
            let (near, far) = (Place::new(0.5, 0.0, 0.9), Place::new(0.5, 0.99, 0.97));
            assert!(!layout.is_hidden(near) && !layout.is_hidden(far));
        });
        with_layout("turn=90 30", |layout| {
            let floor = Place::new(0.5, 0.5, layout.mesh.height(0.5, 0.5));
            assert!(!layout.is_hidden(floor));
        });
    }

    #[test]
    fn a_recorded_point_lies_on_the_drawn_surface() {
        for query in [
            "",
            "surface=himmelblau",
            "surface=saddle",
            "loss-scale=linear",
        ] {
            let mut lab = Lab::new();
            lab.set_query(&format!("view=space&{query}"));
            let scene = lab.scene();
            let layout = SpaceLayout::new(&scene, Size::new(480.0, 360.0)).expect("a view");
            for lane in &scene.lanes {
                let record = lane.trajectory;
                for (&point, &loss) in record.points.iter().zip(&record.losses) {
                    if let Some(place) = layout.recorded(point, loss) {
                        let drawn = layout.on_surface(point);
                        assert!((place.up - drawn.up).abs() < 0.02, "{query}: {point:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_small_view_is_not_covered_by_names() {
        let small = |width, height| {
            let mut lab = Lab::new();
            lab.set_query("view=space");
            let layout = SpaceLayout::new(&lab.scene(), Size::new(width, height));
            layout.expect("a view of this size").is_small()
        };
        // A phone's figure, at the height that the element gives it at least.
        assert!(!small(336.0, 221.0));
        assert!(small(336.0, 120.0));
    }
}
