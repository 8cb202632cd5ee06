//! What comes from outside is text or a refusal, never markup, script or a request.
//!
//! A corpus of attacks and random mutations of it go through every door that a page, a link or
//! a reader has: attributes, queries, properties, states, links in the prose, fields, children,
//! messages. A bug that reads one of them as markup would run `window.hit`, make an element that
//! the template does not have, or ask the server for `/stolen`.

use descent_widget::registry::SETTINGS;
use e2e::{Options, Page, Site, dist};

const CORPUS: [&str; 26] = [
    "<script>window.hit()</script>",
    "<img src=x onerror=window.hit()>",
    "\"><img src=/stolen onerror=window.hit()>",
    "'><svg onload=window.hit()>",
    "<svg><script>window.hit()</script></svg>",
    "<math><mtext></mtext><annotation-xml encoding=text/html><img src=/stolen></annotation-xml></math>",
    "<iframe srcdoc='<script>parent.hit()</script>'></iframe>",
    "<style>@import '/stolen';</style>",
    "url(/stolen)",
    "red;background:url(/stolen)",
    "javascript:window.hit()",
    "data:text/html,<script>window.hit()</script>",
    "${window.hit()}",
    "{{constructor.constructor('window.hit()')()}}",
    "x');window.hit();('",
    "__proto__",
    "constructor",
    "toString",
    "sgd:lr=0.1,__proto__=1",
    "sgd:lr=<b>0.1</b>",
    "x^2+<img src=x onerror=window.hit()>",
    "\u{202e}gnp.exe\u{0}\u{feff}\u{2028}",
    "%3Cscript%3Ewindow.hit()%3C/script%3E",
    "-->]]></textarea></title><img src=/stolen onerror=window.hit()>",
    "1e999 -1e999",
    "NaN Infinity",
];

/// How many mutations besides.
const MUTATIONS: usize = 120;

/// A corpus that is the same at every run: pieces of the attacks put together anew.
fn mutations() -> Vec<String> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = move |below: usize| {
        // A xorshift is random enough to cut texts.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap_or_default()
    };
    let seeds: Vec<Vec<char>> = CORPUS.iter().map(|it| it.chars().collect()).collect();
    let mutate = |_| {
        let (one, other) = (&seeds[next(seeds.len())], &seeds[next(seeds.len())]);
        let (head, tail) = (next(one.len() + 1), next(other.len() + 1));
        one[..head].iter().chain(&other[tail..]).collect()
    };
    (0..MUTATIONS).map(mutate).collect()
}

fn corpus() -> Vec<String> {
    CORPUS
        .iter()
        .map(|&it| it.to_owned())
        .chain(mutations())
        .collect()
}

const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data: blob:; require-trusted-types-for 'script'; \
    trusted-types descent-widget";

/// A page with a figure in which lessons stand open, and with the attacks as `attacks`.
#[track_caller]
fn page() -> Page {
    page_at(Site::of(dist()).policy(POLICY), "rule share")
}

#[track_caller]
fn page_at(site: Site, lessons: &str) -> Page {
    let page = Page::on(
        site,
        Options::default(),
        &format!(
            "<descent-widget id='figure' lessons='{lessons}'></descent-widget><p id='prose'></p>"
        ),
    );
    let attacks = serde_json::to_string(&corpus()).expect("texts are JSON");
    page.run(&format!(
        "window.attacks = {attacks};
         window.hits = 0;
         window.hit = () => {{ window.hits += 1; }};
         window.figure = document.querySelector('descent-widget');
         window.rest = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
         // What the template, the lessons and the bindings never make.
         window.foreign = () => [...figure.shadowRoot.querySelectorAll(
           'script, iframe, object, embed, link, style, base, form, meta, annotation-xml, [onerror], [onload], [srcdoc]'
         )].map((it) => it.outerHTML).join(' ');"
    ));
    page
}

#[track_caller]
fn assert_unharmed(page: &Page, door: &str) {
    page.run("await window.rest();");
    assert_eq!(page.read("window.hits"), "0", "{door}: a script ran");
    assert_eq!(
        page.read("window.foreign()"),
        "",
        "{door}: foreign elements"
    );
    assert_eq!(page.read("({}).polluted ?? ''"), "", "{door}: polluted");
    let stolen = page.site().requests();
    assert!(
        !stolen.iter().any(|it| it.contains("stolen")),
        "{door}: {stolen:?}"
    );
    // The figure goes on.
    page.run("window.figure.setState(Object.fromEntries(Object.keys(window.figure.getState()).map((it) => [it, null])));");
    assert_eq!(
        page.read("window.figure.record.lanes.length"),
        "4",
        "{door}"
    );
}

