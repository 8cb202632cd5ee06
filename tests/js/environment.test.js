import assert from "node:assert/strict";
import { test } from "node:test";
import { show } from "./page.js";
import { languages, languagesAround, preferences } from "../../www/environment.js";
import { spokenOf } from "../../www/failure.js";

/** Lets the system ask for these media queries, and for no others. */
function system(...asked) {
  globalThis.matchMedia = (query) => ({ matches: asked.includes(query) });
}

/** Says which languages the reader's browser prefers. */
function reader(...preferred) {
  Object.defineProperty(navigator, "languages", { value: preferred, configurable: true });
}

test("the languages around are those of the ancestors, nearest first and across shadow roots", () => {
  show('<main lang="ja"><section lang="en"><p lang="ko"></p></section></main>');
  assert.deepEqual(languagesAround(document.querySelector("p")), ["en", "ja"]);
  const shadow = document.querySelector("section").attachShadow({ mode: "open" });
  shadow.innerHTML = "<i></i>";
  assert.deepEqual(languagesAround(shadow.firstChild), ["en", "ja"]);
  assert.deepEqual(languagesAround(document.querySelector("main")), []);
});

test("the element's own language comes first, then that of its link, the page's, the reader's", () => {
  reader("de-AT", "fr");
  const element = show('<main lang="ja"><p lang="ko"></p></main>').firstChild;
  assert.deepEqual(languages(element, "en"), ["ko", "en", "ja", "de-AT", "fr", "en"]);
  element.removeAttribute("lang");
  assert.deepEqual(languages(element, null), ["ja", "de-AT", "fr", "en"]);
});

test("an English figure stays English when a browser translates its page into Spanish", () => {
  reader("es-ES", "ko");
  const element = show('<main lang="es"><p></p></main>').firstChild;
  assert.equal(spokenOf(languages(element, null, "en")), "en");
  assert.equal(spokenOf(languages(element, null, "ja")), "ja");
  // A language that the figure has is another matter.
  element.parentNode.lang = "ko";
  assert.equal(spokenOf(languages(element, null, "en")), "ko");
});

test("a page in a language that the figure lacks gets the reader's, and else English instead of Korean", () => {
  const element = show('<main lang="es"><p></p></main>').firstChild;
  reader("es", "ja-JP");
  assert.equal(spokenOf(languages(element, null)), "ja");
  reader("es");
  assert.equal(spokenOf(languages(element, null)), "en");
  element.parentNode.removeAttribute("lang");
  assert.equal(spokenOf(languages(element, null)), "ko");
});

test("a page that paints itself is believed before the system", () => {
  system("(prefers-color-scheme: dark)");
  const dark = (colors) => {
    const outer = show(`<main style="background-color: ${colors[0]}"><section style="background-color: ${colors[1]}"><p></p></section></main>`);
    return preferences(outer.querySelector("p")).dark;
  };
  assert.equal(dark(["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"]), false);
  assert.equal(dark(["rgb(255, 255, 255)", "rgb(20, 20, 30)"]), true);
  assert.equal(dark(["rgb(20, 20, 30)", "rgba(255, 255, 255, 0.1)"]), true);
  assert.equal(dark(["rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)"]), true);
  system();
  assert.equal(dark(["rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)"]), false);
});

test("contrast and motion are what the system says", () => {
  const element = show("<p></p>");
  system("(prefers-reduced-motion: reduce)");
  assert.deepEqual(preferences(element), { dark: false, forcedColors: false, reducedMotion: true });
  system("(forced-colors: active), (prefers-contrast: more)");
  assert.deepEqual(preferences(element), { dark: false, forcedColors: true, reducedMotion: false });
});
