//! What an author has mistyped is told where they look.

use e2e::{Page, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

#[test]
fn a_mistyped_attribute_is_told_in_the_figure() {
    let page = Page::with(r#"<descent-widget optimisers="adam" steps="0"></descent-widget>"#);
    let line = part(".mistakes");
    page.wait_until(&format!("!{line}.hidden"));
    let said = page.read(&format!("{line}.textContent"));
    assert!(said.contains("did you mean \"optimizers\"?"), "{said}");
    assert!(said.contains("attribute \"steps\": \"0\""), "{said}");
    // What is mended is told no longer.
    page.run(&format!("{FIGURE}.setAttribute('steps', '40')"));
    page.wait_until(&format!("!{line}.textContent.includes('steps')"));
    assert_eq!(page.read(&format!("{line}.hidden")), "false");
}

#[test]
fn a_page_without_mistakes_shows_no_such_line() {
    let page = Page::with(
        r#"<descent-widget optimizers="adam" class="wide" title="Adam" data-part="1"></descent-widget>"#,
    );
    assert_eq!(page.read(&format!("{}.hidden", part(".mistakes"))), "true");
}

#[test]
fn a_figure_without_controls_tells_mistakes_too() {
    let page =
        Page::with(r#"<descent-widget controls="none" surface="rosenbrok"></descent-widget>"#);
    let line = part(".mistakes");
    page.wait_until(&format!("!{line}.hidden"));
    assert_ne!(page.read(&format!("{line}.offsetHeight")), "0");
    let said = page.read(&format!("{line}.textContent"));
    assert!(said.contains("did you mean \"rosenbrock\"?"), "{said}");
}
