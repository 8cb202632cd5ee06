// The height of a figure that is not there yet. Before the engine can tell a word, the real markup is laid out
// with room for what will stand in it (waiting.css). When the words come and need a little more or less than that,
// the plots give or take it, so that nothing below the figure moves.

/** How low and how high the plots may become for that, as shares of their usual height. */
const lowest = 0.8;
const highest = 1.5;

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
 * @param {Element[]} figures
 * @param {() => void} change
 */
export function keepHeights(figures, change) {
  const before = figures.map((figure) => ({ height: heightOf(figure), isFigure: Boolean(rootOf(figure)) }));
  change();
  // All heights are asked before anything is written: the page is laid out once.
  const stretches = figures.map((figure, index) => {
    const { height, isFigure } = before[index] ?? { height: NaN, isFigure: false };
    const wanted = stretchTo(figure, height);
    const limited = Math.min(highest, Math.max(lowest, wanted));
    // What a page reserves counts if it is about right: it may be next to nothing.
    return isFigure || limited === wanted ? limited : NaN;
  });
  stretches.forEach((stretch, index) => {
    if (stretch) rootOf(figures[index])?.style.setProperty("--stretch", String(stretch));
  });
}

/** @param {Element | undefined} figure */
function rootOf(figure) {
  return /** @type {HTMLElement | null | undefined} */ (figure?.shadowRoot?.querySelector(".root"));
}

/**
 * The share of their usual height with which the plots make the figure this high. Not a number where it has none.
 * @param {Element} figure
 * @param {number} height
 */
function stretchTo(figure, height) {
  const root = rootOf(figure);
  const plots = root?.querySelector(".plots");
  if (!root || !plots?.clientHeight) return NaN;
  const usual = parseFloat(getComputedStyle(plots).flexBasis) / Number(root.style.getPropertyValue("--stretch") || 1);
  return (plots.clientHeight + height - heightOf(figure)) / usual;
}
