//! Pictures of a reader's own, from the files in which such sets are published.

use std::mem;

use super::Dataset;
use super::idx::{Content, FileProblem, Reader};

/// Most files of a set: pictures and labels to train on, and to test on.
const MAX_FILES: usize = 4;
/// Fewest pictures to train on.
pub const MIN_TRAIN: usize = 10;
/// Where there are no pictures for the test, every so many-th is taken for it, as of the
/// digits.
pub const TEST_EVERY: usize = 5;

/// Why files are no pictures to train on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetProblem {
    /// There are so many files.
    Count(usize),
    /// One of them is broken, or another kind of file.
    File {
        /// Its name.
        name: String,
        /// What is wrong with it.
        problem: FileProblem,
    },
    /// There is not one file of labels for each file of pictures, or not one or two of them.
    Uneven {
        /// Files of pictures.
        pictures: usize,
        /// Files of labels.
        labels: usize,
    },
    /// It cannot be told which of two files is for the test.
    Unclear([String; 2]),
    /// Two files don't belong together.
    Mismatch {
        /// The file of the pictures.
        pictures: (String, usize),
        /// The file of the labels.
        labels: (String, usize),
    },
    /// Pictures for the test have another size than those to train on: width, height.
    Sizes {
        /// Those to train on.
        train: (usize, usize),
        /// Those for the test.
        test: (usize, usize),
    },
    /// The highest label for the test never comes in the training.
    Labels {
        /// The highest label to train on.
        train: usize,
        /// The highest for the test.
        test: usize,
    },
    /// All pictures to train on have the same label: there is nothing to tell apart.
    OneClass,
    /// So few pictures to train on.
    Few(usize),
}

/// What there is to be said about pictures of a reader's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The files of the pictures, those to train on first.
    pub names: Vec<String>,
    /// Pictures to train on.
    pub n_train: usize,
    /// Pictures to test on.
    pub n_test: usize,
    /// Columns and rows.
    pub size: (usize, usize),
    /// Different labels to train on, which need not begin with 0.
    pub classes: usize,
    /// Whether there were no files for the test, so that some pictures were put aside for it.
    pub is_split: bool,
}

/// Pictures to train on and to test on, with what there is to be said about them.
#[derive(Clone, Debug)]
pub struct OwnPictures {
    /// To train on.
    pub train: Dataset,
    /// To test on: pictures of the same size, of classes that come in the training.
    pub test: Dataset,
    /// What there is to be said about them.
    pub facts: Facts,
}

/// Takes files, piece after piece, one after the other.
///
/// ```
/// use descent_widget::nn::DatasetImporter;
///
/// let mut importer = DatasetImporter::default();
/// importer.open("pictures.idx");
/// // Twenty pictures of one row with two pixels.
/// importer.take(&[0, 0, 8, 3, 0, 0, 0, 20, 0, 0, 0, 1, 0, 0, 0, 2]);
/// importer.take(&[100; 40]);
/// importer.open("labels.idx");
/// importer.take(&[0, 0, 8, 1, 0, 0, 0, 20]);
/// importer.take(&[0, 1].repeat(10));
/// let own = importer.finish()?;
/// assert_eq!((own.train.len(), own.test.len()), (16, 4));
/// # Ok::<(), descent_widget::nn::SetProblem>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct DatasetImporter {
    files: Vec<(String, Reader)>,
}

/// One of the files, read.
#[derive(Debug)]
struct Read<T> {
    name: String,
    n: usize,
    content: T,
}

/// Pictures of one size.
#[derive(Debug)]
struct Pictures {
    size: (usize, usize),
    pixels: Vec<u8>,
}

impl DatasetImporter {
    /// Begins the next file. Its name says nothing but whether it is for the test.
    pub fn open(&mut self, name: &str) {
        self.files.push((name.to_owned(), Reader::default()));
    }

    /// Takes the next piece of the file that was begun last, unpacked. False where something
    /// is wrong with it and the rest need not come.
    pub fn take(&mut self, piece: &[u8]) -> bool {
        self.files.len() <= MAX_FILES
            && self
                .files
                .last_mut()
                .is_some_and(|(_, file)| file.take(piece))
    }

    /// The file that was begun last could not be unpacked to its end.
    pub fn spoil(&mut self) {
        if let Some((_, file)) = self.files.last_mut() {
            file.spoil();
        }
    }

