// Play, pause, one step, back, to the start, and the range that moves the playhead.
import { fill } from "./control.js";

/** @typedef {import("./view.js").Hands} Hands */
/** @typedef {import("./engine.js").Status} Status */
/** @typedef {Record<string, string>} Words */

export class Transport {
  /** @type {HTMLElement} */
  #bar;
  /** @type {HTMLButtonElement} */
  #play;
  /** @type {HTMLInputElement} */
  #scrub;
  /** Not an `output`, which would be read out at every step. @type {HTMLElement} */
  #text;
  /** @type {Words} */
  #words = {};

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.#bar = /** @type {HTMLElement} */ (root.querySelector(".transport"));
    this.#play = /** @type {HTMLButtonElement} */ (this.#bar.querySelector('[data-do="play"]'));
    this.#scrub = /** @type {HTMLInputElement} */ (this.#bar.querySelector(".scrub"));
    this.#text = /** @type {HTMLElement} */ (this.#bar.querySelector(".step-text"));
  }

  /**
   * @param {Hands} hands
   * @param {AbortSignal} signal
   */
  listen(hands, signal) {
    /** @type {Record<string, (figure: import("./engine.js").AnyFigure) => void>} */
    const moves = {
      reset: (figure) => figure.reset(),
      back: (figure) => figure.stepBack(),
      play: (figure) => (figure.status().playing ? figure.pause() : figure.play()),
      forward: (figure) => figure.stepForward(),
    };
    this.#bar.addEventListener(
      "click",
      (event) => {
        const button = event.target instanceof Element ? event.target.closest("button") : null;
        const move = moves[button?.dataset["do"] ?? ""];
        if (move) hands.step(move);
      },
      { signal },
    );
    this.#scrub.addEventListener(
      "input",
      () => hands.step((figure) => figure.seek(this.#scrub.valueAsNumber)),
      { signal },
    );
  }

  /** @param {Words} words */
  speak(words) {
    this.#words = words;
  }

  /** @param {Status} status */
  update({ step, steps, playing, stepText }) {
    const label = this.#words[playing ? "pause" : "play"] ?? "";
    if (this.#play.title !== label) {
      this.#play.title = label;
      this.#play.setAttribute("aria-label", label);
    }
    this.#play.toggleAttribute("data-playing", playing);
    if (this.#scrub.max !== String(steps)) this.#scrub.max = String(steps);
    if (this.#scrub.value !== String(step)) this.#scrub.value = String(step);
    fill(this.#scrub);
    if (this.#text.textContent === stepText) return;
    this.#text.textContent = stepText;
    this.#scrub.setAttribute("aria-valuetext", stepText);
  }
}
