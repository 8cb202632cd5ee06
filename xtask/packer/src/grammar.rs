//! What the next byte of a wasm module is, told from all bytes before it.
//!
//! A compressor that knows that a local's index comes next, and after which instructions,
//! guesses it far better than one that sees bytes. Nothing here has to be right for a module
//! to come out whole: packing and unpacking only have to believe the same.

use crate::operands::Operands;

/// What a byte belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Kind {
    Header,
    SectionId,
    SectionSize,
    /// Anything in a section of which no more is known.
    Other,
    NTypes,
    TypeForm,
    NParameters,
    Parameter,
    NTypeResults,
    TypeResult,
    NImports,
    NameLength,
    Name,
    Import,
    ImportType,
    NDeclared,
    Declared,
    NFunctions,
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
    Vector,
    Lane,
    Bytes16,
}

/// How many kinds there are, rounded up.
pub(crate) const N_KINDS: usize = 64;

const TYPE_SECTION: u8 = 1;
const IMPORT_SECTION: u8 = 2;
const FUNCTION_SECTION: u8 = 3;
/// The section of the functions' bodies.
pub(crate) const CODE_SECTION: u8 = 10;

/// Follows a module byte by byte, in which functions go without their sizes: their ends tell.
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
    /// How many functions have begun, and one more after the last.
    pub(crate) function: u32,
    pub(crate) operands: Operands,
    /// The last two numbers of each kind.
    numbers: [[u32; 2]; N_KINDS],
    section_left: u32,
    /// Functions that have not ended.
    n_functions_left: u32,
    /// Parts of the present list that are to come.
    repeat: u32,
    /// The name of an import has two parts.
    names_left: u8,
    value: u32,
    shift: u32,
    /// What follows the present number, the next last.
    pending: [Kind; 4],
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
            operands: Operands::new(),
            numbers: [[0; 2]; N_KINDS],
            section_left: 8,
            n_functions_left: 0,
            repeat: 0,
            names_left: 0,
            value: 0,
            shift: 0,
            pending: [Kind::Instruction; 4],
            n_pending: 0,
        }
    }

    /// Whether the next byte belongs to a function.
    pub(crate) const fn is_code(&self) -> bool {
        let kind = self.kind as u8;
        self.section == CODE_SECTION && kind >= Kind::NLocalGroups as u8
    }

    /// The last numbers of a kind, the latest first.
    pub(crate) const fn last(&self, kind: Kind) -> [u32; 2] {
        self.numbers[kind as usize]
    }

    /// Takes the byte. Gives whether the first function begins or one ends with it.
    pub(crate) fn feed(&mut self, byte: u8) -> bool {
        let is_inside = !matches!(self.kind, Kind::SectionId | Kind::SectionSize);
        let function = self.function;
        self.step(byte);
        if is_inside && self.section != CODE_SECTION {
            self.section_left = self.section_left.wrapping_sub(1);
            if self.section_left == 0 {
                self.expect(Kind::SectionId);
            }
        }
        self.function != function
    }

    fn step(&mut self, byte: u8) {
        match self.kind {
            Kind::Header | Kind::Other => {}
            Kind::SectionId => {
                self.section = byte;
                self.expect(Kind::SectionSize);
            }
            Kind::Instruction => self.instruction(byte),
            Kind::TypeForm => self.expect(Kind::NParameters),
            Kind::Parameter => {
                self.operands.parameter(byte);
                if self.was_last() {
                    self.expect(Kind::NTypeResults);
                }
            }
            Kind::TypeResult => {
                self.operands.result(byte);
                if self.was_last() {
                    self.end_type();
                }
            }
            Kind::Name => {
                if self.was_last() {
                    self.end_name();
                }
            }
            Kind::Import => self.expect(match byte {
                0 => Kind::ImportType,
                // Not a function: of what follows no more is told.
                _ => Kind::Other,
            }),
            Kind::LocalType => {
                let [n, _] = self.last(Kind::NLocals);
                self.operands.declare_locals(n, byte);
                let kind = match self.was_last() {
                    true => Kind::Instruction,
                    false => Kind::NLocals,
                };
                self.expect(kind);
            }
            Kind::ResultType => self.proceed(),
            Kind::F32 => self.fixed(4),
            Kind::F64 => self.fixed(8),
            Kind::Lane => self.fixed(1),
            Kind::Bytes16 => self.fixed(16),
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
                    TYPE_SECTION => Kind::NTypes,
                    IMPORT_SECTION => Kind::NImports,
                    FUNCTION_SECTION => Kind::NDeclared,
                    CODE_SECTION => Kind::NFunctions,
                    _ => Kind::Other,
                });
            }
            Kind::NTypes => self.expect(Kind::TypeForm),
            Kind::NParameters => {
                self.operands.begin_signature(value);
                self.list_of(Kind::Parameter, value);
                if value == 0 {
                    self.expect(Kind::NTypeResults);
                }
            }
            Kind::NTypeResults => {
                self.list_of(Kind::TypeResult, value);
                if value == 0 {
                    self.end_type();
                }
            }
            Kind::NImports => self.begin_import(),
            Kind::NameLength => {
                self.list_of(Kind::Name, value);
                if value == 0 {
                    self.end_name();
                }
            }
            Kind::ImportType => {
                self.operands.import(value);
                self.begin_import();
            }
            Kind::NDeclared => self.expect(Kind::Declared),
            Kind::Declared => {
                self.operands.declare(value);
                self.expect(Kind::Declared);
            }
            Kind::NFunctions => {
                self.n_functions_left = value;
                self.begin_function();
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
            Kind::TableLabel => match self.was_last() {
                true => self.proceed(),
                false => self.expect(Kind::TableLabel),
            },
            Kind::NResults => self.expect(Kind::ResultType),
            Kind::BlockType => {
                self.operands.block_type(value as u8);
                self.proceed();
            }
            Kind::Local => {
                self.operands.local(self.instructions as u8, value);
                self.proceed();
            }
            Kind::Offset => {
                self.operands.offset(value);
                self.proceed();
            }
            Kind::Function => {
                self.operands.call(value);
                self.proceed();
            }
            Kind::Type => {
                self.operands.call_indirect(value);
                self.proceed();
            }
            Kind::Vector => match value {
                0..=11 | 92 | 93 => self.then(&[Kind::Alignment, Kind::Offset]),
                12 | 13 => self.then(&[Kind::Bytes16]),
                21..=34 => self.then(&[Kind::Lane]),
                84..=91 => self.then(&[Kind::Alignment, Kind::Offset, Kind::Lane]),
                _ => self.proceed(),
            },
            Kind::Prefixed => match value {
                0..=7 => self.proceed(),
                8 | 10 | 12 | 14 => self.then(&[Kind::PrefixedIndex, Kind::PrefixedIndex]),
                _ => self.then(&[Kind::PrefixedIndex]),
            },
            _ => self.proceed(),
        }
    }

    fn list_of(&mut self, kind: Kind, n: u32) {
        self.repeat = n;
        self.expect(kind);
    }

    /// Counts a part of the present list. Gives whether it was the last one.
    const fn was_last(&mut self) -> bool {
        self.repeat = self.repeat.wrapping_sub(1);
        self.repeat == 0
    }

    fn end_type(&mut self) {
        self.operands.end_signature();
        self.expect(Kind::TypeForm);
    }

    fn begin_import(&mut self) {
        self.names_left = 2;
        self.expect(Kind::NameLength);
    }

    fn end_name(&mut self) {
        self.names_left = self.names_left.wrapping_sub(1);
        self.expect(match self.names_left {
            0 => Kind::Import,
            _ => Kind::NameLength,
        });
    }

    fn begin_function(&mut self) {
        self.instructions = 0;
        self.function += 1;
        self.operands.begin_function();
        self.n_pending = 0;
        self.expect(match self.n_functions_left {
            0 => Kind::SectionId,
            _ => Kind::NLocalGroups,
        });
    }

    fn instruction(&mut self, code: u8) {
        self.instructions = self.instructions << 8 | u64::from(code);
        self.operands.instruction(code);
        if code == 0x0b && self.operands.depth == 0 {
            self.n_functions_left = self.n_functions_left.wrapping_sub(1);
            return self.begin_function();
        }
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
            0xfd => self.then(&[Kind::Vector]),
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
            self.pending[usize::from(self.n_pending & 3)] = kind;
            self.n_pending += 1;
        }
        self.proceed();
    }

    fn proceed(&mut self) {
        match self.n_pending {
            0 => self.expect(Kind::Instruction),
            n => {
                self.n_pending = n - 1;
                self.expect(self.pending[usize::from((n - 1) & 3)]);
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
