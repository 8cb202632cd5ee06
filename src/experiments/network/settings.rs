//! The rows of the table that set the experiments on networks.
//!
//! What is left out is the lab's own, which is the book's: see `crate::experiments::network::model`.

#[cfg(feature = "lessons")]
use crate::lab::parse;
use crate::lab::settings::macros::documentation;
use crate::lab::settings::table::{Kind, Setting};
#[cfg(feature = "lessons")]
use crate::lab::settings::{Choice, LabName};
#[cfg(feature = "lessons")]
use crate::math::{joined, numeral};
#[cfg(feature = "lessons")]
use crate::nn::{Activation, Init, LogUniform};

/// What is set for the experiments on networks; `None` stands for the lab's own.
#[cfg(feature = "lessons")]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StudySettings {
    /// How many iterations.
    pub iterations: Option<usize>,
    /// Pictures of a mini-batch.
    pub batch: Option<usize>,
    /// Units of each hidden layer.
    pub hidden: Option<Vec<usize>>,
    /// The activation function.
    pub activation: Option<Activation>,
    /// The initial weights, one for each lane of the lab that compares them.
    pub inits: Option<Vec<Init>>,
    /// λ of the weight decay.
    pub weight_decay: Option<f64>,
    /// Share of the units that dropout leaves out.
    pub dropout: Option<f64>,
    /// Pictures to train on.
    pub train_size: Option<usize>,
    /// Share of their labels that are wrong.
    pub label_noise: Option<f64>,
    /// Trials of the search.
    pub trials: Option<usize>,
    /// The trial that is looked at, from 1.
    pub trial: Option<usize>,
    /// Learning rates of the search.
    pub rates: Option<LogUniform>,
    /// Weight decays of the search.
    pub decays: Option<LogUniform>,
}

/// Most iterations of a run.
pub const MAX_ITERATIONS: usize = 20_000;
/// Largest mini-batch.
pub const MAX_BATCH: usize = 1000;
/// Most hidden layers.
pub const MAX_LAYERS: usize = 8;
/// Most units of a hidden layer.
pub const MAX_UNITS: usize = 200;
/// Most trials of a search.
pub const MAX_TRIALS: usize = 400;
/// What the ranges of a search may hold.
pub const POWERS: (f64, f64) = (1e-12, 1e3);
/// The range of λ.
pub const WEIGHT_DECAY: (f64, f64) = (0.0, 10.0);
/// The range of the share that dropout leaves out.
pub const DROPOUT: (f64, f64) = (0.0, 0.9);
/// Fewest pictures to train on, and most: as many as MNIST has.
pub const TRAIN_SIZE: (usize, usize) = (10, 60_000);

/// A row of this file. The core only keeps its text, for the whole to read.
macro_rules! row {
    (
        $name:ident: $attribute:literal $property:literal $kind:ident $(($names:expr))? $default:literal,
        values: $values:literal,
        doc: $doc:literal,
        read: $read:expr,
        write: $write:expr,
        copy: $copy:expr,
    ) => {
        pub(crate) const $name: Setting = Setting {
            attribute: $attribute,
            property: $property,
            kind: Kind::$kind $(($names))?,
            // The package's types are made without any feature.
            #[cfg(any(feature = "lessons", not(feature = "web")))]
            values: $values,
            #[cfg(all(feature = "web", not(feature = "lessons")))]
            values: "",
            default: $default,
            doc: documentation!($doc),
            #[cfg(feature = "lessons")]
            read: $read,
            #[cfg(not(feature = "lessons"))]
            read: |_, _| Ok(()),
            #[cfg(feature = "lessons")]
            write: $write,
            #[cfg(not(feature = "lessons"))]
            write: |_| String::new(),
            #[cfg(feature = "lessons")]
            copy: $copy,
            #[cfg(not(feature = "lessons"))]
            copy: |_, _| (),
        };
    };
}

/// Takes a field of the experiments over.
#[cfg(feature = "lessons")]
macro_rules! copy_study {
    ($field:ident) => {
        |settings, other| settings.study.$field.clone_from(&other.study.$field)
    };
}

#[cfg(feature = "lessons")]
fn whole(text: &str, low: usize, high: usize) -> Result<Option<usize>, parse::Refused> {
    match text.trim() {
        "" => Ok(None),
        text => Ok(Some(parse::integer(text, low as u64, high as u64)? as usize)),
    }
}

#[cfg(feature = "lessons")]
fn share(text: &str, (low, high): (f64, f64)) -> Result<Option<f64>, parse::Refused> {
    match text.trim() {
        "" => Ok(None),
        text => match parse::number(text, low, high) {
            Some(value) => Ok(Some(value)),
            None => Err(parse::Refused::Value),
        },
    }
}

