// The select with which a lesson chooses the lane that it speaks about.

/** @typedef {import("../lesson.js").LessonActions} Actions */

export class LaneSelect {
  element = document.createElement("label");
  #select = document.createElement("select");
  #listed = "";

  /** @param {Actions} actions */
  constructor(actions) {
    const word = document.createElement("span");
    word.dataset["word"] = "lane";
    this.element.className = "lane-choice";
    this.element.append(word, this.#select);
    this.#select.addEventListener("change", () => {
      actions.act({ type: "set", name: "lane", text: String(this.#select.selectedIndex + 1) });
      actions.changed();
    });
  }

  /** @param {import("../lesson.js").Latest} latest */
  update({ laneChoice }) {
    if (!laneChoice) return;
    const { names, chosen } = laneChoice;
    const listed = JSON.stringify(names);
    if (listed !== this.#listed) {
      this.#listed = listed;
      this.#select.replaceChildren(...names.map((name) => new Option(name)));
    }
    this.#select.selectedIndex = chosen;
  }
}
