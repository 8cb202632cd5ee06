//! A figure follows its page's theme, however the page says it and whenever it changes.

use e2e::{Page, Site, dist, part};

/// What tests of themes do in the page.
const THEMES: &str = r#"
  window.figure = document.querySelector("descent-widget");
  window.scheme = () => figure.shadowRoot.querySelector(".root").dataset.scheme;
  window.sheet = document.createElement("style");
  document.head.append(sheet);
  window.pause = (time) => new Promise((done) => setTimeout(done, time));
  window.carriers = [document.documentElement, document.body, document.querySelector("main"), document.querySelector("section")];
  /** The page as it was. */
  window.clear = () => {
    sheet.textContent = "";
    for (const it of carriers) for (const name of ["class", "style", "data-theme"]) it.removeAttribute(name);
  };
"#;

fn open() -> Page {
    let page = Page::with("<main><section><descent-widget></descent-widget></section></main>");
    page.run(THEMES);
    page
}

/// Waits for the scheme, and sees that it stays.
#[track_caller]
fn assert_ends(page: &Page, scheme: &str, what: &str) {
    let told = page.read(&format!(
        "(async () => {{
           for (let turn = 0; turn < 40 && scheme() !== '{scheme}'; turn += 1) await pause(50);
           await pause(100);
           return scheme();
         }})()"
    ));
    assert_eq!(told, scheme, "{what}");
}

const DARK: [&str; 12] = [
    "background: #111",
    "background: rgb(17 17 17 / 0.95)",
    "background: hsl(220 20% 10%)",
    "background: oklch(0.145 0 0)",
    "background: oklab(20% 0 0)",
    "background: lab(12 2 -8)",
    "background: lch(15% 10 260)",
    "background: color(display-p3 0.1 0.1 0.12)",
    "background: color-mix(in oklab, black 85%, white)",
    "background: linear-gradient(135deg, #0f172a, black 60%, #334155)",
    "background: linear-gradient(#1119, #1119), navy",
    "color-scheme: dark",
];

const LIGHT: [&str; 8] = [
    "background: white",
    "background: oklch(0.97 0.01 90)",
    "background: lab(95 0 0)",
    "background: color(srgb 1 0.98 0.9)",
    "background: radial-gradient(#fff, transparent), #eef",
    "background: yellow",
    "background: rgb(0 0 0 / 0.06); color-scheme: light",
    "color-scheme: only light",
];

#[test]
fn a_theme_is_read_in_every_notation_and_on_whatever_is_around() {
    let page = open();
    for (declarations, scheme, other) in
        [(&DARK[..], "dark", "white"), (&LIGHT[..], "light", "#111")]
    {
        for declaration in declarations {
            for carrier in 0..4 {
                page.run(&format!(
                    "clear();
                     // What the carrier says nothing of is painted by what is around it.
                     if ({carrier} && {}) carriers[0].style.background = '{other}';
                     carriers[{carrier}].style.cssText += '; {declaration}';",
                    !declaration.starts_with("color-scheme") && !declaration.contains("0.06")
                ));
                assert_ends(&page, scheme, &format!("{declaration} on {carrier}"));
            }
        }
    }
}

#[test]
fn a_theme_that_fades_in_ends_in_its_own_scheme() {
    let page = open();
    for (carrier, selector) in ["html", "body", "main", "section"].iter().enumerate() {
        for transition in [
            "background-color .3s",
            "all .2s ease .1s",
            "background-color .3s, color .3s",
        ] {
            page.run(&format!(
                "clear();
                 sheet.textContent = `{selector} {{ background: #fff; color: #111; transition: {transition} }}
                   {selector}.dark {{ background: #111; color: #eee }}`;"
            ));
            assert_ends(&page, "light", &format!("{selector}, {transition}"));
            page.run(&format!("carriers[{carrier}].className = 'dark';"));
            assert_ends(&page, "dark", &format!("{selector}, {transition}"));
            page.run(&format!("carriers[{carrier}].className = '';"));
            assert_ends(&page, "light", &format!("{selector}, {transition}"));
        }
    }
}

