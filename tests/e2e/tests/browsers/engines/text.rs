//! What a page says of its own text leaves a figure alone: its direction, its indents, its sizes.

use e2e::{Page, part};

/// Styles of a page's text, all of which are inherited.
const STYLES: [&str; 22] = [
    "direction: rtl",
    "text-indent: 2em",
    "white-space: pre",
    "white-space: nowrap",
    "word-spacing: 1em",
    "letter-spacing: 0.3em",
    "text-shadow: 2px 2px red",
    "user-select: none; -webkit-user-select: none",
    "text-transform: uppercase",
    "font-variant: small-caps",
    "font: italic 700 31px/3 monospace",
    "font-feature-settings: 'zero'; font-kerning: none",
    "text-align: right; text-align-last: center",
    "hyphens: auto; tab-size: 2; line-break: anywhere; word-break: break-all",
    "list-style: square inside; quotes: '<' '>'",
    "text-wrap: balance; text-rendering: geometricPrecision",
    "cursor: wait; caret-color: red; accent-color: red",
    "fill: red; stroke: red; stroke-width: 9; text-anchor: end",
    "border-collapse: collapse; border-spacing: 9px; caption-side: bottom; empty-cells: hide",
    "image-rendering: pixelated; text-underline-offset: 9px; text-emphasis: dot",
    "writing-mode: vertical-rl",
    "writing-mode: vertical-lr; direction: rtl; text-orientation: upright",
];

/// Gives all that is to be seen of a figure as text: where everything is, how it is styled, and what is painted.
const LOOK: &str = r#"
  window.figure = document.querySelector("descent-widget");
  window.look = async () => {
    for (let turn = 0; turn < 4; turn += 1) await new Promise((done) => requestAnimationFrame(done));
    const { left, top } = figure.getBoundingClientRect();
    const parts = [...figure.shadowRoot.querySelectorAll(".root, .root *")].filter((it) => it.getClientRects().length);
    const places = parts.map((it) => {
      const { x, y, width, height } = it.getBoundingClientRect();
      return [it.localName, it.className?.baseVal ?? it.className, x - left, y - top, width, height];
    });
    const styles = parts.filter((it) => it.matches(".root, button, label, p, summary, input, select, span")).map((it) => {
      const style = getComputedStyle(it);
      return [...style].map((name) => `${it.localName} ${it.className} ${name}: ${style[name] || style.getPropertyValue(name)}`);
    });
    const pictures = [...figure.shadowRoot.querySelectorAll("canvas")].map((it) => it.toDataURL());
    return [...places, ...[...styles.flat(), ...pictures].map((it) => [it])];
  };
  // Lengths are measured in parts of a pixel, which depend on where the page begins.
  const isSame = (one, other) => one === other || Math.abs(one - other) < 0.3;
  /** What has changed between two looks. */
  window.differences = (before, now) => {
    const changed = now.flatMap((it, index) =>
      it.every((word, nth) => isSame(word, before[index]?.[nth])) ? [] : [`${before[index]?.join(" ")} → ${it.join(" ")}`],
    );
    return changed.map((it) => it.slice(0, 200)).slice(0, 6).join("\n") + (now.length - before.length || "");
  };
"#;

#[test]
fn a_figure_looks_the_same_whatever_the_page_says_of_its_text() {
    let page = Page::with(
        "<section><descent-widget style='width: 700px' lessons='rule'></descent-widget></section>",
    );
    page.wait_until(&format!(
        "{}?.textContent.length > 50",
        part(".lesson:not([hidden]) .lesson-body:not([data-loading])")
    ));
    page.run(LOOK);
    page.run("window.before = await look(); window.again = await look();");
    assert_eq!(page.read("differences(before, again)"), "");
    for style in STYLES {
        let different = page.read(&format!(
            "(async () => {{
               document.querySelector('section').style.cssText = `{style}`;
               return differences(before, await look());
             }})()"
        ));
        assert_eq!(different, "", "{style}");
    }
}

