// Defines the element once, however often and under whatever addresses the module is loaded:
// some hosts append a version to it and so import it twice.
import { DescentWidget as Own } from "./element.js";
import { ready, settings } from "./engine.js";
import { listenToLinks } from "./links.js";
import { defineProperties } from "./properties.js";
import { takeReserved } from "./reserve.js";

const name = "descent-widget";
// Servers that render pages import the module where there are no elements at all.
const registry = globalThis.customElements;

if (registry && !registry.get(name)) {
  // Registered before any element waits for the engine, so properties are there when the first one starts.
  ready.then(
    () => defineProperties(Own.prototype, settings()),
    () => {},
  );
  takeReserved([.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(name))], () => registry.define(name, Own));
  listenToLinks(name, document);
}

/** The class behind the tag on this page. */
export const DescentWidget = /** @type {typeof Own} */ (registry?.get(name) ?? Own);
