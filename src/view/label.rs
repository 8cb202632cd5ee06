//! Finds room for the labels at the ends of the paths.
//!
//! Greedy: one label after the other takes the cheapest of many places round its
//! point. Places over another label, a marker or the frame are out of the question,
//! places over paths cost, and so does distance, which needs a leader line. Whoever
//! chooses first chooses best, so some orders are tried.

use crate::math::Span;
use crate::view::frame::Frame;
use crate::view::occupancy::Crowd;
use crate::view::pen::Spot;
use crate::view::text::{LABEL, Voice};

/// A point and the size of the label that belongs to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    /// The point, where its lane has a marker.
    pub(crate) point: Spot,
    /// Width and height of the text.
    pub(crate) size: (f64, f64),
}

impl Wanted {
    /// The name of the lane at a point.
    pub(crate) fn name(name: &str, point: Spot) -> Self {
        let size = (Voice::Label.width(name) + 4.0, LABEL + 3.0);
        Self { point, size }
    }
}

/// Where a label goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Placed {
    /// The box that the text fills.
    pub(crate) frame: Frame,
    /// A line from the point to the label, where the label is not right beside it.
    pub(crate) leader: Option<(Spot, Spot)>,
}

/// What is already there.
#[derive(Clone, Debug)]
pub(crate) struct Room {
    bounds: Frame,
    taken: Vec<Frame>,
    crowd: Crowd,
}

/// A place that a label may take, and what speaks against it.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    placed: Placed,
    /// What it costs by where it is, seen from its point.
    least: f64,
    /// What it costs with all that is under the label and its leader, once that was asked.
    cost: Option<f64>,
}

/// The places for one label that are free before any other is placed, a list for each of
/// the nearest [`DISTANCES`]: those farther out are looked for when they are needed.
struct Candidates<'a> {
    wanted: &'a Wanted,
    rings: Vec<Vec<Candidate>>,
}

/// Distances between a point and its label, in CSS pixels, nearest first.
const DISTANCES: [f64; 8] = [10.0, 16.0, 24.0, 34.0, 46.0, 60.0, 78.0, 100.0];

/// Directions round the point.
const DIRECTIONS: usize = 24;

/// Beyond this distance a line leads to the label.
const LEADER_FROM: f64 = 15.0;

/// Where the line begins: under the edge of the marker.
const MARKER: f64 = 4.0;

/// The price of one distance more, of a cell of a path under the label, of a leader
/// that passes under a marker, that crosses another, that runs under another label.
const FARTHER: f64 = 1.6;
const CROWDED: f64 = 0.9;
const PASSING: f64 = 4.0;
const CROSSING: f64 = 6.0;
const COVERED: f64 = 60.0;

/// The price of leaving a label out.
const MISSING: f64 = 1000.0;

/// So many orders are tried.
const MAX_ORDERS: usize = 6;

impl Room {
    /// Nothing but the frame.
    pub(crate) fn new(bounds: Frame) -> Self {
        Self {
            bounds,
            taken: Vec::new(),
            crowd: Crowd::new(bounds),
        }
    }

    /// Keeps labels off a disk.
    pub(crate) fn take_disk(&mut self, center: Spot, radius: f64) {
        let frame = Frame::around(center, radius * 2.0, radius * 2.0);
        self.taken.push(frame);
    }

    /// Makes places over this line costly.
    pub(crate) fn crowd(&mut self, line: &[Spot]) {
        self.crowd.mark(line);
    }

    /// A place for each label; `None` for those that fit nowhere.
    pub(crate) fn place(&self, wanted: &[Wanted]) -> Vec<Option<Placed>> {
        let candidates = |wanted| Candidates {
            wanted,
            rings: Vec::new(),
        };
        let mut choices: Vec<Candidates<'_>> = wanted.iter().map(candidates).collect();
        let n = wanted.len();
        let orders = (0..n.min(MAX_ORDERS)).map(|first| (0..n).map(move |k| (first + k) % n));
        let tries = orders.map(|order| self.greedy(&mut choices, order));
        let best = tries.min_by(|a, b| a.0.total_cmp(&b.0));
        best.map_or_else(Vec::new, |(_, places)| places)
    }

