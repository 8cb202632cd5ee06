// The front-end form of anywidget: a notebook or a static site hands over a model and a place.
import { ready } from "./engine.js";
import { settings } from "./pkg/settings.js";
import { attributeText } from "./properties.js";

/** The element with the properties of its settings. @typedef {import("./element.js").DescentWidget & Record<string, unknown>} Element */

/**
 * What the host hands over; notebooks and static sites implement different parts of it.
 * @typedef {object} AnyModel
 * @property {(name: string) => unknown} get
 * @property {(name: string, value: unknown) => void} [set]
 * @property {() => void} [save_changes]
 * @property {(event: string, listener: () => void) => void} [on]
 * @property {(event: string, listener: () => void) => void} [off]
 */

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
  const element = /** @type {Element} */ (document.createElement("descent-widget"));
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

/** How often a playhead that moves by itself is told, in milliseconds. */
const pause = 200;

/**
 * @param {Element} element
 * @param {AnyModel} model
 * @returns {(() => void)[]}
 */
function connect(element, model) {
  /** @type {(() => void)[]} */
  const cleanups = [];
  const get = (/** @type {string} */ name) => guarded(() => model.get(name));
  /** @param {string} event @param {() => void} listener */
  const hear = (event, listener) => {
    element.addEventListener(event, listener);
    cleanups.push(() => element.removeEventListener(event, listener));
  };

  // A model names a setting as the property, or as Python would: `loss_scale`.
  const names = new Map(
    settings.map(({ attribute, property }) => {
      const name = attribute.replaceAll("-", "_");
      return [property, get(property) === undefined && get(name) !== undefined ? name : property];
    }),
  );
  for (const { attribute, property } of settings) {
    const name = names.get(property) ?? property;
    const read = () => {
      const text = attributeText(get(name));
      if (text === undefined) element.removeAttribute(attribute);
      else if (text !== attributeText(element[property])) element.setAttribute(attribute, text);
    };
    read();
    const event = `change:${name}`;
    guarded(() => model.on?.(event, read));
    cleanups.push(() => guarded(() => model.off?.(event, read)));
  }

  // What a person does goes back to the model, so that a notebook can read it: what the model
  // has no place for stays here.
  const write = (/** @type {Record<string, unknown>} */ values) => {
    for (const [name, value] of Object.entries(values)) {
      if (get(name) !== undefined && value !== undefined) guarded(() => model.set?.(name, value));
    }
    guarded(() => model.save_changes?.());
  };
  const step = () => ({ [names.get("currentStep") ?? "step"]: element["currentStep"] });
  const results = () => ({ ...step(), record: plain(element.record) });
  hear("descent-change", () => {
    const named = Object.entries(element.getState()).map(([property, value]) => [names.get(property) ?? property, value]);
    write({ ...Object.fromEntries(named), ...results() });
  });
  hear("descent-end", () => write(step()));
  let waiting = 0;
  hear("descent-step", () => {
    waiting ||= window.setTimeout(() => {
      waiting = 0;
      write(step());
    }, pause);
  });
  cleanups.push(() => clearTimeout(waiting));
  hear("descent-ready", () => write({ record: plain(element.record), svg: element.toSVG() }));
  return cleanups;
}

/**
 * A record as plain data, which can travel as JSON.
 * @param {unknown} value
 * @returns {unknown}
 */
function plain(value) {
  if (ArrayBuffer.isView(value)) return Array.from(/** @type {Float64Array} */ (value));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}
