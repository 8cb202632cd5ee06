//! The files in which MNIST and Fashion-MNIST are published.

use std::fmt;

use super::Dataset;

/// Why two files are not a set of pictures with labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdxProblem {
    /// One of the files.
    File {
        /// Which of the two.
        file: IdxFile,
        /// What is wrong with it.
        problem: FileProblem,
    },
    /// The files don't belong together.
    Mismatch {
        /// Pictures in the one file.
        pictures: usize,
        /// Labels in the other.
        labels: usize,
    },
}

/// One of the two files of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdxFile {
    /// The pictures, `…-images-idx3-ubyte`.
    Pictures,
    /// The labels, `…-labels-idx1-ubyte`.
    Labels,
}

/// What is wrong with one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// It is still compressed with gzip.
    Compressed,
    /// It does not start like an IDX file.
    NotIdx,
    /// Its values are not single bytes; the type code is given.
    NotBytes(u8),
    /// It has another number of dimensions: three for pictures, one for labels. The
    /// two files may have been swapped.
    Dimensions {
        /// What it should have.
        expected: u8,
        /// What it has.
        found: u8,
    },
    /// It holds no pictures, or pictures without pixels.
    Empty,
    /// It ends too early, or goes on after its end.
    Length {
        /// Bytes that its header announces, header included.
        expected: u64,
        /// Bytes that there are.
        found: u64,
    },
}

/// Reads pictures and labels from the contents of two IDX files, not compressed.
///
/// Pixels go from 0 to 255, which becomes an input of 1.
///
/// # Errors
/// Says which file is broken and how, or that they don't belong together.
///
/// *Source:* LeCun, Cortes and Burges, the MNIST database: big-endian, two zero bytes,
/// a type code (8 for bytes), the number of dimensions, each dimension in four bytes.
pub fn read_idx(pictures: &[u8], labels: &[u8]) -> Result<Dataset, IdxProblem> {
    let ([n_pictures, height, width], pixels) =
        parse(pictures).map_err(|problem| IdxFile::Pictures.has(problem))?;
    if pixels.is_empty() {
        return Err(IdxFile::Pictures.has(FileProblem::Empty));
    }
    let ([n_labels], labels) = parse(labels).map_err(|problem| IdxFile::Labels.has(problem))?;
    if n_pictures != n_labels {
        return Err(IdxProblem::Mismatch {
            pictures: n_pictures,
            labels: n_labels,
        });
    }
    Ok(Dataset::new(
        width,
        height,
        u8::MAX,
        pixels.to_vec(),
        labels.to_vec(),
    ))
}

/// The sizes and the values of a file with `N` dimensions.
fn parse<const N: usize>(bytes: &[u8]) -> Result<([usize; N], &[u8]), FileProblem> {
    let (found, dimensions) = match *bytes {
        [0x1f, 0x8b, ..] => return Err(FileProblem::Compressed),
        [0, 0, 0x08, dimensions, ..] => (bytes.len() as u64, dimensions),
        [0, 0, code @ (0x09 | 0x0b..=0x0e), ..] => return Err(FileProblem::NotBytes(code)),
        _ => return Err(FileProblem::NotIdx),
    };
    if usize::from(dimensions) != N {
        return Err(FileProblem::Dimensions {
            expected: N as u8,
            found: dimensions,
        });
    }
    let header = 4 + 4 * N;
    let Some((sizes, values)) = bytes[4..].split_at_checked(4 * N) else {
        return Err(FileProblem::Length {
            expected: header as u64,
            found,
        });
    };
    let mut announced = [0; N];
    let (sizes, _) = sizes.as_chunks::<4>();
    for (size, bytes) in announced.iter_mut().zip(sizes) {
        *size = u32::from_be_bytes(*bytes);
    }
    let n_values = announced
        .iter()
        .fold(1_u64, |n, &size| n.saturating_mul(u64::from(size)));
    if values.len() as u64 != n_values {
        return Err(FileProblem::Length {
            expected: n_values.saturating_add(header as u64),
            found,
        });
    }
    Ok((announced.map(|size| size as usize), values))
}

impl IdxFile {
    const fn has(self, problem: FileProblem) -> IdxProblem {
        IdxProblem::File {
            file: self,
            problem,
        }
    }
}

impl fmt::Display for IdxProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { file, problem } => {
                let name = match file {
                    IdxFile::Pictures => "pictures",
                    IdxFile::Labels => "labels",
                };
                write!(f, "the file of the {name} {problem}")
            }
            Self::Mismatch { pictures, labels } => write!(
                f,
                "there are {pictures} pictures but {labels} labels; \
                 are both files of the same set?"
            ),
        }
    }
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Compressed => write!(f, "is still compressed with gzip"),
            Self::NotIdx => write!(f, "is not an IDX file: it does not start with 0, 0, 8"),
            Self::NotBytes(code) => write!(
                f,
                "holds values of type {code:#04x}; only single bytes, 0x08, are pictures"
            ),
            Self::Dimensions { expected, found } => write!(
                f,
                "has {found} dimensions instead of {expected}; are the two files swapped?"
            ),
            Self::Empty => write!(f, "holds no pixels"),
            Self::Length { expected, found } => write!(
                f,
                "has {found} bytes instead of the {expected} that its header announces; \
                 was it cut off?"
            ),
        }
    }
}

impl std::error::Error for IdxProblem {}
