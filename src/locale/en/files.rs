//! Pictures of a reader's own, in English.

use crate::lessons::files::words::{FilesLabels, FilesSentences, FilesWords};

/// The title.
pub const TITLE: &str = "Your own data";

/// The words.
pub const WORDS: FilesWords = FilesWords {
    labels: FilesLabels {
        files_which: "Choose the four IDX files in which sets such as MNIST and Fashion-MNIST are \
                      published, all at once: training images and labels, test images and labels. Two will do, images and labels; .gz need not be unpacked.",
        files_choose: "Choose files",
        files_drop: "Or drop them here.",
        files_private: "The files are read within this page only. They are not stored and not \
                        sent anywhere, and are gone when the page closes.",
        files_reading: "Reading the files.",
        files_back: "Back to the handwritten digits",
        files_returned: "Back to the handwritten digits.",
    },
    sentences: FilesSentences {
        count: "There are {0} files. Choose at most four: training images and labels, test images and labels.",
        damaged: "“{0}” cannot be read to its end: it is cut off or damaged. Download it again.",
        compressed: "“{0}” is compressed twice. Unpack it once and choose the result.",
        not_idx: "“{0}” is not an IDX file. Choose files whose names end in -ubyte or -ubyte.gz; \
                  unpack a .zip first.",
        not_bytes: "“{0}” holds values of type {1}. Choose a file with single bytes (0x08).",
        dimensions: "“{0}” has {1} dimensions. Choose files of images (3) or of labels (1).",
        empty: "“{0}” is empty. Choose another file.",
        wide: "“{0}” has images of {1}×{2} pixels. Choose a file with at most {3} pixels an \
               image (64×64).",
        huge: "“{0}” has {1} MB when unpacked. Choose a part of it, at most {2} MB.",
        short: "“{0}” has {1} bytes but should have {2}: it is cut off. Download it again.",
        long: "“{0}” should end after {1} bytes but goes on: it is damaged. Download it again.",
        label: "“{0}” has the label {1}. Choose a file with labels from 0 to {2}.",
        uneven: "There are {0} files of images and {1} of labels. Choose one file of labels \
                 together with each file of images.",
        unclear: "It is not clear which of “{0}” and “{1}” is the test set. Put test into its name.",
        mismatch: "“{0}” has {1} images but “{2}” has {3} labels. Choose files of the same set.",
        sizes: "Training images have {0}×{1} pixels, test images {2}×{3}. Choose files \
                with images of one size.",
        labels: "Labels go up to {0} in the training data but up to {1} in the test data. Choose \
                 files of the same set.",
        one_class: "All training labels are the same, so there is nothing to classify. Choose other labels.",
        few: "There are {0} training images. Choose a file with at least {1}.",
        kept: "Your data and what was trained are as they were.",
        taken: "Training from the beginning with your files.",
        not_linked: "The data is from your files, which links and code do not carry. Whoever \
                     opens them starts with the handwritten digits.",
    },
};
