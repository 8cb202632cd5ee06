// The rule as a program: its class with the lines that run, the variables, and the race as a script to copy.
import { LaneSelect } from "../shared/lane-select.js";
import { highlight } from "../shared/highlight.js";
import { button, element, say } from "../shared/parts.js";
import { CodeStepper } from "../shared/code-stepper.js";

/** @typedef {import("../../engine.js").FullFigure} Figure */
/** @typedef {import("../lesson.js").LessonActions} Actions */

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
  const stepper = new CodeStepper(actions, "program", { code: "programClass", whole: "programWhole" });
  const script = new Script(actions);
  const hint = element("p", "hint");
  hint.dataset["word"] = "programHint";
  body.append(lanes.element, ...stepper.elements, hint, script.element);
  const { light, follow } = highlight(body, actions);

  return {
    /** @param {Figure} figure @param {import("../lesson.js").Latest} latest */
    update(figure, latest) {
      lanes.update(latest);
      follow(stepper.update(figure, latest)?.lit);
      script.update(figure);
    },
    close() {
      light(undefined);
    },
  };
}
