// The controls panel: which controls there are, how they are grouped, where they live.
// What each one says and may hold comes from Rust; a change of structure rebuilds, anything else updates.
import { makeControl, makeNudge } from "./control.js";

/** @typedef {import("./shapes").Control} Control */
/** @typedef {import("./shapes").Figure} Figure */
/** @typedef {import("./shapes").Hands} Hands */
/** @typedef {import("./control.js").Part} Part */

export class Controls {
  /** @type {ShadowRoot} */
  #root;
  /** @type {Hands} */
  #hands;
  /** @type {Record<Control["where"], HTMLElement>} */
  #places;
  /** @type {Map<string, Part>} */
  #parts = new Map();
  /** The sliders of the handle on the map. @type {Map<string, Part>} */
  #nudges = new Map();
  /** @type {{ element: HTMLElement, index: number }[]} */
  #titles = [];
  /** What most readers leave alone stands in a drawer of its own, which stays as it was when the rest is rebuilt. */
  #advanced = document.createElement("details");
  #structure = "";
  #swatchLook = "";

  /**
   * @param {ShadowRoot} root
   * @param {Hands} hands
   */
  constructor(root, hands) {
    this.#root = root;
    this.#hands = hands;
    /** @param {string} name */
    const place = (name) => /** @type {HTMLElement} */ (root.querySelector(`[data-place="${name}"]`));
    this.#places = { panel: place("panel"), transport: place("transport"), loss: place("loss"), map: place("map") };
  }

  /**
   * @param {Figure} figure
   * @param {string} look changes when swatches must be drawn again: colors, pixel density
   */
  update(figure, look) {
    const controls = figure.controls();
    const structure = JSON.stringify(
      controls.map(({ id, group, kind, where, field, swatch, hint }) => [id, group, kind, where, field, swatch, !hint]),
    );
    const rebuilt = structure !== this.#structure;
    if (rebuilt) {
      this.#structure = structure;
      this.#rebuild(controls);
    }
    for (const control of controls) {
      this.#parts.get(control.id)?.update(control);
      this.#nudges.get(control.id)?.update(control);
    }
    for (const { element, index } of this.#titles) {
      const label = controls[index]?.groupLabel ?? "";
      if (element.textContent !== label) element.textContent = label;
    }
    if (!rebuilt && look === this.#swatchLook) return;
    this.#swatchLook = look;
    for (const [id, { swatch }] of this.#parts) if (swatch) figure.drawSwatch(swatch, id, devicePixelRatio);
  }

  /** @param {Control[]} controls */
  #rebuild(controls) {
    const focused = this.#root.activeElement?.id;
    const before = this.#all().findIndex(({ id }) => id === focused);
    this.#parts.clear();
    this.#nudges.clear();
    this.#titles = [];
    const groupsPlace = this.#holder("groups");
    const cardsPlace = this.#holder("cards");
    /** @type {Record<Control["where"], Node[]>} */
    const content = { panel: [groupsPlace, cardsPlace], transport: [], loss: [], map: [] };
    const inDrawer = controls.findIndex(({ advanced }) => advanced);
    const drawer = this.#drawer(inDrawer);
    if (inDrawer >= 0) content.panel.push(this.#advanced);
    /** The groups by name, each with the place where its next control goes: itself, or the card of a lane in it. */
    /** @type {Map<string, { fieldset: HTMLElement, holder: HTMLElement }>} */
    const groups = new Map();
    /** @param {Control} one */
    const isAlone = (one) => one.swatch && !controls.some((other) => other !== one && other.group === one.group && other.swatch);

    controls.forEach((control, index) => {
      const part = makeControl(control, this.#hands);
      this.#parts.set(control.id, part);
      if (control.id.startsWith("start.")) this.#nudges.set(control.id, makeNudge(control, this.#hands));
      if (control.where !== "panel") {
        content[control.where].push(part.element);
        return;
      }
      if (control.advanced) {
        drawer.append(part.element);
        return;
      }
      let group = groups.get(control.group);
      if (!group) {
        const alone = isAlone(control);
        const fieldset = alone ? this.#card(part.element) : this.#group(index);
        group = { fieldset, holder: fieldset };
        groups.set(control.group, group);
        (alone ? cardsPlace : groupsPlace).append(fieldset);
        if (alone) return;
      }
      if (control.swatch) {
        group.holder = this.#card(part.element);
        group.fieldset.append(group.holder);
      } else {
        group.holder.append(part.element);
      }
    });

    for (const where of /** @type {Control["where"][]} */ (Object.keys(content))) {
      this.#places[where].replaceChildren(...content[where]);
    }
    this.#root.querySelector(".handle")?.replaceChildren(...[...this.#nudges.values()].map(({ element }) => element));
    // What had the focus has it again, or what stands in its place.
    if (focused) (this.#root.getElementById(focused) ?? this.#all()[before])?.focus({ preventScroll: true });
  }

  /** @returns {HTMLElement[]} */
  #all() {
    return [...this.#places.panel.querySelectorAll(/** @type {"input"} */ ("input, select, button"))];
  }

  /** @param {string} name */
  #holder(name) {
    const element = document.createElement("div");
    element.className = name;
    return element;
  }

  /** @param {number} index of the control that names the group */
  #group(index) {
    const fieldset = document.createElement("fieldset");
    fieldset.className = "group";
    const legend = document.createElement("legend");
    fieldset.append(legend);
    this.#titles.push({ element: legend, index });
    return fieldset;
  }

  /**
   * @param {number} index of the control that names the drawer
   * @returns {HTMLElement} where its controls go
   */
  #drawer(index) {
    const title = document.createElement("summary");
    const holder = this.#holder("groups");
    this.#advanced.className = "advanced";
    this.#advanced.replaceChildren(title, holder);
    if (index >= 0) this.#titles.push({ element: title, index });
    return holder;
  }

  /**
   * A lane's card is named by its own checkbox.
   * @param {HTMLElement} checkbox
   */
  #card(checkbox) {
    const fieldset = document.createElement("fieldset");
    fieldset.className = "card";
    const legend = document.createElement("legend");
    legend.append(checkbox);
    fieldset.append(legend);
    return fieldset;
  }
}
