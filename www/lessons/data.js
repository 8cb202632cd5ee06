// The numbers behind the picture, a page of them at a time: never a node for each step of a long run.

/** @type {import("../shapes").Lesson} */
export function data(body, hands) {
  const table = new Table(body, hands);
  return { update: (figure) => table.update(figure) };
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {Node[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * @param {number} by pages
 * @param {string} label
 * @param {string} sign
 */
function makeTurner(by, label, sign) {
  const button = make("button", { type: "button", "data-page": String(by), "data-label": label });
  button.append(make("span", { "aria-hidden": "true" }, new Text(sign)));
  return button;
}

class Table {
  #lanes = make("select", { "data-label": "lane" });
  #table = make("table");
  #pageText = make("span", { class: "page-text" });
  #previous = makeTurner(-1, "previousPage", "‹");
  #next = makeTurner(1, "nextPage", "›");
  #lane = 0;
  #page = 0;
  #shown = "";

  /**
   * @param {HTMLElement} body
   * @param {import("../shapes").Hands} hands
   */
  constructor(body, hands) {
    body.append(
      make("div", { class: "pager" }, this.#lanes, this.#previous, this.#pageText, this.#next),
      make("div", { class: "scroller", tabindex: "0", role: "group", "data-label": "data" }, this.#table),
    );
    this.#lanes.addEventListener("change", () => {
      this.#lane = this.#lanes.selectedIndex;
      hands.refresh();
    });
    for (const button of [this.#previous, this.#next]) {
      button.addEventListener("click", () => {
        if (button.getAttribute("aria-disabled") === "true") return;
        this.#page += Number(button.dataset["page"]);
        hands.refresh();
      });
    }
  }

  /** @param {import("../shapes").Figure} figure */
  update(figure) {
    const shown = figure.table?.(this.#lane, this.#page);
    if (shown) this.#show(shown);
  }

  /** @param {import("../shapes").TablePage} shown */
  #show({ caption, headers, rows, page, pages, lanes, pageText, currentRow }) {
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
    const content = JSON.stringify([caption, headers, rows]);
    if (content !== this.#shown) {
      this.#shown = content;
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
