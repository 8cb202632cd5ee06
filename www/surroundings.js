// Tells a figure when something around it has changed that concerns it: a language or what its reader and its page say
// about colors and motion.
import { languagesAround, preferences } from "./environment.js";
import { watchPage } from "./observers.js";

export class Surroundings {
  /** Whether the figure is on paper, where what is around it does not count. */
  isPrinting = false;
  #element;
  #changed;
  /** What was found the last time. */
  #found = "";
  /** From one place in the page to the next. @type {AbortController | undefined} */
  #stay;

  /**
   * @param {HTMLElement} element
   * @param {() => void} changed
   */
  constructor(element, changed) {
    this.#element = element;
    this.#changed = changed;
  }

  /** Hears of changes from now on, here where the element is. @param {HTMLElement} probe of the element */
  watch(probe) {
    this.leave();
    this.#stay = new AbortController();
    this.#found = this.#find();
    watchPage(this.#element, probe, () => this.reconsider(), this.#stay.signal);
  }

  leave() {
    this.#stay?.abort();
  }

  /** Something happened, which seldom concerns the figure. */
  reconsider() {
    if (this.isPrinting || this.#stay?.signal.aborted !== false) return;
    const found = this.#find();
    if (found === this.#found) return;
    this.#found = found;
    this.#changed();
  }

  #find() {
    return JSON.stringify([languagesAround(this.#element), preferences(this.#element)]);
  }
}