    /// The pictures, once all files have come.
    ///
    /// Two files are a set from which every fifth picture is put aside for the test. Of four,
    /// those with `test` or `t10k` in their names are for the test; where names don't tell,
    /// the smaller ones.
    ///
    /// # Errors
    /// Where they are not what a network can be trained with.
    pub fn finish(self) -> Result<OwnPictures, SetProblem> {
        if self.files.len() > MAX_FILES {
            return Err(SetProblem::Count(self.files.len()));
        }
        let (mut pictures, mut labels) = (Vec::new(), Vec::new());
        for (name, file) in self.files {
            match file.finish() {
                Ok(Content::Pictures {
                    width,
                    height,
                    pixels,
                }) => pictures.push(Read {
                    name,
                    n: pixels.len() / (width * height),
                    content: Pictures {
                        size: (width, height),
                        pixels,
                    },
                }),
                Ok(Content::Labels(content)) => labels.push(Read {
                    name,
                    n: content.len(),
                    content,
                }),
                Err(problem) => return Err(SetProblem::File { name, problem }),
            }
        }
        let uneven = SetProblem::Uneven {
            pictures: pictures.len(),
            labels: labels.len(),
        };
        if pictures.len() != labels.len() {
            return Err(uneven);
        }
        let (mut pictures, mut labels) = (ordered(pictures)?, ordered(labels)?);
        let own = match (pictures.as_mut_slice(), labels.as_mut_slice()) {
            ([pictures], [labels]) => {
                let name = mem::take(&mut pictures.name);
                let (train, test) = pair(pictures, labels, &name)?.split_every(TEST_EVERY);
                OwnPictures::new(train, test, vec![name])
            }
            ([train, test], [train_labels, test_labels]) => {
                let names = [&mut train.name, &mut test.name].map(mem::take);
                let train = pair(train, train_labels, &names[0])?;
                let test = pair(test, test_labels, &names[1])?;
                OwnPictures::new(train, test, names.to_vec())
            }
            _ => return Err(uneven),
        };
        own.check()
    }
}

/// One or two files, those to train on first; others in any order.
fn ordered<T>(mut files: Vec<Read<T>>) -> Result<Vec<Read<T>>, SetProblem> {
    let [first, second] = files.as_slice() else {
        return Ok(files);
    };
    let is_swapped = match (is_test(&first.name), is_test(&second.name)) {
        (Some(true), None | Some(false)) | (None, Some(false)) => true,
        (Some(false), None | Some(true)) | (None, Some(true)) => false,
        _ if first.n != second.n => first.n < second.n,
        _ => {
            return Err(SetProblem::Unclear(
                [first, second].map(|file| file.name.clone()),
            ));
        }
    };
    if is_swapped {
        files.swap(0, 1);
    }
    Ok(files)
}

/// Whether a name says that a file is for the test; `None` where it does not tell.
fn is_test(name: &str) -> Option<bool> {
    // By bytes: the search of `str` and its lower case know all of Unicode, which weighs 3 kB.
    let has = |word: &str| {
        let mut parts = name.as_bytes().windows(word.len());
        parts.any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
    };
    let is_train = has("train");
    let is_test = has("test") || has("t10k");
    (is_train != is_test).then_some(is_test)
}

/// The pictures of one file with the labels of another one.
fn pair(
    pictures: &mut Read<Pictures>,
    labels: &mut Read<Vec<u8>>,
    name: &str,
) -> Result<Dataset, SetProblem> {
    if pictures.n != labels.n {
        return Err(SetProblem::Mismatch {
            pictures: (name.to_owned(), pictures.n),
            labels: (labels.name.clone(), labels.n),
        });
    }
    let (width, height) = pictures.content.size;
    let pixels = mem::take(&mut pictures.content.pixels);
    let labels = mem::take(&mut labels.content);
    Ok(Dataset::new(width, height, u8::MAX, pixels, labels))
}

impl OwnPictures {
    fn new(train: Dataset, test: Dataset, names: Vec<String>) -> Self {
        let mut labels = train.labels().to_vec();
        labels.sort_unstable();
        labels.dedup();
        let facts = Facts {
            n_train: train.len(),
            n_test: test.len(),
            size: (train.width(), train.height()),
            classes: labels.len(),
            is_split: names.len() == 1,
            names,
        };
        Self { train, test, facts }
    }

    fn check(self) -> Result<Self, SetProblem> {
        let Self { train, test, facts } = &self;
        let test_size = (test.width(), test.height());
        if facts.size != test_size {
            return Err(SetProblem::Sizes {
                train: facts.size,
                test: test_size,
            });
        }
        if train.len() < MIN_TRAIN {
            return Err(SetProblem::Few(train.len()));
        }
        if test.classes() > train.classes() {
            return Err(SetProblem::Labels {
                train: train.classes() - 1,
                test: test.classes() - 1,
            });
        }
        if facts.classes < 2 {
            return Err(SetProblem::OneClass);
        }
        Ok(self)
    }
}