#[test]
fn attributes_inject_nothing() {
    let page = page();
    let names: Vec<_> = SETTINGS.iter().map(|row| row.name).collect();
    page.run(&format!(
        "for (const name of {names:?}) {{
           for (const text of window.attacks) figure.setAttribute(name, text);
           figure.record;
           await window.rest();
           figure.removeAttribute(name);
         }}"
    ));
    assert_unharmed(&page, "attributes");
    let names: Vec<_> = SETTINGS.iter().map(|row| row.property()).collect();
    page.run(&format!(
        "for (const name of {names:?}) {{
           for (const text of window.attacks) figure[name] = text;
           for (const odd of [null, {{}}, [], () => {{}}, {{ toString: null }}, Symbol('x')]) {{
             try {{ figure[name] = odd; }} catch (error) {{ if (error?.name !== 'TypeError') throw error; }}
           }}
           figure.record;
           await window.rest();
         }}"
    ));
    assert_unharmed(&page, "properties");
}

#[test]
fn experiments_on_networks_take_no_markup_either() {
    let page = page_at(Site::of(dist().join("npm")).policy(POLICY), "data");
    let names: Vec<_> = SETTINGS
        .iter()
        .map(|row| row.name)
        .filter(|&it| it != "lab")
        .collect();
    page.run("figure.setAttribute('iterations', '3');");
    for lab in ["training", "weight-init"] {
        page.run(&format!("figure.setAttribute('lab', '{lab}');"));
        page.wait_until("figure.record?.recorded > 0");
        page.run(&format!(
            "for (const name of {names:?}) {{
               const before = figure.getAttribute(name);
               for (const text of window.attacks) figure.setAttribute(name, text);
               await window.rest();
               if (before === null) figure.removeAttribute(name);
               else figure.setAttribute(name, before);
             }}"
        ));
        page.wait_until("figure.record?.recorded > 0");
    }
    page.run("figure.removeAttribute('lab');");
    assert_unharmed(&page, "experiments on networks");
}

#[test]
fn queries_states_and_links_inject_nothing() {
    let page = page();
    let names: Vec<_> = SETTINGS.iter().map(|row| row.name).collect();
    page.run(&format!(
        "const names = {names:?};
         for (const [i, text] of window.attacks.entries()) {{
           figure.query = text;
           figure.query = `${{names[i % names.length]}}=${{encodeURIComponent(text)}}`;
           figure.query = `${{encodeURIComponent(text)}}=1&surface=formula&formula=${{encodeURIComponent(text)}}`;
           if (i % 10 === 0) await window.rest();
         }}"
    ));
    assert_unharmed(&page, "queries");
    page.run(
        "for (const text of window.attacks) {
           figure.setState({ optimizers: text, formula: text, surface: text, [text]: text });
           figure.setState(JSON.parse('{\"__proto__\": {\"polluted\": \"yes\"}, \"start\": {\"x\": 1}, \"steps\": [[]]}'));
           for (const odd of [null, undefined, 1, 'x', [], () => {}]) figure.setState(odd);
         }",
    );
    assert_unharmed(&page, "states");
    page.run(
        "for (const text of window.attacks) {
           const link = document.createElement('a');
           link.setAttribute('data-descent', `figure?formula=${text}&optimizers=${text}`);
           link.textContent = 'Go';
           document.getElementById('prose').append(link);
           link.click();
         }
         document.getElementById('prose').replaceChildren();",
    );
    assert_unharmed(&page, "links");
}

#[test]
fn what_a_reader_types_injects_nothing() {
    let lessons = "data rule program conventions predict questions share";
    let page = page_at(Site::of(dist()).policy(POLICY), lessons);
    page.run(
        "figure.surface = 'formula';
         await window.rest();
         for (const text of window.attacks) {
           for (const field of figure.shadowRoot.querySelectorAll('input:not([type=range], [type=checkbox], [type=radio])')) {
             field.value = text;
             for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
           }
         }",
    );
    assert_unharmed(&page, "fields");
}

#[test]
fn children_and_messages_inject_nothing() {
    let page = page();
    page.run(
        "for (const text of window.attacks) {
           figure.append(document.createTextNode(text));
           const child = document.createElement('a');
           for (const name of ['id', 'name', 'title', 'slot', 'part', 'data-descent']) child.setAttribute(name, text);
           child.textContent = text;
           const picture = document.createElement('img');
           picture.alt = picture.title = text;
           figure.append(child, picture);
           child.click();
           window.postMessage(text, '*');
           window.postMessage({ type: text, context: 'h5p', action: text, height: text }, '*');
           window.postMessage({ type: 'descent-widget:resize', query: text, height: 1 }, '*');
         }",
    );
    assert_unharmed(&page, "children and messages");
}

