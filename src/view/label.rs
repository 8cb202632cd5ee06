//! Finds room for the labels at the ends of the paths.
//!
//! Greedy: one label after the other takes the cheapest of many places round its
//! point. Places over another label, a marker or the frame are out of the question,
//! places over paths cost, and so does distance, which needs a leader line.

use super::layout::Frame;
use super::pen::Spot;

/// Where a label goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    /// The box that the text fills.
    pub(super) frame: Frame,
    /// A line from the point to the label, where the label is not right beside it.
    pub(super) leader: Option<(Spot, Spot)>,
}

/// What is already there.
#[derive(Clone, Debug)]
pub(super) struct Room {
    bounds: Frame,
    taken: Vec<Frame>,
    labels: Vec<Frame>,
    leaders: Vec<(Spot, Spot)>,
    crowd: Crowd,
}

/// Distances between a point and its label, in CSS pixels, nearest first.
const DISTANCES: [f64; 8] = [10.0, 16.0, 24.0, 34.0, 46.0, 60.0, 78.0, 100.0];

/// Directions round the point.
const DIRECTIONS: usize = 24;

/// Beyond this distance a line leads to the label.
const LEADER_FROM: f64 = 15.0;

/// Where the line begins: at the edge of the marker.
const MARKER: f64 = 8.0;

impl Room {
    /// Nothing but the frame.
    pub(super) fn new(bounds: Frame) -> Self {
        Self {
            bounds,
            taken: Vec::new(),
            labels: Vec::new(),
            leaders: Vec::new(),
            crowd: Crowd::new(bounds),
        }
    }

    /// Keeps labels off a disk.
    pub(super) fn take_disk(&mut self, (x, y): Spot, radius: f64) {
        self.taken.push(Frame {
            left: x - radius,
            top: y - radius,
            right: x + radius,
            bottom: y + radius,
        });
    }

    /// Makes places over this line costly.
    pub(super) fn crowd(&mut self, line: &[Spot]) {
        self.crowd.mark(line);
    }

    /// Takes the best place for a label of this size; `None` where there is none left.
    pub(super) fn place(&mut self, point: Spot, size: (f64, f64)) -> Option<Placed> {
        let found = self.best(point, size, true);
        // Where others ring the point, the line to a label has to pass under them.
        let placed = found.or_else(|| self.best(point, size, false))?;
        self.labels.push(placed.frame);
        self.leaders.extend(placed.leader);
        Some(placed)
    }

    fn best(&self, point: Spot, (width, height): (f64, f64), strict: bool) -> Option<Placed> {
        let mut best: Option<(f64, Placed)> = None;
        for (rank, &distance) in DISTANCES.iter().enumerate() {
            for k in 0..DIRECTIONS {
                let angle = k as f64 / DIRECTIONS as f64 * std::f64::consts::TAU;
                let (dx, dy) = (libm::cos(angle), libm::sin(angle));
                let center = (
                    point.0 + dx * (distance + width / 2.0),
                    point.1 - dy * (distance + height / 2.0),
                );
                let frame = Frame::around(center, width, height);
                let leader = leader(point, frame);
                if !self.is_free(frame, leader.filter(|_| strict)) {
                    continue;
                }
                let aside = 0.3 * dy.abs() + 0.2 * (1.0 - dx);
                let crossed = leader.map_or(0, |line| self.n_crossed(line));
                let cost = rank as f64 * 1.6
                    + aside
                    + 6.0 * crossed as f64
                    + 0.9 * f64::from(self.crowd.under(frame));
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, Placed { frame, leader }));
                }
            }
        }
        best.map(|(_, placed)| placed)
    }

    fn is_free(&self, frame: Frame, leader: Option<(Spot, Spot)>) -> bool {
        let clear = |other: &Frame| !frame.overlaps(*other);
        let under = |(from, to): (Spot, Spot)| self.labels.iter().any(|other| other.touches(from, to));
        let leaders_clear = || {
            let touched = |line: &(Spot, Spot)| frame.touches(line.0, line.1);
            !self.leaders.iter().any(touched)
        };
        self.bounds.encloses(frame)
            && self.taken.iter().chain(&self.labels).all(clear)
            && !leader.is_some_and(under)
            && leaders_clear()
    }

    fn n_crossed(&self, (a, b): (Spot, Spot)) -> usize {
        let side =
            |p: Spot, q: Spot, r: Spot| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0) > 0.0;
        let crosses = |&&(c, d): &&(Spot, Spot)| {
            side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
        };
        self.leaders.iter().filter(crosses).count()
    }
}

/// The line from the edge of a point's marker to its label, where that is not short.
fn leader(point: Spot, frame: Frame) -> Option<(Spot, Spot)> {
    let end = frame.nearest(point);
    let (dx, dy) = (end.0 - point.0, end.1 - point.1);
    let length = libm::hypot(dx, dy);
    (length > LEADER_FROM).then(|| {
        let share = MARKER / length;
        ((point.0 + dx * share, point.1 + dy * share), end)
    })
}

