//! Draws one figure into an SVG file: `cargo run --example figure -- figure.svg`.

use descent_widget::lab::Lab;
use descent_widget::language::Language;
use descent_widget::registry;
use descent_widget::view::{Figure, Size, Theme, figure_svg};

fn main() -> std::io::Result<()> {
    let file = std::env::args().nth(1).unwrap_or("figure.svg".to_owned());

    let mut lab = Lab::new();
    for warning in lab.set_query("surface=rosenbrock&optimizers=momentum adam&steps=200") {
        eprintln!("{warning}");
    }
    let language = Language::English;
    let scene = registry::panels(&mut lab, language).expect("a race has its data");
    let figure = Figure {
        scene: &*scene,
        language,
        theme: Theme::Light,
        size: Size::new(960.0, 400.0),
    };
    std::fs::write(file, figure_svg(&figure))
}
