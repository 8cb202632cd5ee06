import assert from "node:assert/strict";
import { test } from "node:test";
import { show } from "./page.js";
import { languages, nearestLanguage, preferences } from "../../www/environment.js";

/** Lets the system ask for these media queries, and for no others. */
function system(...asked) {
  globalThis.matchMedia = (query) => ({ matches: asked.includes(query) });
}

test("the nearest language is that of the closest ancestor, across shadow roots", () => {
  show('<main lang="ja"><section lang="en"><p lang="ko"></p></section></main>');
  assert.equal(nearestLanguage(document.querySelector("p")), "en");
  const shadow = document.querySelector("section").attachShadow({ mode: "open" });
  shadow.innerHTML = "<i></i>";
  assert.equal(nearestLanguage(shadow.firstChild), "en");
  assert.equal(nearestLanguage(document.querySelector("main")), undefined);
});

test("the element's own language comes first, then that of its link, the page's, the reader's", () => {
  const element = show('<main lang="ja"><p lang="ko"></p></main>').firstChild;
  assert.deepEqual(languages(element, "en"), ["ko", "en", "ja", ...navigator.languages]);
  element.removeAttribute("lang");
  assert.deepEqual(languages(element, null), ["ja", ...navigator.languages]);
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
