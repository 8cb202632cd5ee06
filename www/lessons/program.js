// The rule as a program: its class with the lines that run, the variables, and the race as a script to copy.
import { LaneSelect } from "./lanes.js";
import { button, element, say } from "./parts.js";

/** @typedef {import("../shapes").Figure} Figure */
/** @typedef {import("../shapes").Hands} Hands */
/** @typedef {import("../shapes").ProgramSheet} ProgramSheet */

/** The class, a `code` a line. */
class Listing {
  #code = element("pre", "listing");
  element = element("div", "sheet", this.#code);
  #text = "";

  constructor() {
    // A long line scrolls, which a keyboard must be able to do too.
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "group");
    this.element.dataset["label"] = "programClass";
  }

  /** @param {ProgramSheet} sheet */
  update({ lines }) {
    const text = lines.map((line) => line.text).join("\n");
    if (text !== this.#text) {
      this.#text = text;
      this.#code.replaceChildren(...lines.map((line) => element("code", "", `${line.text}\n`)));
    }
    lines.forEach(({ runs }, index) => {
      const line = this.#code.children[index];
      if (runs) line?.setAttribute("aria-current", "true");
      else line?.removeAttribute("aria-current");
    });
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

/** The script, in a field that can be selected, and the button that copies it. */
class Script {
  element = element("div", "script");
  #field = element("textarea", "");
  #said = element("p", "said");
  /** The word that was said, to be found in the reader's language. */
  #word = "";

  /** @param {Hands} hands */
  constructor(hands) {
    this.#field.readOnly = true;
    this.#field.rows = 8;
    this.#field.spellcheck = false;
    this.#field.wrap = "off";
    this.#field.dataset["label"] = "programScript";
    const needs = element("p", "hint");
    needs.dataset["word"] = "programNeeds";
    const copy = button("programCopy", () => this.#copy(hands));
    this.element.append(copy, this.#said, needs, this.#field);
  }

  /** @param {Figure} figure */
  update(figure) {
    const text = figure.script();
    if (text === this.#field.value) return;
    this.#field.value = text;
    this.#word = "";
    say(this.#said, "");
  }

  /** @param {Hands} hands */
  async #copy(hands) {
    try {
      await navigator.clipboard.writeText(this.#field.value);
      this.#word = "programCopied";
    } catch {
      // Frames in a sandbox, and pages without encryption, have no clipboard.
      this.#field.focus();
      this.#field.select();
      this.#word = "programSelected";
    }
    const sentence = hands.figure()?.words()[this.#word] ?? "";
    say(this.#said, sentence);
    hands.say(sentence);
  }
}

/**
 * @param {HTMLElement} body
 * @param {Hands} hands
 */
export function program(body, hands) {
  const lanes = new LaneSelect(hands);
  const caption = element("p", "rule-caption");
  const listing = new Listing();
  const variables = new Variables();
  const script = new Script(hands);

  /** Which line of the update has run last; all of them when undefined. @type {number | undefined} */
  let moment;
  /** The step to which it belongs: when another one is shown, its update is shown as a whole. */
  let step = 0;

  /** @param {Figure} figure @param {number | undefined} next */
  const show = (figure, next) => {
    moment = next;
    step = figure.status().step;
    hands.refresh();
  };
  const forth = () => {
    const figure = hands.figure();
    const { moments, toCome } = figure?.program(moment) ?? {};
    if (!figure || !moments) return;
    // From the start the first update begins; after the last line of an update the next one.
    if (toCome || (moment !== undefined && moment >= moments - 1)) {
      hands.step((it) => it.stepForward());
      const moved = figure.status().step !== step;
      return show(figure, moved ? 0 : moment);
    }
    show(figure, moment === undefined ? 0 : moment + 1);
  };
  const back = () => {
    const figure = hands.figure();
    const { moments } = figure?.program(moment) ?? {};
    if (!figure || !moments) return;
    if (moment !== 0) return show(figure, (moment ?? moments) - 1);
    hands.step((it) => it.stepBack());
    show(figure, figure.status().step === 0 ? undefined : figure.program().moments - 1);
  };
  const whole = () => {
    const figure = hands.figure();
    if (figure) show(figure, undefined);
  };

  const buttons = element(
    "div",
    "line-buttons",
    button("programLineBack", back),
    button("programLineForward", forth),
    button("programWhole", whole),
  );
  const columns = element("div", "program", listing.element, variables.element);
  body.append(lanes.element, caption, buttons, columns, script.element);

  return {
    /** @param {Figure} figure */
    update(figure) {
      if (figure.status().step !== step) {
        moment = undefined;
        step = figure.status().step;
      }
      lanes.update(figure);
      const sheet = figure.program(moment);
      say(caption, sheet.caption);
      listing.update(sheet);
      variables.update(sheet);
      script.update(figure);
    },
  };
}
