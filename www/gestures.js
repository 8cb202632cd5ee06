// One finger, pen or mouse on a plot: tap, drag, and the ways to give a drag up.

/**
 * @typedef {object} Handlers
 * @property {() => boolean} [allowed] false: the gesture does nothing
 * @property {(event: PointerEvent) => void} begin
 * @property {(event: PointerEvent) => void} move
 * @property {(event: PointerEvent) => void} end
 * @property {() => void} cancel the person gave up: put things back
 */

// A finger that has gone this far sideways, in CSS pixels, drags; one that hasn't still may scroll or tap.
const slop = 6;

/**
 * Where a pointer is in a box, in the box's own CSS pixels: slides and previews scale whole pages.
 * @param {PointerEvent} event
 * @param {HTMLElement} box
 * @returns {[number, number]}
 */
export function positionIn(event, box) {
  const rect = box.getBoundingClientRect();
  return [
    ((event.clientX - rect.left) * box.clientWidth) / (rect.width || 1),
    ((event.clientY - rect.top) * box.clientHeight) / (rect.height || 1),
  ];
}

/**
 * Follows one pointer at a time, from pressing to letting go.
 *
 * `scrolls` says that a finger may also scroll the page from here (`touch-action: pan-y`): it then takes
 * a tap or a sideways movement to begin. If the browser takes the finger for scrolling, nothing has begun.
 *
 * @param {HTMLElement} target
 * @param {Handlers} handlers
 * @param {{ scrolls: boolean, signal: AbortSignal }} options
 */
export function follow(target, handlers, { scrolls, signal }) {
  let busy = false;

  /** @param {PointerEvent} down */
  function press(down) {
    if (busy || down.button !== 0 || handlers.allowed?.() === false) return;
    busy = true;
    let begun = false;
    const gesture = new AbortController();
    const heard = { signal: gesture.signal };

    const begin = () => {
      begun = true;
      try {
        target.setPointerCapture(down.pointerId);
      } catch {
        // The pointer is gone already: a tap, or an event that a script made up.
      }
      handlers.begin(down);
    };
    const finish = () => {
      busy = false;
      gesture.abort();
    };
    const giveUp = () => {
      finish();
      if (begun) handlers.cancel();
    };

    target.addEventListener(
      "pointermove",
      (event) => {
        if (event.pointerId !== down.pointerId) return;
        if (!begun && Math.abs(event.clientX - down.clientX) < slop) return;
        if (!begun) begin();
        handlers.move(event);
      },
      heard,
    );
    target.addEventListener(
      "pointerup",
      (event) => {
        if (event.pointerId !== down.pointerId) return;
        if (!begun) begin();
        finish();
        handlers.end(event);
      },
      heard,
    );
    target.addEventListener("pointercancel", giveUp, heard);
    // The keyboard's focus may be anywhere while a mouse drags.
    window.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Escape" || !begun) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        giveUp();
      },
      { capture: true, signal: gesture.signal },
    );
    signal.addEventListener("abort", finish, heard);

    if (!scrolls || down.pointerType !== "touch") begin();
  }

  target.addEventListener("pointerdown", press, { signal });
}
