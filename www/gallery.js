// The lecture note: its language switch, and snippets that follow the figures.
import "./main.js";

const root = document.documentElement;

/** @param {string} language */
function speak(language) {
  root.lang = language;
  const title = document.querySelector(`title ~ meta[name="title"][lang="${language}"]`);
  document.title = title?.getAttribute("content") ?? document.title;
  for (const link of document.querySelectorAll("[data-speak]")) {
    if (link.getAttribute("data-speak") === language) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  // The other sections open in the same language.
  for (const link of document.querySelectorAll("a[href*='.html']:not([download])")) {
    const address = new URL(link.getAttribute("href") ?? "", location.href);
    address.searchParams.set("lang", language);
    link.setAttribute("href", address.href);
  }
}

/** @param {Event} event */
function switchLanguage(event) {
  const link = event.target instanceof Element ? event.target.closest("[data-speak]") : null;
  if (!link) return;
  event.preventDefault();
  const language = link.getAttribute("data-speak") ?? "ko";
  const address = new URL(location.href);
  address.searchParams.set("lang", language);
  // A page from a file may not rewrite its address; the language changes all the same.
  try {
    history.replaceState(null, "", address);
  } catch {}
  stay(() => speak(language));
}

/**
 * The languages take up different room: whatever the reader is looking at stays where it is.
 * @param {() => void} change
 */
function stay(change) {
  const parts = [...document.querySelectorAll("main > header, main > section, .exhibit")];
  const topOf = (/** @type {Element} */ part) => part.getBoundingClientRect().top;
  const distance = (/** @type {Element} */ part) => Math.abs(topOf(part));
  // What begins nearest to the window's upper edge.
  const [seen] = parts.sort((one, other) => distance(one) - distance(other));
  const before = seen ? topOf(seen) : 0;
  const settle = () => {
    if (seen) scrollBy({ top: topOf(seen) - before, behavior: "instant" });
  };
  change();
  settle();
  // The figures take their new words a little later, and not every engine holds the page then.
  const follower = new ResizeObserver(settle);
  for (const part of parts) follower.observe(part);
  const hold = new AbortController();
  const release = () => {
    follower.disconnect();
    hold.abort();
  };
  for (const scroll of ["wheel", "touchmove", "keydown"]) addEventListener(scroll, release, { passive: true, signal: hold.signal });
  setTimeout(release, 2000);
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** @typedef {HTMLElement & { query: string }} Figure */

/**
 * The tag that shows a figure as it stands now.
 * @param {Figure} figure
 */
function tag(figure) {
  const attributes = [...new URLSearchParams(figure.query)]
    .filter(([name]) => name !== "lang")
    .map(([name, value]) => (value ? ` ${name}="${escape(value)}"` : ` ${name}`));
  return `<descent-widget${attributes.join("")}></descent-widget>`;
}

/** @param {Figure} figure */
function showSnippet(figure) {
  const place = figure.closest(".exhibit")?.querySelector(".snippet code");
  if (place) place.textContent = tag(figure);
}

/** @param {Event} event */
async function copy(event) {
  const button = event.target instanceof Element ? event.target.closest("button.copy") : null;
  const code = button?.parentElement?.querySelector("code");
  if (!button || !code) return;
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    button.setAttribute("data-copied", "");
    setTimeout(() => button.removeAttribute("data-copied"), 1500);
  } catch {
    // Without leave to write there is still the selection to copy by hand.
    getSelection()?.selectAllChildren(code);
  }
}

speak(root.lang);
document.addEventListener("click", switchLanguage);
document.addEventListener("click", copy);
for (const type of ["descent-ready", "descent-change"]) {
  document.addEventListener(type, (event) => showSnippet(/** @type {Figure} */ (event.target)));
}
// Figures that were ready before this ran.
for (const figure of document.querySelectorAll("descent-widget")) showSnippet(/** @type {Figure} */ (figure));
