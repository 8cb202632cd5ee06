//! The lesson with pictures of a reader's own.

use crate::experiments::network::data::{DataAction, OwnData};
use crate::experiments::network::describe;
use crate::lessons::files::describe as files;
use crate::locale;
use crate::nn::DatasetImporter;
use crate::registry;
use crate::web::action::{Concern, Outcome};
use crate::web::figure::Figure;
use crate::web::full::sheets::LessonOptions;
use crate::web::json::{Text, object};
use std::cell::{Cell, RefCell};

object! {
    /// Which data the figure has.
    struct FilesSheet {
        text: String,
        /// Whether it is the reader's own.
        is_own: bool,
        /// What came of the files that were given last.
        message: Option<Text>,
        /// What was wrong with them.
        problem: Option<Text>,
    }
}

impl Figure {
    /// Files are to come; those that came before and were not finished are forgotten.
    pub(super) fn begin_files(&mut self) -> Concern {
        self.build.importer = Some(DatasetImporter::default());
        self.build.imported = None;
        Concern::Nothing
    }

    /// Begins the next file.
    pub(super) fn open_file(&mut self, name: &str) -> Concern {
        if let Some(importer) = &mut self.build.importer {
            importer.open(name);
        }
        Concern::Nothing
    }

    /// Takes the next piece of it, or says what is wrong with all of them, so that the rest need
    /// not come.
    pub(super) fn take_bytes(&mut self, bytes: &[u8], outcome: &mut Outcome) -> Concern {
        let importer = self.build.importer.as_mut();
        match importer.is_some_and(|importer| importer.take(bytes)) {
            true => Concern::Nothing,
            false => self.end_files(outcome),
        }
    }

    /// The rest of it cannot be had.
    pub(super) fn spoil_file(&mut self) -> Concern {
        if let Some(importer) = &mut self.build.importer {
            importer.spoil();
        }
        Concern::Nothing
    }

    /// All files have come: trains with them, or says what is wrong and leaves all as it was.
    pub(super) fn end_files(&mut self, outcome: &mut Outcome) -> Concern {
        let imported = self.build.importer.take().unwrap_or_default().finish();
        let imported = imported.map(|own| self.act(DataAction::Own(own.into()).into()));
        self.build.imported = Some(imported);
        (outcome.message, outcome.problem) = self.imported();
        Concern::Settings
    }

    /// What came of the files that were given last, and what was wrong with them.
    fn imported(&self) -> (Option<Text>, Option<Text>) {
        let words = locale::FILES.of(self.language);
        match &self.build.imported {
            None => (None, None),
            Some(Ok(())) => (Some(words.sentences.taken.into()), None),
            Some(Err(problem)) => (None, Some(files::problem(problem, words).into())),
        }
    }

    /// Which data the figure has, in words, and whether it is the reader's own.
    pub(super) fn files_sheet(&mut self, _: &LessonOptions) -> Option<FilesSheet> {
        let facts = self.lab.own_facts();
        let language = self.language;
        let words = locale::NETWORK.of(language);
        let experiment = registry::full::network(&self.lab);
        let has_test = experiment.is_none_or(|it| it.tests());
        let text = describe::source(facts, has_test, words);
        let is_own = facts.is_some();
        let (message, problem) = self.imported();
        Some(FilesSheet {
            text,
            is_own,
            message,
            problem,
        })
    }
}

thread_local! {
    /// The data of the figure that left its page last, under the number in its text: it may
    /// come back. One set and not more, since such data is large.
    static SHELF: RefCell<Option<(u32, OwnData)>> = const { RefCell::new(None) };
    static N_SHELVED: Cell<u32> = const { Cell::new(0) };
}

/// Marks the line with the number in a figure's text.
const MARK: char = '#';

impl Figure {
    /// What links say about the data; nothing of the digits.
    pub(super) fn files_note(&self) -> &'static str {
        let note = locale::FILES.of(self.language).sentences.not_linked;
        self.lab.own_facts().map_or("", |_| note)
    }

    /// Adds to the text of a figure that leaves its page where its data lies.
    pub(in crate::web) fn shelve(&self, text: String) -> String {
        let Some(own) = self.lab.own_data() else {
            return text;
        };
        let number = N_SHELVED.get() + 1;
        N_SHELVED.set(number);
        SHELF.replace(Some((number, own.clone())));
        format!("{MARK}{number}\n{text}")
    }

    /// Takes such data back; gives the rest of the text.
    pub(in crate::web) fn unshelve<'a>(&mut self, text: &'a str) -> &'a str {
        let marked = text
            .strip_prefix(MARK)
            .and_then(|text| text.split_once('\n'));
        let Some((number, rest)) = marked else {
            return text;
        };
        let is_it = |(shelved, _): &mut (u32, OwnData)| number.parse() == Ok(*shelved);
        if let Some((_, own)) = SHELF.with_borrow_mut(|shelf| shelf.take_if(is_it)) {
            self.act(DataAction::Own(own).into());
        }
        rest
    }
}
