// The element's properties, made from the settings that the crate declares: a setter writes the attribute,
// a getter answers for the figure as it is now.

import { settings } from "./pkg/settings.js";

/** @typedef {import("./pkg/settings.js").SettingRow} Setting */

/** What a page can set as properties. */
export const settable = [...settings.map(({ property }) => property), "query"];

/** How a property asks its element for a setting's text. */
export const readSetting = Symbol("readSetting");

/** @typedef {HTMLElement & { [readSetting](attribute: string): string | undefined }} Readable */

/**
 * The text of an attribute for a property's value; `undefined` means: no attribute.
 * @param {unknown} value
 * @returns {string | undefined}
 */
export function attributeText(value) {
  if (value === undefined || value === null || value === false) return undefined;
  if (value === true) return "";
  if (isList(value)) return [...value].join(" ");
  return String(value);
}

/**
 * @param {unknown} value
 * @returns {value is Iterable<unknown>}
 */
function isList(value) {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/**
 * @param {Setting["kind"]} kind
 * @param {string} text
 */
function propertyValue(kind, text) {
  if (kind === "number") return Number(text);
  if (kind === "boolean") return text === "true";
  return text;
}

/**
 * Until the engine is up what is set is what stands in the tag.
 * @param {Setting["kind"]} kind
 * @param {string | null} text
 */
function tagValue(kind, text) {
  if (kind === "boolean") return text !== null && text !== "false";
  return text === null ? undefined : propertyValue(kind, text);
}

/**
 * No text but that of a switch is empty: some frameworks write an empty one for a value that they do not have.
 * @param {HTMLElement} element
 * @param {Setting} setting
 * @param {unknown} value
 */
function writeAttribute(element, { attribute, kind }, value) {
  const text = attributeText(value);
  if (text === undefined || (text === "" && kind !== "boolean")) element.removeAttribute(attribute);
  else element.setAttribute(attribute, text);
}

/**
 * @param {object} prototype
 * @param {Setting[]} settings
 */
export function defineProperties(prototype, settings) {
  for (const setting of settings) {
    const { attribute, property, kind } = setting;
    // `lang` is every element's own already.
    if (property in prototype) continue;
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      /** @this {Readable} */
      get() {
        const text = this[readSetting](attribute);
        return text === undefined ? tagValue(kind, this.getAttribute(attribute)) : propertyValue(kind, text);
      },
      /** @this {Readable} @param {unknown} value */
      set(value) {
        writeAttribute(this, setting, value);
      },
    });
  }
}

/**
 * A page may set properties before the element is defined: they then sit on the object itself and hide
 * the real ones. Take them off and set them again.
 * @param {HTMLElement} element
 * @param {string[]} names
 */
export function unhideProperties(element, names) {
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue;
    const value = Reflect.get(element, name);
    Reflect.deleteProperty(element, name);
    Reflect.set(element, name, value);
  }
}
