// What the author of the page or of a link should mend: on the console, and in the figure itself.
import { warn } from "./warnings.js";

export class Mistakes {
  /** @type {HTMLElement} */
  #line;
  /** By what they were found in, such as the name of an attribute. @type {Map<string, string[]>} */
  #found = new Map();

  /** @param {HTMLElement} line where they are shown */
  constructor(line) {
    this.#line = line;
  }

  /**
   * Takes what came of an action; what was wrong before in the same place is mended.
   * @param {string} place
   * @param {Pick<import("./engine.js").Outcome, "warnings" | "mistakes">} outcome
   */
  report(place, { warnings, mistakes }) {
    warn(...warnings);
    if (!mistakes.length && !this.#found.delete(place)) return;
    if (mistakes.length) this.#found.set(place, mistakes);
    const all = [...this.#found.values()].flat();
    this.#line.textContent = all.join("\n");
    this.#line.hidden = !all.length;
  }
}
