// A lesson that says what it leaves out while the path of a lane is hidden.
import { element, say } from "./parts.js";
import { isWhole, wholeHands } from "./whole.js";

/**
 * @param {string} name
 * @param {import("./whole.js").Lesson} make
 * @returns {import("../drawers.js").Lesson}
 */
export function veiled(name, make) {
  return (body, hands) => {
    const sentence = element("p", "veil");
    const content = element("div", "");
    body.append(sentence, content);
    const part = make(content, wholeHands(hands));
    return {
      update(figure) {
        if (!isWhole(figure)) return;
        const veil = figure.veil(name);
        sentence.hidden = !veil;
        say(sentence, veil?.sentence ?? "");
        content.hidden = Boolean(veil?.isWhole);
        if (!content.hidden) part.update(figure);
      },
      close: () => part.close?.(),
    };
  };
}
