// The loop that trains a network, as a program with the lines that run and the variables.
import { LaneSelect } from "./lanes.js";
import { element, say } from "./parts.js";
import { Walk } from "./walk.js";

/** @type {import("./whole.js").Lesson} */
export function loop(body, actions) {
  const lanes = new LaneSelect(actions);
  const gain = element("p", "loop-gain");
  const walk = new Walk(actions, "loop", { code: "loopCode", whole: "loopWhole" });
  const hint = element("p", "hint");
  hint.dataset["word"] = "loopHint";
  body.append(lanes.element, ...walk.elements, gain, hint);
  return {
    update(figure, latest) {
      lanes.update(latest);
      const sheet = walk.update(figure, latest);
      say(gain, sheet?.gain ?? "");
    },
  };
}
