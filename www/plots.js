// The two plots: their canvases and boxes, and what a pointer does on them.
import { follow, positionIn } from "./gestures.js";

/** @typedef {import("./engine.js").AnyFigure} Figure */
/** @typedef {import("./view.js").Actions} Actions */
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
  /** What a pointer does on it; empty where it does nothing. */
  gesture = "";

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
    for (const canvas of [this.#ground, this.#actors]) {
      if (!canvas.getContext("2d")) throw new Error("The browser gives no 2-D canvas.");
    }
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
    if (!width || !height) {
      // Behind another tab nothing is drawn.
      if (this.#size) figure.resize(this.#name, 0, 0, 1);
      this.#size = "";
      return false;
    }
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
   * @param {NonNullable<import("./engine.js").Frame["panels"]>["map"]} panel
   * @param {string} [title] what stands above it in place of its name
   * @param {string} [question] what is asked there
   */
  describe({ name, description, gesture }, title = "", question = "") {
    if (this.gesture !== gesture) this.box.dataset["gesture"] = this.gesture = gesture;
    if (this.box.getAttribute("aria-label") !== name) this.box.setAttribute("aria-label", name);
    const caption = [title || name, question].filter(Boolean).join(" ");
    if (this.#caption.textContent !== caption) {
      const asked = Object.assign(document.createElement("span"), { className: "question", textContent: question });
      this.#caption.replaceChildren(...(question ? [`${title} `, asked] : [caption]));
    }
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
  /** Whether the start cannot be moved. */
  #isFixed = false;

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
    const map = this.#map.measure(figure, ratio);
    const loss = this.#loss.measure(figure, ratio);
    return map || loss;
  }

  /** @param {import("./engine.js").Frame} frame */
  update({ panels, handle }) {
    if (panels) {
      const { map, loss, title, question, hint, aspect } = panels;
      this.#map.describe(map, title, question);
      this.#loss.describe(loss);
      if (this.#hint.textContent !== hint) this.#hint.textContent = hint;
      this.#map.box.toggleAttribute("data-locked", map.gesture === "");
      if (aspect) this.#map.box.style.setProperty("--map-aspect", String(aspect));
      this.#map.box.toggleAttribute("data-equal", Boolean(aspect));
    }
    if (handle) {
      this.#isFixed = handle.locked;
      this.#handle.style.transform = `translate(${handle.x}px, ${handle.y}px)`;
    }
  }

  /**
   * @param {Actions} actions
   * @param {AbortSignal} signal
   */
  listen(actions, signal) {
    const map = this.#map.box;
    const isFree = (/** @type {Plot} */ plot) => () => plot.gesture !== "";
    passOn(map, "map", map, isFree(this.#map), actions, { scrolls: true, signal });
    passOn(this.#handle, "handle", map, () => !this.#isFixed, actions, { scrolls: false, signal });
    passOn(this.#loss.box, "loss", this.#loss.box, isFree(this.#loss), actions, { scrolls: true, signal });
  }
}

/**
 * Passes a pointer's gestures on.
 * @param {HTMLElement} target
 * @param {"map" | "loss" | "handle"} on what it is to the figure
 * @param {HTMLElement} box in which its places are
 * @param {() => boolean} allowed
 * @param {Actions} actions
 * @param {{ scrolls: boolean, signal: AbortSignal }} options
 */
function passOn(target, on, box, allowed, actions, options) {
  /** Whether the gesture has changed a setting. */
  let changes = false;
  /** @param {"press" | "move" | "release" | "cancel"} phase @param {[number, number]} place */
  const point = (phase, [x, y]) => {
    const outcome = actions.act({ type: "pointer", on, phase, x, y });
    changes ||= outcome?.concern === "settings";
  };
  const handlers = {
    allowed,
    /** @param {PointerEvent} event */
    begin(event) {
      changes = false;
      point("press", positionIn(event, box));
    },
    /** @param {PointerEvent} event */
    move: (event) => point("move", positionIn(event, box)),
    /** @param {PointerEvent} event */
    end(event) {
      point("release", positionIn(event, box));
      if (changes) actions.changed();
    },
    cancel: () => point("cancel", [0, 0]),
  };
  follow(target, handlers, options);
}
