// The map of basins: which minimum each start leads to.
import { Heatmap } from "../shared/heatmap.js";
import { LaneSelect } from "../shared/lane-select.js";
import { button, element, say } from "../shared/parts.js";

/** @type {import("../lesson.js").Lesson} */
export function basins(body, actions) {
  const lanes = new LaneSelect(actions);
  const intro = element("p", "cell-intro");
  intro.dataset["word"] = "basinsIntro";
  const map = new Heatmap(actions, "basins", "basinsStart", intro);
  const sentence = element("p", "cell-sentence");
  const list = element("ul", "basin-shares");
  list.dataset["label"] = "basinsShares";
  const four = button("basinsFour", () => {
    actions.act({ type: "choose", id: "surface", value: "himmelblau" });
    actions.changed();
  });
  body.append(lanes.element, intro, four, map.element, sentence, list);
  return {
    update(figure, latest) {
      lanes.update(latest);
      const sheet = figure.lesson("basins");
      if (!sheet) return;
      four.hidden = !sheet.offers;
      map.update(figure, sheet);
      // It keeps its line: the list below must not jump while the start moves.
      say(sentence, sheet.sentence || "\u00a0");
      while (list.children.length > sheet.shares.length) list.lastChild?.remove();
      while (list.children.length < sheet.shares.length) list.append(element("li", ""));
      sheet.shares.forEach((line, index) => say(/** @type {Node} */ (list.children[index]), line));
    },
  };
}
