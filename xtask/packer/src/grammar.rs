//! What the next byte of a wasm module is, told from all bytes before it.
//!
//! A compressor that knows that a local's index comes next, and after which instructions,
//! guesses it far better than one that sees bytes. Nothing here has to be right for a module
//! to come out whole: packing and unpacking only have to believe the same.

/// What a byte belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Kind {
    Header,
    SectionId,
    SectionSize,
    /// Anything in a section without code.
    Other,
    NFunctions,
    FunctionSize,
    NLocalGroups,
    NLocals,
    LocalType,
    Instruction,
    BlockType,
    Label,
    NLabels,
    TableLabel,
    Function,
    Type,
    Table,
    NResults,
    ResultType,
    Local,
    Global,
    Alignment,
    Offset,
    Memory,
    I32,
    I64,
    F32,
    F64,
    Prefixed,
    PrefixedIndex,
}

/// How many kinds there are, rounded up.
const N_KINDS: usize = 32;

const CODE_SECTION: u8 = 10;

/// Follows a module byte by byte.
pub(crate) struct Grammar {
    /// What the next byte is.
    pub(crate) kind: Kind,
    /// Which of the bytes of its number it is, from 0.
    pub(crate) nth: u8,
    /// The section that it is in.
    pub(crate) section: u8,
    /// The last instructions, eight bits each, the latest lowest; empty at the start of a
    /// function.
    pub(crate) instructions: u64,
    /// How many functions have begun.
    pub(crate) function: u32,
    /// The last two numbers of each kind.
    numbers: [[u32; 2]; N_KINDS],
    section_left: u32,
    function_left: u32,
    repeat: u32,
    value: u32,
    shift: u32,
    /// What follows the present number, the next last.
    pending: [Kind; 2],
    n_pending: u8,
}

impl Grammar {
    pub(crate) const fn new() -> Self {
        Self {
            kind: Kind::Header,
            nth: 0,
            section: 0,
            instructions: 0,
            function: 0,
            numbers: [[0; 2]; N_KINDS],
            section_left: 8,
            function_left: 0,
            repeat: 0,
            value: 0,
            shift: 0,
            pending: [Kind::Instruction; 2],
            n_pending: 0,
        }
    }

    /// Whether the next byte belongs to a function.
    pub(crate) const fn is_code(&self) -> bool {
        let kind = self.kind as u8;
        self.section == CODE_SECTION
            && kind >= Kind::FunctionSize as u8
            && kind <= Kind::PrefixedIndex as u8
    }

    /// The last numbers of a kind, the latest first.
    pub(crate) const fn last(&self, kind: Kind) -> [u32; 2] {
        self.numbers[kind as usize]
    }

    /// Takes the byte.
    pub(crate) fn feed(&mut self, byte: u8) {
        let is_inside = !matches!(self.kind, Kind::SectionId | Kind::SectionSize);
        if is_inside {
            self.section_left = self.section_left.wrapping_sub(1);
        }
        let is_body = self.is_code() && self.kind != Kind::FunctionSize;
        self.step(byte);
        if is_body {
            self.function_left = self.function_left.wrapping_sub(1);
            if self.function_left == 0 {
                self.n_pending = 0;
                self.expect(Kind::FunctionSize);
            }
        }
        if is_inside && self.section_left == 0 {
            self.expect(Kind::SectionId);
        }
    }

    fn step(&mut self, byte: u8) {
        match self.kind {
            Kind::Header | Kind::Other => {}
            Kind::SectionId => {
                self.section = byte;
                self.expect(Kind::SectionSize);
            }
            Kind::Instruction => self.instruction(byte),
            Kind::LocalType => {
                self.repeat = self.repeat.wrapping_sub(1);
                self.expect(match self.repeat {
                    0 => Kind::Instruction,
                    _ => Kind::NLocals,
                });
            }
            Kind::ResultType => self.proceed(),
            Kind::F32 => self.fixed(4),
            Kind::F64 => self.fixed(8),
            _ => {
                if let Some(value) = self.number(byte) {
                    self.after(value);
                }
            }
        }
    }

