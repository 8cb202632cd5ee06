//! Puts the functions of a module into the order in which it packs best: those of one type side
//! by side, so that the list of their types is short and a call's index tells what it takes.

use anyhow::{Context as _, Result, ensure};
use wasm_encoder::{
    CodeSection, DataCountSection, DataSection, ElementSection, ExportSection, FunctionSection,
    GlobalSection, ImportSection, MemorySection, Module, StartSection, TableSection, TypeSection,
    reencode::{self, Reencode},
};
use wasmparser::{FunctionBody, Parser, Payload, TypeRef};

/// The module with its functions in another order.
pub(crate) fn by_type(module: &[u8]) -> Result<Vec<u8>> {
    let functions = Functions::of(module)?;
    let mut order: Vec<_> = (0..functions.types.len()).collect();
    order.sort_by_key(|&function| functions.types[function]);
    functions
        .in_order(module, &order)
        .context("the functions of the module could not be put into another order")
}

/// What a module says of its functions in two places.
struct Functions<'a> {
    n_imported: usize,
    types: Vec<u32>,
    bodies: Vec<FunctionBody<'a>>,
}

impl<'a> Functions<'a> {
    fn of(module: &'a [u8]) -> Result<Self> {
        let mut functions = Self {
            n_imported: 0,
            types: Vec::new(),
            bodies: Vec::new(),
        };
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let is_function = matches!(import?.ty, TypeRef::Func(_));
                        functions.n_imported += usize::from(is_function);
                    }
                }
                Payload::FunctionSection(section) => {
                    functions.types = section.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::CodeSectionEntry(body) => functions.bodies.push(body),
                _ => {}
            }
        }
        ensure!(functions.types.len() == functions.bodies.len());
        Ok(functions)
    }

    fn in_order(&self, module: &[u8], order: &[usize]) -> Result<Vec<u8>> {
        let mut indices: Vec<_> = (0..self.n_imported + order.len()).collect();
        for (place, &function) in order.iter().enumerate() {
            indices[self.n_imported + function] = self.n_imported + place;
        }
        let mut numbers = Numbers(indices);
        let mut ordered = Module::new();
        /// Writes a section with the new indices.
        macro_rules! section {
            ($kind:ident, $parse:ident, $section:ident) => {{
                let mut section = $kind::new();
                numbers.$parse(&mut section, $section)?;
                ordered.section(&section);
            }};
        }
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::TypeSection(it) => section!(TypeSection, parse_type_section, it),
                Payload::ImportSection(it) => section!(ImportSection, parse_import_section, it),
                Payload::FunctionSection(_) => {
                    let mut section = FunctionSection::new();
                    for &function in order {
                        section.function(self.types[function]);
                    }
                    ordered.section(&section);
                }
                Payload::TableSection(it) => section!(TableSection, parse_table_section, it),
                Payload::MemorySection(it) => section!(MemorySection, parse_memory_section, it),
                Payload::GlobalSection(it) => section!(GlobalSection, parse_global_section, it),
                Payload::ExportSection(it) => section!(ExportSection, parse_export_section, it),
                Payload::StartSection { func, .. } => {
                    let function_index = numbers.function_index(func)?;
                    ordered.section(&StartSection { function_index });
                }
                Payload::ElementSection(it) => section!(ElementSection, parse_element_section, it),
                Payload::DataCountSection { count, .. } => {
                    ordered.section(&DataCountSection { count });
                }
                Payload::CodeSectionStart { .. } => {
                    let mut section = CodeSection::new();
                    for &function in order {
                        let body = self.bodies[function].clone();
                        numbers.parse_function_body(&mut section, body)?;
                    }
                    ordered.section(&section);
                }
                Payload::DataSection(it) => section!(DataSection, parse_data_section, it),
                // What a custom section says is for tools, which have done their work.
                Payload::Version { .. }
                | Payload::CodeSectionEntry(_)
                | Payload::CustomSection(_)
                | Payload::End(_) => {}
                other => anyhow::bail!("no place is known for {other:?}"),
            }
        }
        Ok(ordered.finish())
    }
}

/// The new index of each function.
struct Numbers(Vec<usize>);

impl Reencode for Numbers {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, old: u32) -> Result<u32, reencode::Error<Self::Error>> {
        Ok(self.0[old as usize] as u32)
    }
}
