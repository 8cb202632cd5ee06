//! Named bundles of settings: figures of the book.

use super::Settings;

/// A bundle of settings under a name. What it does not name is at its default.
#[derive(Debug, PartialEq, Eq)]
pub struct Preset {
    /// Its name in attributes and links.
    pub name: &'static str,
    /// Attributes with their texts.
    pub sets: &'static [(&'static str, &'static str)],
}

/// What a preset leaves as it is unless it names it: how the figure is shown and to whom,
/// not what it shows.
const KEPT: [&str; 8] = [
    "preset", "autoplay", "controls", "lock", "lang", "theme", "speed", "lessons",
];

impl Settings {
    /// The settings that a preset stands for, or the defaults.
    pub(super) fn base(&self, preset: Option<&'static Preset>) -> Self {
        let mut settings = Self::new(self.declarations);
        for (name, text) in preset.map_or(&[][..], |preset| preset.sets) {
            // A test reads every text of the presets.
            let _ = settings.read(name, text);
        }
        settings.preset = preset;
        settings
    }

    /// Begins anew from a preset, or from the defaults.
    pub(crate) fn begin_from(&mut self, preset: Option<&'static Preset>) {
        let base = self.base(preset);
        let sets = preset.map_or(&[][..], |preset| preset.sets);
        for setting in self.declarations.iter() {
            let is_named = sets.iter().any(|(name, _)| *name == setting.name);
            if is_named || !KEPT.contains(&setting.name) {
                (setting.copy)(self, &base);
            }
        }
        self.unknown = base.unknown;
        self.preset = preset;
    }
}
