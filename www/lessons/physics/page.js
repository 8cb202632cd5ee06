// The ball in the valley: a picture that follows the playhead, and what happens in it in words.
import { choices, lane } from "../shared/choices.js";

/** @type {import("../lesson.js").Lesson} */
export function physics(body, actions) {
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  const picture = document.createElement("div");
  picture.className = "physics";
  picture.setAttribute("role", "img");
  picture.append(canvas);
  const said = document.createElement("div");
  said.className = "said";
  const note = document.createElement("p");
  note.className = "hint";
  note.dataset["word"] = "physicsNote";
  const lanes = lane(actions);
  const cuts = choices("cut", "cut", actions);
  const bar = document.createElement("div");
  bar.className = "lesson-bar";
  bar.append(lanes.element, cuts.element);
  body.append(bar, picture, said, note);

  let drawn = "";
  return {
    update(figure, latest) {
      lanes.update(latest);
      const shown = figure.lesson("physics");
      picture.hidden = !shown;
      if (!shown) return said.replaceChildren();
      cuts.update(shown.cuts.map((cut) => ({ value: cut, label: cut })), shown.cut);
      picture.setAttribute("aria-label", shown.title);
      const text = shown.sentences.join("\n");
      const { clientWidth: width, clientHeight: height } = picture;
      if (text !== drawn) {
        drawn = text;
        said.replaceChildren(
          ...shown.sentences.map((sentence) => Object.assign(document.createElement("p"), { textContent: sentence })),
        );
      }
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      figure.drawLesson("physics", canvas, undefined, width, height, devicePixelRatio);
    },
  };
}
