//! The gradient at places all over the picture.

use crate::experiments::race::choices::View;
use crate::experiments::race::scene::Slope;
use crate::lab::settings::Settings;
use crate::math::Point;

/// Places along x and y.
const PLACES: (usize, usize) = (15, 11);

/// The gradient where the view asks for it, wherever it is finite; otherwise nothing.
pub(crate) fn slopes(settings: &Settings) -> Vec<Slope> {
    if settings.race().view != View::Gradient {
        return Vec::new();
    }
    let (domain, (columns, rows)) = (settings.domain(), PLACES);
    let share = |index: usize, n: usize| (index as f64 + 0.5) / n as f64;
    let places = (0..columns * rows).map(|index| {
        let x = domain.x.at(share(index % columns, columns));
        Point::new(x, domain.y.at(share(index / columns, rows)))
    });
    let slope = |at| Slope {
        at,
        gradient: settings.loss().gradient(at),
    };
    let slopes = places.map(slope);
    slopes
        .filter(|slope| slope.gradient.length().is_finite())
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::lab::Lab;

    #[test]
    fn the_gradient_is_exact_and_finite_all_over_the_picture() {
        let mut lab = Lab::new();
        let _ = lab.set_query("view=gradient&surface=formula&formula=ln(x)%2By^2&domain=-1 3 -2 2");
        let surface = lab.settings().clone();
        let scene = lab.scene();
        assert!(!scene.slopes.is_empty());
        for slope in &scene.slopes {
            assert!(scene.domain.contains(slope.at) && slope.gradient.is_finite());
            assert_eq!(slope.gradient, surface.loss().gradient(slope.at));
        }
        let _ = lab.set_query("view=map");
        assert!(lab.scene().slopes.is_empty());
    }
}