#[test]
fn a_theme_that_is_an_animation_ends_in_its_own_scheme() {
    let page = open();
    page.run(
        "sheet.textContent = `@keyframes night { from { background: #fff } to { background: #111 } }
           body { background: #fff } body.dark { animation: night .3s forwards }`;",
    );
    assert_ends(&page, "light", "before");
    page.run("document.body.className = 'dark';");
    assert_ends(&page, "dark", "after");
}

#[test]
fn a_theme_changes_by_exchanged_style_sheets() {
    let site = Site::of(dist())
        .page("light.css", "body { background: #fff }")
        .page("dark.css", "body { background: #14171a }");
    let page = Page::on(
        site,
        e2e::Options::default(),
        "<descent-widget></descent-widget>",
    );
    page.run(
        "document.body.insertAdjacentHTML('afterbegin', '<main></main><section></section>');
         for (const [name, rel] of [['light', 'stylesheet'], ['dark', 'disabled-stylesheet']]) {
           document.head.append(Object.assign(document.createElement('link'), { id: name, rel, href: `/${name}.css` }));
         }",
    );
    page.run(THEMES);
    let exchange = "for (const link of document.querySelectorAll('#light, #dark'))
                      link.rel = link.rel === 'stylesheet' ? 'disabled-stylesheet' : 'stylesheet';";
    for scheme in ["light", "dark", "light", "dark", "light"] {
        assert_ends(&page, scheme, "rel");
        page.run(exchange);
    }
    assert_ends(&page, "dark", "rel");
    page.run("document.getElementById('dark').remove();");
    assert_ends(&page, "light", "removed");
    // A sheet in the text, and one whose words change.
    page.run("carriers[2].append(sheet); sheet.textContent = 'body { background: #111 }';");
    assert_ends(&page, "dark", "a style element in the body");
    page.run("sheet.textContent = 'body { background: #fff }';");
    assert_ends(&page, "light", "its words");
    page.run("sheet.textContent = 'body { background: #111; color: #eee }';");
    assert_ends(&page, "dark", "its words");
    // A script tells nobody that it does this.
    page.run("sheet.sheet.disabled = true;");
    assert_ends(&page, "light", "disabled");
    page.run("sheet.sheet.disabled = false;");
    assert_ends(&page, "dark", "enabled");
    page.run("sheet.sheet.insertRule('body { background: #fff !important; color: #000 !important }', 0);");
    assert_ends(&page, "light", "a rule");
}

#[test]
fn a_theme_is_that_of_the_place_that_a_figure_is_moved_to() {
    let page = open();
    page.run(
        "document.body.insertAdjacentHTML('beforeend', `<aside style='background: #111'></aside>`);
         document.body.style.background = '#fff';",
    );
    assert_ends(&page, "light", "before");
    page.run("document.querySelector('aside').append(figure);");
    assert_ends(&page, "dark", "moved");
    page.run("document.querySelector('aside').style.background = '#fff';");
    assert_ends(&page, "light", "painted anew");
    page.run(
        "const host = document.createElement('div');
         host.attachShadow({ mode: 'open' }).innerHTML =
           `<style>p { background: white } p.dark { background: black }</style><p><slot></slot></p>`;
         document.body.append(host);
         host.append(figure);
         window.inner = host.shadowRoot.querySelector('p');",
    );
    assert_ends(&page, "light", "in a slot");
    page.run("inner.className = 'dark';");
    assert_ends(&page, "dark", "in a slot");
}

#[test]
fn a_page_at_rest_asks_for_nothing() {
    let page = open();
    page.wait_until("window.pendingFrames.size === 0");
    page.run(
        "window.asked = 0;
         const ask = window.getComputedStyle;
         window.getComputedStyle = (...all) => { window.asked += 1; return ask(...all); };
         await pause(500);",
    );
    assert_eq!(page.read("window.asked"), "0");
    assert_eq!(page.read("window.pendingFrames.size"), "0");
    // And what does not concern its colors makes it draw nothing.
    page.run(
        "window.drawn = 0;
         const ask = window.requestAnimationFrame;
         window.requestAnimationFrame = (...all) => { window.drawn += 1; return ask(...all); };
         for (let turn = 0; turn < 5; turn += 1) {
           document.documentElement.dataset.progress = String(turn);
           await pause(20);
         }",
    );
    assert_eq!(page.read("window.drawn"), "0");
}

#[test]
fn a_figure_keeps_its_language_when_its_page_is_translated() {
    let page = Page::with("<descent-widget></descent-widget><p lang='ja'></p>");
    page.run(THEMES.split("window.carriers").next().unwrap_or_default());
    let heading = format!("{}.textContent", part("[data-word='settings']"));
    let before = page.read(&heading);
    page.run("document.documentElement.lang = 'es'; document.documentElement.className = 'translated-ltr'; await pause(200);");
    assert_eq!(page.read("figure.language"), "en");
    assert_eq!(page.read(&heading), before);
    // The language of what is around it counts wherever it is said.
    page.run("document.querySelector('p').append(figure);");
    page.wait_until("figure.language === 'ja'");
    page.run("document.querySelector('p').lang = 'ko';");
    page.wait_until("figure.language === 'ko'");
}
