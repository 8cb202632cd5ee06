// A random search: its ranges by buttons and by a drag over the panel, its trials by a click there.
import { follow, positionIn } from "../gestures.js";

/** @typedef {import("../lessons/lesson.js").Actions} Actions */

// A drag that is shorter than this, in CSS pixels, is a click.
const slop = 6;

/**
 * @param {HTMLElement} panel of the map
 * @param {Actions} actions
 */
export function searchRanges(panel, actions) {
  const box = /** @type {HTMLElement} */ (panel.querySelector(".box"));
  const narrow = button();
  narrow.dataset["word"] = "narrowRange";
  const widen = button();
  widen.dataset["word"] = "bookRange";
  const wide = button();
  wide.dataset["word"] = "wideRange";
  const group = document.createElement("div");
  group.className = "ranges";
  // Until the first update says what the panel shows.
  group.hidden = true;
  group.append(narrow, widen, wide);
  panel.querySelector(".bar")?.append(group);
  narrow.addEventListener("click", () => changes?.narrow && change({ type: "narrowRanges" }));
  widen.addEventListener("click", () => changes?.widen && change({ type: "bookRanges" }));

  wide.addEventListener("click", () => changes?.wide && change({ type: "wideRanges" }));

  /** @param {import("../engine.js").Action} action */
  function change(action) {
    if (actions.act(action)?.concern === "settings") actions.changed();
  }

  // What a drag marks.
  const mark = document.createElement("div");
  mark.className = "marked-range";
  mark.hidden = true;
  box.append(mark);
  let changes = /** @type {import("../lessons/lesson.js").Latest["ranges"]} */ (undefined);
  let [x, y, toX, toY] = [0, 0, 0, 0];
  const isDrag = () => Math.abs(toX - x) >= slop && Math.abs(toY - y) >= slop;
  const show = () => {
    mark.hidden = !changes?.free || !isDrag();
    const sides = { left: Math.min(x, toX), top: Math.min(y, toY), width: Math.abs(toX - x), height: Math.abs(toY - y) };
    for (const [side, length] of Object.entries(sides)) mark.style.setProperty(side, `${length}px`);
  };
  follow(
    box,
    {
      allowed: () => Boolean(changes?.shown),
      begin(event) {
        [x, y] = [toX, toY] = positionIn(event, box);
      },
      move(event) {
        [toX, toY] = positionIn(event, box);
        show();
      },
      end() {
        mark.hidden = true;
        change({ type: "searchBetween", x, y, toX, toY });
      },
      cancel() {
        mark.hidden = true;
      },
    },
    { scrolls: true, signal: new AbortController().signal },
  );

  return {
    /** @param {import("../lessons/lesson.js").Latest} latest */
    update(latest) {
      changes = latest.ranges;
      group.hidden = !changes?.shown;
      // A button that can do nothing more keeps the focus.
      narrow.setAttribute("aria-disabled", String(!changes?.narrow));
      widen.setAttribute("aria-disabled", String(!changes?.widen));
      wide.setAttribute("aria-disabled", String(!changes?.wide));
      box.toggleAttribute("data-ranges", Boolean(changes?.shown));
    },
  };
}

function button() {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "lesson-button";
  return made;
}
