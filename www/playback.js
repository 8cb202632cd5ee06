// The element's methods that move its playhead: `play()`, `seek(7)` and their like are actions of these names.

/** How a method asks its element for an action. */
export const order = Symbol("order");

/** @typedef {HTMLElement & { [order](action: import("./engine.js").Action): void }} Ordered */

const methods = /** @type {const} */ (["play", "pause", "stepForward", "stepBack", "reset"]);

/** @param {object} prototype */
export function definePlayback(prototype) {
  for (const type of methods) {
    define(prototype, type, /** @this {Ordered} */ function () {
      this[order]({ type });
    });
  }
  define(prototype, "seek", /** @this {Ordered} @param {number} step */ function (step) {
    this[order]({ type: "seek", step });
  });
}

/**
 * As a class has it.
 * @param {object} prototype
 * @param {string} name
 * @param {Function} value
 */
function define(prototype, name, value) {
  Object.defineProperty(prototype, name, { configurable: true, writable: true, value });
}
