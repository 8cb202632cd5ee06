// The single page's module: the element with everything, and what a page in a frame tells.
import "./standalone.js";
import { tellHeights } from "./frame-resize.js";

const figure = document.querySelector("descent-widget");
if (figure instanceof HTMLElement) tellHeights(figure);
