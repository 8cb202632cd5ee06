// Prose that moves a figure: `<a href="#f" data-descent="f?optimizers=adam">`, or a button. One listener for the page.

/** How a link asks a figure to take a query. */
export const follow = Symbol("follow");

/** @typedef {HTMLElement & { [follow](query: string, own: boolean): void }} Followed */

/** What a reader presses to follow a link; the hint for the figure stands in its attribute. */
const links = ":is(a, area, button, input)[data-descent]";

/**
 * A click is taken at the link itself: after the handlers that the page has put on the link, which may take it instead,
 * and before those of a router, which takes all links of a page at its root. What a router has prevented on the way
 * down is taken all the same.
 * @param {string} tag the figures' name
 * @param {Document} page
 */
export function listenToLinks(tag, page) {
  page.defaultView?.addEventListener("click", (event) => expect(event, tag), { capture: true });
}

/**
 * @param {MouseEvent} event on its way down
 * @param {string} tag
 */
function expect(event, tag) {
  // With these keys a reader asks the browser for a tab, a window or a file.
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  // Links may stand in shadow roots too, the figures' own among them.
  const link = event.composedPath().find((node) => node instanceof Element && node.matches(links));
  if (!(link instanceof Element)) return;
  let wasPrevented = false;
  const arrives = () => (wasPrevented = event.defaultPrevented);
  /** @param {Event} arrived another one, where this one was stopped on its way */
  const leaves = (arrived) => {
    if (arrived !== event || (event.defaultPrevented && !wasPrevented)) return;
    if (take(link, tag)) event.preventDefault();
  };
  link.addEventListener("click", arrives, { capture: true, once: true });
  link.addEventListener("click", leaves, { once: true });
}

/**
 * Whether the link leads to a figure, which then has what it says.
 * @param {Element} link
 * @param {string} tag
 */
function take(link, tag) {
  const text = link.getAttribute("data-descent") ?? "";
  const cut = text.includes("?") ? text.indexOf("?") : text.length;
  const figure = find(link, text.slice(0, cut), tag);
  if (!figure || !(follow in figure)) return false;
  /** @type {Followed} */ (figure)[follow](text.slice(cut + 1), hostOf(link) === figure);
  show(figure);
  return true;
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
 * Brings the plots of a figure into sight, if a reader could not see what the link does to them.
 * @param {Element} figure
 */
function show(figure) {
  const plots = figure.shadowRoot?.querySelector(".plots") ?? figure;
  // Of plots that stand one above the other the first one counts.
  const { top, bottom, height } = (plots.querySelector(".panel") ?? plots).getBoundingClientRect();
  const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
  // Half of it, or of the window, is enough to see its paths move.
  if (seen >= Math.min(height, innerHeight) / 2) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  // The figure begins with its plots; in a host of fixed height it may have scrolled them out of itself.
  const root = figure.shadowRoot?.querySelector(".root");
  const scrolls = root && root.scrollHeight > root.clientHeight + 1;
  const target = scrolls ? plots : figure;
  const isHigh = target.getBoundingClientRect().height > innerHeight;
  target.scrollIntoView({ block: isHigh ? "start" : "nearest", behavior: calm ? "auto" : "smooth" });
}
