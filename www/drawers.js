// The lessons under the figure: a drawer each, whose content is made when it opens first.

/** @typedef {import("./engine.js").AnyFigure} Figure */
/** @typedef {import("./view.js").Hands} Hands */

/**
 * What a lesson puts into its drawer.
 * @typedef {object} LessonPart
 * @property {(figure: Figure) => void} update
 *   called in each frame in which something changed while the drawer is open
 * @property {() => void} [close] the reader closed the drawer
 */

/**
 * Fills the empty body of a drawer. Words with `data-word` and `data-label` are put in from outside.
 * @typedef {(body: HTMLElement, hands: Hands) => LessonPart} Lesson
 */

/**
 * The engine with everything that explains.
 * @typedef {object} Whole
 * @property {typeof import("./pkg/whole/descent_widget.js").Figure} Figure
 * @property {(panel: HTMLElement, hands: Hands) => { update(figure: Figure): void }} turning
 *   buttons and keys that turn the view in space, for the panel of the map
 * @property {(figure: Figure, done: () => void) => void} feed
 *   brings the data of an experiment that waits for it, and says when it has come or failed
 * @property {Record<string, Lesson>} lessons
 * @property {string} css
 */

class Drawer {
  /** @type {LessonPart | undefined} */
  part;
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
  /** @type {Hands} */
  #hands;
  /** @type {Map<string, Drawer>} */
  #drawers = new Map();
  /** @type {Whole | undefined} */
  #whole;
  #failed = false;

  /**
   * @param {ShadowRoot} root
   * @param {Hands} hands
   */
  constructor(root, hands) {
    this.#place = /** @type {HTMLElement} */ (root.querySelector(".lessons"));
    this.#hands = hands;
  }

  /** The whole engine has come. @param {Whole} whole */
  fill(whole) {
    this.#whole = whole;
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
   * @param {(body: HTMLElement) => void} dress puts the words of the language into what is new
   * @param {string} waiting what stands in a drawer until its content comes
   */
  update(figure, dress, waiting) {
    const lessons = figure.lessons();
    /** @type {Set<string>} */
    const offered = new Set(lessons.map(({ name }) => name));
    // Those of another experiment are hidden. The others stay in place: a page that became lower for a moment
    // would scroll.
    for (const [name, { element }] of this.#drawers) element.hidden = !offered.has(name);
    for (const { name, title, open } of lessons) {
      const drawer = this.#drawers.get(name) ?? this.#add(name);
      if (drawer.title.textContent !== title) drawer.title.textContent = title;
      if (drawer.element.open !== open) drawer.element.open = open;
      if (!open) continue;
      const make = this.#whole?.lessons[name];
      if (make && !drawer.part) {
        drawer.body.replaceChildren();
        drawer.part = make(drawer.body, this.#hands);
        dress(drawer.body);
      }
      if (!this.#whole && !drawer.body.firstChild) drawer.body.textContent = waiting;
      drawer.body.toggleAttribute("data-loading", !this.#whole && !this.#failed);
      drawer.part?.update(figure);
    }
  }

  /** @param {string} name */
  #add(name) {
    const drawer = new Drawer(name);
    this.#drawers.set(name, drawer);
    this.#place.append(drawer.element);
    drawer.element.addEventListener("toggle", () => {
      const { open } = drawer.element;
      const wasOpen = this.#hands.figure()?.lessons().find((lesson) => lesson.name === name)?.open;
      // The setting opened it, not a person.
      if (open === wasOpen) return;
      this.#hands.input((figure) => figure.openLesson(name, open));
      this.#hands.changed();
      if (!open) drawer.part?.close?.();
    });
    return drawer;
  }
}
