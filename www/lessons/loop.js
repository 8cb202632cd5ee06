// The loop that trains a network, as a program with the lines that run and the variables.
import { LaneSelect } from "./lanes.js";
import { element, say } from "./parts.js";
import { Walk } from "./walk.js";

/** @type {import("./whole.js").Lesson} */
export function loop(body, hands) {
  const lanes = new LaneSelect(hands);
  const gain = element("p", "loop-gain");
  const walk = new Walk(hands, { code: "loopCode", whole: "loopWhole" }, (figure, moment) => figure.trainingLoop(moment));
  const hint = element("p", "hint");
  hint.dataset["word"] = "loopHint";
  body.append(lanes.element, ...walk.elements, gain, hint);
  return {
    update(figure) {
      lanes.update(figure);
      const sheet = walk.update(figure);
      say(gain, sheet?.gain ?? "");
    },
  };
}
