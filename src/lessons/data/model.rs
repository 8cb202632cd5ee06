//! The record as a table for other programs.

use crate::experiments::race::scene::Lane;
use crate::lab::Lab;
use crate::math::numeral::shortest;

/// Names of the columns, in English like all of the file.
const HEADER: &str = "lane,optimizer,step,x,y,loss,gradient_x,gradient_y\n";

impl Lab {
    /// The record as CSV: a line for each step of each lane, every number with the digits
    /// that read back to it, the exact gradient at each point. A lane's optimizer is
    /// written as the attribute writes it. What is not finite is left empty. Of a lane that
    /// the reader is asked to predict it has the start only.
    pub fn csv(&mut self) -> String {
        if let Some(scene) = self.network_scene() {
            return scene.csv();
        }
        let loss = self.settings.clone();
        let loss = loss.loss();
        let mut text = HEADER.to_owned();
        for (index, lane) in self.scene().lanes.iter().enumerate() {
            let name = [(index + 1).to_string(), optimizer(lane)].join(",");
            let points = lane.trajectory.points.iter();
            for (step, (point, &value)) in points.zip(&lane.trajectory.losses).enumerate() {
                let slope = loss.gradient(*point);
                let numbers = [step as f64, point.x, point.y, value, slope.x, slope.y];
                text.push_str(&name);
                for number in numbers {
                    text.push(',');
                    if number.is_finite() {
                        text.push_str(&shortest(number));
                    }
                }
                text.push('\n');
            }
        }
        text
    }
}

/// `"momentum:lr=0.1,momentum=0.9"`, in quotes because of the commas.
fn optimizer(lane: &Lane) -> String {
    let values = lane.hyperparameters.iter();
    let pairs: Vec<String> = values
        .map(|(key, value)| format!("{}={}", key.name(), shortest(value)))
        .collect();
    format!("\"{}:{}\"", lane.rule().name(), pairs.join(","))
}
