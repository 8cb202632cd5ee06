// A map of cells: the picture, a pointer and the arrow keys on it, and a slider for each of its two axes.
import { fill } from "../../control.js";
import { follow, positionIn } from "../../gestures.js";
import { element, say } from "./parts.js";

/**
 * A map of cells and where the figure stands on it, first across and then up.
 * @typedef {Pick<import("../../pkg/full/descent_widget.js").BasinsSheet, "name" | "sentence" | "labels" | "texts" | "counts" | "cell">} CellSheet
 */
/** @typedef {import("../../engine.js").FullFigure} Figure */
/** @typedef {import("../../pkg/full/descent_widget.js").LessonOptions} Options */
/** @typedef {import("../lesson.js").LessonActions} Actions */

// Finer backing than this costs memory and shows nothing.
const finest = 4;

/** @type {Record<string, [number, number]>} */
const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class Heatmap {
  element;
  #box = element("div", "heatmap");
  #cells = document.createElement("canvas");
  #marks = document.createElement("canvas");
  #sliders = [0, 1].map(() => new Slider());
  /** @type {[number, number]} */
  #cell = [0, 0];
  /** @type {[number, number]} */
  #counts = [1, 1];
  #actions;
  #map;
  #options;

  /**
   * @param {Actions} actions
   * @param {"rates" | "basins"} map the lesson
   * @param {string} group the word for the two sliders
   * @param {HTMLElement} intro what can be done with the map
   * @param {() => Options} options what is chosen to be seen
   */
  constructor(actions, map, group, intro, options = () => ({})) {
    this.#actions = actions;
    this.#map = map;
    this.#options = options;
    const sliders = element("div", "cell-sliders", ...this.#sliders.map((slider) => slider.element));
    sliders.setAttribute("role", "group");
    sliders.dataset["label"] = group;
    this.element = element("div", "cell-map", this.#box, sliders);
    this.#box.tabIndex = 0;
    // Screen readers keep the arrow keys for themselves on a mere picture.
    this.#box.setAttribute("role", "application");
    intro.id = `${group}-intro`;
    this.#box.setAttribute("aria-describedby", intro.id);
    this.#box.append(this.#cells, this.#marks);
    this.#cells.className = "pixels";
    for (const canvas of [this.#cells, this.#marks]) canvas.setAttribute("aria-hidden", "true");
    this.#listen();
  }

  #listen() {
    /** @param {PointerEvent} event */
    const pick = (event) => {
      const [x, y] = positionIn(event, this.#box);
      const { clientWidth: width, clientHeight: height } = this.#box;
      this.#actions.act({ type: "cellAt", map: this.#map, x, y, width, height });
    };
    const done = () => {
      this.#actions.changed();
      // What the race says of all lanes says little of the cell.
      const sentence = this.#actions.figure()?.lesson(this.#map, this.#options())?.sentence;
      if (sentence) this.#actions.say(sentence);
    };
    const { signal } = new AbortController();
    /** What the figure was before the gesture. @type {unknown} */
    let state;
    const handlers = {
      /** @param {PointerEvent} event */
      begin: (event) => {
        state = this.#actions.figure()?.state();
        pick(event);
      },
      move: pick,
      end: done,
      cancel: () => {
        this.#actions.act({ type: "state", state });
        done();
      },
    };
    follow(this.#box, handlers, { scrolls: true, signal });
    this.#box.addEventListener("keydown", (event) => {
      const move = moves[event.key];
      if (!move || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const stride = event.shiftKey ? 10 : 1;
      this.#load(this.#cell[0] + move[0] * stride, this.#cell[1] + move[1] * stride);
      done();
    });
    this.#sliders.forEach(({ range }, axis) => {
      range.addEventListener("input", () => {
        const [column, row] = this.#cell;
        if (axis === 0) this.#load(range.valueAsNumber, row);
        else this.#load(column, range.valueAsNumber);
      });
      range.addEventListener("change", done);
    });
    new ResizeObserver(() => this.#actions.refresh()).observe(this.#box);
  }

  /** @param {number} column @param {number} row */
  #load(column, row) {
    const [columns, rows] = this.#counts;
    const [x, y] = [Math.max(0, Math.min(columns - 1, column)), Math.max(0, Math.min(rows - 1, row))];
    // The next key may come before the next frame.
    this.#cell = [x, y];
    this.#sliders.forEach(({ range }, axis) => (range.value = String(this.#cell[axis])));
    this.#actions.act({ type: "cell", map: this.#map, column: x, row: y });
  }

  /** @param {Figure} figure @param {CellSheet} sheet */
  update(figure, { name, labels, texts, counts, cell }) {
    this.#cell = cell;
    this.#counts = counts;
    if (this.#box.getAttribute("aria-label") !== name) this.#box.setAttribute("aria-label", name);
    this.#sliders.forEach((slider, axis) => {
      slider.update(labels[axis] ?? "", texts[axis] ?? "", Number(counts[axis]), Number(cell[axis]));
    });
    this.#draw(figure);
  }

  /** @param {Figure} figure */
  #draw(figure) {
    const { clientWidth: width, clientHeight: height } = this.#box;
    if (!width || !height) return;
    const zoom = this.#box.getBoundingClientRect().width / width;
    const ratio = Math.min(finest, devicePixelRatio * Math.max(1, zoom));
    const place = figure.drawLesson(this.#map, this.#cells, this.#marks, width, height, ratio, this.#options());
    if (!place) return;
    for (const side of /** @type {const} */ (["left", "top", "width", "height"])) {
      this.#cells.style.setProperty(side, `${place[side]}px`);
    }
    this.#marks.style.width = `${width}px`;
    this.#marks.style.height = `${height}px`;
  }
}

class Slider {
  range = document.createElement("input");
  #label = element("span", "");
  #text = element("span", "cell-text");

  constructor() {
    this.range.type = "range";
    // The slider itself says it.
    this.#text.setAttribute("aria-hidden", "true");
    this.element = element("label", "cell-slider", this.#label, this.range, this.#text);
  }

  /**
   * @param {string} label
   * @param {string} text
   * @param {number} count
   * @param {number} place
   */
  update(label, text, count, place) {
    say(this.#label, label);
    say(this.#text, text);
    this.range.max = String(count - 1);
    if (this.range.valueAsNumber !== place) this.range.value = String(place);
    if (this.range.getAttribute("aria-valuetext") !== text) this.range.setAttribute("aria-valuetext", text);
    fill(this.range);
  }
}
