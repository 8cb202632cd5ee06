// The two plots: their canvases and boxes, and what a pointer does on them.
import { follow, positionIn } from "./gestures.js";

/** @typedef {import("./engine.js").AnyFigure} Figure */
/** @typedef {import("./view.js").Hands} Hands */
/** @typedef {import("./engine.js").PanelName} PanelName */

// Finer backing than this costs memory and shows nothing.
const finest = 4;

class Plot {
  /** @type {PanelName} */
  #name;
  /** @type {HTMLElement} */
  box;
  /** @type {HTMLElement} */
  #caption;
  /** @type {HTMLElement} */
  #description;
  /** @type {HTMLCanvasElement} */
  #ground;
  /** @type {HTMLCanvasElement} */
  #actors;
  /** What was asked for last, so that an unchanged box costs nothing. */
  #size = "";

  /**
   * @param {ParentNode} root
   * @param {PanelName} name
   */
  constructor(root, name) {
    this.#name = name;
    const panel = /** @type {HTMLElement} */ (root.querySelector(`[data-panel="${name}"]`));
    this.box = /** @type {HTMLElement} */ (panel.querySelector(".box"));
    this.#caption = /** @type {HTMLElement} */ (panel.querySelector(".caption"));
    this.#description = /** @type {HTMLElement} */ (panel.querySelector(".description"));
    [this.#ground, this.#actors] = /** @type {[HTMLCanvasElement, HTMLCanvasElement]} */ ([
      ...this.box.querySelectorAll("canvas"),
    ]);
  }

  /** @param {Figure} figure */
  attach(figure) {
    figure.attach(this.#name, this.#ground, this.#actors);
    this.#size = "";
  }

  /**
   * Gives the canvases the size of their box. False while the box has none.
   * @param {Figure} figure
   * @param {number} [ratio] device pixels to a CSS pixel; the screen's own when left out
   */
  measure(figure, ratio) {
    const { clientWidth: width, clientHeight: height } = this.box;
    if (!width || !height) return false;
    // A page that is scaled up shows more device pixels than the screen's ratio says.
    const zoom = this.box.getBoundingClientRect().width / width;
    const density = ratio ?? Math.min(finest, devicePixelRatio * Math.max(1, zoom));
    const size = `${width} ${height} ${density}`;
    if (size === this.#size) return true;
    this.#size = size;
    for (const canvas of [this.#ground, this.#actors]) {
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    figure.resize(this.#name, width, height, density);
    return true;
  }

  /**
   * @param {string} name
   * @param {string} description
   */
  describe(name, description) {
    this.box.setAttribute("aria-label", name);
    if (this.#caption.textContent !== name) this.#caption.textContent = name;
    if (this.#description.textContent !== description) this.#description.textContent = description;
  }
}

export class Plots {
  /** @type {HTMLElement} */
  element;
  #map;
  #loss;
  /** @type {HTMLElement} */
  #handle;
  /** @type {HTMLElement} */
  mapPanel;
  /** @type {HTMLElement} */
  #hint;

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.element = /** @type {HTMLElement} */ (root.querySelector(".plots"));
    this.#handle = /** @type {HTMLElement} */ (root.querySelector(".handle"));
    this.mapPanel = /** @type {HTMLElement} */ (root.querySelector('[data-panel="map"]'));
    this.#hint = /** @type {HTMLElement} */ (this.mapPanel.querySelector(".hint"));
    this.#map = new Plot(root, "map");
    this.#loss = new Plot(root, "loss");
  }

  get boxes() {
    return [this.#map.box, this.#loss.box];
  }

  /** @param {Figure} figure */
  attach(figure) {
    this.#map.attach(figure);
    this.#loss.attach(figure);
  }

  /**
   * @param {Figure} figure
   * @param {number} [ratio]
   */
  measure(figure, ratio) {
    const aspect = figure.mapAspect();
    if (aspect) this.#map.box.style.setProperty("--map-aspect", String(aspect));
    this.#map.box.toggleAttribute("data-equal", Boolean(aspect));
    const map = this.#map.measure(figure, ratio);
    const loss = this.#loss.measure(figure, ratio);
    return map || loss;
  }

  /** @param {Figure} figure */
  update(figure) {
    const names = figure.names();
    this.#map.describe(names.map, names.mapDescription);
    if (this.#hint.textContent !== names.hint) this.#hint.textContent = names.hint;
    this.#loss.describe(names.loss, names.lossDescription);
    const [x, y] = figure.startPosition();
    this.#map.box.toggleAttribute("data-locked", figure.status().drag === "");
    this.#handle.style.transform = `translate(${x}px, ${y}px)`;
  }

  /**
   * @param {Hands} hands
   * @param {AbortSignal} signal
   */
  listen(hands, signal) {
    const map = this.#map.box;
    /** The start as it was, to put back when the drag is given up. */
    let before = "";
    let [gripX, gripY] = [0, 0];

    /** @param {PointerEvent} event */
    const place = (event) => {
      const [x, y] = positionIn(event, map);
      hands.input((figure) => figure.placeStart(x + gripX, y + gripY));
    };
    const remember = () => {
      before = hands.figure()?.get("start") ?? "";
      [gripX, gripY] = [0, 0];
    };
    const allowed = () => !hands.figure()?.isLocked("start");
    const end = () => hands.changed();
    const cancel = () => {
      hands.input((figure) => figure.set("start", before));
    };

    /** What the drag does, and how to undo it. @type {import("./engine.js").Status["drag"]} */
    let doing = "";
    let undo = cancel;
    let [lastX, lastY] = [0, 0];
    const dragged = () => hands.figure()?.status().drag ?? "";
    const rememberAll = () => {
      const figure = hands.figure();
      if (doing === "seek") return this.#seekBack(hands);
      if (doing === "turn") {
        const turn = figure?.get("turn");
        return () => hands.input((figure) => figure.set("turn", turn));
      }
      if (doing === "guess") {
        const guess = figure?.prediction?.();
        return () =>
          hands.input((figure) => {
            figure.askAgain?.();
            if (!guess?.isGuessed) return;
            figure.typeGuess?.(false, guess.x);
            figure.typeGuess?.(true, guess.y);
          });
      }
      remember();
      return cancel;
    };
    /** @param {PointerEvent} event */
    const move = (event) => {
      const [x, y] = positionIn(event, map);
      const [right, down] = [x - lastX, y - lastY];
      [lastX, lastY] = [x, y];
      if (doing === "seek") return hands.step((figure) => figure.pointAt(x, y));
      hands.input((figure) => (doing === "turn" ? figure.turn?.(right, down) : figure.pointAt(x, y)));
    };
    follow(
      map,
      {
        allowed: () => dragged() !== "",
        begin(event) {
          doing = dragged();
          undo = rememberAll();
          [lastX, lastY] = positionIn(event, map);
          move(event);
        },
        move,
        end: () => doing === "seek" || end(),
        cancel: () => undo(),
      },
      { scrolls: true, signal },
    );

    follow(
      this.#handle,
      {
        allowed,
        begin(event) {
          remember();
          // The start stays under the finger where it was gripped instead of jumping to it.
          const [x, y] = positionIn(event, map);
          const [startX = x, startY = y] = hands.figure()?.startPosition() ?? [];
          [gripX, gripY] = [startX - x, startY - y];
        },
        move: place,
        end,
        cancel,
      },
      { scrolls: false, signal },
    );

    this.#listenToLoss(hands, signal);
  }

  /** What shows the step of now again. @param {Hands} hands */
  #seekBack(hands) {
    const step = hands.figure()?.status().step ?? 0;
    return () => hands.step((figure) => figure.seek(step));
  }

  /**
   * @param {Hands} hands
   * @param {AbortSignal} signal
   */
  #listenToLoss(hands, signal) {
    const loss = this.#loss.box;
    let back = () => {};
    /** @param {PointerEvent} event */
    const scrub = (event) => {
      const [x, y] = positionIn(event, loss);
      hands.step((figure) => figure.seekAt(x, y));
    };
    follow(
      loss,
      {
        begin: (event) => {
          back = this.#seekBack(hands);
          scrub(event);
        },
        move: scrub,
        end() {},
        cancel: () => back(),
      },
      { scrolls: true, signal },
    );
  }
}
