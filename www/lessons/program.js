// The rule as a program: its class with the lines that run, the variables, and the race as a script to copy.
import { LaneSelect } from "./lanes.js";
import { lights } from "./lights.js";
import { button, element, say } from "./parts.js";
import { Walk } from "./walk.js";

/** @typedef {import("../engine.js").WholeFigure} Figure */
/** @typedef {import("./whole.js").WholeHands} Hands */

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
  const walk = new Walk(hands, { code: "programClass", whole: "programWhole" }, (figure, moment) => figure.program(moment));
  const script = new Script(hands);
  const hint = element("p", "hint");
  hint.dataset["word"] = "programHint";
  body.append(lanes.element, ...walk.elements, hint, script.element);
  const { light, follow } = lights(body, hands);

  return {
    /** @param {Figure} figure */
    update(figure) {
      lanes.update(figure);
      follow(walk.update(figure)?.lit);
      script.update(figure);
    },
    close() {
      light(undefined);
    },
  };
}
