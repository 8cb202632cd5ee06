// The numbers behind the picture, a page of them at a time: never a node for each step of a long run.

/** @typedef {import("./shapes").Figure} Figure */
/** @typedef {import("./shapes").Hands} Hands */

export class DataTable {
  /** @type {HTMLDetailsElement} */
  #drawer;
  /** @type {HTMLSelectElement} */
  #lanes;
  /** @type {HTMLTableElement} */
  #table;
  /** @type {HTMLElement} */
  #pageText;
  /** @type {HTMLButtonElement} */
  #previous;
  /** @type {HTMLButtonElement} */
  #next;
  #lane = 0;
  #page = 0;
  #shown = "";

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.#drawer = /** @type {HTMLDetailsElement} */ (root.querySelector(".data"));
    this.#lanes = /** @type {HTMLSelectElement} */ (this.#drawer.querySelector("select"));
    this.#table = /** @type {HTMLTableElement} */ (this.#drawer.querySelector("table"));
    this.#pageText = /** @type {HTMLElement} */ (this.#drawer.querySelector(".page-text"));
    this.#previous = /** @type {HTMLButtonElement} */ (this.#drawer.querySelector('[data-page="-1"]'));
    this.#next = /** @type {HTMLButtonElement} */ (this.#drawer.querySelector('[data-page="1"]'));
  }

  /**
   * @param {Hands} hands
   * @param {AbortSignal} signal
   */
  listen(hands, signal) {
    this.#drawer.addEventListener("toggle", () => hands.refresh(), { signal });
    this.#lanes.addEventListener(
      "change",
      () => {
        this.#lane = this.#lanes.selectedIndex;
        hands.refresh();
      },
      { signal },
    );
    for (const button of [this.#previous, this.#next]) {
      button.addEventListener(
        "click",
        () => {
          if (button.getAttribute("aria-disabled") === "true") return;
          this.#page += Number(button.dataset["page"]);
          hands.refresh();
        },
        { signal },
      );
    }
  }

  /** @param {Figure} figure */
  update(figure) {
    if (!this.#drawer.open) return;
    const { caption, headers, rows, page, pages, lanes, pageText, currentRow } = figure.table(this.#lane, this.#page);
    this.#page = page;
    const listed = [...this.#lanes.options].map((option) => option.text);
    if (JSON.stringify(listed) !== JSON.stringify(lanes)) {
      this.#lane = Math.max(0, Math.min(this.#lane, lanes.length - 1));
      this.#lanes.replaceChildren(...lanes.map((lane) => new Option(lane)));
    }
    this.#lanes.selectedIndex = this.#lane;
    this.#pageText.textContent = pageText;
    // Not `disabled`: a button that disables itself under the finger would drop the keyboard's focus.
    this.#previous.setAttribute("aria-disabled", String(page <= 0));
    this.#next.setAttribute("aria-disabled", String(page >= pages - 1));
    const shown = JSON.stringify([caption, headers, rows]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#fill(caption, headers, rows);
    }
    [...(this.#table.tBodies[0]?.rows ?? [])].forEach((row, index) => {
      if (index === currentRow) row.setAttribute("aria-current", "step");
      else row.removeAttribute("aria-current");
    });
  }

  /**
   * @param {string} caption
   * @param {string[]} headers
   * @param {string[][]} rows
   */
  #fill(caption, headers, rows) {
    this.#table.replaceChildren();
    this.#table.createCaption().textContent = caption;
    const head = this.#table.createTHead().insertRow();
    for (const header of headers) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = header;
      head.append(cell);
    }
    const body = this.#table.createTBody();
    for (const row of rows) {
      const line = body.insertRow();
      row.forEach((text, column) => {
        const cell = document.createElement(column ? "td" : "th");
        if (!column) cell.setAttribute("scope", "row");
        cell.textContent = text;
        line.append(cell);
      });
    }
  }
}
