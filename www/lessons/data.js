// The numbers behind the picture, a page of them at a time: never a node for each step of a long run.
import { Pager } from "./pager.js";

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

class Table {
  #lanes = make("select", { "data-label": "lane" });
  #table = make("table");
  #pager;
  #lane = 0;
  #shown = "";

  /**
   * @param {HTMLElement} body
   * @param {import("../shapes").Hands} hands
   */
  constructor(body, hands) {
    this.#pager = new Pager("previousPage", "nextPage", () => hands.refresh());
    this.#pager.element.prepend(this.#lanes);
    body.append(
      this.#pager.element,
      make("div", { class: "scroller", tabindex: "0", role: "group", "data-label": "data" }, this.#table),
    );
    this.#lanes.addEventListener("change", () => {
      this.#lane = this.#lanes.selectedIndex;
      hands.refresh();
    });
  }

  /** @param {import("../shapes").Figure} figure */
  update(figure) {
    const shown = figure.table?.(this.#lane, this.#pager.page);
    if (shown) this.#show(shown);
  }

  /** @param {import("../shapes").TablePage} shown */
  #show(shown) {
    const { caption, headers, rows, lanes, currentRow } = shown;
    this.#pager.update(shown);
    const listed = [...this.#lanes.options].map((option) => option.text);
    if (JSON.stringify(listed) !== JSON.stringify(lanes)) {
      this.#lane = Math.max(0, Math.min(this.#lane, lanes.length - 1));
      this.#lanes.replaceChildren(...lanes.map((lane) => new Option(lane)));
    }
    this.#lanes.selectedIndex = this.#lane;
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
