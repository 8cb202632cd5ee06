// The ways to turn the view in space besides dragging it: four buttons, and the arrow keys on the picture.
import { searchRanges } from "./search-ranges.js";

/** @typedef {import("../lessons/lesson.js").Actions} Actions */

/** The key that each button stands for, its word and its picture. */
const buttons = [
  ["ArrowLeft", "turnLeft", "M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6"],
  ["ArrowRight", "turnRight", "m15 7 5 5-5 5M20 12H10a6 6 0 0 0-6 6"],
  ["ArrowDown", "lookDown", "M12 4v11m-5-5 5 5 5-5M5 20h14"],
  ["ArrowUp", "lookUp", "M12 20V9m-5 5 5-5 5 5M5 4h14"],
];

/**
 * @param {HTMLElement} panel of the map
 * @param {Actions} actions
 */
export function orbitControls(panel, actions) {
  const box = /** @type {HTMLElement} */ (panel.querySelector(".box"));
  const group = document.createElement("div");
  group.className = "orbit-controls";
  // Until the first update says what the panel shows.
  group.hidden = true;
  group.setAttribute("role", "group");
  group.dataset["label"] = "turning";
  group.append(...buttons.map(([key = "", word = "", path = ""]) => button(key, word, path, actions)));
  panel.querySelector(".bar")?.append(group);

  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !isSpace || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    press(event.key, actions);
  });

  const search = searchRanges(panel, actions);
  /** What the last update said. @type {boolean | undefined} */
  let isSpace;
  return {
    /** @param {import("../lessons/lesson.js").Latest} latest */
    update(latest) {
      search.update(latest);
      const was = isSpace;
      isSpace = latest.status?.view === "space";
      // To set `tabIndex` of what has the focus makes the browser lay out the page at once.
      if (isSpace === was) return;
      group.hidden = !isSpace;
      // A picture that listens to keys has to be reachable by them.
      box.setAttribute("role", isSpace ? "application" : "img");
      if (isSpace) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    },
  };
}

/**
 * @param {string} key
 * @param {Actions} actions
 */
function press(key, actions) {
  actions.act({ type: "turn", key });
  actions.changed();
}

/**
 * @param {string} key
 * @param {string} word
 * @param {string} path
 * @param {Actions} actions
 */
function button(key, word, path, actions) {
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
  made.addEventListener("click", () => press(key, actions));
  return made;
}