    /// The free places for one label at one of the distances from its point.
    fn ring(&self, wanted: &Wanted, rank: usize) -> Vec<Candidate> {
        let (width, height) = wanted.size;
        let distance = DISTANCES[rank];
        let mut found = Vec::new();
        for k in 0..DIRECTIONS {
            let angle = k as f64 / DIRECTIONS as f64 * std::f64::consts::TAU;
            let (dx, dy) = (libm::cos(angle), libm::sin(angle));
            let center = (
                wanted.point.0 + dx * (distance + width / 2.0),
                wanted.point.1 - dy * (distance + height / 2.0),
            );
            let frame = Frame::around(center, width, height);
            let is_taken = self.taken.iter().any(|other| frame.overlaps(*other));
            if is_taken || !self.bounds.encloses(frame) {
                continue;
            }
            let aside = 0.3 * dy.abs() + 0.2 * (1.0 - dx);
            let leader = leader(wanted.point, frame);
            found.push(Candidate {
                placed: Placed { frame, leader },
                least: least_cost(rank) + aside,
                cost: None,
            });
        }
        found
    }

    /// What a candidate costs with all that is under the label and its leader.
    fn cost(&self, candidate: &Candidate) -> f64 {
        let Placed { frame, leader } = candidate.placed;
        let crowd = CROWDED * f64::from(self.crowd.under(frame));
        let passes = |(from, to): (Spot, Spot)| {
            let over = |other: &&Frame| !other.contains(from) && other.touches(from, to);
            self.taken.iter().filter(over).count()
        };
        let passed = PASSING * leader.map_or(0, passes) as f64;
        candidate.least + crowd + passed
    }

    /// Places the labels in the given order; what that costs, and where they are.
    ///
    /// Most places are too dear before all of their cost is known, so that is asked late.
    fn greedy(
        &self,
        choices: &mut [Candidates<'_>],
        order: impl Iterator<Item = usize>,
    ) -> (f64, Vec<Option<Placed>>) {
        let mut places: Vec<Option<Placed>> = vec![None; choices.len()];
        let mut total = 0.0;
        for index in order {
            let mut best: Option<(f64, Placed)> = None;
            let is_dear = |cost: f64, best: &Option<(f64, Placed)>| {
                best.is_some_and(|(least, _)| least <= cost)
            };
            for rank in 0..DISTANCES.len() {
                if is_dear(least_cost(rank), &best) {
                    break;
                }
                for candidate in choices[index].ring(rank, self) {
                    if is_dear(candidate.cost.unwrap_or(candidate.least), &best) {
                        continue;
                    }
                    let others = places.iter().flatten();
                    let Some(extra) = price_among(&candidate.placed, others) else {
                        continue;
                    };
                    let cost = candidate.cost.unwrap_or_else(|| self.cost(candidate));
                    candidate.cost = Some(cost);
                    if !is_dear(cost + extra, &best) {
                        best = Some((cost + extra, candidate.placed));
                    }
                }
            }
            total += best.map_or(MISSING, |(cost, _)| cost);
            places[index] = best.map(|(_, placed)| placed);
        }
        (total, places)
    }
}

impl Candidates<'_> {
    /// Those at one of the distances, asked for by rising distance.
    fn ring(&mut self, rank: usize, room: &Room) -> &mut [Candidate] {
        if self.rings.len() <= rank {
            self.rings.push(room.ring(self.wanted, rank));
        }
        &mut self.rings[rank]
    }
}

/// What every place at one of the distances costs at least.
fn least_cost(rank: usize) -> f64 {
    rank as f64 * FARTHER
}