/// Moves labels in a column apart: heights rise, at least `gap` lies between two,
/// all stay within the ends, and none moves farther than it must.
pub(super) fn spread(wanted: &[f64], gap: f64, (low, high): (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]));
    let last = wanted.len().saturating_sub(1) as f64;
    let gap = gap.min((high - low).max(0.0) / last.max(1.0));
    // Clusters of touching labels: the sum of what their labels want, and their number.
    let mut clusters: Vec<(f64, usize)> = Vec::new();
    let center = |(sum, n): (f64, usize)| {
        let reach = gap * (n as f64 - 1.0) / 2.0;
        (sum / n as f64).clamp(low + reach, (high - reach).max(low + reach))
    };
    for &index in &order {
        clusters.push((wanted[index], 1));
        while let [.., above, below] = clusters[..] {
            let needed = gap * (above.1 + below.1) as f64 / 2.0;
            if center(below) - center(above) >= needed {
                break;
            }
            clusters.truncate(clusters.len() - 2);
            clusters.push((above.0 + below.0, above.1 + below.1));
        }
    }
    let places = clusters.iter().flat_map(|&cluster| {
        let (middle, n) = (center(cluster), cluster.1);
        (0..n).map(move |k| middle + gap * (k as f64 - (n as f64 - 1.0) / 2.0))
    });
    let mut found = vec![0.0; wanted.len()];
    for (&index, place) in order.iter().zip(places) {
        found[index] = place;
    }
    found
}

/// Which cells of a coarse grid a path runs through.
#[derive(Clone, Debug)]
struct Crowd {
    bounds: Frame,
    columns: usize,
    cells: Vec<bool>,
    /// How many more marks may be set: a run that crosses the picture thousands of
    /// times has filled its cells long before.
    budget: usize,
}

const CELL: f64 = 5.0;

impl Crowd {
    fn new(bounds: Frame) -> Self {
        let n = |length: f64| (length.max(0.0) / CELL) as usize + 1;
        let columns = n(bounds.width());
        Self {
            bounds,
            columns,
            cells: vec![false; columns * n(bounds.height())],
            budget: 40_000,
        }
    }

    fn cell(&self, (x, y): Spot) -> Option<usize> {
        let column = (x - self.bounds.left) / CELL;
        let row = (y - self.bounds.top) / CELL;
        if column < 0.0 || row < 0.0 || column as usize >= self.columns {
            return None;
        }
        let id = row as usize * self.columns + column as usize;
        (id < self.cells.len()).then_some(id)
    }

    fn mark(&mut self, line: &[Spot]) {
        for pair in line.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let length = libm::hypot(to.0 - from.0, to.1 - from.1);
            let n = ((length / CELL) as usize + 1).min(self.budget);
            self.budget -= n;
            for k in 0..=n {
                let t = k as f64 / n.max(1) as f64;
                let at = (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t);
                if let Some(id) = self.cell(at) {
                    self.cells[id] = true;
                }
            }
        }
    }

    fn under(&self, frame: Frame) -> u32 {
        let mut n = 0;
        let mut y = frame.top;
        while y < frame.bottom + CELL {
            let mut x = frame.left;
            while x < frame.right + CELL {
                let at = (x.min(frame.right), y.min(frame.bottom));
                n += u32::from(self.cell(at).is_some_and(|id| self.cells[id]));
                x += CELL;
            }
            y += CELL;
        }
        n
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PANEL: Frame = Frame {
        left: 0.0,
        top: 0.0,
        right: 300.0,
        bottom: 200.0,
    };

    #[test]
    fn labels_at_one_point_do_not_overlap() {
        let mut room = Room::new(PANEL);
        room.take_disk((150.0, 100.0), 7.0);
        let mut frames: Vec<Frame> = Vec::new();
        for _ in 0..8 {
            let placed = room.place((150.0, 100.0), (60.0, 16.0));
            let frame = placed.map(|placed| placed.frame);
            let frame = frame.unwrap_or_else(|| panic!("no room for label {}", frames.len()));
            assert!(PANEL.encloses(frame));
            assert!(frames.iter().all(|other| !frame.overlaps(*other)));
            frames.push(frame);
        }
    }

    #[test]
    fn a_label_that_fits_nowhere_is_left_out() {
        let mut room = Room::new(PANEL);
        assert_eq!(room.place((150.0, 100.0), (400.0, 16.0)), None);
    }

    #[test]
    fn a_label_avoids_a_path() {
        let mut room = Room::new(PANEL);
        room.crowd(&[(100.0, 100.0), (300.0, 100.0)]);
        let placed = room.place((100.0, 100.0), (60.0, 16.0));
        let on_path =
            placed.map(|p| p.frame.top < 100.0 && 100.0 < p.frame.bottom && p.frame.right > 100.0);
        assert_eq!(on_path, Some(false));
    }

    #[test]
    fn spread_labels_keep_their_order_and_distance() {
        let found = spread(&[50.0, 52.0, 51.0, 10.0], 14.0, (0.0, 100.0));
        assert_eq!(found, [37.0, 65.0, 51.0, 10.0]);
    }

    #[test]
    fn spread_labels_stay_within_the_ends() {
        let found = spread(&[99.0, 100.0, -4.0, 98.0], 14.0, (0.0, 100.0));
        assert_eq!(found, [86.0, 100.0, 0.0, 72.0]);
    }

    #[test]
    fn labels_without_room_are_set_closer() {
        let found = spread(&[5.0; 5], 14.0, (0.0, 40.0));
        assert_eq!(found, [0.0, 10.0, 20.0, 30.0, 40.0]);
    }
}
