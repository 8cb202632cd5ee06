// The forms in which books and libraries write the same rule: choose one and see what it does.

/** @typedef {import("../../pkg/full/descent_widget.js").ConventionsSheet} Conventions */
/** @typedef {import("../../engine.js").FullFigure} Figure */
/** @typedef {import("../lesson.js").LessonActions} Actions */

/** Figures have the lesson's controls in shadow roots of their own, where these names are free. */
const id = (/** @type {string} */ name) => `conventions-${name}`;

/** @param {string} tag @param {string} name of the word */
function word(tag, name) {
  const element = document.createElement(tag);
  element.dataset["word"] = name;
  return element;
}

/** A heading, its paragraph and what belongs to it. @param {string} name @param {Node[]} parts */
function section(name, ...parts) {
  const element = document.createElement("section");
  const title = word("p", name);
  title.className = "convention-title";
  title.id = id(name);
  element.setAttribute("aria-labelledby", title.id);
  element.append(title, word("p", `${name}Text`), ...parts);
  return element;
}

/** A control with its label before it. @param {HTMLElement} control @param {string} name of the word */
function labeled(control, name) {
  const label = word("label", name);
  control.id = id(name);
  label.setAttribute("for", control.id);
  const element = document.createElement("div");
  element.className = "convention-control";
  element.append(label, control);
  return element;
}

/** A checkbox with its label after it. @param {HTMLInputElement} input @param {string} name of the word */
function checkbox(input, name) {
  const label = document.createElement("label");
  const text = word("span", name);
  input.type = "checkbox";
  input.id = id(name);
  label.className = "convention-check";
  label.append(input, text);
  return label;
}

/** @param {HTMLSelectElement} select @param {{ value: string, label: string }[]} options @param {string} value */
function offer(select, options, value) {
  const listed = JSON.stringify(options);
  if (select.dataset["listed"] !== listed) {
    select.dataset["listed"] = listed;
    select.replaceChildren(...options.map(({ value, label }) => new Option(label, value)));
  }
  select.value = value;
}

/** @param {[Element, string][]} all */
function roles(...all) {
  for (const [element, role] of all) element.setAttribute("role", role);
}

/** The table of the forms of Momentum, each at the rate that means the same. */
class FormTable {
  element = document.createElement("div");
  #body = document.createElement("tbody");

  constructor() {
    const table = document.createElement("table");
    const titles = table.createTHead();
    const head = titles.insertRow();
    // Where the rows are laid out as blocks, some browsers would not take them for a table.
    roles([table, "table"], [titles, "rowgroup"], [head, "row"], [this.#body, "rowgroup"]);
    for (const name of ["conventionsEquation", "conventionsRate", "conventionsPlace", "loss"]) {
      const cell = word("th", name);
      cell.setAttribute("scope", "col");
      roles([cell, "columnheader"]);
      head.append(cell);
    }
    table.append(this.#body, word("caption", "conventionsTable"));
    this.element.className = "convention-table";
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "group");
    this.element.dataset["label"] = "conventionsTable";
    this.element.append(table);
  }

  /** @param {Conventions["rows"]} rows */
  update(rows) {
    while (this.#body.rows.length < rows.length) this.#add();
    rows.forEach(({ label, equation, rate, at, loss, chosen }, index) => {
      const row = /** @type {HTMLTableRowElement} */ (this.#body.rows[index]);
      row.toggleAttribute("data-chosen", chosen);
      [`${label}: ${equation}`, rate, at, loss].forEach((text, column) => {
        const cell = /** @type {HTMLElement} */ (row.cells[column]);
        if (cell.textContent !== text) cell.textContent = text;
      });
    });
  }

  #add() {
    const name = document.createElement("th");
    name.scope = "row";
    const row = this.#body.insertRow();
    row.append(name);
    roles([row, "row"], [name, "rowheader"]);
    for (let n = 0; n < 3; n++) roles([row.insertCell(), "cell"]);
  }
}

/** @type {import("../lesson.js").Lesson} */
export function conventions(body, actions) {
  const form = document.createElement("select");
  const keep = document.createElement("input");
  keep.checked = true;
  const equivalent = document.createElement("p");
  equivalent.className = "convention-result";
  const table = new FormTable();
  const change = document.createElement("input");
  const step = Object.assign(document.createElement("input"), { type: "range", min: "0", step: "1" });
  const shownStep = document.createElement("span");
  const factor = document.createElement("select");
  const ahead = document.createElement("select");
  const add = /** @type {HTMLButtonElement} */ (word("button", "conventionsAdd"));
  add.type = "button";
  add.className = "convention-add";
  const changeStep = labeled(step, "conventionsChangeStep");
  changeStep.append(shownStep);
  /** @type {string | undefined} */
  let absent;
  let aheadForm = "";

  body.classList.add("conventions");
  body.append(
    section(
      "conventionsMomentum",
      labeled(form, "conventionsForm"),
      checkbox(keep, "conventionsKeep"),
      equivalent,
      table.element,
    ),
    section(
      "conventionsChange",
      checkbox(change, "conventionsChangeOn"),
      changeStep,
      labeled(factor, "conventionsChangeFactor"),
    ),
    section("conventionsNesterov", ahead, add),
    section("conventionsAdam"),
  );
  ahead.setAttribute("aria-labelledby", id("conventionsNesterov"));

  /** A reader does it: what the lecturer locked stays. @param {string} query */
  const follow = (query) => actions.act({ type: "query", query, origin: "reader" });
  const setChange = () => {
    follow(`rate-change=${change.checked ? `${step.value}%20${factor.value}` : ""}`);
  };

  form.addEventListener("change", () => {
    actions.act({ type: "momentumForm", form: form.value, keepsPath: keep.checked });
    actions.changed();
  });
  ahead.addEventListener("change", () => {
    follow(`${aheadForm}=${ahead.value}`);
    actions.changed();
  });
  for (const control of [change, factor]) {
    control.addEventListener("change", () => {
      setChange();
      actions.changed();
    });
  }
  step.addEventListener("input", setChange);
  step.addEventListener("change", () => actions.changed());
  add.addEventListener("click", () => {
    const row = absent;
    if (row === undefined) return;
    actions.act({ type: "choose", id: row, value: "true" });
    actions.changed();
    ahead.focus();
  });

  return {
    update(figure) {
      const now = figure.lesson("conventions");
      if (!now) return;
      offer(form, now.momentumForms, now.momentum);
      form.disabled = now.locked.momentum;
      if (equivalent.textContent !== now.equivalent) equivalent.textContent = now.equivalent;
      table.update(now.rows);
      change.checked = now.changes;
      change.disabled = now.locked.change;
      for (const control of [step, factor]) control.disabled = change.disabled || !now.changes;
      step.max = String(now.lastStep);
      step.value = String(now.step);
      step.style.setProperty("--fill", String(now.step / (now.lastStep || 1)));
      if (shownStep.textContent !== step.value) shownStep.textContent = step.value;
      offer(
        factor,
        now.factors.map((value) => ({ value, label: `×${value}` })),
        now.factor,
      );
      aheadForm = now.aheadForm;
      offer(ahead, now.aheadForms, now.ahead);
      ahead.disabled = now.locked.ahead;
      absent = now.absent;
      add.hidden = absent === undefined || now.locked.lanes;
    },
  };
}
