// Defines the element once, however often and under whatever addresses the module is loaded:
// some hosts append a version to it and so import it twice.
import { DescentWidget as Own } from "./element.js";
import { listenToLinks } from "./links.js";
import { takeReserved } from "./reserve.js";

const name = "descent-widget";
// Servers that render pages import the module where there are no elements at all.
const registry = globalThis.customElements;

if (registry && !registry.get(name)) {
  takeReserved([.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(name))], () => registry.define(name, Own));
  listenToLinks(name, document);
}

/** The class behind the tag on this page. */
export const DescentWidget = /** @type {typeof Own} */ (registry?.get(name) ?? Own);
