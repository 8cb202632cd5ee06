// One finger, pen or mouse on a plot: tap, drag, and the ways to give a drag up. Two fingers are the browser's, which
// zooms the page.

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

/** Whether the first button is held, or the finger or pen on the surface. @param {PointerEvent} event */
function isDown({ buttons }) {
  return Boolean(buttons & 1);
}

/**
 * Follows one pointer at a time, from pressing to letting go.
 *
 * `scrolls` says that a finger may also scroll the page from here (`touch-action: pan-y pinch-zoom`): it then takes
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
    // The finger of a pinch that began beside the plot.
    if (down.isTrusted && !down.isPrimary) return;
    if (busy || down.button !== 0 || handlers.allowed?.() === false) return;
    busy = true;
    let begun = false;
    let givenUp = false;
    let last = down;
    const gesture = new AbortController();
    const heard = { signal: gesture.signal };
    const isOwn = (/** @type {PointerEvent} */ event) => event.pointerId === down.pointerId;

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
    const restore = () => {
      if (begun && !givenUp) handlers.cancel();
      givenUp = true;
    };
    const giveUp = () => {
      restore();
      finish();
    };
    const end = () => {
      finish();
      if (begun && !givenUp) handlers.end(last);
    };

    target.addEventListener(
      "pointermove",
      (event) => {
        if (!isOwn(event)) return;
        // Its release was lost: over a frame, in a dialog, with the window in the background.
        if (isDown(down) && !isDown(event)) return end();
        if (givenUp) return;
        if (!begun && Math.abs(event.clientX - down.clientX) < slop) return;
        if (!begun) begin();
        last = event;
        handlers.move(event);
      },
      heard,
    );
    target.addEventListener(
      "pointerup",
      (event) => {
        if (!isOwn(event)) return;
        if (!begun && !givenUp) begin();
        last = event;
        end();
      },
      heard,
    );
    target.addEventListener("pointercancel", (event) => isOwn(event) && giveUp(), heard);
    // A second finger, wherever it is. The first one does nothing more until it is lifted.
    window.addEventListener(
      "pointerdown",
      (event) => {
        // Either a pointer like it has left unnoticed, or it is the one that did.
        if (isOwn(event) || (event.isTrusted && event.isPrimary && event.pointerType === down.pointerType)) end();
        else if (down.pointerType === "touch" && event.pointerType === "touch") restore();
      },
      { capture: true, signal: gesture.signal },
    );
    // The keyboard's focus may be anywhere while a mouse drags.
    window.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Escape" || !begun || givenUp) return;
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
