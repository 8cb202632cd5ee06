// The buttons that turn pages, and which page it is.
import { element, say } from "./parts.js";

/**
 * @param {number} by pages
 * @param {string} label
 * @param {string} sign
 */
function turner(by, label, sign) {
  const face = element("span", "", sign);
  face.setAttribute("aria-hidden", "true");
  const button = element("button", "", face);
  button.type = "button";
  button.dataset["page"] = String(by);
  button.setAttribute("data-label", label);
  return button;
}

export class Pager {
  /** The page that is shown, from 0. */
  page = 0;
  #text = element("span", "page-text");
  #previous;
  #next;
  element;

  /**
   * @param {string} previous the word for the pages before
   * @param {string} next that for the pages after
   * @param {() => void} turned
   */
  constructor(previous, next, turned) {
    this.#previous = turner(-1, previous, "‹");
    this.#next = turner(1, next, "›");
    for (const button of [this.#previous, this.#next]) {
      button.addEventListener("click", () => {
        if (button.getAttribute("aria-disabled") === "true") return;
        this.page += Number(button.dataset["page"]);
        turned();
      });
    }
    this.element = element("div", "pager", this.#previous, this.#text, this.#next);
  }

  /** @param {{ page: number, pages: number, pageText: string }} shown */
  update({ page, pages, pageText }) {
    this.page = page;
    say(this.#text, pageText);
    // Not `disabled`: a button that disables itself under the finger would drop the keyboard's focus.
    this.#previous.setAttribute("aria-disabled", String(page <= 0));
    this.#next.setAttribute("aria-disabled", String(page >= pages - 1));
  }
}
