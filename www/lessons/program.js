// The rule as a program: its class with the lines that run, the variables, and the race as a script to copy.
import { LaneSelect } from "./lanes.js";
import { lights } from "./lights.js";
import { button, element, say } from "./parts.js";
import { Walk } from "./walk.js";

/** @typedef {import("../engine.js").WholeFigure} Figure */
/** @typedef {import("./whole.js").LessonActions} Actions */

/** The script, in a field that can be selected, and the button that copies it. */
class Script {
  element = element("div", "script");
  #field = element("textarea", "");
  #said = element("p", "said");
  /** The word that was said, to be found in the reader's language. */
  #word = "";

  /** @param {Actions} actions */
  constructor(actions) {
    this.#field.readOnly = true;
    this.#field.rows = 8;
    this.#field.spellcheck = false;
    this.#field.wrap = "off";
    this.#field.dataset["label"] = "programScript";
    const needs = element("p", "hint");
    needs.dataset["word"] = "programNeeds";
    const copy = button("programCopy", () => this.#copy(actions));
    this.element.append(copy, this.#said, needs, this.#field);
  }

  /** @param {Figure} figure */
  update(figure) {
    const text = figure.export("script");
    if (text === this.#field.value) return;
    this.#field.value = text;
    this.#word = "";
    say(this.#said, "");
  }

  /** @param {Actions} actions */
  async #copy(actions) {
    try {
      await navigator.clipboard.writeText(this.#field.value);
      this.#word = "programCopied";
    } catch {
      // Frames in a sandbox, and pages without encryption, have no clipboard.
      this.#field.focus();
      this.#field.select();
      this.#word = "programSelected";
    }
    const sentence = actions.word(this.#word);
    say(this.#said, sentence);
    actions.say(sentence);
  }
}

/**
 * @param {HTMLElement} body
 * @param {Actions} actions
 */
export function program(body, actions) {
  const lanes = new LaneSelect(actions);
  const walk = new Walk(actions, "program", { code: "programClass", whole: "programWhole" });
  const script = new Script(actions);
  const hint = element("p", "hint");
  hint.dataset["word"] = "programHint";
  body.append(lanes.element, ...walk.elements, hint, script.element);
  const { light, follow } = lights(body, actions);

  return {
    /** @param {Figure} figure @param {import("./whole.js").Latest} latest */
    update(figure, latest) {
      lanes.update(latest);
      follow(walk.update(figure, latest)?.lit);
      script.update(figure);
    },
    close() {
      light(undefined);
    },
  };
}
