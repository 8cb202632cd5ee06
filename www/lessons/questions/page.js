// Questions on the section: think first, then open the answer, then see it on the figure.

/** @type {import("../lesson.js").Lesson} */
export function questions(body, actions) {
  const hint = word("p", "questionsHint");
  const list = document.createElement("ol");
  list.className = "questions";
  body.append(hint, list);
  /** @type {{ question: HTMLElement, answer: HTMLElement, words: HTMLElement[] }[]} */
  const entries = [];
  let shown = "";

  /** @param {string} setup */
  const add = (setup) => {
    const question = document.createElement("p");
    question.className = "question";
    question.id = `question-${entries.length}`;
    const answer = document.createElement("p");
    const show = word("a", "questionsShow");
    show.setAttribute("href", "#");
    // The page's listener for links in prose finds the figure around it.
    show.setAttribute("data-descent", `?${setup}`);
    const reveal = word("summary", "questionsAnswer");
    const drawer = document.createElement("details");
    // All answers are called alike: their questions tell them apart.
    for (const element of [reveal, show]) element.setAttribute("aria-describedby", question.id);
    drawer.append(reveal, answer, show);
    const item = document.createElement("li");
    item.append(question, drawer);
    list.append(item);
    entries.push({ question, answer, words: [reveal, show] });
  };

  return {
    update(figure) {
      const { lang } = /** @type {HTMLElement} */ (body.closest("[lang]"));
      if (lang === shown) return;
      shown = lang;
      const all = figure.lesson("questions")?.questions ?? [];
      for (const { setup } of all.slice(entries.length)) add(setup);
      entries.forEach(({ question, answer, words }, index) => {
        question.textContent = all[index]?.question ?? "";
        answer.textContent = all[index]?.answer ?? "";
        for (const element of words) element.textContent = actions.word(element.getAttribute("data-word") ?? "");
      });
    },
  };
}

/**
 * @param {string} tag
 * @param {string} name of the word
 */
function word(tag, name) {
  const element = document.createElement(tag);
  element.setAttribute("data-word", name);
  return element;
}
