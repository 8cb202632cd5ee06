//! Whether everyone can use a figure: what axe finds, and what it cannot see.
//!
//! The page's side of the questions is in `audit.js`.

/// Where the engines differ: what the keys of a reader reach.
mod engines {
    pub(super) mod keyboard;
}
mod listening;
mod long;
mod networks;
mod search;
mod sizes;
mod violations;

use descent_widget::language::Language;
use e2e::{Options, Page, Session, Site, axe, dist};

const AUDIT: &str = include_str!("audit.js");
/// The default first.
const LANGUAGES: &[&str] = Language::TAGS;

/// Files of `dist/`, with axe and our own questions beside them.
fn site() -> Site {
    Site::of(dist())
        .page("audit.js", AUDIT)
        .page("axe.js", &axe())
}

/// A page of notes around one figure of these attributes.
#[track_caller]
fn notes(attributes: &str) -> Page {
    let body = format!(
        "<script src='/axe.js'></script><script src='/audit.js'></script>
         <style>body {{ margin: 0 }}</style>
         <main><h1>Notes</h1><p><button id='before'>Before</button></p>
         <descent-widget {attributes}></descent-widget>
         <p><button id='after'>After</button></p></main>"
    );
    let page = Page::on(site(), Options::default(), &body);
    page.resize(1280, 900);
    page
}

/// The query with all lessons that there are, and everything else open that can be open.
#[track_caller]
fn everything(page: &Session) -> String {
    let lessons = page
        .read("[...inside().querySelectorAll('.lesson')].map((it) => it.dataset.lesson).join(' ')");
    assert!(!lessons.is_empty());
    format!(
        "lessons={lessons}&surface=formula&optimizers=sgd momentum nesterov adagrad rmsprop adam"
    )
}

/// Shows everything at once.
#[track_caller]
fn open_everything(page: &Session) {
    let query = everything(page);
    page.run(&format!("await show('{query}'); await openAll(true);"));
}
