// Everything inside the element's shadow root, and how it follows the figure.
import { Announcer } from "./announcer.js";
import { Controls } from "./controls.js";
import { Plots } from "./plots.js";
import { moreContrast } from "./surroundings.js";
import { Summaries } from "./summaries.js";
import { Drawers } from "./drawers.js";
import { controlsOf, lanesOf, wordsOf } from "./reserve.js";
import { dress, dressLessons, markup } from "./template.js";
import { Transport } from "./transport.js";

/** @typedef {import("./engine.js").AnyFigure} Figure */
/**
 * How the parts of a figure pass on what a person does. Each call runs the change, asks for a frame
 * and sends the event that belongs to it.
 * @template [F=Figure] the figures that the parts are for
 * @typedef {object} Hands
 * @property {() => F | undefined} figure the figure, if the engine is up and the element is in a page
 * @property {(change: (figure: F) => void) => void} input a setting moves: `descent-input`
 * @property {(change: (figure: F) => string | undefined) => string | undefined} attempt
 *   the same for a change that may be refused: returns what is wrong, in the reader's words
 * @property {() => void} changed the person let go: `descent-change`
 * @property {(sentence: string) => void} say something happened that listeners should hear of, in the
 *   figure's one live region
 * @property {(change: (figure: F) => void) => void} step the playhead is moved: `descent-step`
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
  /** @type {Hands} */
  #hands;
  #controls;
  #transport;
  #summaries;
  #drawers;
  /** Comes with the whole engine. @type {ReturnType<import("./drawers.js").Whole["turning"]> | undefined} */
  #turning;
  /** @type {import("./drawers.js").Whole | undefined} */
  #whole;
  /** @type {Words} */
  #words = {};
  #arranged = false;
  #look = "";

  /**
   * @param {ShadowRoot} shadow
   * @param {Hands} hands
   */
  constructor(shadow, hands) {
    shadow.append(markup());
    this.#shadow = shadow;
    this.dress();
    this.#hands = hands;
    this.#root = /** @type {HTMLElement} */ (shadow.querySelector(".root"));
    this.#terms = /** @type {HTMLElement} */ (shadow.querySelector(".terms"));
    this.#fallback = /** @type {HTMLSlotElement} */ (shadow.querySelector("slot"));
    this.#fallback.addEventListener("slotchange", () => this.#cover());
    this.plots = new Plots(shadow);
    this.announcer = new Announcer(/** @type {HTMLElement} */ (shadow.querySelector('[role="status"]')));
    this.#controls = new Controls(shadow, hands);
    this.#transport = new Transport(shadow);
    this.#summaries = new Summaries(shadow);
    this.#drawers = new Drawers(shadow, hands);
  }

  /** Puts the style sheet of the element's document on; to be repeated when that is another one. */
  dress() {
    dress(this.#shadow);
    if (this.#whole) dressLessons(this.#shadow, this.#whole.css);
  }

  /** The whole engine has come, with what the lessons show. @param {import("./drawers.js").Whole} whole */
  fill(whole) {
    this.#whole = whole;
    dressLessons(this.#shadow, whole.css);
    this.#drawers.fill(whole);
    this.#turning ??= whole.turning(this.plots.mapPanel, this.#hands);
    this.#translate(this.plots.mapPanel);
  }

  /** The whole engine could not be had. */
  lack() {
    this.#drawers.fail(this.#words["notLoaded"] ?? "");
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.plots.listen(this.#hands, signal);
    this.#transport.listen(this.#hands, signal);
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
    this.#transport.speak(words);
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

  /** @param {import("./engine.js").Scheme} scheme */
  paint(scheme) {
    this.#root.dataset["scheme"] = scheme;
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
    style.setProperty("--open", String(wordsOf(element, "lessons").length));
    this.#settings.open = !this.#startsClosed();
  }

  /** The outline shows where there is no fallback. */
  #cover() {
    const isSeen = (/** @type {Node} */ node) => node instanceof Element || Boolean(node.textContent?.trim());
    this.#root.toggleAttribute("data-covered", this.#fallback.assignedNodes().some(isSeen));
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

  /** Gives that room free once the words are there: those of networks come a while after the figure. */
  release() {
    if (this.#root.querySelector(".lanes > *")) delete this.#root.dataset["reserving"];
  }

  /** Settles, once the figure has a size, whether the settings start open. */
  arrange() {
    if (this.#arranged || this.isWaiting || !this.#root.clientWidth) return;
    this.#arranged = true;
    const { clientWidth, clientHeight, scrollHeight } = this.#root;
    const plots = this.plots.element;
    const squeezed = scrollHeight > clientHeight + 1 || plots.clientHeight + 1 < parseFloat(getComputedStyle(plots).flexBasis);
    this.#settings.open = clientWidth >= roomy && !squeezed && !this.#startsClosed();
  }

  get #settings() {
    return /** @type {HTMLDetailsElement} */ (this.#root.querySelector(".settings"));
  }

  /** Whether the page wants the settings closed. */
  #startsClosed() {
    return getComputedStyle(this.#root).getPropertyValue("--descent-settings").trim() === "closed";
  }

  /**
   * What changes with time alone.
   * @param {Figure} figure
   */
  tick(figure) {
    const status = figure.status();
    this.#root.dataset["controls"] = status.controls;
    this.#root.dataset["view"] = status.view;
    this.#root.toggleAttribute("data-autoplay", status.autoplay);
    this.#transport.update(status);
    this.#summaries.update(figure, this.#look);
    this.#drawers.update(figure, (body) => this.#translate(body), this.#words["loading"] ?? "");
  }

  /**
   * Everything.
   * @param {Figure} figure
   */
  update(figure) {
    this.#look = `${this.#root.dataset["scheme"]} ${devicePixelRatio} ${matchMedia(moreContrast).matches}`;
    this.plots.update(figure);
    this.#turning?.update(figure);
    this.#controls.update(figure, this.#look);
    const terms = figure.terms();
    if (this.#terms.textContent !== terms) this.#terms.textContent = terms;
    this.tick(figure);
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
