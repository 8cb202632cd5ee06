//! Sentences with places for values, for languages that order them each in their way.

/// Longer names are cut in sentences.
const NAME: usize = 60;

/// A name as it has room in a sentence.
pub fn shortened(name: &str) -> String {
    match name.char_indices().nth(NAME) {
        Some((end, _)) => [&name[..end], "…"].concat(),
        None => name.to_owned(),
    }
}

/// The sentence with the values in their places, `{0}` to `{9}`.
pub fn filled(sentence: &str, values: &[String]) -> String {
    let mut parts = sentence.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (index, rest) = part.split_once('}').unwrap_or(("", part));
        let value = index
            .parse()
            .ok()
            .and_then(|index: usize| values.get(index));
        text.push_str(value.map_or("", String::as_str));
        text.push_str(rest);
    }
    text
}
