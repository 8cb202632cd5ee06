// The loop that trains a network, as a program with the lines that run and the variables.
import { LaneSelect } from "../shared/lane-select.js";
import { element, say } from "../shared/parts.js";
import { CodeStepper } from "../shared/code-stepper.js";

/** @type {import("../lesson.js").Lesson} */
export function loop(body, actions) {
  const lanes = new LaneSelect(actions);
  const gain = element("p", "loop-gain");
  const stepper = new CodeStepper(actions, "loop", { code: "loopCode", whole: "loopWhole" });
  const hint = element("p", "hint");
  hint.dataset["word"] = "loopHint";
  body.append(lanes.element, ...stepper.elements, gain, hint);
  return {
    update(figure, latest) {
      lanes.update(latest);
      const sheet = stepper.update(figure, latest);
      say(gain, sheet?.gain ?? "");
    },
  };
}
