// A random search: its ranges by buttons and by a drag over the panel, its trials by a click there.
import { follow, positionIn } from "../gestures.js";

/** @typedef {import("../engine.js").WholeFigure} Figure */
/** @typedef {import("./whole.js").WholeHands} Hands */

// A drag that is shorter than this, in CSS pixels, is a click.
const slop = 6;

/**
 * @param {HTMLElement} panel of the map
 * @param {Hands} hands
 */
export function trials(panel, hands) {
  const box = /** @type {HTMLElement} */ (panel.querySelector(".box"));
  const narrow = button();
  narrow.dataset["word"] = "narrowRange";
  const widen = button();
  widen.dataset["word"] = "bookRange";
  const group = document.createElement("div");
  group.className = "ranges";
  // Until the first update says what the panel shows.
  group.hidden = true;
  group.append(narrow, widen);
  panel.querySelector(".bar")?.append(group);
  narrow.addEventListener("click", () => change("narrow", (figure) => figure.narrowRange()));
  widen.addEventListener("click", () => change("widen", (figure) => figure.widenRange()));

  /**
   * @param {"narrow" | "widen"} what
   * @param {(figure: Figure) => void} does
   */
  function change(what, does) {
    if (!changes?.[what]) return;
    hands.input(does);
    hands.changed();
  }

  // What a drag marks.
  const mark = document.createElement("div");
  mark.className = "marked-range";
  mark.hidden = true;
  box.append(mark);
  let changes = /** @type {ReturnType<Figure["rangeChanges"]>} */ (undefined);
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
      allowed: () => changes !== undefined,
      begin(event) {
        [x, y] = [toX, toY] = positionIn(event, box);
      },
      move(event) {
        [toX, toY] = positionIn(event, box);
        show();
      },
      end() {
        mark.hidden = true;
        let done = false;
        hands.input((figure) => {
          done = isDrag() ? figure.searchBetween(x, y, toX, toY) : figure.pickTrialAt(x, y);
        });
        if (done) hands.changed();
      },
      cancel() {
        mark.hidden = true;
      },
    },
    { scrolls: true, signal: new AbortController().signal },
  );

  return {
    /** @param {Figure} figure */
    update(figure) {
      changes = figure.rangeChanges();
      group.hidden = !changes;
      // A button that can do nothing more keeps the focus.
      narrow.setAttribute("aria-disabled", String(!changes?.narrow));
      widen.setAttribute("aria-disabled", String(!changes?.widen));
      box.toggleAttribute("data-ranges", changes !== undefined);
    },
  };
}

function button() {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "lesson-button";
  return made;
}
