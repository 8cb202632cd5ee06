// Predict first: the path of a lane is hidden, the reader marks where it will be, and then sees.
import { lane } from "../shared/choices.js";

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [word] what is written on it
 */
function make(tag, word) {
  const element = document.createElement(tag);
  if (word) element.dataset["word"] = word;
  return element;
}

let made = 0;

/** A text field with its label. @param {string} word */
function field(word) {
  const input = make("input");
  input.type = "text";
  input.className = "number";
  input.id = `lesson-field-${++made}`;
  input.autocomplete = "off";
  const label = make("label", word);
  label.htmlFor = input.id;
  const element = make("p");
  element.className = "lesson-choice";
  element.append(label, input);
  return { element, input };
}

/** @param {string} word @param {() => void} press */
function button(word, press) {
  const element = make("button", word);
  element.type = "button";
  element.className = "lesson-button";
  element.addEventListener("click", () => {
    if (element.getAttribute("aria-disabled") !== "true") press();
  });
  return element;
}

/** @param {string} className @param {Node[]} children */
function bar(className, ...children) {
  const element = make("div");
  element.className = className;
  element.append(...children);
  return element;
}

/** @type {import("../lesson.js").Lesson} */
export function predict(body, actions) {
  const lanes = lane(actions);
  const after = field("predictAfter");
  const [x, y] = [field("guessX"), field("guessY")];
  const intro = make("p", "predictIntro");
  const question = make("p");
  const told = bar("said");
  const problem = make("p");
  problem.className = "problem";

  /** @param {import("../../engine.js").Action} action */
  const act = (action) => {
    const wrong = actions.act(action)?.problem;
    problem.textContent = wrong ?? "";
    if (wrong === undefined) actions.changed();
  };
  const ask = button("predictAsk", () => act({ type: "ask", text: after.input.value }));
  const tell = button("predictTell", () => actions.act({ type: "play" }));
  const again = button("predictAgain", () => act({ type: "askAgain" }));
  const stop = button("predictStop", () => act({ type: "set", name: "predict" }));
  x.input.addEventListener("change", () => act({ type: "guess", axis: "x", text: x.input.value }));
  y.input.addEventListener("change", () => act({ type: "guess", axis: "y", text: y.input.value }));

  const asking = bar("lesson-bar", lanes.element, after.element, ask);
  const answering = bar("lesson-bar", x.element, y.element, tell, again, stop);
  body.append(intro, asking, question, answering, problem, told);

  let shown = "";
  return {
    update(figure, latest) {
      lanes.update(latest);
      const sheet = figure.lesson("predict");
      const asked = sheet?.asked;
      intro.hidden = Boolean(asked);
      question.hidden = answering.hidden = told.hidden = !asked;
      if (!after.input.value) after.input.value = sheet?.after ?? "";
      if (!asked) return;
      if (question.textContent !== asked.question) question.textContent = asked.question;
      x.element.hidden = y.element.hidden = tell.hidden = !asked.takesGuess;
      again.hidden = !asked.isTold;
      tell.setAttribute("aria-disabled", String(!asked.isGuessed));
      fill(x.input, asked.x);
      fill(y.input, asked.y);
      const text = asked.told.join("\n");
      if (text === shown) return;
      shown = text;
      if (text) actions.say(asked.told.join(" "));
      told.replaceChildren(...asked.told.map((line) => Object.assign(make("p"), { textContent: line })));
    },
  };
}

/** @param {HTMLInputElement} input @param {string} value */
function fill(input, value) {
  if (input.value !== value && !input.matches(":focus")) input.value = value;
}
