// The ways to turn the view in space besides dragging it: four buttons, and the arrow keys on the picture.
import { picks } from "./feed.js";
import { isWhole, wholeHands } from "./whole.js";

/** @typedef {import("./whole.js").WholeHands} Hands */

/** The key that each button stands for, its word and its picture. */
const buttons = [
  ["ArrowLeft", "turnLeft", "M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6"],
  ["ArrowRight", "turnRight", "m15 7 5 5-5 5M20 12H10a6 6 0 0 0-6 6"],
  ["ArrowDown", "lookDown", "M12 4v11m-5-5 5 5 5-5M5 20h14"],
  ["ArrowUp", "lookUp", "M12 20V9m-5 5 5-5 5 5M5 4h14"],
];

/**
 * @param {HTMLElement} panel of the map
 * @param {import("./whole.js").Hands} anyHands
 */
export function turning(panel, anyHands) {
  const hands = wholeHands(anyHands);
  const box = /** @type {HTMLElement} */ (panel.querySelector(".box"));
  const group = document.createElement("div");
  group.className = "turning";
  // Until the first update says what the panel shows.
  group.hidden = true;
  group.setAttribute("role", "group");
  group.dataset["label"] = "turning";
  group.append(...buttons.map(([key = "", word = "", path = ""]) => button(key, word, path, hands)));
  panel.querySelector(".bar")?.append(group);

  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !press(event.key, hands)) return;
    event.preventDefault();
    hands.changed();
  });

  const picking = picks(panel, hands);
  return {
    /** @param {import("./whole.js").AnyFigure} figure */
    update(figure) {
      if (!isWhole(figure)) return;
      picking.update(figure);
      const inSpace = figure.status().view === "space";
      group.hidden = !inSpace;
      // A picture that listens to keys has to be reachable by them.
      box.setAttribute("role", inSpace ? "application" : "img");
      if (inSpace) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    },
  };
}

/**
 * True where the key turned.
 * @param {string} key
 * @param {Hands} hands
 */
function press(key, hands) {
  if (hands.figure()?.status().view !== "space" || !key.startsWith("Arrow")) return false;
  hands.input((figure) => figure.turnByKey(key));
  return true;
}

/**
 * @param {string} key
 * @param {string} word
 * @param {string} path
 * @param {Hands} hands
 */
function button(key, word, path, hands) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  const made = document.createElement("button");
  made.type = "button";
  made.dataset["label"] = word;
  made.append(svg);
  made.addEventListener("click", () => {
    if (press(key, hands)) hands.changed();
  });
  return made;
}
