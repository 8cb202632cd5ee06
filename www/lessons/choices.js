// Settings of lessons that are chosen from a list.

/** @typedef {import("../engine.js").WholeFigure} Figure */
/** @typedef {import("./whole.js").WholeHands} Hands */

let made = 0;

/**
 * A select for a setting, with its label.
 * @param {string} setting
 * @param {string} word of the label
 * @param {Hands} hands
 */
export function choices(setting, word, hands) {
  const select = document.createElement("select");
  select.id = `lesson-choice-${++made}`;
  const label = document.createElement("label");
  label.htmlFor = select.id;
  label.dataset["word"] = word;
  const element = document.createElement("p");
  element.className = "lesson-choice";
  element.append(label, select);
  select.addEventListener("change", () => {
    hands.input((figure) => figure.set(setting, select.value));
    hands.changed();
  });
  let listed = "";
  return {
    element,
    /**
     * @param {{ value: string, label: string }[]} options
     * @param {string} value
     */
    update(options, value) {
      const list = JSON.stringify(options);
      if (list !== listed) {
        listed = list;
        select.replaceChildren(...options.map((option) => new Option(option.label, option.value)));
      }
      if (select.value !== value) select.value = value;
    },
  };
}

/**
 * The lane that the lessons speak about.
 * @param {Hands} hands
 */
export function lane(hands) {
  const { element, update } = choices("lane", "lane", hands);
  return {
    element,
    /** @param {Figure} figure */
    update(figure) {
      const { names, chosen } = figure.lanes();
      const options = names.map((label, index) => ({ value: String(index + 1), label }));
      update(options, String(chosen + 1));
    },
  };
}
