// The controls panel: which controls there are, how they are grouped, where they live.
// What each one says and may hold comes from Rust. When some come or go, those that stay are not even moved in the
// document: a slider that is being dragged and a field that is being typed in keep the pointer and the cursor.
import { arrange } from "./arrange.js";
import { makeControl, makeNudge } from "./control.js";

/** @typedef {import("./engine.js").Control} Control */
/** @typedef {import("./engine.js").AnyFigure} Figure */
/** @typedef {import("./view.js").Actions} Actions */
/** @typedef {import("./control.js").Part} Part */

export class ControlPanel {
  /** @type {ShadowRoot} */
  #root;
  /** @type {Actions} */
  #actions;
  /** @type {Record<Control["place"], HTMLElement>} */
  #places;
  /** The controls by identity. @type {Map<string, Part>} */
  #parts = new Map();
  /** The sliders of the handle on the map. @type {Map<string, Part>} */
  #nudges = new Map();
  /** The groups and the rows of lanes, by the names of their own. @type {Map<string, HTMLElement>} */
  #holders = new Map();
  /** @type {{ element: Element, index: number }[]} */
  #titles = [];
  #groups = holder("groups");
  /** What most readers leave alone stands in a drawer of its own. */
  #advanced = document.createElement("details");
  #advancedTitle = document.createElement("summary");
  #advancedGroups = holder("groups");
  #structure = "";
  /** @type {Control[]} */
  #controls = [];
  /** What each control shows, as text. @type {Map<string, string>} */
  #shown = new Map();
  /** Those that a reader has used since: they may show what was not taken. @type {Set<string>} */
  #touched = new Set();
  #swatchLook = "";
  /** What those that were drawn stand for. @type {WeakMap<HTMLCanvasElement, string>} */
  #swatches = new WeakMap();

