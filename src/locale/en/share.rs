//! Links, code and files, in English.

use crate::lessons::share::words::{ShareLabels, ShareWords};

/// The title.
pub const TITLE: &str = "Share and download";

/// The words.
pub const WORDS: ShareWords = ShareWords {
    labels: ShareLabels {
        share_link: "A link to this state",
        share_link_hint: "descent-widget.html has to be at this address.",
        share_element: "Web page: HTML code",
        share_element_hint: "Put descent-widget.js in the same folder as your notes.",
        share_frame: "Where scripts are not allowed: an iframe",
        share_myst: "MyST, Jupyter Book 2: a directive",
        share_python: "Notebooks, such as JupyterLab: Python",
        share_python_hint: "Install the package in dist/python with pip.",
        share_copy: "Copy",
        share_copied: "Copied.",
        share_selected: "It could not be copied, so it is selected. Press Ctrl+C (⌘C on a Mac).",
        share_files: "Save as a file",
        share_svg: "SVG picture",
        share_png: "PNG picture",
        share_csv: "CSV record",
        share_text_instead: "This frame may not allow downloads. If no file has appeared, copy the text below.",
        share_picture_instead: "This frame may not allow downloads. If no file has appeared, long-press or right-click the picture below to save it.",
        share_content: "Content of the file",
    },
};
