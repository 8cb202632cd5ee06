//! What is the same from wherever the surface is seen, kept while the view is turned.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use crate::experiments::race::picture::space::height::Heights;
use crate::experiments::race::picture::space::projection::{HALF, HEIGHT, Place, SHALLOW};
use crate::experiments::race::scene::{Aspect, LossScale, Scene};
use crate::math::{Grid, Point, Rect};

/// The losses at the nodes of a regular grid, with the mesh that was made of them last.
#[derive(Clone, Debug)]
pub struct Relief {
    /// The losses.
    pub grid: Grid,
    mesh: RefCell<Option<Rc<Mesh>>>,
}

/// The surface in the box, see [`Place`].
#[derive(Debug)]
pub(crate) struct Mesh {
    made_for: (LossScale, Aspect),
    pub(crate) heights: Heights,
    /// Half the width and half the depth of the box.
    pub(crate) half: (f64, f64),
    /// Heights at the nodes, row by row from the lowest y.
    nodes: Vec<f64>,
    n: usize,
    contours: OnceCell<Vec<Vec<Place>>>,
    /// The faces of one cell each, and those of two by two cells.
    faces: [OnceCell<Vec<Option<Face>>>; 2],
}

/// A face of the mesh that is in the box, or reaches into it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Face {
    pub(crate) corners: [Place; 4],
    /// A vector that is upright on it, and its length.
    pub(crate) upright: ([f64; 3], f64),
    /// The mean height, at most 1.
    pub(crate) mean: f64,
    /// Whether it reaches out of the box.
    pub(crate) is_cut: bool,
}

impl Relief {
    /// Of these losses.
    pub fn new(grid: Grid) -> Self {
        Self {
            grid,
            mesh: RefCell::default(),
        }
    }

    /// The surface of the scene that has this relief; `None` where it has no value anywhere.
    pub(crate) fn mesh(&self, scene: &Scene<'_>) -> Option<Rc<Mesh>> {
        let made_for = (scene.loss_scale, scene.aspect);
        let mut last = self.mesh.borrow_mut();
        if last.as_ref().is_none_or(|mesh| mesh.made_for != made_for) {
            *last = Mesh::new(&self.grid, scene).map(Rc::new);
        }
        last.clone()
    }
}

impl Mesh {
    fn new(grid: &Grid, scene: &Scene<'_>) -> Option<Self> {
        let heights = Heights::of(grid, scene.loss_scale)?;
        let (x, y) = (scene.domain.x.length(), scene.domain.y.length());
        let half = match scene.aspect {
            Aspect::Fill => (HALF, SHALLOW),
            Aspect::Equal => (HALF * (x / y).min(1.0), HALF * (y / x).min(1.0)),
        };
        let nodes = grid.values().iter().map(|&loss| heights.share(loss));
        Some(Self {
            made_for: (scene.loss_scale, scene.aspect),
            nodes: nodes.collect(),
            n: grid.columns(),
            heights,
            half,
            contours: OnceCell::new(),
            faces: Default::default(),
        })
    }

    /// Cells along either side.
    pub(crate) fn n_cells(&self) -> usize {
        self.n - 1
    }

    /// The height at a node; more than 1, or not a number, where the surface is not in the
    /// box.
    pub(crate) fn node(&self, column: usize, row: usize) -> f64 {
        let node = self.nodes.get(row * self.n + column);
        node.copied().unwrap_or(f64::NAN)
    }

    /// The height of the drawn surface, between its nodes as well.
    pub(crate) fn height(&self, x: f64, y: f64) -> f64 {
        let ((column, s), (row, t)) = (self.cell(x), self.cell(y));
        let low = self.node(column, row) * (1.0 - s) + self.node(column + 1, row) * s;
        let high = self.node(column, row + 1) * (1.0 - s) + self.node(column + 1, row + 1) * s;
        low * (1.0 - t) + high * t
    }

    /// The cell at a share, and how far into it.
    pub(crate) fn cell(&self, share: f64) -> (usize, f64) {
        let along = share.clamp(0.0, 1.0) * self.n_cells() as f64;
        let first = (along as usize).min(self.n_cells() - 1);
        (first, along - first as f64)
    }

    /// The place on the surface at these shares along x and y.
    pub(crate) fn on_surface(&self, (x, y): (f64, f64)) -> Place {
        Place::new(x, y, self.height(x, y))
    }

    /// The contour lines of the scene, whose surface this is.
    pub(crate) fn contours(&self, scene: &Scene<'_>) -> &[Vec<Place>] {
        self.contours.get_or_init(|| {
            let lines = scene
                .contours
                .levels
                .iter()
                .flat_map(|contour| &contour.lines);
            let places = lines.map(|line| {
                // They are four times as fine as the mesh: every other corner will do.
                let last = line.len().saturating_sub(1);
                let corners = line.iter().enumerate();
                let corners = corners.filter(|(k, _)| k % 2 == 0 || *k == last);
                corners
                    .map(|(_, &point)| self.on_surface(shares(scene.domain, point)))
                    .collect()
            });
            places.collect()
        })
    }

    /// The faces, row by row, that take so many cells along either side, one or two; none
    /// where the surface is not in the box.
    pub(crate) fn faces(&self, stride: usize) -> &[Option<Face>] {
        self.faces[stride - 1].get_or_init(|| {
            let n = self.n_cells() / stride;
            let faces = (0..n * n).map(|k| self.face(k % n, k / n, stride));
            faces.collect()
        })
    }

    fn face(&self, column: usize, row: usize, stride: usize) -> Option<Face> {
        let n = (self.n_cells() / stride) as f64;
        let corner = |i: usize, j: usize| {
            Place::new(
                i as f64 / n,
                j as f64 / n,
                self.node(i * stride, j * stride),
            )
        };
        let corners = [
            corner(column, row),
            corner(column + 1, row),
            corner(column + 1, row + 1),
            corner(column, row + 1),
        ];
        let heights = corners.map(|place| place.up);
        let lowest = heights.iter().copied().fold(f64::INFINITY, f64::min);
        let is_whole = heights.iter().all(|height| height.is_finite());
        (is_whole && lowest < 1.0).then(|| Face {
            corners,
            upright: self.upright(&corners),
            mean: (heights.iter().sum::<f64>() / 4.0).min(1.0),
            is_cut: heights.iter().any(|&height| height > 1.0),
        })
    }

    /// A vector that is upright on a face: along x, along y, up; and its length.
    fn upright(&self, corners: &[Place; 4]) -> ([f64; 3], f64) {
        let [a, b, c, d] = corners;
        let across = |from: &Place, to: &Place| {
            let (u, v) = ((to.x - from.x) * self.half.0, (to.y - from.y) * self.half.1);
            (2.0 * u, 2.0 * v, (to.up - from.up) * HEIGHT)
        };
        let (p, q) = (across(a, c), across(b, d));
        let (x, y, z) = (
            p.1 * q.2 - p.2 * q.1,
            p.2 * q.0 - p.0 * q.2,
            p.0 * q.1 - p.1 * q.0,
        );
        ([x, y, z], libm::sqrt(x * x + y * y + z * z))
    }
}

/// Only the same mesh is equal: what is made anew is of another surface.
impl PartialEq for Mesh {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The shares along x and y of a point of the plane.
pub(crate) fn shares(domain: Rect, point: Point) -> (f64, f64) {
    (domain.x.share(point.x), domain.y.share(point.y))
}
