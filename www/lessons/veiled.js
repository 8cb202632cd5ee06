// A lesson that says what it leaves out while the path of a lane is hidden.
import { element, say } from "./parts.js";

/**
 * @param {string} name
 * @param {import("../shapes").Lesson} make
 * @returns {import("../shapes").Lesson}
 */
export function veiled(name, make) {
  return (body, hands) => {
    const sentence = element("p", "veil");
    const content = element("div", "");
    body.append(sentence, content);
    const part = make(content, hands);
    return {
      update(figure) {
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
