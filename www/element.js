// <descent-widget>: attributes, properties, methods and events around one Rust figure.
import { Figure, isUp, ready, settings } from "./engine.js";
import { whole } from "#whole";
import { failure, spokenOf } from "./failure.js";
import { sleep, wake } from "./frames.js";
import { keepKeys } from "./keys.js";
import { follow } from "./links.js";
import { toPng } from "./picture.js";
import { readSetting, unhideProperties } from "./properties.js";
import { keepHeights } from "./reserve.js";
import { queueStart } from "./starts.js";
import { languages, preferenceQueries, preferences } from "./surroundings.js";
import { Told } from "./told.js";
import { View } from "./view.js";
import { warn } from "./warnings.js";
import { watchMedia, watchPage, watchPixelRatio, watchSight, watchSize } from "./watchers.js";

/** @typedef {import("./engine.js").AnyFigure} FigureObject */

// Servers that render pages import the module where there are no elements at all.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

// Fine enough for paper.
const printRatio = 4;

// How long a frame works at what takes long, in milliseconds: while something moves, and otherwise.
const slice = 6;
const restingSlice = 28;

export class DescentWidget extends Base {
  /** @type {FigureObject | undefined} */
  #figure;
  /** What the figure was when the element left the page. @type {string | undefined} */
  #kept;
  /** The whole engine, once a lesson has asked for it. @type {import("./drawers.js").Whole | undefined} */
  #whole;
  /** What the whole engine was asked for last, so that what failed is not asked for in each frame. */
  #asked = "?";
  /** Whether the figure has something long at work. */
  #working = false;
  #told = new Told(this, settings, () => this.#settle());
  /** Calls made before the engine was up. @type {((figure: FigureObject) => void)[]} */
  #calls = [];
  /** The link that was handed over, without its question mark. */
  #link = "";
  /** Of the words shown. @type {import("./engine.js").Language | ""} */
  #language = "";
  #view;
  /** From insertion to removal. @type {AbortController | undefined} */
  #life;
  #inSight = false;
  #started = false;
  #stale = true;
  /** The element's place in the page's frame loop. */
  #film = { frame: (/** @type {number} */ elapsed) => this.#frame(elapsed) };

