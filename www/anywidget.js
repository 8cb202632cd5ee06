// The front-end form of anywidget: a notebook or a static site hands over a model and a place.
import { ready, settings } from "./engine.js";
import { attributeText } from "./properties.js";

/** @typedef {import("./shapes").AnyModel} AnyModel */

/**
 * Hosts implement different parts of the model, and some throw for the rest.
 * @template T
 * @param {() => T} call
 * @returns {T | undefined}
 */
function guarded(call) {
  try {
    return call();
  } catch {
    return undefined;
  }
}

/**
 * @param {{ model: AnyModel, el: HTMLElement }} context
 * @returns {() => void} cleans up
 */
export function render({ model, el }) {
  const element = /** @type {HTMLElement & Record<string, unknown>} */ (document.createElement("descent-widget"));
  /** @type {(() => void)[]} */
  const cleanups = [() => element.remove()];
  let removed = false;
  el.append(element);

  ready.then(
    () => {
      if (!removed) cleanups.push(...connect(element, model));
    },
    // The element itself says what is wrong.
    () => {},
  );

  return () => {
    removed = true;
    cleanups.forEach((cleanup) => cleanup());
  };
}

/**
 * @param {HTMLElement & Record<string, unknown>} element
 * @param {AnyModel} model
 * @returns {(() => void)[]}
 */
function connect(element, model) {
  const table = settings();
  /** @type {(() => void)[]} */
  const cleanups = [];
  for (const { attribute, property } of table) {
    const read = () => {
      const text = attributeText(guarded(() => model.get(property)));
      if (text === undefined) element.removeAttribute(attribute);
      else if (text !== attributeText(element[property])) element.setAttribute(attribute, text);
    };
    read();
    const event = `change:${property}`;
    guarded(() => model.on?.(event, read));
    cleanups.push(() => guarded(() => model.off?.(event, read)));
  }

  // What a person does goes back to the model, so that a notebook can read it.
  const write = () => {
    for (const { property } of table) {
      const value = element[property];
      if (guarded(() => model.get(property)) === undefined || value === undefined) continue;
      guarded(() => model.set?.(property, value));
    }
    guarded(() => model.save_changes?.());
  };
  element.addEventListener("descent-change", write);
  cleanups.push(() => element.removeEventListener("descent-change", write));
  return cleanups;
}
