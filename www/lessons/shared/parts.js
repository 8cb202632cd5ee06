// Small parts that lessons are made of.

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} className
 * @param {...(Node | string)} children
 */
export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** Writes a text where another one stands. @param {Node} at @param {string} text */
export function say(at, text) {
  if (at.textContent !== text) at.textContent = text;
}

/** A button with a word of the interface on it. @param {string} word @param {() => void} act */
export function button(word, act) {
  const made = element("button", "word-button");
  made.type = "button";
  made.dataset["word"] = word;
  made.addEventListener("click", act);
  return made;
}
