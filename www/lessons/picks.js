// Choices in the panel beside the map: what is under the pointer is picked by a click.
import { positionIn } from "../gestures.js";
import { trials } from "./trials.js";

/** @typedef {import("../engine.js").WholeFigure} Figure */
/** @typedef {import("./whole.js").WholeHands} Hands */

/**
 * @param {HTMLElement} panel of the map
 * @param {Hands} hands
 */
export function picks(panel, hands) {
  const other = /** @type {HTMLElement} */ (panel.parentElement?.querySelector('[data-panel="loss"]'));
  const box = /** @type {HTMLElement} */ (other.querySelector(".box"));
  const offers = () => box.dataset["offers"] === "choices";

  // A click picks; there are no steps to drag along.
  other.addEventListener(
    "pointerdown",
    (event) => {
      if (offers() && event.composedPath().includes(box)) event.stopPropagation();
    },
    { capture: true },
  );
  box.addEventListener("click", (event) => {
    if (!offers()) return;
    const [x, y] = positionIn(event, box);
    let picked = false;
    hands.input((figure) => (picked = figure.pickAt(x, y)));
    if (picked) hands.changed();
  });

  const ranges = trials(panel, hands);
  return {
    /** @param {Figure} figure */
    update(figure) {
      ranges.update(figure);
      box.dataset["offers"] = figure.offers() ?? "";
    },
  };
}
