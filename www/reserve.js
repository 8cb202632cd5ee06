// The height of a figure that is not there yet. Before the engine can tell a word, the real markup is laid out
// with room for what will stand in it (waiting.css). When the words come and need a little more or less than that,
// the plots give or take it, so that nothing below the figure moves.

/** How low and how high the plots may become for that, as shares of their usual height. */
const lowest = 0.75;
const highest = 1.67;

/**
 * What an attribute lists.
 * @param {Element} element
 * @param {string} attribute
 */
export function wordsOf(element, attribute) {
  return (element.getAttribute(attribute) ?? "").split(/\s+/).filter(Boolean);
}

/**
 * How many lanes the figure will have, for all that can be known yet.
 * @param {Element} element
 */
export function lanesOf(element) {
  const named = wordsOf(element, "optimizers").length;
  if (named) return named;
  // Presets show one rule, but for the figure that compares the book's four.
  const preset = element.getAttribute("preset");
  return preset && preset !== "book-6-8" ? 1 : 4;
}

/** @param {Element} element */
export function controlsOf(element) {
  const asked = element.getAttribute("controls");
  return asked === "none" || asked === "basic" ? asked : "full";
}

/** In CSS pixels; not a number where it is nothing that has a height. @param {Element} figure */
function heightOf(figure) {
  return parseFloat(getComputedStyle(figure).blockSize);
}

/**
 * Makes a change after which the figures are as high as before.
 * @param {HTMLElement[]} figures
 * @param {() => void} change
 */
export function keepHeights(figures, change) {
  const before = figures.map(heightOf);
  change();
  stretch(figures, before, (share) => Math.min(highest, Math.max(lowest, share)));
}

/**
 * Defines the figures, which then are as high as what their page has reserved, if that is about right: it may be
 * next to nothing.
 * @param {HTMLElement[]} figures
 * @param {() => void} define
 */
export function takeReserved(figures, define) {
  const before = figures.map(heightOf);
  const held = figures.filter(({ style }, index) => !style.blockSize && (before[index] ?? 0) > 0);
  // WebKit lays a container out without its content first. A page that is too short for a moment would scroll.
  for (const figure of held) figure.style.blockSize = `${before[figures.indexOf(figure)]}px`;
  define();
  held.forEach(heightOf);
  for (const figure of held) {
    figure.style.blockSize = "";
    if (!figure.getAttribute("style")) figure.removeAttribute("style");
  }
  stretch(figures, before, (share) => (share < lowest || share > highest ? NaN : share));
}

/**
 * @param {HTMLElement[]} figures
 * @param {number[]} heights those that they shall have
 * @param {(share: number) => number} limit
 */
function stretch(figures, heights, limit) {
  // All heights are asked before anything is written: the page is laid out once.
  const shares = figures.map((figure, index) => limit(shareFor(figure, heights[index] ?? NaN)));
  shares.forEach((share, index) => {
    if (share) rootOf(figures[index])?.style.setProperty("--stretch", String(share));
  });
}

/** @param {Element | undefined} figure */
function rootOf(figure) {
  return /** @type {HTMLElement | null | undefined} */ (figure?.shadowRoot?.querySelector(".root"));
}

/**
 * The share of their usual height with which the plots make the figure this high; not a number where it is so high
 * already, or has no height.
 * @param {Element} figure
 * @param {number} height
 */
function shareFor(figure, height) {
  const root = rootOf(figure);
  const plots = root?.querySelector(".plots");
  if (!root || !plots?.clientHeight) return NaN;
  const usual = parseFloat(getComputedStyle(plots).flexBasis) / Number(root.style.getPropertyValue("--stretch") || 1);
  const missing = height - heightOf(figure);
  // Where the page says how high the figure is, the plots have what is left of that.
  return missing ? (plots.clientHeight + missing) / usual : NaN;
}
