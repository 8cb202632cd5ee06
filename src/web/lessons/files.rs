//! The lesson with pictures of a reader's own.

use crate::experiments::network::data::OwnData;
use crate::lessons::files::describe as files;
use crate::locale;
use crate::nn::Intake;
use crate::web::figure::Figure;
use crate::web::objects::object;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::wasm_bindgen;

object! {
    /// What became of files of the reader's own.
    pub struct TakenFiles {
        /// Whether the figure trains with them.
        is_taken: bool,
        /// That, or what is wrong.
        text: String,
    }

    /// Which data the figure has.
    pub struct FilesSheet {
        text: String,
        /// Whether it is the reader's own.
        is_own: bool,
    }
}

#[wasm_bindgen]
impl Figure {
    /// Files are to come; those that came before and were not finished are forgotten.
    #[wasm_bindgen(js_name = beginFiles)]
    pub fn begin_files(&mut self) {
        self.intake = Some(Intake::default());
    }

    /// Begins the next file.
    #[wasm_bindgen(js_name = openFile)]
    pub fn open_file(&mut self, name: &str) {
        if let Some(intake) = &mut self.intake {
            intake.open(name);
        }
    }

    /// Takes the next piece of it, unpacked. False where the rest need not come.
    #[wasm_bindgen(js_name = takeBytes)]
    pub fn take_bytes(&mut self, bytes: &[u8]) -> bool {
        let intake = self.intake.as_mut();
        intake.is_some_and(|intake| intake.take(bytes))
    }

    /// The rest of it cannot be had.
    #[wasm_bindgen(js_name = spoilFile)]
    pub fn spoil_file(&mut self) {
        if let Some(intake) = &mut self.intake {
            intake.spoil();
        }
    }

    /// All files have come: trains with them, or says what is wrong and leaves all as it was.
    #[wasm_bindgen(js_name = endFiles)]
    pub fn end_files(&mut self) -> TakenFiles {
        let words = locale::FILES.of(self.language);
        let read = self.intake.take().unwrap_or_default().finish();
        let is_taken = read.is_ok();
        let text = match read {
            Ok(own) => {
                self.lab.give_own(own);
                words.sentences.taken.to_owned()
            }
            Err(problem) => files::problem(&problem, words),
        };
        TakenFiles { is_taken, text }
    }

    /// Goes back to the digits.
    #[wasm_bindgen(js_name = leaveFiles)]
    pub fn leave_files(&mut self) {
        self.lab.leave_own();
    }

    /// Which data the figure has, in words, and whether it is the reader's own.
    #[wasm_bindgen(js_name = filesSheet)]
    pub fn files_sheet(&self) -> FilesSheet {
        let facts = self.lab.own_facts();
        let language = self.language;
        let (network, words) = (locale::NETWORK.of(language), locale::FILES.of(language));
        let text = files::source(facts, self.lab.settings().lab, network, words);
        FilesSheet {
            text,
            is_own: facts.is_some(),
        }
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
            self.lab.take_own(own);
        }
        rest
    }
}