  /**
   * @param {ShadowRoot} root
   * @param {Actions} actions
   */
  constructor(root, actions) {
    this.#root = root;
    this.#actions = {
      ...actions,
      act: (action) => {
        if ("id" in action) this.#touched.add(action.id);
        return actions.act(action);
      },
    };
    /** @param {string} name */
    const place = (name) => /** @type {HTMLElement} */ (root.querySelector(`[data-place="${name}"]`));
    this.#places = { panel: place("panel"), lane: place("lane"), player: place("player"), loss: place("loss"), map: place("map") };
    this.#advanced.className = "advanced";
    this.#advanced.append(this.#advancedTitle, this.#advancedGroups);
  }

  /**
   * @param {Figure} figure
   * @param {Control[] | undefined} controls those that there are, where one of them has changed
   * @param {string} look changes when swatches must be drawn again: colors, pixel density
   */
  update(figure, controls, look) {
    if (controls) this.#controls = controls;
    const rebuilt = (controls || this.#touched.size > 0) && this.#take(this.#controls);
    if (!controls && !rebuilt && look === this.#swatchLook) return;
    const redraw = rebuilt || look !== this.#swatchLook;
    this.#swatchLook = look;
    for (const { id, label } of this.#controls) {
      const swatch = this.#parts.get(id)?.swatch;
      // A control may stand for another optimizer by now.
      if (!swatch || (!redraw && this.#swatches.get(swatch) === label)) continue;
      this.#swatches.set(swatch, label);
      figure.drawSwatch(swatch, id, devicePixelRatio);
    }
  }

  /** True where there are others than before. @param {Control[]} controls */
  #take(controls) {
    const structure = JSON.stringify(
      controls.map(({ id, group, place, advanced, kind }) => [id, group, place, advanced, kind]),
    );
    const rebuilt = structure !== this.#structure;
    if (rebuilt) {
      this.#structure = structure;
      this.#rebuild(controls);
    }
    for (const control of controls) {
      const shown = JSON.stringify(control);
      if (!rebuilt && shown === this.#shown.get(control.id) && !this.#touched.has(control.id)) continue;
      this.#shown.set(control.id, shown);
      this.#parts.get(control.id)?.update(control);
      this.#nudges.get(control.id)?.update(control);
    }
    for (const { element, index } of this.#titles) {
      const label = controls[index]?.groupLabel ?? "";
      if (element.textContent !== label) element.textContent = label;
    }
    this.#touched.clear();
    return rebuilt;
  }

  /** @param {Control[]} controls */
  #rebuild(controls) {
    const focused = this.#root.activeElement?.id;
    const before = this.#all().findIndex(({ id }) => id === focused);
    const known = { parts: this.#parts, nudges: this.#nudges, holders: this.#holders };
    this.#parts = new Map();
    this.#nudges = new Map();
    this.#holders = new Map();
    this.#titles = [];
    /** What each element shall hold. @type {Map<Element, Element[]>} */
    const content = new Map();
    for (const place of Object.values(this.#places)) content.set(place, []);
    for (const inner of [this.#groups, this.#advancedGroups]) content.set(inner, []);
    /** @param {Element} parent @param {Element} child */
    const put = (parent, child) => content.get(parent)?.push(child);
    put(this.#places.panel, this.#groups);
    const inDrawer = controls.findIndex(({ advanced }) => advanced);
    if (inDrawer >= 0) {
      put(this.#places.panel, this.#advanced);
      this.#titles.push({ element: this.#advancedTitle, index: inDrawer });
    }

    /** What holds the controls of a group, and what names it. @param {string} name @param {(() => HTMLElement)} make */
    const part = (name, make) => {
      const made = known.holders.get(name) ?? make();
      this.#holders.set(name, made);
      const title = /** @type {Element} */ (made.firstElementChild);
      content.set(made, [...made.querySelectorAll(":scope > :is(legend, .name, .outcome)")]);
      return { made, title };
    };
    /**
     * The row of a lane, named by its checkbox, or in words where it cannot be switched.
     * @param {Control} control the first of the row
     * @param {number} index
     * @param {Element} element
     */
    const row = (control, index, element) => {
      const { made, title } = part(`row ${control.group}`, () => makeRow(control.group));
      if (control.kind === "checkbox") {
        content.set(title, [element]);
      } else {
        this.#titles.push({ element: title, index });
        content.get(made)?.splice(-1, 0, element);
      }
      return made;
    };
    /** What the controls of a group stand in: a group of settings, or the row of a lane. @type {Map<string, Element>} */
    const byGroup = new Map();

    controls.forEach((control, index) => {
      const { element } = keep(this.#parts, known.parts, control, () => makeControl(control, this.#actions));
      if (control.id.startsWith("start.")) {
        keep(this.#nudges, known.nudges, control, () => makeNudge(control, this.#actions));
      }
      if (control.place === "lane") {
        const holder = byGroup.get(control.group);
        // How the lane stands comes last in its row.
        if (holder) return content.get(holder)?.splice(-1, 0, element);
        const made = row(control, index, element);
        byGroup.set(control.group, made);
        return put(this.#places.lane, made);
      }
      if (control.place !== "panel") return put(this.#places[control.place], element);
      if (control.advanced) return put(this.#advancedGroups, element);
      const group = byGroup.get(control.group);
      if (group) return put(group, element);
      const { made, title } = part(`group ${control.group}`, () => makeFieldset("group"));
      byGroup.set(control.group, made);
      put(this.#groups, made);
      this.#titles.push({ element: title, index });
      put(made, element);
    });

    for (const [parent, children] of content) arrange(parent, children);
    const handle = this.#root.querySelector(".handle");
    if (handle) arrange(handle, [...this.#nudges.values()].map(({ element }) => element));
    // What had the focus has it again, or what stands in its place.
    if (focused && this.#root.activeElement?.id !== focused) {
      (this.#root.getElementById(focused) ?? this.#all()[before])?.focus({ preventScroll: true });
    }
  }

  /** @returns {HTMLElement[]} */
  #all() {
    const places = [this.#places.lane, this.#places.panel];
    return places.flatMap((it) => [...it.querySelectorAll(/** @type {"input"} */ ("input, select, button"))]);
  }
}

/** What the parts that were made are. @type {WeakMap<Part, Control["kind"]>} */
const kinds = new WeakMap();

/**
 * The part of a control from among those that there were, or a new one. As long as it is of the same kind, it stays.
 * @param {Map<string, Part>} parts where it goes
 * @param {Map<string, Part>} known
 * @param {Control} control
 * @param {() => Part} make
 */
function keep(parts, known, control, make) {
  const before = known.get(control.id);
  const stays = before && kinds.get(before) === control.kind;
  const part = stays ? before : make();
  kinds.set(part, control.kind);
  parts.set(control.id, part);
  return part;
}

/** @param {string} className */
function holder(className) {
  const element = document.createElement("div");
  element.className = className;
  return element;
}

/** @param {string} className */
function makeFieldset(className) {
  const fieldset = document.createElement("fieldset");
  fieldset.className = className;
  fieldset.append(document.createElement("legend"));
  return fieldset;
}

/**
 * The row of a lane, whose sentence says for listeners how it stands. It is no fieldset: WebKit keeps a legend out of
 * the layout of the others.
 * @param {string} lane its group
 */
function makeRow(lane) {
  const row = holder("row");
  const name = holder("name");
  name.id = `name-${lane}`;
  row.dataset["lane"] = lane;
  row.setAttribute("role", "group");
  row.setAttribute("aria-labelledby", name.id);
  const outcome = document.createElement("p");
  outcome.className = "outcome";
  outcome.setAttribute("aria-hidden", "true");
  for (const name of ["loss", "state"]) {
    const part = document.createElement("span");
    part.className = name;
    outcome.append(part);
  }
  row.append(name, outcome);
  return row;
}
