// Pages bind arrows, space and letters to turning slides and chapters. Keys that a reader types
// inside the figure are meant for its controls and end at the element.

/** @param {KeyboardEvent} event */
function belongsToPage(event) {
  return event.key === "Tab" || event.key === "Escape" || event.ctrlKey || event.altKey || event.metaKey;
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
        if (!belongsToPage(event)) event.stopPropagation();
      },
      { signal },
    );
  }
}
