// <descent-widget>: attributes, properties, methods and events around one Rust figure.
import { Figure, isUp, ready } from "./engine.js";
import { fullBuild } from "#full";
import { failure, report, showFallback, spokenOf } from "./failure.js";
import { sleep, wake } from "./frames.js";
import { keepKeys, tellHosts } from "./keys.js";
import { follow } from "./links.js";
import { definePlayback, order } from "./playback.js";
import { toPng } from "./picture.js";
import { settings } from "./pkg/settings.js";
import { printBudget } from "./printing.js";
import { version } from "./pkg/version.js";
import { defineProperties, readSetting, settable, unhideProperties } from "./properties.js";
import { keepHeights } from "./reserve.js";
import { queueStart } from "./start-queue.js";
import { languages, preferenceQueries, preferences } from "./environment.js";
import { AttributeSync } from "./attribute-sync.js";
import { View } from "./view.js";
import { warn } from "./warnings.js";
import { Surroundings } from "./surroundings.js";
import { watchMedia, watchPixelRatio, watchSight, watchSize } from "./observers.js";

/** @typedef {import("./engine.js").AnyFigure} FigureObject */
/** @typedef {import("./engine.js").Action} Action */

// Servers that render pages import the module where there are no elements at all.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

// Fine enough for paper.
const printRatio = 4;
// How long a frame works at what takes long, in milliseconds: while something moves, and otherwise.
const slice = 6;
const restingSlice = 28;

export class DescentWidget extends Base {
  /** The release. */
  static version = version;
  static observedAttributes = settings.map(({ attribute }) => attribute);

  /** @type {FigureObject | undefined} */
  #figure;
  /** What the figure was when the element left the page. @type {string | undefined} */
  #kept;
  /** The full build, once a lesson has asked for it. @type {import("./tabs.js").FullBuild | undefined} */
  #full;
  /** What the full build was asked for last, so that what failed is not asked for in each frame. */
  #asked = "?";
  #sync = new AttributeSync(this, () => this.#settle(), (...found) => this.#view.mistakes.report(...found));
  /** Calls made before the engine was up. @type {((figure: FigureObject) => void)[]} */
  #calls = [];
  /** The link that was handed over, without its question mark. */
  #link = "";
  /** Of the words shown. @type {import("./engine.js").Language | ""} */
  #language = "";
  /** What the page or the browser forbids the figure to be made with. @type {unknown} */
  #obstacle;
  /** There, unless there is an obstacle. @type {View} */
  #view;
  /** From insertion to removal. @type {AbortController | undefined} */
  #life;
  #surroundings = new Surroundings(this, () => this.#adapt());
  #inSight = false;
  #started = false;
  #stale = true;
  /** The element's place in the page's frame loop. */
  #film = { frame: (/** @type {number} */ elapsed) => this.#frame(elapsed) };

  constructor() {
    super();
    this.#view = /** @type {View} */ (this.#build());
  }

