// What a figure has not been told yet of its element's attributes.
import { settings } from "./pkg/settings.js";

export class AttributeSync {
  /** @type {Element} */
  #element;
  #settle;
  #report;
  /** The names of those that were set or taken away since. @type {Set<string>} */
  #changed = new Set();
  #isScheduled = false;

  /**
   * @param {Element} element
   * @param {() => void} settle called once a microtask, however many attributes a script sets
   * @param {(attribute: string, outcome: import("./engine.js").Outcome) => void} report takes what came of each
   */
  constructor(element, settle, report) {
    this.#element = element;
    this.#settle = settle;
    this.#report = report;
  }

  /**
   * An attribute was set, also to the text that it has: a reader may have moved the figure away from it.
   * @param {string} name
   */
  note(name) {
    this.#changed.add(name);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      this.#settle();
    });
  }

  /**
   * Tells what changed since the last time. True if anything did.
   * @param {Pick<import("./engine.js").AnyFigure, "dispatch">} figure
   */
  tell(figure) {
    if (!this.#changed.size) return false;
    // A preset, the first of the settings, puts everything in its place; what else the element says comes on top of it.
    const isAnew = this.#changed.has("preset");
    for (const { attribute } of settings) {
      const text = this.#element.getAttribute(attribute) ?? undefined;
      if (!this.#changed.has(attribute) && !(isAnew && text !== undefined)) continue;
      this.#report(attribute, figure.dispatch({ type: "set", name: attribute, text }));
    }
    this.#changed.clear();
    return true;
  }
}
