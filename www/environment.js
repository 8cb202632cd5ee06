// What a figure learns from where it stands: the language and the colors around it,
// and what the reader has asked the system for.
import { ancestors } from "./ancestors.js";
import { darkBehind } from "./backdrop.js";

/** What the page said when this module came. A browser's translation says another language in its place. */
const pageLanguage = globalThis.document?.documentElement.lang;

/**
 * The languages of what is around an element, the nearest first.
 * @param {Element} element
 */
export function languagesAround(element) {
  return ancestors(element).flatMap((around) => around.getAttribute("lang") ?? []);
}

/**
 * The languages to try, best first: the element's own, that of its link or state, the page's, the reader's.
 * Around a figure that has a language already, or where the page had one that the reader's browser has translated,
 * a language that the figure lacks changes nothing.
 * @param {Element} element
 * @param {string | null | undefined} chosen
 * @param {string} [current] that of the words shown
 * @returns {string[]}
 */
export function languages(element, chosen, current = "") {
  const own = [element.getAttribute("lang"), chosen].filter((code) => Boolean(code));
  const around = languagesAround(element).filter(Boolean);
  const isNamed = own.length > 0 || around.length > 0;
  // Who reads a page in a language that the figure lacks is served best in English.
  const instead = isNamed ? [current, pageLanguage] : [];
  const all = [...own, ...around, ...instead, ...navigator.languages, isNamed ? "en" : ""];
  return all.filter((code) => typeof code === "string" && code !== "").map(String);
}

/** Asks whether the reader wants the clearest colors there are. */
const moreContrast = "(forced-colors: active), (prefers-contrast: more)";

/**
 * What the reader's settings and the page say about colors and motion.
 * A page that paints itself dark or light by a switch of its own is believed before the system.
 * @param {Element} element
 */
export function preferences(element) {
  return {
    dark: darkBehind(element) ?? matches("(prefers-color-scheme: dark)"),
    forcedColors: matches(moreContrast),
    reducedMotion: matches("(prefers-reduced-motion: reduce)"),
  };
}

/** The media queries that `preferences` asks. */
export const preferenceQueries = [
  "(prefers-color-scheme: dark)",
  moreContrast,
  "(prefers-reduced-motion: reduce)",
];

/** @param {string} query */
function matches(query) {
  return matchMedia(query).matches;
}
