// The second panel's tabs: the losses, and the lessons, whose content is made when they are first shown.
import { arrange } from "./arrange.js";

/** @typedef {import("./engine.js").AnyFigure} Figure */
/** @typedef {import("./view.js").Actions} Actions */
/** @typedef {Partial<import("./engine.js").Frame>} Latest all parts of a figure's frames as they are now */

/** @typedef {NonNullable<Latest["lessons"]>[number]} LessonTitle */

/**
 * What a lesson puts into its panel.
 * @typedef {object} LessonPart
 * @property {(figure: Figure, latest: Latest) => void} update
 *   called in each frame in which something changed while the lesson is shown
 * @property {() => void} [close] the lesson is shown no longer
 */

/**
 * Fills the empty body of a lesson. Words with `data-word` and `data-label` are put in from outside.
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

/** A lesson's tab, its entry in the list of those without a tab of their own, and its panel. */
class LessonTab {
  /** @type {LessonPart | undefined} */
  part;
  tab = makeTab();
  entry = makeButton("entry");
  panel = document.createElement("section");
  title = document.createElement("p");
  body = document.createElement("div");

  /** @param {string} name */
  constructor(name) {
    this.tab.dataset["tab"] = name;
    this.tab.id = `tab-${name}`;
    this.tab.setAttribute("aria-controls", `lesson-${name}`);
    this.entry.dataset["opens"] = name;
    this.panel.className = "lesson";
    this.panel.dataset["lesson"] = name;
    this.panel.id = `lesson-${name}`;
    this.panel.hidden = true;
    // It may have nothing else that a key could scroll it from.
    this.panel.tabIndex = 0;
    this.panel.setAttribute("role", "tabpanel");
    this.panel.setAttribute("aria-labelledby", this.tab.id);
    this.title.className = "lesson-title";
    this.body.className = "lesson-body";
    this.panel.append(this.title, this.body);
  }

  /** @param {LessonTitle} lesson */
  name({ title, tab }) {
    write(this.title, title);
    write(this.tab, tab ?? title);
    write(this.entry, title);
  }
}

export class Tabs {
  /** @type {HTMLElement} */
  #root;
  /** @type {HTMLElement} */
  #tabs;
  /** @type {HTMLElement} */
  #losses;
  /** @type {HTMLElement} */
  #place;
  /** @type {HTMLElement} */
  #list;
  /** @type {HTMLElement} */
  #lossTab;
  /** @type {HTMLElement} */
  #moreTab;
  /** @type {Actions} */
  #actions;
  /** @type {Map<string, LessonTab>} */
  #lessons = new Map();
  /** @type {FullBuild | undefined} */
  #full;
  #failed = false;
  /** Whether the reader looks at the list of those without a tab of their own. */
  #lists = false;

