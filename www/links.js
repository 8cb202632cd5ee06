// Prose that moves a figure: `<a href="#f" data-descent="f?optimizers=adam">`. One listener for the page.

/** How a link asks a figure to take a query. */
export const follow = Symbol("follow");

/** @typedef {HTMLElement & { [follow](query: string, own: boolean): void }} Followed */

/**
 * @param {string} tag the figures' name
 * @param {Document} page
 */
export function listenToLinks(tag, page) {
  page.addEventListener("click", (event) => {
    // With these keys a reader asks the browser for a tab, a window or a file.
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    // Links may stand in shadow roots too, the figures' own among them.
    const link = event.composedPath().find((node) => node instanceof Element && node.matches("a[data-descent]"));
    if (!(link instanceof Element)) return;
    const text = link.getAttribute("data-descent") ?? "";
    const cut = text.includes("?") ? text.indexOf("?") : text.length;
    const figure = find(link, text.slice(0, cut), tag);
    if (!figure || !(follow in figure)) return;
    event.preventDefault();
    const host = hostOf(link);
    /** @type {Followed} */ (figure)[follow](text.slice(cut + 1), host === figure);
    if (host !== figure) show(figure);
  });
}

/** @param {Node} node */
function hostOf(node) {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/**
 * The figure that a link names, or the nearest one: that around it, that before it, that after it.
 * @param {Element} link
 * @param {string} id
 * @param {string} tag
 * @returns {Element | null | undefined}
 */
function find(link, id, tag) {
  for (let node = /** @type {Node | undefined} */ (link); node; node = hostOf(node)) {
    if (!id && node instanceof Element && node.localName === tag) return node;
    const root = /** @type {Document | ShadowRoot} */ (node.getRootNode());
    if (id) {
      const named = root.getElementById(id);
      if (named) return named.localName === tag ? named : named.querySelector(tag);
      continue;
    }
    const place = node;
    const figures = [...root.querySelectorAll(tag)];
    const before = figures.filter((figure) => place.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_PRECEDING);
    const nearest = before.at(-1) ?? figures[0];
    if (nearest) return nearest;
  }
  return undefined;
}

/**
 * Brings a figure into sight, if a reader could not see what the link does to it.
 * @param {Element} figure
 */
function show(figure) {
  const { top, bottom, height } = figure.getBoundingClientRect();
  const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
  // Half of a small figure, or of the window, is enough to see its paths move.
  if (seen >= Math.min(height, innerHeight) / 2) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  figure.scrollIntoView({ block: height > innerHeight ? "start" : "nearest", behavior: calm ? "auto" : "smooth" });
}
