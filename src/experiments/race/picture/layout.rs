//! Where the parts of a panel are. Drawing and gestures share these.

use crate::experiments::race::scene::{Aspect, LossScale, OutcomeKind, Scene};
use crate::math::{Point, Rect, Span};
use crate::view::axis::Axis;
use crate::view::frame::{Frame, Size};
use crate::view::layout::{
    EDGE, FOOT, HEAD, LossLayout, ShownScale, TICK, TICK_GAP, TITLE, n_ticks, widest,
};
use crate::view::pen::Spot;
use crate::view::words::FigureWords;

/// A map that fills its panel stretches one axis at most so much, or a valley would look like a
/// bowl and a bowl like a valley.
const STRETCH: f64 = 2.0;

/// From this shape of a domain on equal units would leave a strip, and the map just fills its panel.
const OBLONG: f64 = 3.0;

/// The parts of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapLayout {
    /// The drawn part of the plane.
    pub frame: Frame,
    domain: Rect,
    pub(crate) x: Axis,
    pub(crate) y: Axis,
    pub(crate) is_titled: bool,
}

impl MapLayout {
    /// The layout of a map of this size; `None` where it is too small to show anything.
    pub fn new(scene: &Scene<'_>, size: Size) -> Option<Self> {
        Self::below(HEAD, scene, size)
    }

    /// The same with a row for the formula of the surface above the frame.
    pub fn titled(scene: &Scene<'_>, size: Size) -> Option<Self> {
        Self::below(TITLE, scene, size)
    }

    fn below(top: f64, scene: &Scene<'_>, size: Size) -> Option<Self> {
        let domain = scene.domain;
        let bottom = size.height - FOOT;
        let column = widest(&map_axis_y(domain, bottom - top));
        let full = Frame {
            left: EDGE + column + TICK_GAP + TICK,
            top,
            right: size.width - HEAD - EDGE,
            bottom,
        };
        let full = full.with_room_for(&map_axis_x(domain, full.width()), size.width);
        let equal = domain.x.length() / domain.y.length();
        let shape = full.width() / full.height();
        let frame = match scene.aspect {
            Aspect::Fill if !(1.0 / OBLONG..=OBLONG).contains(&equal) => full,
            Aspect::Fill => full.fitted(Span::new(equal / STRETCH, equal * STRETCH).clamp(shape)),
            Aspect::Equal => full.fitted(equal),
        };
        let frame = frame.snapped();
        frame.is_drawable().then(|| Self {
            frame,
            domain,
            x: map_axis_x(domain, frame.width()),
            y: map_axis_y(domain, frame.height()),
            is_titled: top == TITLE,
        })
    }

    /// Where a point of the plane is; `None` outside of the frame.
    pub fn to_pixel(&self, point: Point) -> Option<(f64, f64)> {
        self.domain.contains(point).then(|| self.spot(point))
    }

    /// The point of the plane at a place of the panel, which may lie outside of the frame.
    pub fn to_point(&self, (x, y): (f64, f64)) -> Point {
        let frame = self.frame;
        Point::new(
            self.domain.x.at((x - frame.left) / frame.width()),
            self.domain.y.at((frame.bottom - y) / frame.height()),
        )
    }

    /// The numbers at the two axes, x first.
    pub fn tick_labels(&self) -> [Vec<&str>; 2] {
        [self.x.labels(), self.y.labels()]
    }

    /// The part of the plane that is drawn.
    pub(crate) fn domain(&self) -> Rect {
        self.domain
    }

    /// Where the points of a line are that are known to be inside.
    pub(crate) fn spots(&self, line: &[Point]) -> Vec<Spot> {
        line.iter().map(|&point| self.spot(point)).collect()
    }

    /// Where a point is that is known to be inside.
    pub(crate) fn spot(&self, point: Point) -> Spot {
        (
            self.frame.left + self.domain.x.share(point.x) * self.frame.width(),
            self.frame.bottom - self.domain.y.share(point.y) * self.frame.height(),
        )
    }
}

/// The width of a map as a multiple of its height at which the frame fills the panel,
/// where units are equally long on both axes; `None` where any shape will do.
pub fn map_aspect(scene: &Scene<'_>) -> Option<f64> {
    if scene.relief.is_some() {
        return None;
    }
    if scene.aspect == Aspect::Fill {
        return None;
    }
    let width = 480.0;
    let column = widest(&map_axis_y(scene.domain, width / 2.0));
    let inner = width - EDGE - column - TICK_GAP - TICK - HEAD - EDGE;
    let height = inner * scene.domain.y.length() / scene.domain.x.length() + HEAD + FOOT;
    let aspect = width / height;
    Some(if aspect.is_finite() {
        aspect.clamp(0.25, 4.0)
    } else {
        1.0
    })
}

