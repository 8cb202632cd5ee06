// The select with which a lesson chooses the lane that it speaks about.

/** @typedef {import("../engine.js").WholeFigure} Figure */
/** @typedef {import("./whole.js").WholeHands} Hands */

export class LaneSelect {
  element = document.createElement("label");
  #select = document.createElement("select");
  #listed = "";

  /** @param {Hands} hands */
  constructor(hands) {
    const word = document.createElement("span");
    word.dataset["word"] = "lane";
    this.element.className = "lane-choice";
    this.element.append(word, this.#select);
    this.#select.addEventListener("change", () => {
      hands.input((figure) => figure.set("lane", String(this.#select.selectedIndex + 1)));
      hands.changed();
    });
  }

  /** @param {Figure} figure */
  update(figure) {
    const { names, chosen } = figure.lanes();
    const listed = JSON.stringify(names);
    if (listed !== this.#listed) {
      this.#listed = listed;
      this.#select.replaceChildren(...names.map((name) => new Option(name)));
    }
    this.#select.selectedIndex = chosen;
  }
}
