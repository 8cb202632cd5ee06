//! Words of the lesson with links, code and files.

use crate::language::labels;

labels! {
    /// Words that never change.
    ShareLabels:
    /// The address of the single page with the state.
    share_link,
    /// What the address needs.
    share_link_hint,
    /// The code of the element.
    share_element,
    /// What the element and the directive need.
    share_element_hint,
    /// The code of a frame.
    share_frame,
    /// The directive of MyST.
    share_myst,
    /// The call of the Python package.
    share_python,
    /// What the call needs.
    share_python_hint,
    /// Button: copies.
    share_copy,
    /// It was copied.
    share_copied,
    /// It could only be selected.
    share_selected,
    /// The group of downloads.
    share_files,
    /// Download: a picture of lines.
    share_svg,
    /// Download: a picture of pixels.
    share_png,
    /// Download: the record.
    share_csv,
    /// The browser may refuse downloads here: a text to copy stands below.
    share_text_instead,
    /// The same for a picture.
    share_picture_instead,
    /// The content of a file, to be copied.
    share_content,
}

/// Words of the lesson.
#[derive(Clone, Copy, Debug)]
pub struct ShareWords {
    /// Those that never change.
    pub labels: ShareLabels,
}
