// What stands around an element as a reader sees it: through slots and out of shadow roots.

/**
 * The elements around this one, the nearest first.
 * @param {Element} element
 * @returns {Element[]}
 */
export function ancestors(element) {
  const all = [];
  for (let node = outward(element); node; node = outward(node)) if (node instanceof Element) all.push(node);
  return all;
}

/**
 * @param {Node} node
 * @returns {Node | null}
 */
function outward(node) {
  if (node instanceof ShadowRoot) return node.host;
  return (node instanceof Element && node.assignedSlot) || node.parentNode;
}
