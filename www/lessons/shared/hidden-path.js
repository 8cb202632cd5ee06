// A lesson that says what it leaves out while the path of a lane is hidden.
import { element, say } from "./parts.js";
import { isFull, lessonActions } from "../lesson.js";

/**
 * @param {string} name
 * @param {import("../lesson.js").Lesson} make
 * @returns {import("../../tabs.js").Lesson}
 */
export function withHiddenPath(name, make) {
  return (body, actions) => {
    const sentence = element("p", "hidden-path");
    const content = element("div", "");
    body.append(sentence, content);
    const part = make(content, lessonActions(actions));
    return {
      update(figure, latest) {
        if (!isFull(figure)) return;
        const hides = latest.lessons?.find((lesson) => lesson.name === name)?.hides;
        sentence.hidden = !hides;
        say(sentence, hides?.sentence ?? "");
        content.hidden = Boolean(hides?.whole);
        if (!content.hidden) part.update(figure, latest);
      },
      close: () => part.close?.(),
    };
  };
}