#[test]
fn a_page_from_right_to_left_has_its_figures_from_left_to_right() {
    let page = Page::with("<p>Words</p><descent-widget></descent-widget>");
    page.run(LOOK);
    page.run("window.before = (await look()).filter(([it]) => it.startsWith('data:')).join();");
    page.run("document.documentElement.dir = 'rtl';");
    page.run("window.after = (await look()).filter(([it]) => it.startsWith('data:')).join();");
    assert_eq!(page.read("before === after"), "true");
    // The map is at the left of the losses, and a name at the left of its slider.
    for (left, right) in [
        ("[data-panel='map']", "[data-panel='loss']"),
        (
            ".controls .control label",
            ".controls .control input[type='range']",
        ),
    ] {
        let order = page.read(&format!(
            "{}.getBoundingClientRect().left < {}.getBoundingClientRect().left",
            part(left),
            part(right)
        ));
        assert_eq!(order, "true", "{left} {right}");
    }
    // What stands inside is the page's.
    page.run("figure.innerHTML = '<i>Words</i>';");
    let direction = "getComputedStyle(document.querySelector('i')).direction";
    assert_eq!(page.read(direction), "rtl");
}

#[test]
fn the_panels_stand_as_the_width_wants_it_whatever_the_size_of_the_pages_text() {
    let page = Page::with("<descent-widget></descent-widget>");
    let beside = format!(
        "{}.getBoundingClientRect().top === {}.getBoundingClientRect().top",
        part("[data-panel='map']"),
        part("[data-panel='loss']")
    );
    for size in ["62.5%", "100%", "10px", "24px", "200%"] {
        for (width, expected) in [
            (360, "false"),
            (414, "false"),
            (560, "false"),
            (600, "true"),
            (900, "true"),
        ] {
            page.run(&format!(
                "document.documentElement.style.fontSize = '{size}';
                 document.body.style.cssText = 'margin: 0; width: {width}px';
                 await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));"
            ));
            assert_eq!(page.read(&beside), expected, "{size} at {width}");
            let map = part("[data-panel='map'] .box");
            let share = page.read(&format!("{map}.clientHeight / {map}.clientWidth"));
            let share: f64 = share.parse().unwrap_or_default();
            assert!((0.4..1.6).contains(&share), "{size} at {width}: {share}");
        }
    }
}

/// Keeps what is written in pictures that begins or ends outside of them.
const WRITTEN: &str = r#"
  window.cut = [];
  const original = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, most = Infinity) {
    const { a, e } = this.getTransform();
    const width = Math.min(most, this.measureText(text).width) * a;
    const before = { left: 0, center: 0.5, right: 1 }[this.textAlign];
    const left = x * a + e - before * width;
    if (left < -1 || left + width > this.canvas.width + 1) window.cut.push(text);
    original.call(this, text, x, y, most);
  };
"#;

#[test]
fn no_text_of_a_picture_is_cut_off_however_wide_the_systems_face_is() {
    let page = Page::with("<section><descent-widget></descent-widget></section>");
    page.run(WRITTEN);
    // What stands for a wide face: each letter has more room than the table gives it.
    page.run(
        "const measure = CanvasRenderingContext2D.prototype.measureText;
         CanvasRenderingContext2D.prototype.measureText = function (text) {
           return { width: measure.call(this, text).width * 1.4 };
         };",
    );
    for language in ["ko", "en", "ja"] {
        for width in [320, 420, 640, 1000] {
            page.run(&format!(
                "document.querySelector('section').style.width = '{width}px';
                 const figure = document.querySelector('descent-widget');
                 figure.lang = '{language}';
                 for (const steps of [200, 10000]) {{
                   figure.steps = steps;
                   for (let turn = 0; turn < 3; turn += 1) await new Promise(requestAnimationFrame);
                 }}"
            ));
            assert_eq!(page.read("window.cut.join('; ')"), "", "{language} {width}");
        }
    }
}
