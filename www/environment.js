// What a figure learns from where it stands: the language and the colors around it,
// and what the reader has asked the system for.

/**
 * The nearest ancestor's language, across shadow roots.
 * @param {Element} element
 * @returns {string | undefined}
 */
export function nearestLanguage(element) {
  for (let node = parentOf(element); node; node = parentOf(node)) {
    if (node instanceof Element && node.hasAttribute("lang")) return node.getAttribute("lang") ?? undefined;
  }
  return undefined;
}

/**
 * The languages to try, best first: the element's own, that of its link or state, the page's, the reader's.
 * @param {Element} element
 * @param {string | null} chosen
 * @returns {string[]}
 */
export function languages(element, chosen) {
  const all = [element.getAttribute("lang"), chosen, nearestLanguage(element), ...navigator.languages];
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

/**
 * @param {Node} node
 * @returns {Node | null}
 */
function parentOf(node) {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}

/**
 * Whether the nearest painted background behind the element is a dark one;
 * `undefined` where nothing is painted, so that the system's choice holds.
 * @param {Element} element
 * @returns {boolean | undefined}
 */
function darkBehind(element) {
  for (let node = parentOf(element); node; node = parentOf(node)) {
    if (!(node instanceof Element)) continue;
    // Computed colors are `rgb(r, g, b)` or `rgba(r, g, b, a)`; other notations are left to the system's choice.
    const parts = getComputedStyle(node).backgroundColor.match(/^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/);
    if (!parts) continue;
    const [red, green, blue, alpha = 1] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
    if (alpha < 0.5) continue;
    return (red ?? 0) + (green ?? 0) + (blue ?? 0) < 384;
  }
  return undefined;
}