  /**
   * @param {ShadowRoot} root
   * @param {Actions} actions
   */
  constructor(root, actions) {
    /** @param {string} selector */
    const part = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
    this.#root = part(".root");
    this.#tabs = part(".tabs");
    this.#losses = part("#losses");
    this.#place = part(".lessons");
    this.#list = part(".lesson-list");
    this.#lossTab = part("#tab-loss");
    this.#moreTab = part("#tab-more");
    this.#actions = actions;
    this.#lossTab.addEventListener("click", () => this.#choose(null));
    this.#moreTab.addEventListener("click", () => {
      this.#lists = true;
      actions.refresh();
    });
    this.#tabs.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** The full build has come. @param {FullBuild} build */
  fill(build) {
    this.#full = build;
    this.#failed = false;
  }

  /** It has not come: says so where it was wanted. @param {string} sentence */
  fail(sentence) {
    this.#failed = true;
    for (const { panel, body, part } of this.#lessons.values()) {
      if (panel.hidden || part) continue;
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
    const { lessons = [], panels } = latest;
    if (panels) write(this.#lossTab, panels.tab);
    const shown = lessons.filter(({ open }) => open);
    const others = lessons.filter(({ open, tab }) => !open && tab === undefined);
    if (!others.length) this.#lists = false;
    this.#arrange(lessons, others);
    this.#select(shown);
    for (const lesson of shown) {
      if (!this.#lists) this.#show(lesson, figure, latest, dress);
    }
  }

  /**
   * Tabs and entries for the lessons of the experiment. The panels of others stay, hidden.
   * @param {LessonTitle[]} lessons
   * @param {LessonTitle[]} others those without a tab
   */
  #arrange(lessons, others) {
    for (const lesson of lessons) this.#lesson(lesson.name).name(lesson);
    const withTab = lessons.filter((lesson) => !others.includes(lesson));
    arrange(this.#tabs, [this.#lossTab, ...withTab.map(({ name }) => this.#lesson(name).tab), this.#moreTab]);
    arrange(this.#list, others.map(({ name }) => this.#lesson(name).entry));
    this.#moreTab.hidden = !others.length;
  }

  /** Which tabs are selected, and what they show. @param {LessonTitle[]} shown */
  #select(shown) {
    const names = new Set(this.#lists ? [] : shown.map(({ name }) => name));
    const isOpen = this.#lists || names.size > 0;
    this.#root.toggleAttribute("data-open", isOpen);
    this.#losses.hidden = isOpen;
    this.#place.hidden = !isOpen;
    this.#list.hidden = !this.#lists;
    mark(this.#lossTab, !isOpen);
    mark(this.#moreTab, this.#lists);
    for (const [name, { tab, panel, part }] of this.#lessons) {
      const isShown = names.has(/** @type {LessonTitle["name"]} */ (name));
      mark(tab, isShown);
      if (panel.hidden === !isShown) continue;
      panel.hidden = !isShown;
      if (isShown) this.#place.scrollTop = 0;
      else part?.close?.();
    }
    const focus = this.#tabs.querySelector(":focus") ?? this.#tabs.querySelector('[aria-selected="true"]');
    for (const tab of this.#all()) tab.tabIndex = tab === focus ? 0 : -1;
  }

  /**
   * @param {LessonTitle} lesson
   * @param {Figure} figure
   * @param {Latest} latest
   * @param {(body: HTMLElement) => void} dress
   */
  #show({ name }, figure, latest, dress) {
    const lesson = this.#lesson(name);
    const make = this.#full?.lessons[name];
    if (make && !lesson.part) {
      lesson.body.replaceChildren();
      lesson.part = make(lesson.body, this.#actions);
      dress(lesson.body);
    }
    if (!this.#full && !lesson.body.firstChild) lesson.body.textContent = this.#actions.word("loading");
    lesson.body.toggleAttribute("data-loading", !this.#full && !this.#failed);
    lesson.part?.update(figure, latest);
  }

  /** @param {LessonTitle["name"]} name */
  #lesson(name) {
    const known = this.#lessons.get(name);
    if (known) return known;
    const lesson = new LessonTab(name);
    this.#lessons.set(name, lesson);
    this.#place.append(lesson.panel);
    lesson.tab.addEventListener("click", () => this.#choose(name));
    lesson.entry.addEventListener("click", () => {
      this.#choose(name);
      // What had the focus is gone with the list.
      lesson.tab.focus({ preventScroll: true });
    });
    return lesson;
  }

  /** A reader wants to see a lesson, or the losses. @param {LessonTitle["name"] | null} lesson */
  #choose(lesson) {
    this.#lists = false;
    this.#actions.act({ type: "show", lesson: lesson ?? undefined });
    this.#actions.changed();
  }

  #all() {
    return /** @type {HTMLElement[]} */ ([...this.#tabs.querySelectorAll('[role="tab"]:not([hidden])')]);
  }

  /** Arrows go from tab to tab, which Enter or Space then chooses. @param {KeyboardEvent} event */
  #walk(event) {
    const tabs = this.#all();
    const at = tabs.indexOf(/** @type {HTMLElement} */ (event.target));
    const steps = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 };
    const to = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (at < 0 || to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    for (const tab of tabs) tab.tabIndex = tab === next ? 0 : -1;
    next?.focus();
  }
}

/** @param {string} className */
function makeButton(className) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  return button;
}

function makeTab() {
  const tab = makeButton("tab");
  tab.setAttribute("role", "tab");
  return tab;
}

/** @param {HTMLElement} tab @param {boolean} isSelected */
function mark(tab, isSelected) {
  if (tab.ariaSelected !== String(isSelected)) tab.setAttribute("aria-selected", String(isSelected));
}

/** @param {HTMLElement} element @param {string} text */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
