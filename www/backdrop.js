// Whether what is behind an element is dark. Pages say so in any notation of a color, in a gradient, or by
// `color-scheme` alone, and on whatever stands around the element.
import { ancestors } from "./ancestors.js";

/**
 * How light something is, from black at 0 to white at 1 as an eye sees it, and how much of it covers what is below.
 * @typedef {{ light: number, alpha: number }} Layer
 */

/** An element of ours that nobody sees, for asking the browser about colors. @typedef {HTMLElement | null | undefined} Probe */

// Of what is below a layer that covers this much nobody sees anything.
const opaque = 0.98;

/**
 * `undefined` where nothing is painted and nothing is said, so that the system's choice holds.
 * @param {Element} element
 * @returns {boolean | undefined}
 */
export function darkBehind(element) {
  const probe = /** @type {Probe} */ (element.shadowRoot?.querySelector(".probe"));
  let light = 0;
  let covered = 0;
  for (const around of ancestors(element)) {
    for (const layer of layersAt(around, probe)) {
      light += (1 - covered) * layer.alpha * layer.light;
      covered += (1 - covered) * layer.alpha;
    }
    if (covered > opaque) break;
  }
  // A mere tint leaves the choice to the page below it.
  const isDark = darkByScheme(element);
  if (covered < 0.5 && isDark === undefined) return undefined;
  const rest = isDark === undefined ? light / covered : isDark ? 0 : 1;
  return light + (1 - covered) * rest < 0.5;
}

/**
 * What an element paints behind its contents, uppermost first.
 * @param {Element} element
 * @param {Probe} probe
 */
function layersAt(element, probe) {
  const below = ["::after", "::before"].map((pseudo) => getComputedStyle(element, pseudo)).filter((style) => fills(style, element));
  return [...below, getComputedStyle(element)].flatMap((style) => layersOf(style, probe));
}

/**
 * Whether a pseudo-element is laid behind all of its element, as some pages paint their ground.
 * @param {CSSStyleDeclaration} style
 * @param {Element} element
 */
function fills({ content, position, zIndex, opacity, width, height }, element) {
  if (!content || content === "none" || content === "normal" || opacity === "0" || !(Number(zIndex) < 0)) return false;
  if (position !== "fixed" && position !== "absolute") return false;
  const { clientWidth, clientHeight } = element;
  const enough = 0.95;
  return parseFloat(width) >= enough * clientWidth && parseFloat(height) >= enough * Math.min(clientHeight, innerHeight);
}

/**
 * @param {CSSStyleDeclaration} style
 * @param {Probe} probe
 * @returns {Layer[]}
 */
function layersOf({ backgroundColor, backgroundImage, backgroundSize, backgroundClip, color }, probe) {
  if (backgroundClip === "text") return [];
  /** @type {Layer[]} */
  const layers = [];
  // Small pictures are patterns, rules and icons.
  const isWhole = /^((auto|cover|100%)[ ,]*)*$/.test(backgroundSize ?? "");
  if (isWhole && backgroundImage && backgroundImage !== "none") {
    // What is in a picture only the words tell that are to be read on it.
    if (/\b(url|image-set)\(/.test(backgroundImage) && (layerOf(color, probe)?.light ?? 0) > 0.7) layers.push({ light: 0, alpha: 1 });
    const stops = colorsIn(backgroundImage, probe);
    const alpha = stops.reduce((sum, stop) => sum + stop.alpha, 0);
    const light = stops.reduce((sum, stop) => sum + stop.alpha * stop.light, 0);
    if (alpha) layers.push({ light: light / alpha, alpha: alpha / stops.length });
  }
  const ground = layerOf(backgroundColor, probe);
  if (ground) layers.push(ground);
  return layers;
}

/**
 * The colors of a text in which they stand as functions, as in all computed values.
 * @param {string} text
 * @param {Probe} probe
 */
function colorsIn(text, probe) {
  const found = text.match(/\b(?:rgba?|lab|lch|oklab|oklch|color)\([^()]*\)/g) ?? [];
  return found.map((color) => layerOf(color, probe)).filter((it) => it !== undefined);
}

/**
 * A computed color.
 * @param {string} text
 * @param {Probe} probe
 * @returns {Layer | undefined}
 */
function layerOf(text, probe) {
  if (!text) return undefined;
  const isPlain = text.startsWith("rgb");
  const numbers = (isPlain ? text : inSrgb(text, probe)).match(/-?[\d.]+(e-?\d+)?%?/g);
  if (!numbers) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers.map((it) => (it.endsWith("%") ? parseFloat(it) / 100 : Number(it)));
  // As much as each of them counts for an eye.
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return { light: isPlain ? light / 255 : light, alpha };
}

/**
 * A color in any other notation; the browser translates it, if it knows it, to `color(srgb …)`.
 * @param {string} text
 * @param {Probe} probe
 */
function inSrgb(text, probe) {
  if (!probe) return "";
  probe.style.outlineColor = "";
  probe.style.outlineColor = `color-mix(in srgb, ${text}, ${text})`;
  const [, numbers = ""] = /^color\(srgb (.*)\)$/.exec(getComputedStyle(probe).outlineColor) ?? [];
  return numbers.replaceAll("none", "0");
}

/**
 * What the page says of its colors where it paints none.
 * @param {Element} element
 */
function darkByScheme(element) {
  const meta = document.querySelector('meta[name="color-scheme"]')?.getAttribute("content");
  const { colorScheme } = getComputedStyle(element);
  const names = (colorScheme && colorScheme !== "normal" ? colorScheme : (meta ?? "")).split(/\s+/);
  const [light, dark] = [names.includes("light"), names.includes("dark")];
  return light === dark ? undefined : dark;
}
