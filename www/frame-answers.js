// The single page in a frame tells the page around it what a reader has answered.

/**
 * Passes the answers of a figure on to the parent.
 * @param {HTMLElement} figure
 */
export function tellAnswers(figure) {
  const { parent } = window;
  if (parent === window) return;
  figure.addEventListener("descent-answer", (event) => {
    const { detail } = /** @type {CustomEvent<import("./engine.js").AnswerDetail>} */ (event);
    // No secret is in it, and who the parent is cannot be known.
    parent.postMessage({ type: "descent-widget:answer", id: window.name, ...detail }, "*");
  });
}
