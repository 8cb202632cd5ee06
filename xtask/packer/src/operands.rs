//! The types of the operands on the stack, followed through a function.
//!
//! What an instruction may be depends on what lies on the stack: with two numbers of 64 bits
//! there an addition is likely, with nothing a `local.get`. No other context tells as much.

/// Types that are remembered.
const N_TYPES: usize = 1 << 10;
/// Functions that are remembered.
const N_FUNCTIONS: usize = 1 << 13;
/// Locals of a function that are remembered, and places by a local.
const N_LOCALS: usize = 1 << 10;
/// Operands that are remembered.
const N_OPERANDS: usize = 64;
/// Blocks within each other that are remembered.
const N_BLOCKS: usize = 256;
/// Parameters of a type that are remembered.
const N_PARAMETERS: usize = 21;

/// What a value is: 1 for `i32`, 2 `i64`, 3 `f32`, 4 `f64`, 5 `v128`, 0 for none.
type Type = u8;

const I32: Type = 1;
const I64: Type = 2;
const F32: Type = 3;
const F64: Type = 4;

/// What a function takes and gives.
#[derive(Clone, Copy)]
struct Signature {
    n_parameters: u8,
    /// Three bits each, the last lowest.
    parameters: u64,
    result: Type,
}

/// A value on the stack.
#[derive(Clone, Copy)]
struct Operand {
    of: Type,
    /// The local that it was read from, counted from 1.
    local: u32,
}

const NOTHING: Operand = Operand { of: 0, local: 0 };

/// A block that has begun: how high the stack was, and what the block gives.
#[derive(Clone, Copy)]
struct Block {
    height: u32,
    result: Type,
}

const NO_BLOCK: Block = Block {
    height: 0,
    result: 0,
};

/// The state of a module that is read byte by byte. What there is too much of takes the place
/// of something else: guesses become worse then, and nothing breaks.
pub(crate) struct Operands {
    signatures: [Signature; N_TYPES],
    n_signatures: usize,
    /// Types of the functions, the imported ones first.
    functions: [u16; N_FUNCTIONS],
    n_functions: usize,
    /// The function whose body is next.
    next: usize,
    locals: [Type; N_LOCALS],
    n_locals: usize,
    stack: [Operand; N_OPERANDS],
    /// Values on the stack.
    pub(crate) height: u32,
    blocks: [Block; N_BLOCKS],
    /// Blocks that have begun in this function, itself included.
    pub(crate) depth: u32,
    /// The local that the address of the last load or store was read from, counted from 1.
    pub(crate) base: u32,
    /// The last offset from each such local, counted from 1.
    offsets: [u32; N_LOCALS],
    /// The local that was written last, and the highest one so far.
    pub(crate) written: u32,
    pub(crate) highest: u32,
}

impl Operands {
    pub(crate) const fn new() -> Self {
        Self {
            signatures: [Signature {
                n_parameters: 0,
                parameters: 0,
                result: 0,
            }; N_TYPES],
            n_signatures: 0,
            functions: [0; N_FUNCTIONS],
            n_functions: 0,
            next: 0,
            locals: [0; N_LOCALS],
            n_locals: 0,
            stack: [NOTHING; N_OPERANDS],
            height: 0,
            blocks: [NO_BLOCK; N_BLOCKS],
            depth: 0,
            base: 0,
            offsets: [0; N_LOCALS],
            written: 0,
            highest: 0,
        }
    }

    pub(crate) fn begin_signature(&mut self, n_parameters: u32) {
        self.signatures[self.n_signatures % N_TYPES] = Signature {
            n_parameters: n_parameters as u8,
            parameters: 0,
            result: 0,
        };
    }

    pub(crate) fn parameter(&mut self, byte: u8) {
        let signature = &mut self.signatures[self.n_signatures % N_TYPES];
        signature.parameters = signature.parameters << 3 | u64::from(value_type(byte));
    }

    pub(crate) fn result(&mut self, byte: u8) {
        self.signatures[self.n_signatures % N_TYPES].result = value_type(byte);
    }

    pub(crate) const fn end_signature(&mut self) {
        self.n_signatures += 1;
    }

    /// An imported function.
    pub(crate) fn import(&mut self, signature: u32) {
        self.declare(signature);
        self.next = self.n_functions;
    }

    /// A function whose body comes later.
    pub(crate) fn declare(&mut self, signature: u32) {
        self.functions[self.n_functions % N_FUNCTIONS] = signature as u16;
        self.n_functions += 1;
    }

    fn signature(&self, function: usize) -> Signature {
        let number = self.functions[function % N_FUNCTIONS];
        self.signatures[usize::from(number) % N_TYPES]
    }

    pub(crate) fn begin_function(&mut self) {
        let signature = self.signature(self.next);
        self.next += 1;
        let n_parameters = usize::from(signature.n_parameters).min(N_PARAMETERS);
        for (nth, local) in self.locals[..n_parameters].iter_mut().rev().enumerate() {
            *local = (signature.parameters >> (3 * nth) & 7) as Type;
        }
        self.n_locals = n_parameters;
        self.highest = n_parameters as u32;
        self.height = 0;
        self.depth = 1;
        self.blocks[0] = NO_BLOCK;
        self.offsets = [0; N_LOCALS];
    }

