// Whether what is behind an element is dark. Pages say so in any notation of a color, in a gradient, or by
// `color-scheme` alone, and on whatever stands around the element.
import { ancestors } from "./ancestors.js";

/**
 * How light something is, from black at 0 to white at 1 as an eye sees it, and how much of it covers what is below.
 * @typedef {{ light: number, alpha: number }} Layer
 */

// Of what is below a layer that covers this much nobody sees anything.
const opaque = 0.98;

/**
 * `undefined` where nothing is painted and nothing is said, so that the system's choice holds.
 * @param {Element} element
 * @returns {boolean | undefined}
 */
export function darkBehind(element) {
  let light = 0;
  let covered = 0;
  for (const around of ancestors(element)) {
    for (const layer of layersAt(around)) {
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
 */
function layersAt(element) {
  const below = ["::after", "::before"].map((pseudo) => getComputedStyle(element, pseudo)).filter((style) => fills(style, element));
  return [...below, getComputedStyle(element)].flatMap(layersOf);
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
 * @returns {Layer[]}
 */
function layersOf({ backgroundColor, backgroundImage, backgroundSize, backgroundClip, color }) {
  if (backgroundClip === "text") return [];
  /** @type {Layer[]} */
  const layers = [];
  // Small pictures are patterns, rules and icons.
  const isWhole = /^((auto|cover|100%)[ ,]*)*$/.test(backgroundSize ?? "");
  if (isWhole && backgroundImage && backgroundImage !== "none") {
    // What is in a picture only the words tell that are to be read on it.
    if (/\b(url|image-set)\(/.test(backgroundImage) && (layerOf(color)?.light ?? 0) > 0.7) layers.push({ light: 0, alpha: 1 });
    const stops = colorsIn(backgroundImage);
    const alpha = stops.reduce((sum, stop) => sum + stop.alpha, 0);
    const light = stops.reduce((sum, stop) => sum + stop.alpha * stop.light, 0);
    if (alpha) layers.push({ light: light / alpha, alpha: alpha / stops.length });
  }
  const ground = layerOf(backgroundColor);
  if (ground) layers.push(ground);
  return layers;
}

/**
 * The colors of a text in which they stand as functions, as in all computed values.
 * @param {string} text
 */
function colorsIn(text) {
  const found = text.match(/\b(?:rgba?|lab|lch|oklab|oklch|color)\([^()]*\)/g) ?? [];
  return found.map(layerOf).filter((it) => it !== undefined);
}

/** How light gray of this share of white's luminance looks. @param {number} luminance */
function lightOf(luminance) {
  const share = Math.min(1, Math.max(0, luminance));
  return share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055;
}

/**
 * A computed color: these are all the notations that they come in.
 * @param {string} text
 * @returns {Layer | undefined}
 */
function layerOf(text) {
  const [, name = "", inside = ""] = /^(\w+)\((.*)\)$/.exec(text?.trim() ?? "") ?? [];
  const words = inside.split(/[\s,/]+/).filter(Boolean);
  const space = name === "color" ? words.shift() : name;
  const [first = 0, second = 0, third = 0, alpha = 1] = words.map((word) => (word.endsWith("%") ? parseFloat(word) / 100 : Number(word) || 0));
  const mixed = 0.2126 * first + 0.7152 * second + 0.0722 * third;
  switch (space) {
    case undefined:
    case "":
      return undefined;
    case "rgb":
    case "rgba":
      return { light: mixed / 255, alpha };
    case "lab":
    case "lch":
      return { light: lightOf((((words[0]?.endsWith("%") ? 100 : 1) * first + 16) / 116) ** 3), alpha };
    case "oklab":
    case "oklch":
      return { light: lightOf(first ** 3), alpha };
    case "xyz":
    case "xyz-d50":
    case "xyz-d65":
      return { light: lightOf(second), alpha };
    default:
      return { light: space.endsWith("-linear") ? lightOf(mixed) : mixed, alpha };
  }
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