    /// What a number that is complete is followed by.
    fn after(&mut self, value: u32) {
        match self.kind {
            Kind::SectionSize => {
                self.section_left = value;
                self.expect(match self.section {
                    CODE_SECTION => Kind::NFunctions,
                    _ => Kind::Other,
                });
            }
            Kind::NFunctions => self.expect(Kind::FunctionSize),
            Kind::FunctionSize => {
                self.function_left = value;
                self.function += 1;
                self.instructions = 0;
                self.expect(Kind::NLocalGroups);
            }
            Kind::NLocalGroups => {
                self.repeat = value;
                self.expect(match value {
                    0 => Kind::Instruction,
                    _ => Kind::NLocals,
                });
            }
            Kind::NLocals => self.expect(Kind::LocalType),
            Kind::NLabels => {
                // The one for all other cases comes on top.
                self.repeat = value.wrapping_add(1);
                self.expect(Kind::TableLabel);
            }
            Kind::TableLabel => {
                self.repeat = self.repeat.wrapping_sub(1);
                match self.repeat {
                    0 => self.proceed(),
                    _ => self.expect(Kind::TableLabel),
                }
            }
            Kind::NResults => self.expect(Kind::ResultType),
            Kind::Prefixed => match value {
                0..=7 => self.proceed(),
                8 | 10 | 12 | 14 => self.then(&[Kind::PrefixedIndex, Kind::PrefixedIndex]),
                _ => self.then(&[Kind::PrefixedIndex]),
            },
            _ => self.proceed(),
        }
    }

    fn instruction(&mut self, code: u8) {
        self.instructions = self.instructions << 8 | u64::from(code);
        match code {
            0x02..=0x04 | 0xd0 => self.then(&[Kind::BlockType]),
            0x0c | 0x0d => self.then(&[Kind::Label]),
            0x0e => self.then(&[Kind::NLabels]),
            0x10 | 0x12 | 0xd2 => self.then(&[Kind::Function]),
            0x11 | 0x13 => self.then(&[Kind::Type, Kind::Table]),
            0x1c => self.then(&[Kind::NResults]),
            0x20..=0x22 => self.then(&[Kind::Local]),
            0x23 | 0x24 => self.then(&[Kind::Global]),
            0x25 | 0x26 => self.then(&[Kind::Table]),
            0x28..=0x3e => self.then(&[Kind::Alignment, Kind::Offset]),
            0x3f | 0x40 => self.then(&[Kind::Memory]),
            0x41 => self.then(&[Kind::I32]),
            0x42 => self.then(&[Kind::I64]),
            0x43 => self.then(&[Kind::F32]),
            0x44 => self.then(&[Kind::F64]),
            0xfc => self.then(&[Kind::Prefixed]),
            _ => self.proceed(),
        }
    }

    /// Takes a byte of a number of variable length; the number with its last one.
    fn number(&mut self, byte: u8) -> Option<u32> {
        if self.shift < 32 {
            self.value |= u32::from(byte & 0x7f) << self.shift;
        }
        self.shift += 7;
        self.nth += 1;
        // No number has more bytes; what claims to is none, and must not be followed for ever.
        if byte >= 0x80 && self.nth < 10 {
            return None;
        }
        let [latest, _] = self.numbers[self.kind as usize];
        self.numbers[self.kind as usize] = [self.value, latest];
        Some(self.value)
    }

    /// Takes a byte of a number of so many.
    fn fixed(&mut self, length: u8) {
        self.nth += 1;
        if self.nth == length {
            self.proceed();
        }
    }

    fn then(&mut self, kinds: &[Kind]) {
        for &kind in kinds.iter().rev() {
            self.pending[usize::from(self.n_pending & 1)] = kind;
            self.n_pending += 1;
        }
        self.proceed();
    }

    fn proceed(&mut self) {
        match self.n_pending {
            0 => self.expect(Kind::Instruction),
            n => {
                self.n_pending = n - 1;
                self.expect(self.pending[usize::from((n - 1) & 1)]);
            }
        }
    }

    const fn expect(&mut self, kind: Kind) {
        self.kind = kind;
        self.nth = 0;
        self.value = 0;
        self.shift = 0;
    }
}