impl LossLayout {
    /// The layout of a loss panel of this size; `None` where it is too small.
    pub fn new(scene: &Scene<'_>, words: &FigureWords, size: Size) -> Option<Self> {
        let axis = loss_axis(scene, Self::n_heights(size));
        let names = scene.lanes.iter().map(|lane| &*lane.name);
        Self::framed(axis, scene.steps, names, words.labels.step, size)
    }
}

fn map_axis_x(domain: Rect, width: f64) -> Axis {
    let axis = Axis::exact(domain.x, n_ticks(width, 56.0, 11));
    // Numbers with many digits need more room.
    let n = n_ticks(width, widest(&axis).max(44.0) + 12.0, 11);
    Axis::exact(domain.x, n).thinned(width)
}

fn map_axis_y(domain: Rect, height: f64) -> Axis {
    Axis::exact(domain.y, n_ticks(height, 40.0, 11))
}

fn loss_axis(scene: &Scene<'_>, n: usize) -> (Axis, ShownScale) {
    let losses = scene.lanes.iter().flat_map(|lane| &lane.trajectory.losses);
    let (mut all, mut positive) = (None, None);
    for &loss in losses {
        all = Some(enclosed(all, loss));
        if loss > 0.0 {
            positive = Some(enclosed(positive, loss));
        }
    }
    let all = all.unwrap_or(Span::new(0.0, 1.0));
    match scene.loss_scale {
        LossScale::Linear => (Axis::linear(all, n), ShownScale::Linear),
        LossScale::Log if all.low < 0.0 => (Axis::linear(all, n), ShownScale::LinearForNegative),
        LossScale::Log => {
            let positive = positive.unwrap_or(Span::new(0.1, 1.0));
            (
                Axis::losses(positive, usual_loss(scene, positive), n),
                ShownScale::Log,
            )
        }
    }
}

/// The largest loss, of a run that does not diverge where there is one: beside one that does, the
/// others would all lie under the floor of the axis.
fn usual_loss(scene: &Scene<'_>, all: Span) -> f64 {
    let lanes = scene.lanes.iter().map(|lane| lane.trajectory);
    let lanes = lanes.filter(|it| it.outcome.kind != OutcomeKind::Diverged);
    let largest = lanes.flat_map(|it| &it.losses).copied().fold(0.0, f64::max);
    match largest > 0.0 {
        true => largest,
        false => all.high,
    }
}

