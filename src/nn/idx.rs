//! One file of the form in which MNIST and Fashion-MNIST are published.

/// What is wrong with one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// It could not be unpacked, because it is cut off or damaged.
    Damaged,
    /// It is compressed with gzip once more.
    Compressed,
    /// It does not start like an IDX file.
    NotIdx,
    /// Its values are not single bytes; the type code is given.
    NotBytes(u8),
    /// It has so many dimensions; pictures have three, labels one.
    Dimensions(u8),
    /// It holds nothing.
    Empty,
    /// Its pictures have more than [`MAX_FEATURES`] pixels.
    Wide {
        /// Columns.
        width: u32,
        /// Rows.
        height: u32,
    },
    /// It announces more bytes than [`MAX_BYTES`], or than there is memory for.
    Huge(u64),
    /// It ends too early.
    Short {
        /// Bytes that its header announces, header included.
        expected: u64,
        /// Bytes that there are.
        found: u64,
    },
    /// It goes on after the end that its header announces, in bytes.
    Long(u64),
    /// It has a label of [`MAX_CLASSES`] or more.
    Label(u8),
}

/// Most pixels of a picture.
pub const MAX_FEATURES: usize = 64 * 64;
/// Most bytes of a file, unpacked: five times MNIST.
pub const MAX_BYTES: u64 = 256 << 20;
/// Labels go from 0 to below this.
pub const MAX_CLASSES: u8 = 100;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Gray pictures of one size.
    Pictures {
        width: usize,
        height: usize,
        pixels: Vec<u8>,
    },
    /// Labels.
    Labels(Vec<u8>),
}

/// The header of a file.
#[derive(Clone, Copy, Debug)]
struct Head {
    /// Pictures or labels, then rows and columns.
    sizes: [u32; 3],
    holds_pictures: bool,
}

/// Reads a file that comes in pieces. What is wrong is noticed as soon as it can be, so that
/// nobody waits for the rest of a film.
#[derive(Clone, Debug, Default)]
pub(super) struct Reader {
    bytes: Vec<u8>,
    head: Option<Head>,
    problem: Option<FileProblem>,
}

impl Head {
    /// `None` where the bytes end before the header does.
    ///
    /// *Source:* LeCun, Cortes and Burges, the MNIST database: big-endian, two zero bytes,
    /// a type code (8 for bytes), the number of dimensions, each dimension in four bytes.
    fn read(bytes: &[u8]) -> Result<Option<Self>, FileProblem> {
        let Some((magic, rest)) = bytes.split_first_chunk::<4>() else {
            return Ok(None);
        };
        let holds_pictures = match *magic {
            [0x1f, 0x8b, ..] => return Err(FileProblem::Compressed),
            [0, 0, 0x08, 1] => false,
            [0, 0, 0x08, 3] => true,
            [0, 0, 0x08, dimensions] => return Err(FileProblem::Dimensions(dimensions)),
            [0, 0, code @ (0x09 | 0x0b..=0x0e), _] => return Err(FileProblem::NotBytes(code)),
            _ => return Err(FileProblem::NotIdx),
        };
        let mut sizes = [1; 3];
        let n = if holds_pictures { 3 } else { 1 };
        for (size, bytes) in sizes[..n].iter_mut().zip(rest.as_chunks::<4>().0) {
            *size = u32::from_be_bytes(*bytes);
        }
        let head = Self {
            sizes,
            holds_pictures,
        };
        if bytes.len() < head.length() {
            return Ok(None);
        }
        head.check().map(|()| Some(head))
    }

    fn check(&self) -> Result<(), FileProblem> {
        let [_, height, width] = self.sizes;
        if self.sizes.contains(&0) {
            return Err(FileProblem::Empty);
        }
        if u64::from(height) * u64::from(width) > MAX_FEATURES as u64 {
            return Err(FileProblem::Wide { width, height });
        }
        let end = self.end();
        if end > MAX_BYTES {
            return Err(FileProblem::Huge(end));
        }
        Ok(())
    }

    /// Bytes of the header.
    const fn length(&self) -> usize {
        if self.holds_pictures { 16 } else { 8 }
    }

    /// Bytes of the whole file.
    fn end(&self) -> u64 {
        let values = self.sizes.map(u64::from).into_iter();
        let values = values.fold(1, u64::saturating_mul);
        values.saturating_add(self.length() as u64)
    }
}

/// What the bytes of one file hold.
pub(super) fn read(bytes: &[u8]) -> Result<Content, FileProblem> {
    let mut reader = Reader::default();
    reader.take(bytes);
    reader.finish()
}

/// A file, as long as its header says, and the bytes behind it. `None` where there is no such
/// header, or where the bytes end before the file does.
pub(super) fn split_first(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let head = Head::read(bytes).ok()??;
    bytes.split_at_checked(usize::try_from(head.end()).ok()?)
}

impl Reader {
    /// Takes the next piece. False where something is wrong and the rest need not come.
    pub(super) fn take(&mut self, piece: &[u8]) -> bool {
        if self.problem.is_none() {
            self.problem = self.append(piece).err();
        }
        self.problem.is_none()
    }

    /// The file could not be unpacked to its end.
    pub(super) fn spoil(&mut self) {
        // Of a file that is the wrong one it does not matter that it is damaged too.
        self.problem.get_or_insert(FileProblem::Damaged);
    }

    fn append(&mut self, piece: &[u8]) -> Result<(), FileProblem> {
        let Some(head) = self.head else {
            // A header comes in one piece or in many.
            let (begin, rest) =
                piece.split_at(piece.len().min(16_usize.saturating_sub(self.bytes.len())));
            self.bytes.extend_from_slice(begin);
            self.head = Head::read(&self.bytes)?;
            let Some(head) = self.head else {
                return Ok(());
            };
            if self.bytes.len() as u64 > head.end() {
                return Err(FileProblem::Long(head.end()));
            }
            let more = head.end() as usize - self.bytes.len();
            let has_room = self.bytes.try_reserve_exact(more);
            has_room.map_err(|_| FileProblem::Huge(head.end()))?;
            return self.append(rest);
        };
        if (self.bytes.len() + piece.len()) as u64 > head.end() {
            return Err(FileProblem::Long(head.end()));
        }
        self.bytes.extend_from_slice(piece);
        Ok(())
    }

    /// What the file holds, once all of it has come.
    pub(super) fn finish(self) -> Result<Content, FileProblem> {
        let Self {
            mut bytes,
            head,
            problem,
        } = self;
        if let Some(problem) = problem {
            return Err(problem);
        }
        let found = bytes.len() as u64;
        let Some(head) = head else {
            return Err(match *bytes {
                [] => FileProblem::Empty,
                [0, 0, 8, dimensions, ..] => FileProblem::Short {
                    expected: if dimensions == 1 { 8 } else { 16 },
                    found,
                },
                _ => FileProblem::NotIdx,
            });
        };
        let expected = head.end();
        if found < expected {
            return Err(FileProblem::Short { expected, found });
        }
        // Within the same memory: large files should not need it twice.
        bytes.drain(..head.length());
        let [_, height, width] = head.sizes.map(|size| size as usize);
        if head.holds_pictures {
            return Ok(Content::Pictures {
                width,
                height,
                pixels: bytes,
            });
        }
        let highest = bytes.iter().copied().max().unwrap_or(0);
        if highest >= MAX_CLASSES {
            return Err(FileProblem::Label(highest));
        }
        Ok(Content::Labels(bytes))
    }
}