  constructor() {
    super();
    this.#view = new View(this.attachShadow({ mode: "open" }), {
      figure: () => this.#figure,
      input: (change) => this.#input(change),
      attempt: (change) => this.#attempt(change),
      changed: () => this.#changed(),
      say: (sentence) => this.#view.announcer.announce(() => sentence),
      step: (change) => this.#step(change),
      refresh: () => this.#refresh(),
    });
  }

  connectedCallback() {
    // A moved element is taken out and put in at once: it goes on as it was.
    if (this.#life) return this.#adapt();
    const life = (this.#life = new AbortController());
    // The names by which JupyterLab and reveal.js leave an element's keys and swipes alone.
    this.dataset["lmSuppressShortcuts"] = "true";
    this.dataset["preventSwipe"] = "";
    if (this.#view.isWaiting) this.#view.wait(this, spokenOf(this.#languages()));
    this.#told.observe();
    keepKeys(this, life.signal);
    const { signal } = life;
    ready.then(
      () => queueStart({ element: this, start: (inSight) => this.#start(inSight, signal), signal }),
      (error) => signal.aborted || this.#fail(error),
    );
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected && this.#life) this.#stop();
    });
  }

  adoptedCallback() {
    this.#view.dress();
  }

  play() {
    this.#call((figure) => figure.play());
  }

  pause() {
    this.#call((figure) => figure.pause());
  }

  stepForward() {
    this.#call((figure) => figure.stepForward());
  }

  stepBack() {
    this.#call((figure) => figure.stepBack());
  }

  /** @param {number} step */
  seek(step) {
    this.#call((figure) => figure.seek(step));
  }

  reset() {
    this.#call((figure) => figure.reset());
  }

  /** The picture as text; empty before `ready`. */
  toSVG() {
    return this.#open()?.toSVG() ?? "";
  }

  /**
   * The picture as a PNG of two pixels to a CSS pixel.
   * @returns {Promise<Blob>}
   */
  async toBlob() {
    await ready;
    return toPng(/** @type {FigureObject} */ (this.#open()), this.#view.plots.element);
  }

  /**
   * The settings and the playhead as plain data; empty before `ready`.
   * @returns {Partial<import("./engine.js").State>}
   */
  getState() {
    return this.#open()?.getState() ?? {};
  }

  /** @param {unknown} state what `getState` gave */
  setState(state) {
    this.#call((figure) => {
      warn(...figure.setState(state));
      this.#adapt();
    });
  }

  /** Every lane's points, losses and outcome; `undefined` before `ready`, and while settings wait for the whole engine. */
  get record() {
    const figure = this.#open();
    return figure?.isWaiting() ? undefined : figure?.record();
  }

  /** The link with what differs from the defaults, without its question mark. */
  get query() {
    return this.#open()?.query() ?? this.#link;
  }

  set query(query) {
    this.#link = String(query).replace(/^\?/, "");
    this.#call((figure) => {
      warn(...figure.setQuery(this.#link));
      this.#adapt();
    });
  }

  /**
   * A reader follows a link that sets something up. One that says `autoplay` plays it, now and not for good.
   * @param {string} query
   * @param {boolean} own whether the link is the figure's and not the page's: it then leaves what is locked
   */
  [follow](query, own) {
    const pairs = query.split("&");
    const setup = pairs.filter((pair) => !/^autoplay(=|$)/.test(pair));
    this.#call((figure) => {
      warn(...(own ? figure.follow(setup.join("&")) : figure.setQuery(setup.join("&"))));
      this.#adapt();
      if (setup.length < pairs.length) figure.play();
      this.#changed();
    });
  }

  /** The language of the words shown: `ko`, `en` or `ja`; empty before `ready`. */
  get language() {
    return this.#language;
  }

  /** @param {string} attribute */
  [readSetting](attribute) {
    const figure = this.#open();
    // Without a step of its own the figure stands at the last one.
    return attribute === "step" ? figure && String(figure.status().step) : figure?.get(attribute);
  }

  /** The figure with everything applied that was set so far, in or out of a page. */
  #open() {
    if (!isUp()) return undefined;
    const fresh = !this.#figure;
    const figure = (this.#figure ??= new (this.#whole?.Figure ?? Figure)());
    if (fresh) {
      unhideProperties(this, [...settings().map(({ property }) => property), "query"]);
      if (this.#kept) warn(...figure.takeOver(this.#kept));
    }
    this.#settle();
    for (const call of this.#calls.splice(0)) call(figure);
    if (fresh && !this.#life) this.#adapt();
    return figure;
  }

  /** Attributes changed: all of them at once, however many a script sets. */
  #settle() {
    if (this.#figure && this.#told.tell(this.#figure)) this.#adapt();
  }

  /** @param {(figure: FigureObject) => void} change */
  #call(change) {
    const figure = this.#open();
    if (!figure) {
      this.#calls.push(change);
      return;
    }
    change(figure);
    this.#refresh();
  }

  /** @param {boolean} inSight @param {AbortSignal} signal */
  async #start(inSight, signal) {
    try {
      if (this.#open()?.isWaiting()) await this.#grow("start");
      if (!signal.aborted) this.#begin(inSight, signal);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @param {boolean} inSight @param {AbortSignal} signal */
  #begin(inSight, signal) {
    const figure = /** @type {FigureObject} */ (this.#open());
    const first = !this.#started;
    this.#started = true;
    this.#inSight = inSight;
    this.#view.listen(signal);
    this.#view.plots.attach(figure);
    this.#show(() => {
      this.#adapt();
      this.#view.update(figure);
      this.#view.reveal();
      this.#view.arrange();
    });
    // Out of sight nothing is measured yet: the observers report as soon as the page is laid out.
    if (inSight) this.#measure();
    // Nobody sees its frames, but it may be printed.
    else this.#want(figure);
    for (const query of preferenceQueries) watchMedia(query, () => this.#adapt(), signal);
    watchPage(() => this.#adapt(), signal);
    watchPixelRatio(() => this.#measure(), signal);
    watchSight(this, (inSight) => this.#sighted(inSight), signal);
    for (const box of this.#view.plots.boxes) watchSize(box, () => this.#measure(), signal);
    window.addEventListener("beforeprint", () => this.#print(true), { signal });
    window.addEventListener("afterprint", () => this.#print(false), { signal });
    if (!first) return;
    if (figure.status().autoplay && !preferences(this).reducedMotion) figure.play();
    this.#refresh();
    this.#emit("descent-ready", { state: figure.getState() });
  }

  /** Shows more of the figure without moving what stands below it. @param {() => void} change */
  #show(change) {
    if (!this.#view.isReserving) return change();
    keepHeights([this], () => {
      change();
      // What networks say grows while they train.
      if (!this.#working) this.#view.release();
    });
  }

  #stop() {
    this.#life?.abort();
    this.#life = undefined;
    this.#told.disconnect();
    this.#view.announcer.cancel();
    sleep(this.#film);
    this.#kept = this.#figure?.keep();
    this.#figure?.free();
    this.#figure = undefined;
  }

  /** @param {unknown} error */
  #fail(error) {
    const message = failure(error, this.#languages());
    this.#view.fail(message);
    this.#emit("descent-error", { message: message.sentence, error });
  }

  /** The languages to try while the engine is not there. */
  #languages() {
    return languages(this, new URLSearchParams(this.#link).get("lang"));
  }

  /** Takes on the language, the colors and the motion that the surroundings ask for. */
  #adapt() {
    const figure = this.#figure;
    if (!figure) return;
    this.#speak(figure);
    const { dark, forced, reducedMotion } = preferences(this);
    this.#view.paint(figure.paint(dark, forced));
    figure.reduceMotion(reducedMotion);
    this.#refresh();
  }

  /** @param {FigureObject} figure */
  #speak(figure) {
    const language = figure.speak(languages(this, figure.get("lang")));
    if (language === this.#language && this.#started) return;
    this.#language = language;
    this.#view.speak(figure.words(), language);
  }

  /** @param {FigureObject} figure */
  #want(figure) {
    if (!this.#whole && figure.wantsWhole()) this.#grow(`${figure.get("lessons")} ${figure.isWaiting()}`);
  }

  /** Lessons need more than the race: the whole engine goes on where this one stands. @param {string} wish */
  async #grow(wish) {
    if (wish === this.#asked) return;
    this.#asked = wish;
    try {
      const part = await whole();
      this.#whole = part;
      this.#view.fill(part);
      this.#replace(part.Figure);
    } catch (error) {
      this.#view.lack();
      console.error(error);
    }
  }

  /** @param {import("./drawers.js").Whole["Figure"]} Other */
  #replace(Other) {
    const old = this.#figure;
    if (old && !(old instanceof Other)) {
      const next = new Other();
      warn(...next.takeOver(old.handOver()));
      this.#figure = next;
      old.free();
      this.#language = "";
      if (this.#life) this.#view.plots.attach(next);
      this.#adapt();
      this.#measure();
    }
    this.#refresh();
  }

  #refresh() {
    this.#stale = true;
    if (this.#life && this.#inSight) wake(this.#film);
  }

  /** @param {number} elapsed milliseconds */
  #frame(elapsed) {
    const figure = this.#figure;
    if (!figure) return false;
    const before = figure.status();
    const worked = this.#working;
    this.#whole?.feed(figure, () => this.#adapt());
    this.#working = figure.work?.(this.#stale || before.playing ? slice : restingSlice) ?? false;
    const more = figure.advance(elapsed) || this.#working;
    const after = figure.status();
    // Descriptions of the pictures wait for the end: they are long, and nobody reads them while they change.
    if (this.#stale || (before.playing && !after.playing)) this.#show(() => this.#view.update(figure));
    else if (before.playing || worked || this.#working) this.#show(() => this.#view.tick(figure));
    this.#stale = false;
    this.#want(figure);
    figure.draw();
    if (before.playing && after.step !== before.step) this.#emit("descent-step", { step: after.step });
    if (before.playing && !after.playing) {
      this.#emit("descent-end", { step: after.step });
      this.#announce();
    }
    return more;
  }

  /** @param {boolean} inSight */
  #sighted(inSight) {
    this.#inSight = inSight;
    if (!inSight) return sleep(this.#film);
    this.#measure();
    wake(this.#film);
  }

  /** A box or the pixel density changed: canvases that are resized are empty until they are drawn. */
  #measure() {
    if (!this.#figure) return;
    this.#view.arrange();
    if (this.#inSight) this.#drawNow();
  }

  /** @param {number} [ratio] */
  #drawNow(ratio) {
    const figure = this.#figure;
    if (!figure || !this.#view.plots.measure(figure, ratio)) return;
    figure.draw();
    this.#view.plots.update(figure);
  }

  /** Paper is white and finer than a screen. @param {boolean} on */
  #print(on) {
    const figure = this.#figure;
    if (!figure) return;
    if (on) this.#view.paint(figure.paint(false, false));
    else this.#adapt();
    this.#view.update(figure);
    this.#drawNow(on ? printRatio : undefined);
  }

  /** @param {(figure: FigureObject) => void} change */
  #input(change) {
    this.#attempt((figure) => {
      change(figure);
      return undefined;
    });
  }

  /** @param {(figure: FigureObject) => string | undefined} change */
  #attempt(change) {
    const figure = this.#open();
    if (!figure) return undefined;
    const problem = change(figure);
    this.#refresh();
    if (problem === undefined) {
      // What is about to be said is about what was.
      this.#view.announcer.cancel();
      this.#emit("descent-input", { state: figure.getState() });
    } else {
      this.#view.announcer.announce(() => problem);
    }
    return problem;
  }

  #changed() {
    const figure = this.#open();
    if (!figure) return;
    this.#emit("descent-change", { state: figure.getState() });
    this.#announce();
  }

  /** @param {(figure: FigureObject) => void} change */
  #step(change) {
    const figure = this.#open();
    if (!figure) return;
    const before = figure.status();
    change(figure);
    const after = figure.status();
    this.#refresh();
    if (after.step !== before.step) this.#emit("descent-step", { step: after.step });
    // While it plays there is nothing to say yet.
    if (!after.playing) this.#announce();
  }

  #announce() {
    this.#view.announcer.announce(() => this.#figure?.announcement() ?? "");
  }

  /**
   * @param {string} type
   * @param {object} detail
   */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}
