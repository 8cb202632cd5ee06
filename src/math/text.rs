//! Texts put together.

/// The parts with the separator between them. In place of the standard `join`, whose code for
/// each kind of part and separator weighs a kilobyte in what a reader loads.
pub fn joined<S: AsRef<str>>(parts: &[S], separator: &str) -> String {
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            text.push_str(separator);
        }
        text.push_str(part.as_ref());
    }
    text
}
