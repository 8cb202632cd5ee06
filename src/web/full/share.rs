//! The lesson with links, code and files to take along.

use crate::web::figure::Figure;
use crate::web::full::sheets::LessonOptions;
use crate::web::json::object;

object! {
    /// The state as code.
    struct Codes {
        link: String,
        element: String,
        frame: String,
        myst: String,
        python: String,
        /// What of the figure it does not carry; empty where it carries all.
        note: &'static str,
    }
}

impl Figure {
    /// The state as code, given the address of the single page, and what of the figure it does not
    /// carry.
    pub(super) fn codes(&mut self, options: &LessonOptions) -> Option<Codes> {
        let page = options.address.as_deref().unwrap_or_default();
        let codes = self.lab.codes(page, self.page().title(self));
        Some(Codes {
            link: codes.link,
            element: codes.element,
            frame: codes.frame,
            myst: codes.myst,
            python: codes.python,
            note: self.files_note(),
        })
    }
}
