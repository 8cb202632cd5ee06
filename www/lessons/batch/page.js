// The mini-batch as small pictures with what a network takes them for, and the test data that it takes
// for something else.
import { LaneSelect } from "../shared/lane-select.js";
import { Pager } from "../shared/pager.js";
import { element, say } from "../shared/parts.js";

/** @typedef {import("../../engine.js").FullFigure} Figure */
/** @typedef {import("../lesson.js").LessonActions} Actions */

// Finer backing than this costs memory and shows nothing.
const finest = 4;

/** Pictures, a page of them at a time, with a sentence about all and what is taken for what. */
class Pictures {
  #isWrong;
  #sentence = element("p", "pictures-sentence");
  #box = element("div", "pictures");
  #cells = element("canvas", "pixels");
  #marks = element("canvas", "");
  #confusions = element("ul", "confusions");
  #pager;
  element;

  /**
   * @param {Actions} actions
   * @param {boolean} isWrong whether these are the mistakes
   */
  constructor(actions, isWrong) {
    this.#isWrong = isWrong;
    this.#pager = new Pager("batchPrevious", "batchNext", () => actions.refresh());
    this.#box.setAttribute("role", "img");
    for (const canvas of [this.#cells, this.#marks]) canvas.setAttribute("aria-hidden", "true");
    this.#box.append(this.#cells, this.#marks);
    this.#confusions.setAttribute("data-label", "batchConfusions");
    const title = element("p", "pictures-title");
    if (isWrong) title.dataset["word"] = "batchMistakes";
    else title.dataset["word"] = "batchNow";
    title.id = isWrong ? "pictures-wrong" : "pictures-now";
    this.element = element("div", "", title, this.#sentence, this.#pager.element, this.#box, this.#confusions);
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-labelledby", title.id);
    new ResizeObserver(() => actions.refresh()).observe(this.element);
  }

  /** Which of them are on the page. */
  get #options() {
    return { mistakes: this.#isWrong, page: this.#pager.page };
  }

  /** @param {Figure} figure */
  update(figure) {
    const shown = figure.lesson("batch", this.#options);
    this.element.hidden = !shown;
    if (!shown) return;
    const { sentence, confusions, pageText, pages } = shown;
    say(this.#sentence, sentence);
    this.#pager.update(shown);
    this.#pager.element.hidden = pages < 2;
    this.#list(confusions);
    this.#box.hidden = !pageText;
    this.#box.setAttribute("aria-label", `${sentence} ${pageText}`);
    if (!this.#box.hidden) this.#draw(figure);
  }

  /** @param {string[]} lines */
  #list(lines) {
    const list = this.#confusions;
    list.hidden = lines.length === 0;
    while (list.children.length > lines.length) list.lastChild?.remove();
    while (list.children.length < lines.length) list.append(element("li", ""));
    lines.forEach((line, index) => say(/** @type {Node} */ (list.children[index]), line));
  }

  /** @param {Figure} figure */
  #draw(figure) {
    const { clientWidth } = this.element;
    if (!clientWidth) return;
    const zoom = this.element.getBoundingClientRect().width / clientWidth;
    const ratio = Math.min(finest, devicePixelRatio * Math.max(1, zoom));
    // How high they become depends on how wide they are.
    const size = figure.drawLesson("batch", this.#cells, this.#marks, clientWidth, 0, ratio, this.#options);
    const { width, height } = size ?? { width: 0, height: 0 };
    // The height follows, so that paper which is narrower makes both smaller.
    this.#box.style.width = `${width}px`;
    this.#box.style.aspectRatio = `${width} / ${height}`;
  }
}

/** @type {import("../lesson.js").Lesson} */
export function batch(body, actions) {
  const lanes = new LaneSelect(actions);
  const legend = element("p", "hint");
  legend.dataset["word"] = "batchLegend";
  const sheets = [false, true].map((isWrong) => new Pictures(actions, isWrong));
  body.append(lanes.element, legend, ...sheets.map((sheet) => sheet.element));
  return {
    update(figure, latest) {
      lanes.update(latest);
      for (const sheet of sheets) sheet.update(figure);
    },
  };
}
