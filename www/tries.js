// Things to try: links and buttons that the author of a page puts into a figure by `slot="try"`. A click is taken like
// that of any other link with `data-descent`; what the figure then shows is said by the `data-caption` of the link.

export class Tries {
  /** @type {HTMLElement} */
  #host;
  /** @type {HTMLElement} */
  #place;
  /** @type {HTMLElement} */
  #caption;
  /** @type {(sentence: string) => void} */
  #say;

  /**
   * @param {ShadowRoot} root
   * @param {(sentence: string) => void} say
   */
  constructor(root, say) {
    this.#host = /** @type {HTMLElement} */ (root.host);
    this.#place = /** @type {HTMLElement} */ (root.querySelector(".tries"));
    this.#caption = /** @type {HTMLElement} */ (this.#place.querySelector(".try-caption"));
    this.#say = say;
    const slot = /** @type {HTMLSlotElement} */ (this.#place.querySelector("slot"));
    slot.addEventListener("slotchange", () => this.#arrange(slot.assignedElements()));
    slot.addEventListener("click", (event) => this.#follow(event));
    // Those that are there already take their room at once.
    this.#arrange(slot.assignedElements());
    // Whatever else changes the figure, the caption is no longer true.
    for (const change of ["descent-input", "descent-change"]) {
      this.#host.addEventListener(change, () => this.#choose(undefined));
    }
  }

  /** @param {Element[]} tries */
  #arrange(tries) {
    this.#place.hidden = tries.length === 0;
    this.#place.toggleAttribute("data-captions", [this.#host, ...tries].some((it) => it.hasAttribute("data-caption")));
    this.#choose(this.#current);
  }

  /** @param {Event} event at the end of its way, when it was taken */
  #follow(event) {
    const link = event.target instanceof Element ? event.target.closest("[slot='try']") : null;
    if (!link || !event.defaultPrevented) return;
    this.#choose(link);
    if (this.#caption.textContent) this.#say(this.#caption.textContent);
  }

  get #current() {
    return this.#host.querySelector(":scope > [slot='try'][aria-current]") ?? undefined;
  }

  /** @param {Element | undefined} link the one that the figure shows now; none where it is the author's or a reader's state */
  #choose(link) {
    this.#current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    this.#caption.textContent = (link ?? this.#host).getAttribute("data-caption");
  }
}