#[test]
fn a_shadow_tree_that_somebody_left_in_the_markup_is_not_ours() {
    let page = Page::on(
        Site::of(dist()).policy(POLICY),
        Options::default(),
        "<descent-widget><template shadowrootmode='open'><iframe srcdoc='planted'></iframe><b>planted</b></template>
         </descent-widget>",
    );
    let shadow = "document.querySelector('descent-widget').shadowRoot";
    page.wait_until(&format!("{shadow}.querySelector('canvas')?.width > 0"));
    let planted = "[...it.children].filter((it) => it.localName === 'iframe' || it.textContent === 'planted')";
    assert_eq!(
        page.read(&format!("((it) => {planted}.length)({shadow})")),
        "0"
    );
}

#[test]
fn a_frame_hears_only_h5p_from_around_it_and_says_only_its_height() {
    let site = Site::of(dist())
        .page(
            "notes.html",
            "<!doctype html><link rel='icon' href='data:,'>
             <script>window.told = []; addEventListener('message', ({ data }) => told.push(data));</script>
             <iframe name='<img src=/stolen>' width='700' height='500' src='/descent-widget.html?steps=12'></iframe>
             <iframe srcdoc='a neighbor'></iframe>",
        )
        .serve();
    let session = e2e::Session::start();
    session.open(&site.url("notes.html"));
    let figure = "frames[0].document.querySelector('descent-widget')";
    session.wait_until(&format!("{figure}?.record?.lanes.length === 4"));
    let attacks = serde_json::to_string(&corpus()).expect("texts are JSON");
    session.run(&format!(
        "const attacks = {attacks};
         const post = (message) => {{
           frames[0].postMessage(message, '*');
           // The same from a window that is not around it.
           frames[1].setTimeout((it) => parent.frames[0].postMessage(it, '*'), 0, message);
         }};
         for (const odd of [null, 0, [], {{}}, 'hello', {{ context: 'h5p' }}]) post(odd);
         for (const action of ['hello', 'ready', 'resizePrepared', 'resize', 'constructor']) {{
           for (const text of attacks) post({{ context: 'h5p', action, height: text, scrollHeight: text, query: text }});
         }}
         for (const text of attacks) post({{ context: text, action: text, type: text, subject: text, query: text }});
         await new Promise((done) => setTimeout(done, 500));"
    ));
    assert_eq!(session.read(&format!("{figure}.query")), "steps=12");
    let strange = session.read(
        "told.filter(({ type, subject, context, action, ...more }) => {
           const known = type === 'descent-widget:resize' || subject === 'lti.frameResize'
             || context === 'h5p' && ['hello', 'prepareResize', 'resize'].includes(action);
           const { id = name, ...numbers } = more;
           return !known || !Object.values(numbers).every(Number.isFinite) || type && id !== frames[0].name;
         }).map((it) => JSON.stringify(it)).join(' ')",
    );
    assert_eq!(strange, "");
    assert!(
        session
            .read("told.length")
            .parse()
            .is_ok_and(|it: u32| it > 3)
    );
    assert_eq!(
        session.read("frames[0].document.querySelectorAll('img, iframe').length"),
        "0"
    );
    let asked = site.requests();
    assert!(!asked.iter().any(|it| it.contains("stolen")), "{asked:?}");
}

#[test]
fn an_exported_picture_carries_no_markup_of_others() {
    // Without Trusted Types, so that this test may parse what it got.
    let page = page_at(Site::of(dist()), "");
    let svgs = page.read(
        "(() => {
           const found = [];
           for (const text of window.attacks) {
             figure.surface = 'formula';
             figure.formula = text;
             figure.optimizers = text;
             const parsed = new DOMParser().parseFromString(figure.toSVG(), 'image/svg+xml');
             const bad = parsed.querySelector('parsererror, script, image, foreignObject, a, [onload], [onerror], [href]');
             if (bad) found.push(text + ': ' + bad.outerHTML.slice(0, 200));
           }
           return found.join(' | ');
         })()",
    );
    assert_eq!(svgs, "");
}

#[test]
fn the_single_page_takes_nothing_from_its_query() {
    let site = Site::of(dist()).serve();
    let session = e2e::Session::start();
    for attack in CORPUS {
        let query: String = attack.bytes().map(|byte| format!("%{byte:02X}")).collect();
        session.open(&site.url(&format!(
            "descent-widget.html?formula={query}&surface=formula&lang={query}&{query}"
        )));
        session.wait_until("document.querySelector('descent-widget')?.record?.lanes.length === 4");
        let foreign = "document.querySelectorAll('img, iframe, svg').length";
        assert_eq!(session.read(foreign), "0", "{attack}");
    }
    let asked = site.requests();
    assert!(
        !asked.iter().any(|it| it.starts_with("/stolen")),
        "{asked:?}"
    );
}
