// How long the steps are along each axis: a picture that follows the playhead, and what is seen in words.
import { lane } from "../shared/choices.js";
import { element, say } from "../shared/parts.js";

/** @type {import("../lesson.js").Lesson} */
export function steps(body, actions) {
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  const picture = element("div", "steps", canvas);
  picture.setAttribute("role", "img");
  const others = element("p", "unseen");
  const said = element("div", "said");
  const note = element("p", "hint");
  note.dataset["word"] = "stepsNote";
  const lanes = lane(actions);
  body.append(element("div", "lesson-bar", lanes.element), picture, others, said, note);

  let drawn = "";
  return {
    update(figure, latest) {
      lanes.update(latest);
      const shown = figure.lesson("steps");
      if (!shown) return;
      picture.setAttribute("aria-label", shown.title);
      say(others, shown.others);
      const text = shown.sentences.join("\n");
      if (text !== drawn) {
        drawn = text;
        said.replaceChildren(...shown.sentences.map((sentence) => element("p", "", sentence)));
      }
      const { clientWidth: width, clientHeight: height } = picture;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      figure.drawLesson("steps", canvas, undefined, width, height, devicePixelRatio);
    },
  };
}
