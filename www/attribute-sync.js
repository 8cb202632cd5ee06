// What the figure has been told of the element's attributes.
import { warn } from "./warnings.js";

/** @typedef {import("./engine.js").SettingRow} SettingRow */

export class AttributeSync {
  /** @type {Element} */
  #element;
  #settings;
  /** @type {MutationObserver} */
  #observer;
  /** The texts told; `null` where one was set anew since. @type {Map<string, string | null | undefined>} */
  #texts = new Map();

  /**
   * The names of the attributes are known once the engine is up, which is after the element
   * is defined: hence an observer. Like any of them it reports once a microtask.
   * @param {Element} element
   * @param {() => SettingRow[]} settings asked when the engine is up
   * @param {() => void} changed
   */
  constructor(element, settings, changed) {
    this.#element = element;
    this.#settings = settings;
    this.#observer = new MutationObserver((records) => {
      this.#forget(records);
      changed();
    });
  }

  observe() {
    this.#observer.observe(this.#element, { attributes: true });
  }

  disconnect() {
    this.#observer.disconnect();
  }

  /**
   * Tells what changed, or was set again, since the last time. True if anything was.
   * @param {Pick<import("./engine.js").AnyFigure, "dispatch">} figure
   */
  tell(figure) {
    this.#forget(this.#observer.takeRecords());
    let told = false;
    for (const { attribute } of this.#settings()) {
      const text = this.#element.getAttribute(attribute) ?? undefined;
      if (text === this.#texts.get(attribute)) continue;
      this.#texts.set(attribute, text);
      warn(...figure.dispatch({ type: "set", name: attribute, text }).warnings);
      // A preset puts everything in its place; what else the element says comes on top of it.
      if (attribute === "preset") this.#overlay();
      told = true;
    }
    return told;
  }

  #overlay() {
    for (const [attribute, text] of this.#texts) {
      if (text !== undefined && attribute !== "preset") this.#texts.set(attribute, null);
    }
  }

  /**
   * An attribute that is set to the text it has is told again: a reader may have moved
   * the figure away from it.
   * @param {MutationRecord[]} records
   */
  #forget(records) {
    for (const { attributeName } of records) this.#texts.set(String(attributeName), null);
  }
}
