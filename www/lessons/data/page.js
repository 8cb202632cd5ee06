// The numbers behind the picture, a page of them at a time: never a node for each step of a long run.
import { LaneSelect } from "../shared/lane-select.js";
import { Pager } from "../shared/pager.js";

/** @type {import("../lesson.js").Lesson} */
export function data(body, actions) {
  const table = new Table(body, actions);
  return { update: (figure, latest) => table.update(figure, latest) };
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
  #lanes;
  #table = make("table");
  #scroller = make("div", { class: "scroller", tabindex: "0", role: "group", "data-label": "data" }, this.#table);
  #pager;
  /** The page with the shown step is shown, until the reader turns to another one. */
  #follows = true;
  #page = -1;
  #shown = "";

  /**
   * @param {HTMLElement} body
   * @param {import("../lesson.js").LessonActions} actions
   */
  constructor(body, actions) {
    this.#lanes = new LaneSelect(actions);
    this.#pager = new Pager("previousPage", "nextPage", () => {
      this.#follows = false;
      actions.refresh();
    });
    this.#pager.element.prepend(this.#lanes.element);
    body.append(this.#pager.element, this.#scroller);
  }

  /**
   * @param {import("../../engine.js").FullFigure} figure
   * @param {import("../lesson.js").Latest} latest
   */
  update(figure, latest) {
    this.#lanes.update(latest);
    const shown = figure.lesson("data", { page: this.#follows ? undefined : this.#pager.page });
    if (shown) this.#show(shown);
  }

  /** @param {import("../../pkg/full/descent_widget.js").TablePage} shown */
  #show(shown) {
    const { caption, headers, rows, currentRow, page } = shown;
    this.#pager.update(shown);
    // Who turns back to the shown step goes on with it.
    this.#follows ||= currentRow >= 0;
    const before = this.#table.querySelector("tr[aria-current]");
    // Who has scrolled elsewhere stays there.
    const isWatched = page !== this.#page || (before && this.#off(before) === 0);
    this.#page = page;
    const content = JSON.stringify([caption, headers, rows]);
    if (content !== this.#shown) {
      this.#shown = content;
      this.#fill(caption, headers, rows);
    }
    const lines = [...(this.#table.tBodies[0]?.rows ?? [])];
    const now = lines[currentRow];
    if (before === now) return;
    before?.removeAttribute("aria-current");
    now?.setAttribute("aria-current", "step");
    if (isWatched) this.#scroller.scrollTop += now ? this.#off(now) : -this.#scroller.scrollTop;
  }

  /** How far a row is from being seen. The page itself never scrolls. @param {Element} row */
  #off(row) {
    const box = this.#scroller.getBoundingClientRect();
    const { top, bottom } = row.getBoundingClientRect();
    const above = top - box.top - (this.#table.tHead?.offsetHeight ?? 0);
    return Math.round(Math.min(above, Math.max(0, bottom - box.bottom)));
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
