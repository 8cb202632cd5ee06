// A program that is gone through line by line, with its variables: one that the figure's playhead moves too.
import { button, element, say } from "./parts.js";

/** @typedef {import("../../engine.js").FullFigure} Figure */
/** @typedef {import("../lesson.js").LessonActions} Actions */
/** @typedef {import("../../pkg/full/descent_widget.js").ProgramSheet} ProgramSheet */

/** The program, a `code` a line. */
class Listing {
  #code = element("pre", "listing");
  element = element("div", "sheet", this.#code);
  #made = "";

  /** @param {string} name the word for it */
  constructor(name) {
    // A long line scrolls, which a keyboard must be able to do too.
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "group");
    this.element.setAttribute("data-label", name);
  }

  /** @param {ProgramSheet} sheet */
  update({ lines, lit }) {
    const shape = JSON.stringify(lines.map(({ parts, term }) => [parts, term]));
    if (shape !== this.#made) {
      this.#made = shape;
      this.#code.replaceChildren(...lines.map((line) => this.#line(line)));
    }
    lines.forEach(({ runs }, index) => {
      const line = this.#code.children[index];
      if (runs) line?.setAttribute("aria-current", "true");
      else line?.removeAttribute("aria-current");
    });
    for (const part of this.#code.querySelectorAll("[data-term]")) {
      const isLit = part.getAttribute("data-term") === lit;
      part.toggleAttribute("data-lit", isLit);
      if (part instanceof HTMLButtonElement) part.setAttribute("aria-pressed", String(isLit));
    }
  }

  /** A line; what stands for an arrow is a button, so that keys reach it. @param {ProgramSheet["lines"][number]} line */
  #line({ parts, term }) {
    const pieces = parts.map((part) => {
      if (!part.term) return part.text;
      const made = element("button", "", part.text);
      made.type = "button";
      made.dataset["term"] = part.term;
      return made;
    });
    const line = element("code", "", ...pieces, "\n");
    if (term) line.dataset["term"] = term;
    return line;
  }
}

/** The variables, a row each. */
class Variables {
  #rows = element("tbody", "");
  #title = element("caption", "");
  element = element("table", "variables", this.#title, this.#rows);

  constructor() {
    this.#title.dataset["word"] = "programVariables";
  }

  /** @param {ProgramSheet} sheet */
  update({ variables }) {
    this.element.hidden = variables.length === 0;
    while (this.#rows.rows.length > variables.length) this.#rows.deleteRow(-1);
    while (this.#rows.rows.length < variables.length) {
      const name = element("th", "", element("code", ""));
      name.scope = "row";
      this.#rows.append(element("tr", "", name, element("td", "")));
    }
    variables.forEach(({ name, value, written }, index) => {
      const row = /** @type {HTMLTableRowElement} */ (this.#rows.rows[index]);
      say(/** @type {Node} */ (row.querySelector("code")), name);
      say(/** @type {Node} */ (row.cells[1]), value);
      row.toggleAttribute("data-written", written);
    });
  }
}

export class CodeStepper {
  #actions;
  #name;
  #caption = element("p", "rule-caption");
  #listing;
  #variables = new Variables();
  /** Which line of the step has run last; all of them when undefined. @type {number | undefined} */
  #moment;
  /** The step to which it belongs: when another one is shown, that is shown as a whole. */
  #step = 0;
  /** The last one that there will be. */
  #steps = 0;
  /** Whether the next step is awaited, to begin with its first line: a record may have to grow until then. */
  #isAwaiting = false;
  elements;

  /**
   * @param {Actions} actions
   * @param {"program" | "loop"} name of the lesson
   * @param {{ code: string, whole: string }} words for the program, and for the button that shows all lines of a step
   */
  constructor(actions, name, { code, whole }) {
    this.#actions = actions;
    this.#name = name;
    this.#listing = new Listing(code);
    const buttons = element(
      "div",
      "line-buttons",
      button("programLineBack", () => this.#back()),
      button("programLineForward", () => this.#forth()),
      button(whole, () => this.#show(undefined)),
    );
    const columns = element("div", "program", this.#listing.element, this.#variables.element);
    this.elements = [this.#caption, buttons, columns];
  }

  /** What there is to show, now and not only in the next frame. @param {number} [moment] */
  #read(moment) {
    return this.#actions.figure()?.lesson(this.#name, { moment });
  }

  /** @param {number | undefined} next */
  #show(next) {
    const sheet = this.#read(next);
    if (!sheet) return;
    this.#moment = next;
    this.#step = sheet.step;
    this.#isAwaiting = false;
    this.#actions.refresh();
  }

  #forth() {
    const moment = this.#moment;
    const sheet = this.#read(moment);
    if (!sheet?.moments) return;
    // From the start the first step begins; after the last line of a step the next one.
    if (!sheet.toCome && (moment === undefined || moment < sheet.moments - 1)) return this.#show((moment ?? -1) + 1);
    const hasMoved = this.#actions.act({ type: "stepForward" })?.moved !== undefined;
    this.#show(hasMoved ? 0 : moment);
    this.#isAwaiting = !hasMoved && sheet.step < this.#steps;
  }

  #back() {
    const sheet = this.#read(this.#moment);
    if (!sheet?.moments) return;
    if (this.#moment !== 0) return this.#show((this.#moment ?? sheet.moments) - 1);
    this.#actions.act({ type: "stepBack" });
    const before = this.#read();
    this.#show(!before || before.toCome || before.step === 0 ? undefined : before.moments - 1);
  }

  /**
   * Shows where it stands, and returns that.
   * @param {Figure} figure
   * @param {import("../lesson.js").Latest} latest
   */
  update(figure, { status }) {
    const { step, steps } = status ?? { step: 0, steps: 0 };
    this.#steps = steps;
    if (step !== this.#step) {
      this.#moment = this.#isAwaiting && step === this.#step + 1 ? 0 : undefined;
      this.#step = step;
      this.#isAwaiting = false;
    }
    const sheet = figure.lesson(this.#name, { moment: this.#moment });
    for (const element of this.elements) element.hidden = !sheet;
    if (!sheet) return undefined;
    say(this.#caption, sheet.caption);
    this.#listing.update(sheet);
    this.#variables.update(sheet);
    return sheet;
  }
}
