// How each lane stands at this step: a sentence with its line and marker, and the same in short in the row of its controls.

/** @typedef {import("./engine.js").AnyFigure} Figure */

export class LaneList {
  /** @type {HTMLElement} */
  #list;
  /** @type {ShadowRoot} */
  #root;
  /** @typedef {{ element: HTMLElement, swatch: HTMLCanvasElement, sentence: HTMLElement, name: HTMLElement, text: Text, control: string, drawn: string | undefined }} Line */
  /** @type {Line[]} */
  #lines = [];
  #look = "";

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.#root = root;
    this.#list = /** @type {HTMLElement} */ (root.querySelector(".lanes"));
  }

  /**
   * @param {Figure} figure
   * @param {import("./engine.js").LaneSentence[] | undefined} lanes those that have changed
   * @param {string} look changes when swatches must be drawn again: colors, pixel density
   */
  update(figure, lanes, look) {
    const redraw = look !== this.#look || (lanes && lanes.length !== this.#lines.length);
    this.#look = look;
    if (lanes) {
      this.#write(lanes);
      // Where the rows say it, the sentences are for listeners and for paper.
      this.#list.classList.toggle("unseen", lanes.length > 0 && lanes.every(({ state }) => state));
      for (const lane of lanes) this.#tell(lane);
    }
    for (const line of this.#lines) {
      // The control of a lane may stand for another optimizer by now.
      const stands = `${line.control} ${line.name.textContent}`;
      if (!redraw && line.drawn === stands) continue;
      line.drawn = stands;
      figure.drawSwatch(line.swatch, line.control, devicePixelRatio);
    }
  }

  /** @param {import("./engine.js").LaneSentence[]} lanes */
  #write(lanes) {
    while (this.#lines.length > lanes.length) this.#lines.pop()?.element.remove();
    lanes.forEach(({ name, text, room, control }, index) => {
      const line = (this.#lines[index] ??= this.#add());
      // The sentence opens with the name, which stands out.
      const rest = text.startsWith(name) ? text.slice(name.length) : ` ${text}`;
      if (line.name.textContent !== name) line.name.textContent = name;
      if (line.text.data !== rest) line.text.data = rest;
      line.sentence.dataset["room"] = room;
      line.control = control;
    });
  }

  /** @param {import("./engine.js").LaneSentence} lane */
  #tell({ control, state }) {
    const outcome = this.#root.querySelector(`.row[data-lane="${control}"] > .outcome`);
    const [loss, ending] = /** @type {HTMLElement[]} */ ([...(outcome?.children ?? [])]);
    if (!loss || !ending) return;
    if (loss.textContent !== state?.loss) loss.textContent = state?.loss ?? "";
    if (ending.textContent !== state?.text) ending.textContent = state?.text ?? "";
    ending.dataset["ending"] = state?.ending ?? "";
  }

  /** @returns {Line} */
  #add() {
    const element = document.createElement("li");
    const swatch = document.createElement("canvas");
    swatch.className = "swatch";
    swatch.setAttribute("aria-hidden", "true");
    const sentence = document.createElement("p");
    const name = document.createElement("b");
    const text = document.createTextNode("");
    const said = document.createElement("span");
    said.append(name, text);
    sentence.append(said);
    element.append(swatch, sentence);
    this.#list.append(element);
    return { element, swatch, sentence, name, text, control: "", drawn: undefined };
  }
}
