// A lesson that says what it leaves out while the path of a lane is hidden.
import { element, say } from "./parts.js";
import { isWhole, lessonActions } from "./whole.js";

/**
 * @param {string} name
 * @param {import("./whole.js").Lesson} make
 * @returns {import("../drawers.js").Lesson}
 */
export function veiled(name, make) {
  return (body, actions) => {
    const sentence = element("p", "veil");
    const content = element("div", "");
    body.append(sentence, content);
    const part = make(content, lessonActions(actions));
    return {
      update(figure, latest) {
        if (!isWhole(figure)) return;
        const veil = latest.lessons?.find((lesson) => lesson.name === name)?.veil;
        sentence.hidden = !veil;
        say(sentence, veil?.sentence ?? "");
        content.hidden = Boolean(veil?.whole);
        if (!content.hidden) part.update(figure, latest);
      },
      close: () => part.close?.(),
    };
  };
}
