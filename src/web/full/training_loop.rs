//! The lesson on the loop that trains a network.

use crate::lessons::training_loop::listing::{gain, program as loop_program};
use crate::locale;
use crate::web::figure::Figure;
use crate::web::full::program::{self, ProgramSheet};
use crate::web::full::sheets::LessonOptions;

impl Figure {
    /// The loop of the chosen network at the shown iteration, and within it after the line of that
    /// number; nothing while there is no data.
    pub(super) fn training_loop(&mut self, options: &LessonOptions) -> Option<ProgramSheet> {
        let (words, step) = (locale::LOOP.of(self.language), self.lab.step());
        let of = self.lab.training_loop()?;
        let program = loop_program(&of, options.moment, words);
        Some(ProgramSheet {
            gain: Some(gain(&of, &program, words)),
            ..program::sheet(&program, step)
        })
    }
}
