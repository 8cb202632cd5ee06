// One line for each lane under the plots: its line and marker, its name, how it stands at this step.

/** @typedef {import("./engine.js").AnyFigure} Figure */

export class Summaries {
  /** @type {HTMLElement} */
  #list;
  /** @type {{ element: HTMLElement, swatch: HTMLCanvasElement, name: HTMLElement, text: Text, control: string }[]} */
  #lines = [];
  #look = "";

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.#list = /** @type {HTMLElement} */ (root.querySelector(".lanes"));
  }

  /**
   * @param {Figure} figure
   * @param {string} look changes when swatches must be drawn again: colors, pixel density
   */
  update(figure, look) {
    const summaries = figure.summaries();
    const redraw = look !== this.#look || summaries.length !== this.#lines.length;
    this.#look = look;
    while (this.#lines.length > summaries.length) this.#lines.pop()?.element.remove();
    summaries.forEach(({ name, text, control }, index) => {
      const line = (this.#lines[index] ??= this.#add());
      // The sentence opens with the name, which stands out.
      const rest = text.startsWith(name) ? text.slice(name.length) : ` ${text}`;
      if (line.name.textContent !== name) line.name.textContent = name;
      if (line.text.data !== rest) line.text.data = rest;
      if (!redraw && line.control === control) return;
      line.control = control;
      figure.drawSwatch(line.swatch, control, devicePixelRatio);
    });
  }

  #add() {
    const element = document.createElement("li");
    const swatch = document.createElement("canvas");
    swatch.className = "swatch";
    swatch.setAttribute("aria-hidden", "true");
    const sentence = document.createElement("p");
    const name = document.createElement("b");
    const text = document.createTextNode("");
    sentence.append(name, text);
    element.append(swatch, sentence);
    this.#list.append(element);
    return { element, swatch, name, text, control: "" };
  }
}
