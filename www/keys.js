// What keeps a figure's keys and swipes its own. Pages bind arrows, space and letters to turning slides and chapters. Keys that a reader types
// inside the figure are meant for its controls and end at the element.

import { ancestors } from "./ancestors.js";

/**
 * Hosts that hear keys and swipes before the element does, and the attributes by which they leave them to it. Elsewhere
 * the element says nothing of itself: frameworks compare its attributes with what they have written.
 */
const hosts = /** @type {const} */ ([
  // JupyterLab and Notebook 7
  [".lm-Widget, [data-jp-theme-name]", "data-lm-suppress-shortcuts", "true"],
  // reveal.js
  [".reveal", "data-prevent-swipe", ""],
]);

/** @param {HTMLElement} element */
export function tellHosts(element) {
  const around = ancestors(element);
  for (const [host, attribute, text] of hosts) {
    if (around.some((one) => one.matches(host))) element.setAttribute(attribute, text);
  }
}

/**
 * The keys that open Firefox' quick search wherever nobody types; and it does not see that somebody types in a shadow
 * root.
 */
const searching = ["/", "'"];
const hasQuickSearch = "mozInnerScreenX" in globalThis;

/** @param {KeyboardEvent} event */
function belongsToPage(event) {
  return event.key === "Tab" || event.key === "Escape" || event.ctrlKey || event.altKey || event.metaKey;
}

/**
 * Keeps such a key from the browser; a text field has it nevertheless.
 * @param {KeyboardEvent} event
 * @param {boolean} hasQuickSearch
 */
export function keepFromSearch(event, hasQuickSearch) {
  const [target] = event.composedPath();
  const isField = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");
  if (!isField) return event.preventDefault();
  if (!hasQuickSearch || event.isComposing || target.readOnly) return;
  event.preventDefault();
  // Old, and the only way of writing that can be undone by keys.
  if (document.execCommand?.("insertText", false, event.key)) return;
  target.setRangeText(event.key, target.selectionStart ?? 0, target.selectionEnd ?? 0, "end");
  target.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
}

/**
 * @param {HTMLElement} host
 * @param {AbortSignal} signal
 */
export function keepKeys(host, signal) {
  for (const type of /** @type {const} */ (["keydown", "keyup", "keypress"])) {
    host.addEventListener(
      type,
      (event) => {
        if (belongsToPage(event)) return;
        event.stopPropagation();
        if (type === "keydown" && searching.includes(event.key)) keepFromSearch(event, hasQuickSearch);
      },
      { signal },
    );
  }
}