/// What a place costs besides where other labels are; `None` where it is not free.
fn price_among<'a>(place: &Placed, others: impl Iterator<Item = &'a Placed>) -> Option<f64> {
    let mut price = 0.0;
    let is_under = |frame: Frame, line: Option<(Spot, Spot)>| {
        line.is_some_and(|(from, to)| frame.touches(from, to))
    };
    for other in others {
        if place.frame.overlaps(other.frame) || is_under(place.frame, other.leader) {
            return None;
        }
        if is_under(other.frame, place.leader) {
            price += COVERED;
        }
        if let (Some(line), Some(other)) = (place.leader, other.leader)
            && cross(line, other)
        {
            price += CROSSING;
        }
    }
    Some(price)
}

fn cross((a, b): (Spot, Spot), (c, d): (Spot, Spot)) -> bool {
    let side =
        |p: Spot, q: Spot, r: Spot| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0) > 0.0;
    side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
}

/// The line from the edge of a point's marker to its label, where that is not short.
fn leader(point: Spot, frame: Frame) -> Option<(Spot, Spot)> {
    let end = frame.nearest(point);
    let (dx, dy) = (end.0 - point.0, end.1 - point.1);
    let length = f64::sqrt(dx * dx + dy * dy);
    (length > LEADER_FROM).then(|| {
        let share = MARKER / length;
        ((point.0 + dx * share, point.1 + dy * share), end)
    })
}

/// Moves labels in a column apart: heights rise, at least `gap` lies between two,
/// all stay within the ends, and none moves farther than it must.
pub(crate) fn spread(wanted: &[f64], gap: f64, (low, high): (f64, f64)) -> Vec<f64> {
    let order = rising(wanted);
    let last = wanted.len().saturating_sub(1) as f64;
    let gap = gap.min((high - low).max(0.0) / last.max(1.0));
    // Clusters of touching labels: the sum of what their labels want, and their number.
    let mut clusters: Vec<(f64, usize)> = Vec::new();
    let center = |(sum, n): (f64, usize)| {
        let reach = gap * (n as f64 - 1.0) / 2.0;
        let low = low + reach;
        Span::new(low, (high - reach).max(low)).clamp(sum / n as f64)
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

/// The indices of the values, the lowest first. They are a dozen at most: counting is
/// as fast as sorting and a tenth of its code.
fn rising(values: &[f64]) -> Vec<usize> {
    let mut order = vec![0; values.len()];
    for (index, value) in values.iter().enumerate() {
        let is_before =
            |(other, with): (usize, &f64)| with < value || (with == value && other < index);
        let rank = values
            .iter()
            .enumerate()
            .filter(|&pair| is_before(pair))
            .count();
        order[rank] = index;
    }
    order
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

    const CENTER: Spot = (150.0, 100.0);

    fn labels(n: usize, size: (f64, f64)) -> Vec<Wanted> {
        let point = CENTER;
        vec![Wanted { point, size }; n]
    }

    #[test]
    fn labels_at_one_point_do_not_overlap() {
        let mut room = Room::new(PANEL);
        room.take_disk(CENTER, 7.0);
        let places = room.place(&labels(8, (60.0, 16.0)));
        let frames: Vec<Frame> = places.iter().flatten().map(|placed| placed.frame).collect();
        assert_eq!(frames.len(), 8);
        for (rank, frame) in frames.iter().enumerate() {
            assert!(PANEL.encloses(*frame));
            assert!(frames[..rank].iter().all(|other| !frame.overlaps(*other)));
        }
    }

    #[test]
    fn a_label_that_fits_nowhere_is_left_out() {
        let room = Room::new(PANEL);
        assert_eq!(room.place(&labels(1, (400.0, 16.0))), [None]);
    }

    #[test]
    fn a_label_avoids_a_path() {
        let mut room = Room::new(PANEL);
        room.crowd(&[CENTER, (300.0, 100.0)]);
        let places = room.place(&labels(1, (60.0, 16.0)));
        let frame = places[0].map(|placed| placed.frame);
        let is_clear = frame.map(|f| !f.touches((CENTER.0 + 1.0, CENTER.1), (300.0, 100.0)));
        assert_eq!(is_clear, Some(true));
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