fn enclosed(span: Option<Span>, value: f64) -> Span {
    let span = span.unwrap_or(Span::new(value, value));
    Span::new(span.low.min(value), span.high.max(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::Lab;
    use crate::language::Language;
    use crate::locale::FIGURE;
    use crate::view::text::Voice;

    const SIZE: Size = Size::new(480.0, 360.0);

    fn with_scene<T>(query: &str, look: impl Fn(&Scene<'_>) -> T) -> T {
        let mut lab = Lab::new();
        lab.set_query(query);
        look(&lab.scene())
    }

    #[test]
    fn places_and_points_agree() {
        for query in ["", "aspect=equal", "surface=rosenbrock"] {
            with_scene(query, |scene| {
                let layout = MapLayout::new(scene, SIZE).expect("a map of this size");
                for (s, t) in [(0.1, 0.9), (0.5, 0.5), (0.75, 0.2)] {
                    let point = Point::new(scene.domain.x.at(s), scene.domain.y.at(t));
                    let there = layout.to_pixel(point).expect("a point of the domain");
                    let back = layout.to_point(there);
                    assert!((back.x - point.x).abs() < 1e-9 && (back.y - point.y).abs() < 1e-9);
                }
            });
        }
    }

    #[test]
    fn y_points_up() {
        with_scene("", |scene| {
            let layout = MapLayout::new(scene, SIZE).expect("a map of this size");
            let low = layout.spot(Point::new(0.0, -1.0));
            let high = layout.spot(Point::new(0.0, 1.0));
            assert!(high.1 < low.1);
        });
    }

    #[test]
    fn equal_aspect_makes_units_equally_long() {
        with_scene("aspect=equal", |scene| {
            let layout = MapLayout::new(scene, SIZE).expect("a map of this size");
            let origin = layout.spot(Point::new(0.0, 0.0));
            let x = layout.spot(Point::new(1.0, 0.0)).0 - origin.0;
            let y = origin.1 - layout.spot(Point::new(0.0, 1.0)).1;
            assert!((x / y - 1.0).abs() < 0.01, "{x} {y}");
        });
    }

    #[test]
    fn a_map_that_fills_a_tall_or_wide_panel_keeps_a_valley_a_valley() {
        for (width, height) in [(300.0, 900.0), (480.0, 360.0), (1200.0, 260.0)] {
            for query in ["", "surface=rosenbrock", "condition=1", "domain=-4 4 -5 5"] {
                with_scene(query, |scene| {
                    let size = Size::new(width, height);
                    let layout = MapLayout::new(scene, size).expect("a map of this size");
                    let x = layout.frame.width() / scene.domain.x.length();
                    let y = layout.frame.height() / scene.domain.y.length();
                    let stretch = (x / y).max(y / x);
                    assert!(stretch < 2.02, "{query} {width}: {stretch}");
                });
            }
        }
    }

    #[test]
    fn no_number_at_an_axis_is_cut_off_or_runs_into_another() {
        for domain in [
            "-10 10 -5 5",
            "9999.99 10000 -5 5",
            "-1000000 1000000 -1000000 1000000",
            "999999.99 1000000 0 0.01",
            "-1000 1000 0 1",
            "-0.01 0 -0.005 0.005",
        ] {
            for width in [230.0, 290.0, 420.0, 700.0] {
                with_scene(&format!("domain={domain}"), |scene| {
                    let size = Size::new(width, 300.0);
                    let layout = MapLayout::new(scene, size).expect("a map of this size");
                    let mut right = 0.0;
                    assert!(layout.x.ticks.len() >= 2, "{domain} {width}");
                    for tick in &layout.x.ticks {
                        let x = layout.frame.left + tick.share * layout.frame.width();
                        let half = Voice::Number.width(&tick.label) / 2.0;
                        assert!(x - half >= right, "{domain} {width}: {}", tick.label);
                        right = x + half;
                    }
                    assert!(right <= width, "{domain} {width}");
                    assert!(EDGE + widest(&layout.y) + TICK_GAP + TICK <= layout.frame.left + 0.5);
                });
            }
        }
    }

    #[test]
    fn a_point_outside_has_no_place() {
        with_scene("", |scene| {
            let layout = MapLayout::new(scene, SIZE).expect("a map of this size");
            assert_eq!(layout.to_pixel(Point::new(11.0, 0.0)), None);
            assert_eq!(layout.to_pixel(Point::new(f64::NAN, 0.0)), None);
        });
    }

    #[test]
    fn the_step_under_the_pointer_is_the_nearest() {
        with_scene("steps=30", |scene| {
            let layout = LossLayout::new(scene, FIGURE.of(Language::English), SIZE)
                .expect("a panel of this size");
            for step in 0..=30 {
                assert_eq!(layout.step_at(layout.x_of(step) + 2.0), step);
            }
            assert_eq!(layout.step_at(-1e9), 0);
            assert_eq!(layout.step_at(1e9), 30);
            assert_eq!(layout.step_at(f64::NAN), 0);
        });
    }

    #[test]
    fn negative_losses_have_a_linear_axis() {
        let scale = |query: &str| {
            with_scene(query, |scene| {
                LossLayout::new(scene, FIGURE.of(Language::English), SIZE)
                    .map(|layout| layout.scale)
            })
        };
        assert_eq!(scale(""), Some(ShownScale::Log));
        assert_eq!(scale("loss-scale=linear"), Some(ShownScale::Linear));
        let negative = "surface=styblinski-tang";
        assert_eq!(scale(negative), Some(ShownScale::LinearForNegative));
    }

    #[test]
    fn the_loss_axis_ends_eight_decades_under_the_largest_loss() {
        for start in ["-1.5 0", "-7 2", "9 1e-9", "-1e-3 0"] {
            let query = format!("start={start}&steps=3000&optimizers=sgd adagrad adam");
            with_scene(&query, |scene| {
                let words = FIGURE.of(Language::English);
                let layout = LossLayout::new(scene, words, SIZE).expect("a panel of this size");
                let losses = scene.lanes.iter().flat_map(|lane| &lane.trajectory.losses);
                let largest = losses.copied().fold(0.0, f64::max);
                for (share, is_on) in [(0.99e-8, false), (1.01e-8, true)] {
                    let share = layout.y.share(largest * share).expect("a positive loss");
                    assert_eq!(share >= 0.0, is_on, "{start}");
                }
                // The largest is near the top.
                assert!(layout.y.share(largest).is_some_and(|share| share > 0.9));
            });
        }
        // Beside a run that diverges the others stay in sight.
        with_scene("optimizers=sgd:lr=3 adagrad&steps=100", |scene| {
            let words = FIGURE.of(Language::English);
            let layout = LossLayout::new(scene, words, SIZE).expect("a panel of this size");
            let start = scene.lanes[0].trajectory.losses[0];
            assert!(layout.y.share(start).is_some_and(|share| share > 0.0));
        });
    }

    #[test]
    fn a_box_without_room_has_no_layout() {
        with_scene("", |scene| {
            for size in [
                Size::new(0.0, 0.0),
                Size::new(10.0, 10.0),
                Size::new(f64::NAN, 300.0),
            ] {
                assert_eq!(MapLayout::new(scene, size), None);
                assert_eq!(
                    LossLayout::new(scene, FIGURE.of(Language::English), size),
                    None
                );
            }
        });
    }
}
