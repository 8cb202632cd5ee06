// Settings of lessons that are chosen from a list.

/** @typedef {import("../lesson.js").LessonActions} Actions */

let made = 0;

/**
 * A select for a setting, with its label.
 * @param {string} setting
 * @param {string} word of the label
 * @param {Actions} actions
 */
export function choices(setting, word, actions) {
  const select = document.createElement("select");
  select.id = `lesson-choice-${++made}`;
  const label = document.createElement("label");
  label.htmlFor = select.id;
  label.dataset["word"] = word;
  const element = document.createElement("p");
  element.className = "lesson-choice";
  element.append(label, select);
  select.addEventListener("change", () => {
    actions.act({ type: "set", name: setting, text: select.value });
    actions.changed();
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
 * @param {Actions} actions
 */
export function lane(actions) {
  const { element, update } = choices("lane", "lane", actions);
  return {
    element,
    /** @param {import("../lesson.js").Latest} latest */
    update({ laneChoice }) {
      if (!laneChoice) return;
      const { names, chosen } = laneChoice;
      const options = names.map((label, index) => ({ value: String(index + 1), label }));
      update(options, String(chosen + 1));
    },
  };
}
