// One native control for one of those that a figure has.

/** @typedef {import("./engine.js").Control} Control */
/** @typedef {import("./view.js").Actions} Actions */

/**
 * @typedef {object} Part
 * @property {HTMLElement} element
 * @property {(control: Control) => void} update
 * @property {HTMLCanvasElement} [swatch]
 */

/**
 * @param {Control} control
 * @param {Actions} actions
 * @returns {Part}
 */
export function makeControl(control, actions) {
  switch (control.kind) {
    case "slider":
      return makeSlider(control, actions);
    case "checkbox":
      return makeCheckbox(control, actions);
    case "select":
      return makeSelect(control, actions);
    case "buttons":
      return makeButtons(control, actions);
    case "text":
      return makeText(control, actions);
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} [properties]
 * @param {Node[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** @param {HTMLElement} element @param {string} text */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {HTMLElement} element @param {string} name @param {string | undefined} text */
function setOptional(element, name, text) {
  if (text === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

/**
 * The wrapper with its label, and the hint under it, which is there while it says something.
 * @param {Control} control
 * @param {string} target id of what the label names
 */
function frame(control, target) {
  const label = make("label", { htmlFor: target });
  const element = make("div", { className: `control ${control.kind}` }, label);
  const hint = make("p", { className: "hint", id: `${target}-hint` });
  /** @param {Control} next */
  const say = (next) => {
    setText(label, next.label);
    setText(hint, next.hint ?? "");
    hint.hidden = !next.hint;
  };
  return { element, hint, say };
}

/**
 * A text field with a place for what is wrong in it. What is typed takes effect when it can be read;
 * otherwise the figure keeps its last good value and the field says why.
 * @param {string} id of the control
 * @param {HTMLInputElement} field
 * @param {string} hintId
 * @param {Actions} actions
 */
function watchField(id, field, hintId, actions) {
  const problem = make("p", { className: "problem", id: `${field.id}-problem`, hidden: true });
  const describe = () =>
    setOptional(field, "aria-describedby", [hintId, problem.hidden ? undefined : problem.id].filter(Boolean).join(" "));
  /** @param {string | undefined} text */
  const complain = (text) => {
    problem.hidden = text === undefined;
    setText(problem, text ?? "");
    setOptional(field, "aria-invalid", text === undefined ? undefined : "true");
    describe();
  };
  /** Whether the text could be read. */
  const take = () => {
    const wrong = actions.act({ type: "type", id, text: field.value })?.problem;
    complain(wrong);
    return wrong === undefined;
  };
  describe();
  return { problem, complain, take };
}

/** @param {Control} control @param {Actions} actions @returns {Part} */
function makeSlider(control, actions) {
  const target = `control-${control.id}`;
  const { element, hint, say } = frame(control, target);
  const { range, update } = makeRange(control, target, actions);
  element.append(range);
  range.setAttribute("aria-describedby", hint.id);

  const number = makeNumberField(control, hint.id, actions);
  element.append(number.field, number.problem, hint);

  return {
    element,
    update(next) {
      say(next);
      range.classList.toggle("marked", next.mark !== undefined);
      if (next.mark !== undefined) range.style.setProperty("--mark", String(next.mark));
      update(next);
      number.update(next);
    },
  };
}

/** @param {Control} control @param {string} id @param {Actions} actions */
function makeRange(control, id, actions) {
  const range = make("input", { type: "range", id, min: "0", step: "1" });
  range.addEventListener("input", () => actions.act({ type: "slide", id: control.id, position: range.valueAsNumber }));
  range.addEventListener("change", () => actions.changed());
  return {
    range,
    /** @param {Control} next */
    update(next) {
      range.disabled = Boolean(next.disabled);
      setOptional(range, "max", String(next.positions ?? 0));
      const position = String(next.position ?? 0);
      if (range.value !== position) range.value = position;
      fill(range);
      setOptional(range, "aria-valuetext", next.valueText);
    },
  };
}

/**
 * A slider without a face: what the keyboard needs to move the handle on the map, also where the settings are hidden.
 * @param {Control} control
 * @param {Actions} actions
 * @returns {Part}
 */
export function makeNudge(control, actions) {
  const { range, update } = makeRange(control, `nudge-${control.id}`, actions);
  range.className = "nudge";
  return {
    element: range,
    update(next) {
      setOptional(range, "aria-label", next.label);
      update(next);
    },
  };
}

/**
 * The number beside a slider: any notation that the figure reads, taken at Enter or on leaving the field.
 * It is a text field because a number field hides what it can't read, and it names no keyboard
 * because the short ones of phones lack the minus sign or the exponent.
 * @param {Control} control
 * @param {string} hintId
 * @param {Actions} actions
 */
function makeNumberField(control, hintId, actions) {
  const field = make("input", {
    type: "text",
    className: "number",
    id: `field-${control.id}`,
    autocomplete: "off",
    spellcheck: false,
  });
  const { problem, complain, take } = watchField(control.id, field, hintId, actions);
  let value = "";
  let typing = false;
  field.addEventListener("input", () => {
    typing = true;
  });
  field.addEventListener("change", () => {
    typing = false;
    if (take()) actions.changed();
  });
  return {
    field,
    problem,
    /** @param {Control} next */
    update(next) {
      setOptional(field, "aria-label", next.label);
      field.disabled = Boolean(next.disabled);
      const changed = next.value !== value;
      value = next.value ?? "";
      const wrong = field.hasAttribute("aria-invalid");
      // A field that is being typed in, or that still shows what was wrong, is left alone
      // until its value moves by other means.
      if (typing || (wrong && !changed)) return;
      if (wrong) complain(undefined);
      if (field.value !== value) field.value = value;
    },
  };
}

/** @param {Control} control @param {Actions} actions @returns {Part} */
function makeCheckbox(control, actions) {
  const target = `control-${control.id}`;
  const input = make("input", { type: "checkbox", id: target });
  const text = make("span");
  const label = make("label", { htmlFor: target }, input);
  const swatch = make("canvas", { className: "swatch" });
  swatch.setAttribute("aria-hidden", "true");
  label.append(swatch, text);
  input.addEventListener("change", () => {
    actions.act({ type: "choose", id: control.id, value: String(input.checked) });
    actions.changed();
  });
  return {
    element: make("div", { className: "control checkbox" }, label),
    swatch,
    update(next) {
      setText(text, next.label);
      input.checked = Boolean(next.checked);
      input.disabled = Boolean(next.disabled);
      setOptional(label, "title", next.hint);
    },
  };
}

/** @param {Control} control @param {Actions} actions @returns {Part} */
function makeSelect(control, actions) {
  const target = `control-${control.id}`;
  const { element, hint, say } = frame(control, target);
  const select = make("select", { id: target });
  select.setAttribute("aria-describedby", hint.id);
  select.addEventListener("change", () => {
    actions.act({ type: "choose", id: control.id, value: select.value });
    actions.changed();
  });
  element.append(select, hint);
  let shown = "";
  return {
    element,
    update(next) {
      say(next);
      // In the bars beside the plots the choice speaks for itself; the label is for listeners and pointers.
      if (next.place !== "panel") setOptional(select, "title", next.label);
      const options = next.options ?? [];
      const listed = JSON.stringify(options);
      if (listed !== shown) {
        shown = listed;
        select.replaceChildren(...options.map(({ value, label }) => new Option(label, value)));
      }
      if (next.value !== undefined && select.value !== next.value) select.value = next.value;
      select.disabled = Boolean(next.disabled);
    },
  };
}

/**
 * A few values, each a button; the one that holds is pressed.
 * @param {Control} control
 * @param {Actions} actions
 * @returns {Part}
 */
function makeButtons(control, actions) {
  const id = `control-${control.id}`;
  const name = make("span", { id: `${id}-name` });
  const group = make("div", { className: "segments", id });
  group.setAttribute("role", "group");
  group.setAttribute("aria-labelledby", name.id);
  const hint = make("p", { className: "hint", id: `${id}-hint` });
  /** @param {string} value */
  const add = (value) => {
    const button = make("button", { type: "button", value });
    button.addEventListener("click", () => {
      if (button.ariaDisabled === "true") return;
      actions.act({ type: "choose", id: control.id, value });
      actions.changed();
    });
    group.append(button);
    return button;
  };
  /** @type {Map<string, HTMLButtonElement>} */
  const buttons = new Map();
  return {
    element: make("div", { className: "control buttons-row" }, name, group, hint),
    update(next) {
      setText(name, next.label);
      setText(hint, next.hint ?? "");
      hint.hidden = !next.hint;
      setOptional(group, "aria-describedby", next.hint && hint.id);
      for (const { value, label } of next.options ?? []) {
        const button = buttons.get(value) ?? add(value);
        buttons.set(value, button);
        setText(button, label);
        button.setAttribute("aria-pressed", String(value === next.value));
        button.setAttribute("aria-disabled", String(Boolean(next.disabled)));
      }
    },
  };
}

/** @param {Control} control @param {Actions} actions @returns {Part} */
function makeText(control, actions) {
  const target = `control-${control.id}`;
  const { element, hint, say } = frame(control, target);
  const input = make("input", { type: "text", id: target, autocomplete: "off", spellcheck: false });
  input.autocapitalize = "off";
  const { problem, complain, take } = watchField(control.id, input, hint.id, actions);
  const place = makePlace(input);
  // The surface follows each letter; while the text can't be read, the last good surface stays.
  input.addEventListener("input", take);
  input.addEventListener("change", () => {
    if (!input.hasAttribute("aria-invalid")) actions.changed();
  });
  element.append(input, place.element, problem, hint);
  return {
    element,
    update(next) {
      say(next);
      input.disabled = Boolean(next.disabled);
      complain(next.problem);
      place.show(next.problemAt);
      const value = next.value ?? "";
      if (input.value !== value && !input.matches(":focus")) input.value = value;
    },
  };
}

/**
 * The text of a field once more, with the character marked at which something is wrong; a gap where something is missing.
 * The sentence beside it says the same to listeners. A click puts the cursor there.
 * @param {HTMLInputElement} input
 */
function makePlace(input) {
  const before = document.createTextNode("");
  const wrong = make("mark");
  const after = document.createTextNode("");
  const element = make("p", { className: "problem-place", hidden: true }, before, wrong, after);
  element.setAttribute("aria-hidden", "true");
  element.addEventListener("click", () => {
    input.focus();
    input.setSelectionRange(before.data.length, before.data.length + (wrong.textContent?.length ?? 0));
  });
  return {
    element,
    /** @param {string[] | undefined} parts before, at and after the place */
    show(parts) {
      element.hidden = !parts?.some(Boolean);
      if (!parts || element.hidden) return;
      before.data = parts[0] ?? "";
      setText(wrong, parts[1] ?? "");
      after.data = parts[2] ?? "";
    },
  };
}

/**
 * The part of a slider's track before its thumb is filled by the style sheet.
 * @param {HTMLInputElement} range
 */
export function fill(range) {
  const share = Number(range.value) / (Number(range.max) || 1);
  range.style.setProperty("--fill", String(share));
}
