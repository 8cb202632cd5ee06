// MathML from the trees that the engine writes.

/** @typedef {import("../../pkg/full/descent_widget.js").MathTree} MathTree */

const namespace = "http://www.w3.org/1998/Math/MathML";

/** @param {MathTree} tree @returns {Element} */
function node([name, ...children]) {
  const element = document.createElementNS(namespace, name === "vector" ? "mi" : name);
  if (name === "vector") element.setAttribute("class", "vector");
  // Parentheses are as high as what they hold; beside a fraction they would grow with it.
  if (name === "mo") element.setAttribute("stretchy", "false");
  element.append(...children.map((child) => (typeof child === "string" ? child : node(child))));
  return element;
}

/** A formula within a line. @param {MathTree} tree */
export function formula(tree) {
  const math = document.createElementNS(namespace, "math");
  math.setAttribute("displaystyle", "true");
  math.append(node(tree));
  return math;
}
