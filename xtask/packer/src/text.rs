//! Where in a text the next byte is: its sentences are in three languages.

use crate::contexts::mixed;

/// The characters and the word so far, in UTF-8.
pub(crate) struct Text {
    /// Bytes of the present character.
    begun: u32,
    /// How many it lacks.
    n_missing: u32,
    /// The last characters, the latest first.
    pub(crate) characters: [u32; 4],
    /// The word so far.
    pub(crate) word: u32,
}

impl Text {
    pub(crate) const fn new() -> Self {
        Self {
            begun: 0,
            n_missing: 0,
            characters: [0; 4],
            word: 0,
        }
    }

    /// What is known of the present character.
    pub(crate) const fn present(&self) -> u32 {
        self.begun << 2 | self.n_missing
    }

    /// Takes the byte.
    pub(crate) fn feed(&mut self, byte: u8) {
        if self.n_missing == 0 {
            self.begun = u32::from(byte);
            self.n_missing = match byte {
                0xc0..=0xdf => 1,
                0xe0..=0xef => 2,
                0xf0.. => 3,
                _ => 0,
            };
        } else {
            self.begun = self.begun << 8 | u32::from(byte);
            self.n_missing -= 1;
        }
        if self.n_missing > 0 {
            return;
        }
        let last = self.begun;
        let [a, b, c, _] = self.characters;
        self.characters = [last, a, b, c];
        let is_in_word = last >= 128 || byte.is_ascii_alphanumeric();
        self.word = match is_in_word {
            true => mixed(u64::from(self.word) << 32 | u64::from(last)),
            false => 0,
        };
        self.begun = 0;
    }
}
