// The single page's module: the element with everything, and what a page in a frame tells.
import "./standalone.js";
import { tellAnswers } from "./frame-answers.js";
import { tellHeights } from "./frame-resize.js";

const figure = document.querySelector("descent-widget");
if (figure instanceof HTMLElement) {
  tellHeights(figure);
  tellAnswers(figure);
  takeName(figure);
}

/** The page is called as its figure is, whatever that shows and in whatever language. @param {HTMLElement} figure */
function takeName(figure) {
  const root = /** @type {HTMLElement | null | undefined} */ (figure.shadowRoot?.querySelector(".root"));
  const heading = document.querySelector("h1");
  if (!root || !heading) return;
  const take = () => {
    heading.textContent = document.title = root.getAttribute("aria-label") || document.title;
    document.documentElement.lang = root.lang;
  };
  new MutationObserver(take).observe(root, { attributeFilter: ["aria-label"] });
}
