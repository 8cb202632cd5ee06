//! A race in the terminal: `cargo run --example race`.

use descent_widget::lab::{Action, Lab};

fn main() {
    let mut lab = Lab::new();
    // Everything that a page can set is set the same way; this is the book's figure with
    // a step too far for SGD.
    let attribute = "optimizers".to_owned();
    let text = Some("sgd:lr=0.95 sgd:lr=1.02 momentum".to_owned());
    if let Err(problem) = lab.apply(Action::Set { attribute, text }) {
        eprintln!("{problem:?}");
    }
    let scene = lab.scene();
    println!("f(x, y) = x²/20 + y² from {:?}", scene.start);
    for lane in &scene.lanes {
        println!("\n{}", lane.name);
        let record = lane.trajectory;
        for step in (0..record.points.len()).step_by(5) {
            let point = record.points[step];
            let loss = record.losses[step];
            println!(
                "{step:4}  x {:9.5}  y {:9.5}  loss {loss:.6}",
                point.x, point.y
            );
        }
        let outcome = record.outcome;
        println!("{} at step {}", outcome.kind.name(), outcome.step);
    }
}
