// Play, pause, one step, back, to the start, and the range that moves the playhead.
import { fill } from "./control.js";

/** @typedef {import("./view.js").Actions} Actions */
/** @typedef {import("./engine.js").Status} Status */

/** What the buttons do. @type {Record<string, import("./engine.js").Action>} */
const buttons = {
  reset: { type: "reset" },
  back: { type: "stepBack" },
  play: { type: "toggle" },
  forward: { type: "stepForward" },
  revert: { type: "revert" },
};

export class Player {
  /** @type {HTMLElement} */
  #bar;
  /** @type {HTMLButtonElement} */
  #play;
  /** @type {HTMLInputElement} */
  #scrub;
  /** @type {HTMLElement} */
  #revert;
  /** Not an `output`, which would be read out at every step. @type {HTMLElement} */
  #text;
  #actions;

  /**
   * @param {ShadowRoot} root
   * @param {Actions} actions
   */
  constructor(root, actions) {
    this.#actions = actions;
    this.#bar = /** @type {HTMLElement} */ (root.querySelector(".player"));
    this.#play = /** @type {HTMLButtonElement} */ (this.#bar.querySelector('[data-do="play"]'));
    this.#scrub = /** @type {HTMLInputElement} */ (this.#bar.querySelector(".scrub"));
    this.#revert = /** @type {HTMLElement} */ (this.#bar.querySelector('[data-do="revert"]'));
    this.#text = /** @type {HTMLElement} */ (this.#bar.querySelector(".step-text"));
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.#bar.addEventListener(
      "click",
      (event) => {
        const button = event.target instanceof Element ? event.target.closest("button") : null;
        const action = buttons[button?.dataset["do"] ?? ""];
        if (!action || button?.ariaDisabled === "true") return;
        this.#actions.act(action);
        if (action.type === "revert") this.#actions.changed();
      },
      { signal },
    );
    this.#scrub.addEventListener(
      "input",
      () => this.#actions.act({ type: "seek", step: this.#scrub.valueAsNumber }),
      { signal },
    );
  }

  /** @param {Status} status */
  update({ step, steps, playing, stepText, stepRoom, canRevert }) {
    const label = this.#actions.word(playing ? "pause" : "play");
    if (this.#play.title !== label) {
      this.#play.title = label;
      this.#play.setAttribute("aria-label", label);
    }
    this.#play.toggleAttribute("data-playing", playing);
    // A button that is disabled keeps the focus only so.
    this.#revert.setAttribute("aria-disabled", String(!canRevert));
    if (this.#scrub.max !== String(steps)) this.#scrub.max = String(steps);
    if (this.#scrub.value !== String(step)) this.#scrub.value = String(step);
    fill(this.#scrub);
    this.#text.dataset["room"] = stepRoom;
    if (this.#text.textContent === stepText) return;
    this.#text.textContent = stepText;
    this.#scrub.setAttribute("aria-valuetext", stepText);
  }
}