  #build() {
    try {
      return new View(this.attachShadow({ mode: "open" }), {
        figure: () => this.#figure,
        act: (action) => this.#act(action),
        changed: () => this.#changed(),
        say: (sentence) => this.#view.announcer.announce(() => sentence),
        word: (name) => this.#view.word(name),
        refresh: () => this.#refresh(),
      });
    } catch (error) {
      this.#obstacle = error;
      return undefined;
    }
  }

  connectedCallback() {
    if (this.#obstacle) return this.#fail(this.#obstacle);
    // A moved element is taken out and put in at once: it goes on as it was.
    if (this.#life) return this.#settleIn();
    const life = (this.#life = new AbortController());
    tellHosts(this);
    if (this.#view.isWaiting) this.#view.wait(this, spokenOf(this.#languages()));
    unhideProperties(this, settable);
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

  /** @param {string} name */
  attributeChangedCallback(name) {
    this.#sync.note(name);
  }

  adoptedCallback() {
    this.#view?.dress();
  }

  /** The picture as text; empty before `ready`. */
  toSVG() {
    return this.#open()?.export("svg") ?? "";
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
    return this.#open()?.state() ?? {};
  }

  /** @param {unknown} state what `getState` gave */
  setState(state) {
    this.#call((figure) => this.#set(figure, { type: "state", state }));
  }

  /** Every lane's points, losses and outcome; `undefined` before `ready`, and while settings wait for the full build. */
  get record() {
    return this.#open()?.record();
  }

  /** The link with what differs from the defaults, without its question mark. */
  get query() {
    return this.#open()?.export("query") ?? this.#link;
  }

  set query(query) {
    this.#link = String(query).replace(/^\?/, "");
    this.#call((figure) => this.#set(figure, { type: "query", query: this.#link, origin: "author" }));
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
      this.#set(figure, { type: "query", query: setup.join("&"), origin: own ? "reader" : "link" });
      if (setup.length < pairs.length) figure.dispatch({ type: "play" });
      this.#changed();
    });
  }

  /** The language of the words shown: `ko`, `en` or `ja`; empty before `ready`. */
  get language() {
    return this.#language;
  }

  /** @param {string} attribute */
  [readSetting](attribute) {
    return this.#open()?.get(attribute);
  }

  /** The figure with everything applied that was set so far, in or out of a page. */
  #open() {
    if (!isUp() || this.#obstacle) return undefined;
    const fresh = !this.#figure;
    const figure = (this.#figure ??= new (this.#full?.Figure ?? Figure)());
    if (fresh) {
      unhideProperties(this, settable);
      // It does not begin to play where it comes back.
      if (this.#kept) warn(...figure.dispatch({ type: "restore", snapshot: this.#kept, mayPlay: false }).warnings);
      this.#view.mistakes.report("names", figure.dispatch({ type: "names", names: this.getAttributeNames() }));
    }
    this.#settle();
    for (const call of this.#calls.splice(0)) call(figure);
    if (fresh && !this.#life) this.#adapt();
    return figure;
  }

  /** Attributes changed: all of them at once, however many a script sets. */
  #settle() {
    if (this.#figure && this.#sync.tell(this.#figure)) this.#adapt();
  }

  /** The page wants it. @param {Action} action */
  [order](action) {
    this.#call((figure) => figure.dispatch(action));
  }

  /** The page sets something. @param {FigureObject} figure @param {Action} action */
  #set(figure, action) {
    this.#view.mistakes.report(action.type, figure.dispatch(action));
    this.#adapt();
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
      if (this.#open()?.needs() === "build") await this.#grow("start");
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
      this.#view.update(figure, figure.frame(0, 0));
      this.#view.reveal();
      this.#view.arrange();
    });
    // Out of sight nothing is measured yet: the observers report as soon as the page is laid out.
    if (inSight) this.#measure();
    // Nobody sees its frames, but it may be printed.
    else this.#supply(figure);
    for (const query of preferenceQueries) watchMedia(query, () => this.#adapt(), signal);
    this.#settleIn();
    watchPixelRatio(() => this.#measure(), signal);
    watchSight(this, (inSight) => this.#sighted(inSight), signal);
    for (const box of this.#view.plots.boxes) watchSize(box, () => this.#measure(), signal);
    window.addEventListener("beforeprint", () => this.#print(true), { signal });
    window.addEventListener("afterprint", () => this.#print(false), { signal });
    if (!first) return;
    if (this.#view.status?.autoplay && !preferences(this).reducedMotion) figure.dispatch({ type: "play" });
    this.#refresh();
    this.#emit("descent-ready", { state: figure.state() });
  }

  /** Shows more of the figure without moving what stands below it. @param {() => void} change */
  #show(change) {
    if (!this.#view.isReserving) return change();
    keepHeights([this], () => {
      change();
      this.#view.release();
    });
  }

  /** Takes on what is around the element, which may have been moved, and hears of its changes from now on. */
  #settleIn() {
    if (this.#started) this.#surroundings.watch(this.#view.probe);
    this.#adapt();
  }

  #stop() {
    this.#surroundings.leave();
    this.#life?.abort();
    this.#life = undefined;
    this.#view.announcer.cancel();
    sleep(this.#film);
    this.#kept = this.#figure?.export("snapshot");
    this.#figure?.free();
    this.#figure = undefined;
  }

  /** @param {unknown} error */
  #fail(error) {
    const message = failure(error, this.#languages());
    report(error);
    if (this.#view) this.#view.fail(message);
    else showFallback(this, message);
    this.#emit("descent-error", { message: message.sentence, error });
  }

  /** The languages to try while the engine is not there. */
  #languages() {
    return languages(this, new URLSearchParams(this.#link).get("lang"));
  }

  /** Takes on the language, the colors and the motion that the environment asks for. */
  #adapt() {
    const figure = this.#figure;
    if (!figure) return;
    this.#takeOn(figure, preferences(this));
    this.#refresh();
  }

  /** @param {FigureObject} figure @param {ReturnType<typeof preferences>} wishes */
  #takeOn(figure, wishes) {
    const candidates = languages(this, figure.get("lang"), this.#language);
    const { language, scheme } = figure.dispatch({ type: "environment", languages: candidates, ...wishes });
    if (language && (language !== this.#language || !this.#started)) {
      this.#language = language;
      this.#view.speak(figure.words(), language);
    }
    if (scheme) this.#view.paint(scheme, wishes.forcedColors);
  }

  /** Brings what the figure cannot do without. @param {FigureObject} figure */
  #supply(figure) {
    const need = figure.needs();
    if (need && !this.#full) this.#grow(`${figure.get("lessons")} ${need}`);
    if (need === "digits") this.#full?.loadDigits(figure, () => this.#refresh());
  }

  /** Lessons need more than the race: the full build goes on where this one stands. @param {string} wish */
  async #grow(wish) {
    if (wish === this.#asked) return;
    this.#asked = wish;
    try {
      const part = await fullBuild();
      this.#full = part;
      this.#view.fill(part);
      this.#replace(part.Figure);
      // Out of sight there is no frame that would ask for the rest.
      if (this.#figure && !this.#inSight) this.#supply(this.#figure);
    } catch (error) {
      this.#view.lack();
      console.error(error);
    }
  }

  /** @param {import("./tabs.js").FullBuild["Figure"]} Other */
  #replace(Other) {
    const old = this.#figure;
    if (old && !(old instanceof Other)) {
      const next = new Other();
      warn(...next.dispatch({ type: "restore", snapshot: old.export("snapshot"), mayPlay: true }).warnings);
      this.#figure = next;
      old.free();
      if (this.#language) this.#view.speak(next.words(), this.#language);
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
    const budget = this.#stale || this.#view.status?.playing ? slice : restingSlice;
    this.#stale = false;
    const more = this.#update(figure, figure.frame(elapsed, budget));
    this.#supply(figure);
    return more;
  }

  /**
   * Shows what has become of the figure, and tells the page. True where another frame is wanted.
   * @param {FigureObject} figure
   * @param {import("./engine.js").Frame} frame
   */
  #update(figure, frame) {
    this.#show(() => this.#view.update(figure, frame));
    if (frame.moved !== undefined) this.#emit("descent-step", { step: frame.moved });
    if (frame.answer) this.#emit("descent-answer", frame.answer);
    if (frame.ended) {
      this.#emit("descent-end", { step: this.#view.status?.step });
      this.#announce();
    }
    return frame.more;
  }

  /** @param {boolean} inSight */
  #sighted(inSight) {
    this.#inSight = inSight;
    if (!inSight) return sleep(this.#film);
    this.#surroundings.reconsider();
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
    if (this.#update(figure, figure.frame(0, 0))) this.#refresh();
  }

  /** Paper is white and finer than a screen. @param {boolean} on */
  #print(on) {
    const figure = this.#figure;
    if (!figure) return;
    this.#surroundings.isPrinting = on;
    if (on) this.#takeOn(figure, { ...preferences(this), dark: false, forcedColors: false });
    else this.#adapt();
    this.#update(figure, figure.frame(0, on && !this.#view.printsFallback ? printBudget() : 0));
    this.#drawNow(on ? printRatio : undefined);
  }

  /** A reader does something. @param {Action} action */
  #act(action) {
    const figure = this.#open();
    if (!figure) return undefined;
    const outcome = figure.dispatch(action);
    this.#refresh();
    const { problem, concern, moved, playing } = outcome;
    if (problem !== undefined) {
      this.#view.announcer.announce(() => problem);
    } else if (concern === "settings") {
      // What is about to be said is about what was.
      this.#view.announcer.cancel();
      this.#emit("descent-input", { state: figure.state() });
    } else if (concern === "playhead") {
      if (moved !== undefined) this.#emit("descent-step", { step: moved });
      // While it plays there is nothing to say yet.
      if (!playing) this.#announce();
    }
    return outcome;
  }

  #changed() {
    const figure = this.#open();
    if (!figure) return;
    this.#emit("descent-change", { state: figure.state() });
    this.#announce();
  }

  #announce() {
    this.#view.announcer.announce(() => this.#figure?.export("announcement") ?? "", true);
  }

  /**
   * @param {string} type
   * @param {object} detail
   */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}

defineProperties(DescentWidget.prototype, settings);
definePlayback(DescentWidget.prototype);