    pub(crate) fn declare_locals(&mut self, n: u32, byte: u8) {
        let end = self.n_locals.saturating_add(n as usize).min(N_LOCALS);
        self.locals[self.n_locals..end].fill(value_type(byte));
        self.n_locals = end;
    }

    fn push(&mut self, of: Type, local: u32) {
        self.stack[self.height as usize % N_OPERANDS] = Operand { of, local };
        self.height += 1;
    }

    const fn pop(&mut self, n: u32) {
        self.height = self.height.saturating_sub(n);
    }

    fn top(&self, nth: u32) -> Operand {
        match self.height.checked_sub(nth + 1) {
            Some(place) => self.stack[place as usize % N_OPERANDS],
            None => NOTHING,
        }
    }

    /// The type of the value that is so far below the top.
    pub(crate) fn top_type(&self, nth: u32) -> Type {
        self.top(nth).of
    }

    /// The last offset from the present base.
    pub(crate) const fn last_offset(&self) -> u32 {
        self.offsets[self.base as usize % N_LOCALS]
    }

    pub(crate) const fn offset(&mut self, offset: u32) {
        self.offsets[self.base as usize % N_LOCALS] = offset.wrapping_add(1);
    }

    /// The index of `local.get`, `local.set` or `local.tee`, whichever the instruction is.
    pub(crate) fn local(&mut self, instruction: u8, index: u32) {
        if instruction == 0x20 {
            let of = self.locals[index as usize % N_LOCALS];
            self.push(of, index.wrapping_add(1));
        } else {
            self.written = index;
            if instruction == 0x22 && self.height > 0 {
                let top = self.height - 1;
                self.stack[top as usize % N_OPERANDS].local = index.wrapping_add(1);
            }
        }
        self.highest = self.highest.max(index);
    }

    pub(crate) fn call(&mut self, function: u32) {
        self.apply(self.signature(function as usize));
    }

    pub(crate) fn call_indirect(&mut self, signature: u32) {
        self.pop(1);
        self.apply(self.signatures[signature as usize % N_TYPES]);
    }

    fn apply(&mut self, signature: Signature) {
        self.pop(u32::from(signature.n_parameters));
        if signature.result != 0 {
            self.push(signature.result, 0);
        }
    }

    /// The type of the block that has begun last.
    pub(crate) const fn block_type(&mut self, byte: u8) {
        self.blocks[self.depth.wrapping_sub(1) as usize % N_BLOCKS].result = value_type(byte);
    }

    /// What an instruction does; calls and locals follow with their indices.
    pub(crate) fn instruction(&mut self, code: u8) {
        let (n_taken, given) = match code {
            0x00 | 0x0c | 0x0f => (self.height, 0),
            0x02..=0x04 => {
                self.pop(u32::from(code == 0x04));
                self.blocks[self.depth as usize % N_BLOCKS] = Block {
                    height: self.height,
                    result: 0,
                };
                self.depth += 1;
                (0, 0)
            }
            0x05 => {
                self.height = self.blocks[self.depth.wrapping_sub(1) as usize % N_BLOCKS].height;
                (0, 0)
            }
            0x0b => {
                self.depth = self.depth.wrapping_sub(1);
                let block = self.blocks[self.depth as usize % N_BLOCKS];
                self.height = block.height;
                (0, block.result)
            }
            0x0d | 0x0e | 0x1a | 0x21 | 0x24 => (1, 0),
            0x1b => (2, 0),
            0x23 | 0x3f | 0x41 => (0, I32),
            0x42 => (0, I64),
            0x43 => (0, F32),
            0x44 => (0, F64),
            0x28..=0x35 => {
                self.base = self.top(0).local;
                (1, loaded(code))
            }
            0x36..=0x3e => {
                self.base = self.top(1).local;
                (2, 0)
            }
            0x45 | 0x50 | 0x67..=0x69 => (1, I32),
            0x46..=0x4f | 0x51..=0x66 | 0x6a..=0x78 => (2, I32),
            0x79..=0x7b => (1, I64),
            0x7c..=0x8a => (2, I64),
            0x8b..=0x91 => (1, F32),
            0x92..=0x98 => (2, F32),
            0x99..=0x9f => (1, F64),
            0xa0..=0xa6 => (2, F64),
            0xa7..=0xab | 0xbc | 0xc0 | 0xc1 => (1, I32),
            0xac..=0xb1 | 0xbd | 0xc2..=0xc4 => (1, I64),
            0xb2..=0xb6 | 0xbe => (1, F32),
            0xb7..=0xbb | 0xbf => (1, F64),
            _ => (0, 0),
        };
        self.pop(n_taken);
        if given != 0 {
            self.push(given, 0);
        }
    }
}

/// What an instruction loads.
const fn loaded(code: u8) -> Type {
    match code {
        0x29 | 0x30..=0x35 => I64,
        0x2a => F32,
        0x2b => F64,
        _ => I32,
    }
}

const fn value_type(byte: u8) -> Type {
    match byte {
        0x7f => I32,
        0x7e => I64,
        0x7d => F32,
        0x7c => F64,
        0x7b => 5,
        0x40 => 0,
        _ => 6,
    }
}