#[cfg(feature = "lessons")]
fn whole_text(value: Option<usize>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

#[cfg(feature = "lessons")]
fn share_text(value: Option<f64>) -> String {
    value.map_or_else(String::new, numeral::shortest)
}

/// Words that are read one by one; all of them have to be allowed.
#[cfg(feature = "lessons")]
fn list<T>(
    text: &str,
    most: usize,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<Vec<T>>, parse::Refused> {
    let values: Option<Vec<T>> = text.split_whitespace().map(read).collect();
    match values {
        Some(values) if values.is_empty() => Ok(None),
        Some(values) if values.len() <= most => Ok(Some(values)),
        _ => Err(parse::Refused::Value),
    }
}

/// The initial weights of that name, or of that standard deviation.
#[cfg(feature = "lessons")]
pub fn init(text: &str) -> Option<Init> {
    match text {
        "xavier" => Some(Init::Xavier),
        "he" => Some(Init::He),
        number => parse::number(number, 1e-6, 10.0).map(Init::Fixed),
    }
}

/// Its name, or its number.
#[cfg(feature = "lessons")]
pub fn init_text(init: Init) -> String {
    match init {
        Init::Xavier => "xavier".to_owned(),
        Init::He => "he".to_owned(),
        Init::Fixed(deviation) => numeral::shortest(deviation),
    }
}

/// Two positive numbers, the ends of a range of powers of ten.
#[cfg(feature = "lessons")]
fn powers(text: &str) -> Result<Option<LogUniform>, parse::Refused> {
    let ends = list(text, 2, |word| parse::number(word, POWERS.0, POWERS.1))?;
    match ends.as_deref() {
        None => Ok(None),
        Some(&[low, high]) if low < high => {
            Ok(Some(LogUniform::new(libm::log10(low), libm::log10(high))))
        }
        Some(_) => Err(parse::Refused::Value),
    }
}

#[cfg(feature = "lessons")]
pub(crate) fn powers_text(range: Option<LogUniform>) -> String {
    let end = |exponent: f64| numeral::shortest(rounded(libm::pow(10.0, exponent)));
    range.map_or_else(String::new, |range| {
        joined(&[end(range.lowest), end(range.highest)], " ")
    })
}

/// To six digits, so that the logarithm leaves no trace.
#[cfg(feature = "lessons")]
pub(crate) fn rounded(value: f64) -> f64 {
    let digits = 5.0 - f64::floor(libm::log10(value));
    // Both powers are exact, so that the result is the nearest to its decimals.
    let scale = libm::pow(10.0, digits.abs());
    if digits < 0.0 {
        libm::round(value / scale) * scale
    } else {
        libm::round(value * scale) / scale
    }
}

/// The core does not know the names.
#[cfg(feature = "lessons")]
const LAB_NAMES: &[&str] = LabName::NAMES;
#[cfg(not(feature = "lessons"))]
const LAB_NAMES: &[&str] = &[];

row! {
    LAB: "lab" "lab" Choice (LAB_NAMES) "race",
    values: "`race` `training` `weight-init` `batch-norm` `regularization` `search`",
    doc: "Which experiment of the chapter.",
    read: |settings, text| {
        settings.lab = parse::choice(text)?;
        Ok(())
    },
    write: |settings| settings.lab.name().to_owned(),
    copy: |settings, other| settings.lab = other.lab,
}

row! {
    ITERATIONS: "iterations" "iterations" Number "",
    values: "1 to 20000",
    doc: "How many iterations networks train, a mini-batch each; when left out as many as \
          in the book.",
    read: |settings, text| {
        settings.study.iterations = whole(text, 1, MAX_ITERATIONS)?;
        Ok(())
    },
    write: |settings| whole_text(settings.study.iterations),
    copy: copy_study!(iterations),
}

row! {
    BATCH: "batch" "batch" Number "",
    values: "1 to 1000",
    doc: "Pictures of a mini-batch; when left out as many as in the book.",
    read: |settings, text| {
        settings.study.batch = whole(text, 1, MAX_BATCH)?;
        Ok(())
    },
    write: |settings| whole_text(settings.study.batch),
    copy: copy_study!(batch),
}

row! {
    UNITS: "units" "units" Text "",
    values: "up to 8 numbers from 1 to 200, such as `100 100 100 100`",
    doc: "Units of each hidden layer; when left out those of the book's network.",
    read: |settings, text| {
        let units = |word: &str| parse::integer(word, 1, MAX_UNITS as u64).ok();
        settings.study.hidden =
            list(text, MAX_LAYERS, |word| units(word).map(|units| units as usize))?;
        Ok(())
    },
    write: |settings| {
        let units = settings.study.hidden.iter().flatten().map(usize::to_string);
        joined(&units.collect::<Vec<_>>(), " ")
    },
    copy: copy_study!(hidden),
}

row! {
    ACTIVATION: "activation" "activation" Text "",
    values: "`sigmoid` `relu` `tanh`",
    doc: "The activation function of the hidden layers; when left out ReLU, and sigmoid for \
          the histograms of `weight-init`.",
    read: |settings, text| {
        settings.study.activation = match text.trim() {
            "" => None,
            name => Some(Activation::named(name).ok_or(parse::Refused::Value)?),
        };
        Ok(())
    },
    write: |settings| settings.study.activation.map_or("", Activation::name).to_owned(),
    copy: copy_study!(activation),
}

row! {
    INIT: "init" "init" Text "",
    values: "`xavier`, `he` or standard deviations from 0.000001 to 10; up to four of them \
             for `weight-init`",
    doc: "The initial weights: those that `weight-init` compares, the scale that \
          `batch-norm` shows.",
    read: |settings, text| {
        settings.study.inits = list(text, 4, init)?;
        Ok(())
    },
    write: |settings| {
        let inits = settings.study.inits.iter().flatten();
        joined(&inits.map(|&it| init_text(it)).collect::<Vec<_>>(), " ")
    },
    copy: copy_study!(inits),
}

row! {
    WEIGHT_DECAY_ROW: "weight-decay" "weightDecay" Number "",
    values: "0 to 10",
    doc: "The λ of weight decay of the regularized network; 0.03 when left out.",
    read: |settings, text| {
        settings.study.weight_decay = share(text, WEIGHT_DECAY)?;
        Ok(())
    },
    write: |settings| share_text(settings.study.weight_decay),
    copy: copy_study!(weight_decay),
}

row! {
    DROPOUT_ROW: "dropout" "dropout" Number "",
    values: "0 to 0.9",
    doc: "The share of the units that dropout leaves out in the regularized network; none \
          when left out.",
    read: |settings, text| {
        settings.study.dropout = share(text, DROPOUT)?;
        Ok(())
    },
    write: |settings| share_text(settings.study.dropout),
    copy: copy_study!(dropout),
}

row! {
    TRAIN_SIZE_ROW: "train-size" "trainSize" Number "",
    values: "10 to 60000",
    doc: "Pictures to train on in the lab `regularization`, at most as many as there are; \
          300 when left out, as in the book.",
    read: |settings, text| {
        let (low, high) = TRAIN_SIZE;
        settings.study.train_size = whole(text, low, high)?;
        Ok(())
    },
    write: |settings| whole_text(settings.study.train_size),
    copy: copy_study!(train_size),
}

row! {
    LABEL_NOISE: "label-noise" "labelNoise" Number "",
    values: "0 to 1",
    doc: "The share of these pictures that get a wrong label, on purpose; 0.3 when left \
          out, which makes overfitting visible.",
    read: |settings, text| {
        settings.study.label_noise = share(text, (0.0, 1.0))?;
        Ok(())
    },
    write: |settings| share_text(settings.study.label_noise),
    copy: copy_study!(label_noise),
}

row! {
    TRIALS: "trials" "trials" Number "",
    values: "1 to 400",
    doc: "Trials of the random search; 100 when left out, as in the book.",
    read: |settings, text| {
        settings.study.trials = whole(text, 1, MAX_TRIALS)?;
        Ok(())
    },
    write: |settings| whole_text(settings.study.trials),
    copy: copy_study!(trials),
}

row! {
    TRIAL: "trial" "trial" Number "",
    values: "1 to 400",
    doc: "The trial that `search` looks at, by the order of the draw; when left out the best one.",
    read: |settings, text| {
        settings.study.trial = whole(text, 1, MAX_TRIALS)?;
        Ok(())
    },
    write: |settings| whole_text(settings.study.trial),
    copy: copy_study!(trial),
}

row! {
    RATES: "rates" "rates" Text "",
    values: "two numbers from 1e-12 to 1000, such as `1e-6 1e-2`",
    doc: "The range of learning rates that the search draws from.",
    read: |settings, text| {
        settings.study.rates = powers(text)?;
        Ok(())
    },
    write: |settings| powers_text(settings.study.rates),
    copy: copy_study!(rates),
}

row! {
    DECAYS: "decays" "decays" Text "",
    values: "two numbers from 1e-12 to 1000, such as `1e-8 1e-4`",
    doc: "The range of weight decays that the search draws from.",
    read: |settings, text| {
        settings.study.decays = powers(text)?;
        Ok(())
    },
    write: |settings| powers_text(settings.study.decays),
    copy: copy_study!(decays),
}
