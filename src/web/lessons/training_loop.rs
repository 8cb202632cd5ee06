//! The lesson on the loop that trains a network.

use crate::lessons::training_loop::listing::{gain, program as loop_program};
use crate::locale;
use crate::web::figure::Figure;
use crate::web::lessons::program::{self, ProgramSheet};
use wasm_bindgen::prelude::wasm_bindgen;

/// The lesson `loop`.
#[wasm_bindgen]
impl Figure {
    /// The loop of the chosen network at the shown iteration, and within it after the line of
    /// number `moment`; `undefined` while there is no data.
    #[wasm_bindgen(js_name = trainingLoop)]
    pub fn training_loop(&mut self, moment: Option<usize>) -> Option<ProgramSheet> {
        let words = locale::LOOP.of(self.language);
        let of = self.lab.training_loop()?;
        let program = loop_program(&of, moment, words);
        Some(ProgramSheet {
            gain: Some(gain(&of, &program, words)),
            ..program::sheet(&program)
        })
    }
}
