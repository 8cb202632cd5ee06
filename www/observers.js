// What figures hear of: who is in sight and whose boxes change, by one observer for all figures of a page; and what
// changes around each of them.
import { ancestors } from "./ancestors.js";

/** @type {WeakMap<Element, (near: boolean) => void>} */
const sightListeners = new WeakMap();
/** @type {WeakMap<Element, () => void>} */
const sizeListeners = new WeakMap();

/** @type {IntersectionObserver | undefined} */
let sight;
/** @type {ResizeObserver | undefined} */
let size;

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
 * Tells when what is around the element may have changed its language or its colors: by an attribute of whatever
 * is around it, by style sheets that come, go or load, or at the end of a transition. Of what a script does to the
 * style sheets themselves nobody is told; but what the element inherits by it makes a transition of its own.
 * @param {Element} element
 * @param {Element} probe what in the element has such transitions
 * @param {() => void} listener
 * @param {AbortSignal} signal
 */
export function watchPage(element, probe, listener, signal) {
  const around = ancestors(element);
  const changes = new MutationObserver(listener);
  for (const one of around) changes.observe(one, { attributes: true });
  const { head } = element.ownerDocument;
  if (head) changes.observe(head, { attributes: true, childList: true, characterData: true, subtree: true });
  probe.addEventListener("transitionend", listener, { signal });

  // Events of a shadow root are heard there alone.
  for (const root of new Set([element, ...around].map((one) => one.getRootNode()))) {
    root.addEventListener(
      "load",
      ({ target }) => {
        if (target instanceof HTMLLinkElement || target instanceof HTMLStyleElement) listener();
      },
      { capture: true, signal },
    );
    for (const type of ["transitionend", "transitioncancel", "animationstart", "animationend", "animationcancel"]) {
      root.addEventListener(type, ({ target }) => around.includes(/** @type {Element} */ (target)) && listener(), { signal });
    }
  }
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
