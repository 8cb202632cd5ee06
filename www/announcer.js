// One sentence in the polite live region, half a second after the last thing a person did:
// a screen reader must not be flooded while a slider moves.

const quiet = 500;

export class Announcer {
  /** @type {HTMLElement} */
  #region;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** What is due, while it has to wait. @type {(() => string) | undefined} */
  #due;
  #isHeld = false;

  /** @param {HTMLElement} region */
  constructor(region) {
    this.#region = region;
  }

  /**
   * @param {() => string} sentence asked when it is time, so that it is about what is there then
   * @param {boolean} [waits] whether it is about what may still be computed
   */
  announce(sentence, waits = false) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (waits && this.#isHeld) this.#due = sentence;
      else this.#region.textContent = sentence();
    }, quiet);
  }

  /** @param {boolean} isHeld whether there is nothing to say yet of what is being computed */
  hold(isHeld) {
    this.#isHeld = isHeld;
    if (isHeld || !this.#due) return;
    this.announce(this.#due, true);
    this.#due = undefined;
  }

  cancel() {
    clearTimeout(this.#timer);
    this.#due = undefined;
  }
}
