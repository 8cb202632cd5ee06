//! What the rows of the table of settings are written with.

/// Takes a field over.
macro_rules! copy {
    ($field:ident) => {
        |settings, other| settings.$field.clone_from(&other.$field)
    };
}

/// Reads a field that is a choice.
macro_rules! choose {
    ($field:ident) => {
        |settings, text| {
            settings.$field = parse::choice(text)?;
            Ok(())
        }
    };
}

/// A sentence for documentation, which is not part of what a reader loads.
macro_rules! documentation {
    ($sentence:literal) => {
        if cfg!(feature = "web") { "" } else { $sentence }
    };
}

pub(crate) use {choose, copy, documentation};
