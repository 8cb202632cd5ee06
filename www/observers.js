// One observer of each kind for all figures of a page: who is in sight, whose boxes change,
// what the page says about itself.

/** @type {WeakMap<Element, (near: boolean) => void>} */
const sightListeners = new WeakMap();
/** @type {WeakMap<Element, () => void>} */
const sizeListeners = new WeakMap();
/** @type {Set<() => void>} */
const pageListeners = new Set();

/** @type {IntersectionObserver | undefined} */
let sight;
/** @type {ResizeObserver | undefined} */
let size;
/** @type {MutationObserver | undefined} */
let page;

// A figure is drawn a little before it scrolls in, so that no reader meets an empty box.
const margin = 64;

/**
 * Tells whether the element is in or near the window, now and at each change.
 * @param {Element} element
 * @param {(near: boolean) => void} listener
 * @param {AbortSignal} signal
 */
export function watchSight(element, listener, signal) {
  sight ??= new IntersectionObserver(
    (entries) => {
      for (const entry of entries) sightListeners.get(entry.target)?.(entry.isIntersecting);
    },
    { rootMargin: `${margin}px` },
  );
  sightListeners.set(element, listener);
  sight.observe(element);
  signal.addEventListener("abort", () => {
    sight?.unobserve(element);
    sightListeners.delete(element);
  });
}

/**
 * The same answer at once, for the first picture.
 * @param {Element} element
 */
export function isInSight(element) {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return bottom > -margin && top < innerHeight + margin && right > -margin && left < innerWidth + margin;
}

/**
 * @param {Element} element
 * @param {() => void} listener
 * @param {AbortSignal} signal
 */
export function watchSize(element, listener, signal) {
  size ??= new ResizeObserver((entries) => {
    for (const listener of new Set(entries.map((entry) => sizeListeners.get(entry.target)))) listener?.();
  });
  sizeListeners.set(element, listener);
  size.observe(element);
  signal.addEventListener("abort", () => {
    size?.unobserve(element);
    sizeListeners.delete(element);
  });
}

/**
 * Tells when the page may have changed its language or its colors, both of which pages keep
 * in attributes of their root or body.
 * @param {() => void} listener
 * @param {AbortSignal} signal
 */
export function watchPage(listener, signal) {
  pageListeners.add(listener);
  if (!page) {
    page = new MutationObserver(() => pageListeners.forEach((told) => told()));
    page.observe(document.documentElement, { attributes: true });
    if (document.body) page.observe(document.body, { attributes: true });
  }
  signal.addEventListener("abort", () => {
    pageListeners.delete(listener);
    if (pageListeners.size) return;
    page?.disconnect();
    page = undefined;
  });
}

/**
 * @param {string} query a media query
 * @param {() => void} listener
 * @param {AbortSignal} signal
 * @param {boolean} [once]
 */
export function watchMedia(query, listener, signal, once = false) {
  matchMedia(query).addEventListener("change", listener, { signal, once });
}

/**
 * Tells when the window moves to a screen of another pixel density or is zoomed.
 * @param {() => void} listener
 * @param {AbortSignal} signal
 */
export function watchPixelRatio(listener, signal) {
  const changed = () => {
    listener();
    arm();
  };
  // The query names the density of now, so it is put anew after each change.
  const arm = () => watchMedia(`(resolution: ${devicePixelRatio}dppx)`, changed, signal, true);
  arm();
}
