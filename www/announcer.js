// One sentence in the polite live region, half a second after the last thing a person did:
// a screen reader must not be flooded while a slider moves.

const quiet = 500;

export class Announcer {
  /** @type {HTMLElement} */
  #region;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {HTMLElement} region */
  constructor(region) {
    this.#region = region;
  }

  /** @param {() => string} sentence asked when it is time, so that it is about what is there then */
  announce(sentence) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#region.textContent = sentence();
    }, quiet);
  }

  cancel() {
    clearTimeout(this.#timer);
  }
}
