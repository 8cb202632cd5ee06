// The update rule with its numbers: a table for each equation, a column for each term, and the link between
// the terms here and the arrows on the map.
import { LaneSelect } from "../shared/lane-select.js";
import { highlight } from "../shared/highlight.js";
import { formula } from "../shared/math.js";
import { element, say } from "../shared/parts.js";

/** @typedef {import("../../engine.js").FullFigure} Figure */
/** @typedef {import("../lesson.js").LessonActions} Actions */
/** @typedef {import("../../pkg/full/descent_widget.js").RuleColumn} RuleColumn */
/** @typedef {import("../../pkg/full/descent_widget.js").RuleSheet} RuleSheet */

const axes = ["x", "y"];

/** A column of an equation. */
class Column {
  /** Signs head no column. @type {HTMLTableCellElement} */
  head;
  cells = axes.map(() => document.createElement("td"));
  #button = document.createElement("button");
  #said = element("span", "unseen");
  #values = axes.map(() => element("span", "value"));
  #factors = axes.map(() => element("span", "factors"));

  /** @param {RuleColumn} column */
  constructor({ math, id, name }) {
    this.head = document.createElement(name ? "th" : "td");
    if (name) {
      this.head.scope = "col";
    } else {
      this.head.className = "sign";
      for (const cell of this.cells) cell.className = "sign";
    }
    for (const part of [this.head, ...this.cells]) if (id) part.dataset["term"] = id;
    const shown = formula(math);
    // Not every screen reader speaks mathematics.
    if (name) shown.setAttribute("aria-hidden", "true");
    const parts = [shown, this.#said];
    if (id) {
      this.#button.type = "button";
      this.#button.append(...parts);
      this.head.append(this.#button);
    } else {
      this.head.append(...parts);
    }
    this.cells.forEach((cell, row) => {
      const parts = [this.#values[row], this.#factors[row]].filter((part) => part !== undefined);
      cell.append(...parts);
    });
  }

  /** @param {RuleColumn} column @param {string | undefined} lit */
  update({ id, name, values, factors }, lit) {
    say(this.#said, name);
    if (id) this.#button.setAttribute("aria-pressed", String(id === lit));
    axes.forEach((_, row) => {
      const [value, factor] = [this.#values[row], this.#factors[row]];
      if (value) say(value, values[row] ?? "");
      // A narrow column may break after a sign, not within a number.
      if (factor) say(factor, (factors[row] ?? "").replace(/[·/]/g, "$&\u200b"));
    });
    for (const part of [this.head, ...this.cells]) part.toggleAttribute("data-lit", Boolean(id) && id === lit);
  }
}

/** A table for each equation. They stay as they are while only numbers change, so that focus stays too. */
class Equations {
  element = element("div", "equations");
  /** @type {Column[][]} */
  #columns = [];
  #made = "";
  #name = "";

  /** @param {RuleSheet} sheet @param {string} name */
  update({ lines, lit }, name) {
    if (name !== this.#name) {
      this.#name = name;
      for (const table of this.element.querySelectorAll("table")) table.setAttribute("aria-label", name);
    }
    const shape = JSON.stringify(lines.map((line) => line.map(({ math, id }) => [math, id])));
    if (shape !== this.#made) {
      this.#made = shape;
      this.#columns = lines.map((line) => line.map((column) => new Column(column)));
      this.element.replaceChildren(...this.#columns.map((columns) => this.#table(columns)));
    }
    lines.forEach((line, row) => line.forEach((column, at) => this.#columns[row]?.[at]?.update(column, lit)));
  }

  /** @param {Column[]} columns */
  #table(columns) {
    const corner = document.createElement("td");
    const head = element("tr", "", corner, ...columns.map((column) => column.head));
    const rows = axes.map((axis, row) => {
      const name = document.createElement("th");
      name.scope = "row";
      name.append(element("i", "", axis));
      return element("tr", "", name, ...columns.map((column) => /** @type {Node} */ (column.cells[row])));
    });
    const table = element("table", "equation", element("thead", "", head), element("tbody", "", ...rows));
    table.setAttribute("aria-label", this.#name);
    return element("div", "sheet", table);
  }
}

/** The arrows alone, large. */
class CloseUp {
  #canvas = document.createElement("canvas");
  box = element("div", "close-up-box", this.#canvas);
  #caption = element("figcaption", "");
  element = element("figure", "close-up", this.#caption, this.box);

  constructor() {
    this.#canvas.setAttribute("role", "img");
  }

  /** @param {Figure} figure @param {string} description */
  update(figure, description) {
    const { clientWidth: width, clientHeight: height } = this.box;
    this.#canvas.style.width = `${width}px`;
    this.#canvas.style.height = `${height}px`;
    const ratio = Math.min(4, devicePixelRatio);
    const caption = figure.drawLesson("rule", this.#canvas, undefined, width, height, ratio)?.caption;
    // The box keeps its place: it must not jump while it plays.
    this.element.toggleAttribute("data-empty", !caption);
    if (caption) say(this.#caption, caption);
    this.#canvas.setAttribute("aria-label", description);
  }
}

/** Accumulated squares: a bar of two parts for each parameter. */
class Bars {
  element = element("div", "squares");
  #list = element("ul", "bars");

  constructor() {
    const title = element("p", "bars-title");
    title.dataset["word"] = "ruleSquares";
    this.element.append(title, this.#list);
  }

  /** @param {RuleSheet} sheet */
  update({ bars, lit }) {
    this.element.hidden = bars.length === 0;
    while (this.#list.children.length > bars.length) this.#list.lastChild?.remove();
    while (this.#list.children.length < bars.length) this.#list.append(this.#bar());
    bars.forEach(({ axis, kept, added, text }, index) => {
      const item = /** @type {HTMLElement} */ (this.#list.children[index]);
      say(/** @type {Node} */ (item.querySelector(".axis")), axis);
      say(/** @type {Node} */ (item.querySelector(".text")), text);
      for (const [name, share] of /** @type {[string, number][]} */ (Object.entries({ kept, added }))) {
        const part = /** @type {HTMLElement} */ (item.querySelector(`[data-term="${name}"]`));
        part.style.inlineSize = `${share * 100}%`;
        part.toggleAttribute("data-lit", lit === name);
      }
    });
  }

  #bar() {
    const parts = ["kept", "added"].map((name) => {
      const part = element("span", "part");
      part.dataset["term"] = name;
      return part;
    });
    const track = element("span", "track", ...parts);
    track.setAttribute("aria-hidden", "true");
    return element("li", "", element("span", "axis"), track, element("span", "text"));
  }
}

/**
 * @param {HTMLElement} body
 * @param {Actions} actions
 */
export function rule(body, actions) {
  const lanes = new LaneSelect(actions);
  const caption = element("p", "rule-caption");
  const equations = new Equations();
  const rate = element("p", "rate");
  const closeUp = new CloseUp();
  const bars = new Bars();
  const notes = element("div", "notes");
  const hint = element("p", "hint");
  hint.dataset["word"] = "ruleHint";
  const sums = element("div", "", equations.element, rate);
  const pictures = element("div", "", closeUp.element, bars.element);
  body.append(lanes.element, caption, element("div", "rule-columns", sums, pictures), notes, hint);

  const { light, follow } = highlight(body, actions, closeUp.box);
  new ResizeObserver(() => actions.refresh()).observe(closeUp.box);

  let shownRate = "";
  return {
    /** @param {Figure} figure @param {import("../lesson.js").Latest} latest */
    update(figure, latest) {
      lanes.update(latest);
      const sheet = figure.lesson("rule");
      if (!sheet) return;
      follow(sheet.lit);
      say(caption, sheet.caption);
      equations.update(sheet, actions.word("ruleEquation"));
      rate.hidden = !sheet.rate;
      const text = JSON.stringify(sheet.rate);
      if (sheet.rate && text !== shownRate) {
        rate.replaceChildren(formula(sheet.rate.math), ` = ${sheet.rate.text}`);
      }
      shownRate = text;
      closeUp.update(figure, sheet.notes[0] ?? "");
      bars.update(sheet);
      const said = sheet.notes.join("\n");
      if (notes.dataset["said"] !== said) {
        notes.dataset["said"] = said;
        notes.replaceChildren(...sheet.notes.map((note) => element("p", "", note)));
      }
    },
    close() {
      light(undefined);
    },
  };
}
