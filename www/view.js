// Everything inside the element's shadow root, and how it follows the figure.
import { Announcer } from "./announcer.js";
import { ControlPanel } from "./control-panel.js";
import { Plots } from "./plots.js";
import { LaneList } from "./lane-list.js";
import { Tabs } from "./tabs.js";
import { Tries } from "./tries.js";
import { controlsOf, lanesOf, wordsOf } from "./reserve.js";
import { dress, dressLessons, markup } from "./template.js";
import { Mistakes } from "./mistakes.js";
import { Player } from "./player.js";

/** @typedef {import("./engine.js").AnyFigure} Figure */
/** @typedef {import("./engine.js").Frame} Frame */
/**
 * How the parts of a figure pass on what a reader does.
 * @template [F=Figure] the figures that the parts are for
 * @typedef {object} Actions
 * @property {() => F | undefined} figure the figure, if the engine is up and the element is in a page
 * @property {(action: import("./engine.js").Action) => import("./engine.js").Outcome | undefined} act
 *   takes an action, asks for a frame and sends the event that belongs to it: `descent-input` or `descent-step`.
 *   A problem is read out
 * @property {() => void} changed the reader let go: `descent-change`
 * @property {(sentence: string) => void} say something happened that listeners should hear of, in the
 *   figure's one live region
 * @property {(name: string) => string} word a word of the interface, in the reader's language
 * @property {() => void} refresh something to look at changed that is no setting, such as the page of the table
 */
/** @typedef {Record<string, string>} Words */

// The settings start closed in a figure that is narrower than this, in CSS pixels, or where a fixed height
// would take their room from the plots.
const roomy = 576;

export class View {
  /** @type {ShadowRoot} */
  #shadow;
  /** @type {HTMLElement} */
  #root;
  /** @type {HTMLSlotElement} */
  #fallback;
  /** @type {HTMLElement} */
  #terms;
  /** @type {Actions} */
  #actions;
  #controls;
  #player;
  #lanes;
  #tabs;
  /** Comes with the full build. @type {ReturnType<import("./tabs.js").FullBuild["orbitControls"]> | undefined} */
  #orbitControls;
  /** @type {import("./tabs.js").FullBuild | undefined} */
  #full;
  /** @type {Words} */
  #words = {};
  #arranged = false;
  /** Those that swatches were painted in. */
  #colors = "";
  /** All parts of the frames so far, as they are now. @type {Partial<Frame>} */
  #latest = {};

  /**
   * @param {ShadowRoot} shadow
   * @param {Actions} actions
   */
  constructor(shadow, actions) {
    shadow.append(markup());
    this.#shadow = shadow;
    this.dress();
    this.#actions = actions;
    this.#root = /** @type {HTMLElement} */ (shadow.querySelector(".root"));
    this.#terms = /** @type {HTMLElement} */ (shadow.querySelector(".terms"));
    this.#fallback = /** @type {HTMLSlotElement} */ (shadow.querySelector("slot:not([name])"));
    this.#fallback.addEventListener("slotchange", () => this.#cover());
    this.probe = /** @type {HTMLElement} */ (shadow.querySelector(".probe"));
    this.plots = new Plots(shadow);
    this.mistakes = new Mistakes(/** @type {HTMLElement} */ (shadow.querySelector(".mistakes")));
    this.announcer = new Announcer(/** @type {HTMLElement} */ (shadow.querySelector('[role="status"]')));
    this.#controls = new ControlPanel(shadow, actions);
    this.#player = new Player(shadow, actions);
    this.#lanes = new LaneList(shadow);
    this.#tabs = new Tabs(shadow, actions);
    new Tries(shadow, actions.say);
  }

