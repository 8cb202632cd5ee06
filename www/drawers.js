// The lessons under the figure: a drawer each, whose content is made when it opens first.
import { keepRoom } from "./room.js";

/** @typedef {import("./engine.js").AnyFigure} Figure */
/** @typedef {import("./view.js").Actions} Actions */
/** @typedef {Partial<import("./engine.js").Frame>} Latest all parts of a figure's frames as they are now */

/** @typedef {NonNullable<Latest["lessons"]>[number]["name"]} LessonName */

/**
 * What a lesson puts into its drawer.
 * @typedef {object} LessonPart
 * @property {(figure: Figure, latest: Latest) => void} update
 *   called in each frame in which something changed while the drawer is open
 * @property {() => void} [close] the reader closed the drawer
 */

/**
 * Fills the empty body of a drawer. Words with `data-word` and `data-label` are put in from outside.
 * @typedef {(body: HTMLElement, actions: Actions) => LessonPart} Lesson
 */

/**
 * The engine with everything that explains.
 * @typedef {object} FullBuild
 * @property {typeof import("./pkg/full/descent_widget.js").Figure} Figure
 * @property {(panel: HTMLElement, actions: Actions) => { update(latest: Latest): void }} orbitControls
 *   buttons and keys that turn the view in space, for the panel of the map
 * @property {(figure: Figure, done: () => void) => void} loadDigits
 *   brings the digits, once, to an experiment that waits for them, and says when they have come or failed
 * @property {Record<string, Lesson>} lessons
 * @property {string} css
 */

class Drawer {
  /** @type {LessonPart | undefined} */
  part;
  /** Whether the figure has it open. */
  open = false;
  element = document.createElement("details");
  title = document.createElement("summary");
  body = document.createElement("div");

  /** @param {string} name */
  constructor(name) {
    this.element.className = "lesson";
    this.element.dataset["lesson"] = name;
    this.body.className = "lesson-body";
    this.element.append(this.title, this.body);
  }
}

export class Drawers {
  /** @type {HTMLElement} */
  #place;
  /** @type {Actions} */
  #actions;
  /** @type {Map<string, Drawer>} */
  #drawers = new Map();
  /** @type {FullBuild | undefined} */
  #full;
  #failed = false;
  #release;
  /** Which lessons there are, and which of them are open. */
  #structure = "";

  /**
   * @param {ShadowRoot} root
   * @param {Actions} actions
   */
  constructor(root, actions) {
    this.#place = /** @type {HTMLElement} */ (root.querySelector(".lessons"));
    this.#release = keepRoom(this.#place);
    this.#actions = actions;
  }

  /** The full build has come. @param {FullBuild} build */
  fill(build) {
    this.#full = build;
    this.#failed = false;
  }

  /** It has not come: says so where it was wanted. @param {string} sentence */
  fail(sentence) {
    this.#failed = true;
    for (const { element, body, part } of this.#drawers.values()) {
      if (!element.open || part) continue;
      body.textContent = sentence;
      delete body.dataset["loading"];
    }
  }

  /**
   * @param {Figure} figure
   * @param {Latest} latest
   * @param {(body: HTMLElement) => void} dress puts the words of the language into what is new
   */
  update(figure, latest, dress) {
    const { lessons = [] } = latest;
    const structure = lessons.map(({ name, open }) => `${name} ${open}`).join();
    if (structure !== this.#structure) this.#release();
    this.#structure = structure;
    /** @type {Set<string>} */
    const offered = new Set(lessons.map(({ name }) => name));
    // Those of another experiment are hidden. The others stay in place: a page that became lower for a moment
    // would scroll.
    for (const [name, { element }] of this.#drawers) element.hidden = !offered.has(name);
    for (const { name, title, open } of lessons) {
      const drawer = this.#drawers.get(name) ?? this.#add(name);
      if (drawer.title.textContent !== title) drawer.title.textContent = title;
      drawer.open = open;
      if (drawer.element.open !== open) drawer.element.open = open;
      if (!open) continue;
      const make = this.#full?.lessons[name];
      if (make && !drawer.part) {
        drawer.body.replaceChildren();
        drawer.part = make(drawer.body, this.#actions);
        dress(drawer.body);
      }
      if (!this.#full && !drawer.body.firstChild) drawer.body.textContent = this.#actions.word("loading");
      drawer.body.toggleAttribute("data-loading", !this.#full && !this.#failed);
      drawer.part?.update(figure, latest);
    }
  }

  /** @param {LessonName} name */
  #add(name) {
    const drawer = new Drawer(name);
    this.#drawers.set(name, drawer);
    this.#place.append(drawer.element);
    drawer.element.addEventListener("toggle", () => {
      const { open } = drawer.element;
      // The setting opened it, not a reader.
      if (open === drawer.open) return;
      drawer.open = open;
      this.#actions.act({ type: "open", lesson: name, open });
      this.#actions.changed();
      if (!open) drawer.part?.close?.();
    });
    return drawer;
  }
}
