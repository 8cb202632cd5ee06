//! Compiles the crate for the browser and makes the JavaScript glue.

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::{compile, order, setup, target};

/// The stem that wasm-bindgen gives to all its files.
const NAME: &str = "descent_widget";

/// How much of the crate a module holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The race: what the first figure of a page needs.
    Core,
    /// Everything, with the lessons and the experiments on networks.
    Whole,
    /// The same with the network that `cargo xtask bench` trains; nobody loads it.
    Bench,
}

impl Part {
    /// The name under which the split builds ship the part's wasm, packed.
    pub(crate) const fn packed_file(self) -> &'static str {
        match self {
            Self::Core => "descent_widget_bg.wasm.gz",
            Self::Whole | Self::Bench => "descent_widget_lessons_bg.wasm.gz",
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Whole => "whole",
            Self::Bench => "bench",
        }
    }

    const fn features(self) -> &'static str {
        match self {
            Self::Core => "web",
            Self::Whole => "web,lessons",
            Self::Bench => "web,bench",
        }
    }

    /// Whether it has the experiments on networks, and so has to run in every engine.
    const fn trains(self) -> bool {
        matches!(self, Self::Whole | Self::Bench)
    }
}

/// What wasm-bindgen made of the crate.
pub(crate) struct Bindings {
    /// What it holds.
    pub(crate) part: Part,
    /// The folder with the glue, which the bundler reads as `./pkg`.
    pub(crate) folder: PathBuf,
    pub(crate) wasm: Vec<u8>,
    /// The same as gzip: what the modules load or carry.
    pub(crate) packed: Vec<u8>,
    /// The TypeScript declarations of everything that the glue exports.
    pub(crate) types: String,
}

impl Bindings {
    /// The name that wasm-bindgen gives to the wasm.
    pub(crate) const WASM_FILE: &str = "descent_widget_bg.wasm";

    /// Where the glue of a part's last build is.
    pub(crate) fn folder(part: Part) -> Result<PathBuf> {
        Ok(target()?.join("bindings").join(part.name()))
    }

    /// Sets up the target, compiles and binds.
    pub(crate) fn build(part: Part) -> Result<Self> {
        setup::wasm_target()?;
        compile::for_readers(part.features(), !part.trains())?;

        let folder = Self::folder(part)?;
        // wasm-bindgen only adds files, so a renamed one would stay for ever.
        let _ = fs::remove_dir_all(&folder);
        Bindgen::new()
            .input_path(compile::folder()?.join(NAME).with_extension("wasm"))
            .web(true)?
            .typescript(true)
            .generate(&folder)
            .context(
                "wasm-bindgen could not bind the module; if it speaks of two versions, \
                 give `wasm-bindgen-cli-support` in xtask/Cargo.toml the version that \
                 Cargo.lock has for `wasm-bindgen`",
            )?;
        let wasm = shorten(&folder)?;
        let packed = pack(&wasm)?;
        fs::write(
            folder.join(Self::WASM_FILE).with_extension("wasm.gz"),
            &packed,
        )?;
        if part.trains() {
            let kernel = folder.join("kernel.wasm");
            crate::kernel::build(&kernel)?;
            let kernel = fs::read(&kernel)?;
            fs::write(folder.join("kernel.gz"), pack(&kernel)?)?;
            let unpacker = crate::unpacker::build(&folder)?;
            fs::write(folder.join("unpacker.gz"), pack(&unpacker)?)?;
            let packed = packer::pack(&[&wasm, &kernel]);
            ensure!(
                packer::unpack(&packed) == [&*wasm, &*kernel],
                "the engine does not come out of its packing as it went in"
            );
            fs::write(folder.join("whole.packed"), packed)?;
        }
        Ok(Self {
            part,
            wasm,
            packed,
            types: fs::read_to_string(folder.join(NAME).with_extension("d.ts"))?,
            folder,
        })
    }
}

/// Takes the sixteen random digits off the names of the functions that the wasm imports from
/// the glue: no compressor can shorten them. Functions of one name get a number. What the wasm
/// exports to the glue gets a short name, too.
fn shorten(folder: &Path) -> Result<Vec<u8>> {
    let path = folder.join(Bindings::WASM_FILE);
    let glue_path = folder.join(NAME).with_extension("js");
    let mut glue = fs::read_to_string(&glue_path)?;
    let mut module = walrus::ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse_file(&path)?;
    drop_closures(&mut module);
    let mut known = BTreeMap::new();
    for import in module.imports.iter_mut() {
        let name = match import
            .name
            .strip_prefix("__wbg_")
            .and_then(|it| it.rsplit_once('_'))
        {
            Some((name, digits)) if digits.len() == 16 => name.to_owned(),
            _ => continue,
        };
        let count = known.entry(name.clone()).or_insert(0);
        *count += 1;
        let name = if *count > 1 {
            format!("{name}{count}")
        } else {
            name
        };
        let (long, short) = (format!(" {}: ", import.name), format!(" {name}: "));
        ensure!(
            glue.matches(&long).count() == 1,
            "the glue does not define {} once",
            import.name
        );
        glue = glue.replace(&long, &short);
        import.name = name;
    }
    for (index, export) in module.exports.iter_mut().enumerate() {
        let call = format!("wasm.{}(", export.name);
        let is_function = matches!(export.item, walrus::ExportItem::Function(_));
        if is_function && !export.name.starts_with("__wbindgen") && glue.contains(&call) {
            export.name = format!("e{index}");
            glue = glue.replace(&call, &format!("wasm.{}(", export.name));
        }
    }
    // For `using`, which our shell does not write.
    glue = glue
        .lines()
        .filter(|line| !line.starts_with("if (Symbol.dispose)"))
        .collect::<Vec<_>>()
        .join("\n");
    let wasm = order::by_type(&module.emit_wasm())?;
    glue.push_str(START);
    fs::write(&glue_path, glue)?;
    fs::write(&path, &wasm)?;
    Ok(wasm)
}

/// A start for modules that have the bytes: without the fetching, the falling back and the
/// warnings of wasm-bindgen's own, which the bundler then leaves out.
const START: &str = "
export async function run(bytes) {
    const { instance, module } = await WebAssembly.instantiate(bytes, __wbg_get_imports());
    __wbg_finalize_init(instance, module);
}
";

/// Takes out what JavaScript would call a Rust closure with. The crate hands none over, but
/// js-sys lists one for each kind that its functions take, and nothing else can tell that
/// they are never called.
fn drop_closures(module: &mut walrus::Module) {
    let is_idle = |function: &walrus::Function| {
        let name = function.name.as_deref().unwrap_or_default();
        name.contains("convert::closures::") && name.contains("::invoke")
    };
    let idle: HashSet<_> = module
        .funcs
        .iter()
        .filter(|function| is_idle(function))
        .map(|function| function.id())
        .collect();
    for segment in module.elements.iter_mut() {
        if let walrus::ElementItems::Functions(functions) = &mut segment.items
            && let Some(&other) = functions.iter().find(|it| !idle.contains(it))
        {
            for function in functions.iter_mut().filter(|it| idle.contains(it)) {
                *function = other;
            }
        }
    }
    walrus::passes::gc::run(module);
}

/// Gzip by an encoder that takes its time. It has no time stamp: the same bytes at every run.
fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(
        zopfli::Options::default(),
        zopfli::Format::Gzip,
        bytes,
        &mut packed,
    )?;
    Ok(packed)
}
