//! The languages of the interface, and what a struct of words is made with.

/// Makes the list of languages, and a place for each of them in [`Translations`].
macro_rules! languages {
    ($($(#[doc = $doc:literal])* $name:ident = $tag:ident,)+) => {
        /// A language of the interface. Where none is asked for, it is the first one.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Language {
            $($(#[doc = $doc])* $name,)+
        }

        impl Language {
            /// All languages.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Their tags, as in the attribute `lang`.
            pub const TAGS: &'static [&'static str] = &[$(stringify!($tag)),+];
        }

        /// The same words in every language, so that what is missing in one does not compile.
        #[derive(Debug)]
        pub struct Translations<T: ?Sized + 'static> {
            $($(#[doc = $doc])* pub $tag: &'static T,)+
        }

        impl<T: ?Sized> Translations<T> {
            /// The words in a language.
            pub const fn of(&self, language: Language) -> &'static T {
                match language {
                    $(Language::$name => self.$tag,)+
                }
            }
        }
    };
}

languages! {
    /// Korean.
    Korean = ko,
    /// English.
    English = en,
    /// Japanese.
    Japanese = ja,
}

impl Language {
    /// The tag, as in the attribute `lang`.
    pub const fn tag(self) -> &'static str {
        Self::TAGS[self as usize]
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::ALL[0]
    }
}

/// Declares a struct of words that never change and that the page asks for by name.
macro_rules! labels {
    (
        $(#[doc = $what:literal])* $name:ident:
        $($(#[doc = $doc:literal])* $field:ident,)+
    ) => {
        $(#[doc = $what])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name {
            $($(#[doc = $doc])* pub $field: &'static str,)+
        }

        impl $name {
            /// Names, as the page's template and scripts write them (`stepBack`), and words.
            pub fn pairs(&self) -> Vec<(String, &'static str)> {
                let names = [$(stringify!($field)),+];
                let words = [$(self.$field),+];
                let names = names.into_iter().map($crate::language::camel_case);
                names.zip(words).collect()
            }
        }
    };
}

pub(crate) use labels;

pub(crate) fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let mut joined = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        joined.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        joined.push_str(letters.as_str());
    }
    joined
}
