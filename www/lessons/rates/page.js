// The map of hyperparameters: what becomes of the chosen lane for every rate and second number.
import { Heatmap } from "../shared/heatmap.js";
import { LaneSelect } from "../shared/lane-select.js";
import { element, say } from "../shared/parts.js";

/** @type {import("../lesson.js").Lesson} */
export function rates(body, actions) {
  const lanes = new LaneSelect(actions);
  const intro = element("p", "cell-intro");
  intro.dataset["word"] = "ratesIntro";
  const shown = new Shown(() => actions.refresh());
  const map = new Heatmap(actions, "rates", "ratesCell", intro, () => ({ colors: shown.metric }));
  const sentence = element("p", "cell-sentence");
  const legend = element("p", "hint");
  const bound = element("p", "");
  body.append(lanes.element, intro, shown.element, map.element, legend, sentence, bound);
  return {
    update(figure, latest) {
      lanes.update(latest);
      const sheet = figure.lesson("rates", { colors: shown.metric });
      if (!sheet) return;
      shown.element.hidden = !sheet.hasSteps;
      map.update(figure, sheet);
      say(sentence, sheet.sentence);
      say(legend, sheet.legend);
      say(bound, sheet.bound);
    },
  };
}

/** Which number the colors show. */
class Shown {
  #select = document.createElement("select");
  element;

  /** @param {() => void} changed */
  constructor(changed) {
    const word = element("span", "");
    word.dataset["word"] = "ratesShows";
    for (const [metric, name] of [
      ["loss", "ratesLoss"],
      ["steps", "ratesSteps"],
    ]) {
      const option = new Option("", metric);
      option.dataset["word"] = name;
      this.#select.append(option);
    }
    this.#select.addEventListener("change", changed);
    this.element = element("label", "lane-choice", word, this.#select);
  }

  get metric() {
    return this.#select.value === "steps" ? "steps" : "loss";
  }
}