  /** Puts the style sheet of the element's document on; to be repeated when that is another one. */
  dress() {
    dress(this.#shadow);
    if (this.#full) dressLessons(this.#shadow, this.#full.css);
  }

  /** The full build has come, with what the lessons show. @param {import("./tabs.js").FullBuild} build */
  fill(build) {
    this.#full = build;
    dressLessons(this.#shadow, build.css);
    this.#tabs.fill(build);
    this.#orbitControls ??= build.orbitControls(this.plots.mapPanel, this.#actions);
    this.#translate(this.plots.mapPanel);
  }

  /** The full build could not be had. */
  lack() {
    this.#tabs.fail(this.word("notLoaded"));
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.plots.listen(this.#actions, signal);
    this.#player.listen(signal);
  }

  /**
   * @param {Words} words
   * @param {string} language
   */
  speak(words, language) {
    this.#root.lang = language;
    this.#root.setAttribute("aria-label", words["title"] ?? "");
    this.#words = words;
    this.#translate(this.#shadow);
  }

  /** @param {ParentNode} part */
  #translate(part) {
    const words = this.#words;
    for (const element of part.querySelectorAll("[data-word]")) {
      element.textContent = words[element.getAttribute("data-word") ?? ""] ?? "";
    }
    for (const element of part.querySelectorAll("[data-label]")) {
      const label = words[element.getAttribute("data-label") ?? ""] ?? "";
      element.setAttribute("aria-label", label);
      if (element instanceof HTMLButtonElement || element instanceof HTMLInputElement) element.title = label;
    }
  }

  /**
   * @param {import("./engine.js").Scheme} scheme
   * @param {boolean} forcedColors
   */
  paint(scheme, forcedColors) {
    this.#root.dataset["scheme"] = scheme;
    this.#colors = `${scheme} ${forcedColors}`;
  }

  /** Whether the figure has not been shown yet. */
  get isWaiting() {
    return "waiting" in this.#root.dataset;
  }

  /**
   * Lays the figure out, unseen, as far as the element's attributes tell what it will be.
   * @param {Element} element
   * @param {string} language
   */
  wait(element, language) {
    const { style, dataset } = this.#root;
    this.#root.lang = language;
    dataset["controls"] = controlsOf(element);
    style.setProperty("--optimizers", String(lanesOf(element)));
    const isOpen = wordsOf(element, "lessons").length > 0 || element.hasAttribute("predict");
    this.#root.toggleAttribute("data-open", isOpen);
    this.#settings.open = !this.#startsClosed();
  }

  /** The outline shows where there is no fallback. */
  #cover() {
    const isSeen = (/** @type {Node} */ node) => node instanceof Element || Boolean(node.textContent?.trim());
    this.#root.toggleAttribute("data-covered", this.#fallback.assignedNodes().some(isSeen));
  }

  /** Whether on paper what stands inside the element stands for a figure that has nothing to show yet. */
  get printsFallback() {
    return this.#root.matches("[data-covered][data-empty]");
  }

  /** Shows the figure instead of the light-DOM fallback. */
  reveal() {
    this.#fallback.hidden = true;
    this.#root.hidden = false;
    delete this.#root.dataset["waiting"];
  }

  /** Whether room is kept for words that have not come. */
  get isReserving() {
    return "reserving" in this.#root.dataset;
  }

  /** Gives that room free once the words are there, which have room of their own: those of networks come a while after the figure. */
  release() {
    if (this.#root.querySelector(".lanes > *")) delete this.#root.dataset["reserving"];
  }

  /** Settles, once the figure has a size, whether the settings start open. */
  arrange() {
    if (this.#arranged || this.isWaiting || !this.#root.clientWidth) return;
    this.#arranged = true;
    const { clientWidth } = this.#root;
    const overflows = () => this.#root.scrollHeight > this.#root.clientHeight + 1;
    const plots = this.plots.element;
    const squeezed = overflows() || plots.clientHeight + 1 < parseFloat(getComputedStyle(plots).flexBasis);
    this.#root.toggleAttribute("data-squeezed", squeezed);
    this.#settings.open = clientWidth >= roomy && !squeezed && !this.#startsClosed();
    // In a host whose height leaves no more than the room that sentences keep, they keep none.
    this.#root.toggleAttribute("data-tight", overflows());
    if (overflows()) this.#root.removeAttribute("data-tight");
  }

  get #settings() {
    return /** @type {HTMLDetailsElement} */ (this.#root.querySelector(".settings"));
  }

  /** Whether the page wants the settings closed. */
  #startsClosed() {
    return getComputedStyle(this.#root).getPropertyValue("--descent-settings").trim() === "closed";
  }

  /** Where the player stood in the last frame. */
  get status() {
    return this.#latest.status;
  }

  /** @param {string} name */
  word(name) {
    return this.#words[name] ?? "";
  }

  /**
   * Shows what has changed.
   * @param {Figure} figure
   * @param {Frame} frame
   */
  update(figure, frame) {
    const latest = Object.assign(this.#latest, frame);
    // Swatches are drawn again when it changes.
    const look = `${this.#colors} ${devicePixelRatio}`;
    const { status, comparison } = frame;
    if (status) {
      // Another experiment has other words.
      if (status.title !== this.word("title")) this.speak(figure.words(), this.#root.lang);
      this.#root.dataset["controls"] = status.controls;
      this.#root.dataset["view"] = status.view;
      this.#root.toggleAttribute("data-autoplay", status.autoplay);
      this.#root.toggleAttribute("data-empty", status.empty);
    }
    this.announcer.hold(frame.working && latest.status?.view === "network");
    // Readers may have moved the range to where there is no step yet.
    if (latest.status) this.#player.update(latest.status);
    this.plots.update(frame);
    this.#orbitControls?.update(latest);
    this.#controls.update(figure, frame.controls, look);
    if (comparison !== undefined) this.#terms.textContent = comparison;
    this.#lanes.update(figure, frame.lanes, look);
    this.#tabs.update(figure, latest, (body) => this.#translate(body));
  }

  /** @param {{ sentence: string, language: string }} failure */
  fail({ sentence, language }) {
    const line = /** @type {HTMLElement} */ (this.#shadow.querySelector(".failure"));
    line.textContent = sentence;
    line.lang = language;
    line.hidden = false;
    // The room that was kept for the figure is the page's again.
    if (this.isWaiting) this.#root.hidden = true;
  }
}
