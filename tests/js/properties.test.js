import assert from "node:assert/strict";
import { test } from "node:test";
import "./page.js";
import { attributeText, defineProperties, readSetting, unhideProperties } from "../../www/properties.js";

const rows = [
  { attribute: "steps", property: "steps", kind: "number" },
  { attribute: "autoplay", property: "autoplay", kind: "boolean" },
  { attribute: "loss-scale", property: "lossScale", kind: "choice" },
  { attribute: "lang", property: "lang", kind: "choice" },
];

/** What the figure says of the settings, by their attributes. */
let figure = {};

class Figure extends HTMLElement {
  [readSetting](attribute) {
    return figure[attribute];
  }
}
defineProperties(Figure.prototype, rows);
customElements.define("x-settable", Figure);
const element = () => document.createElement("x-settable");

test("values become texts as an attribute has them", () => {
  assert.equal(attributeText(true), "");
  for (const none of [undefined, null, false]) assert.equal(attributeText(none), undefined);
  assert.equal(attributeText(0.1), "0.1");
  assert.equal(attributeText("adam"), "adam");
  assert.equal(attributeText([-7, 2]), "-7 2");
  assert.equal(attributeText(new Float64Array([1, 2])), "1 2");
});

test("a property reads what the figure says, as a value of its kind", () => {
  figure = { steps: "40", autoplay: "true", "loss-scale": "log" };
  const { steps, autoplay, lossScale } = element();
  assert.deepEqual([steps, autoplay, lossScale], [40, true, "log"]);
  figure = { autoplay: "", steps: "30" };
  assert.deepEqual([element().steps, element().autoplay], [30, false]);
});

test("until the figure says something a property reads what stands in the tag", () => {
  figure = {};
  const settable = element();
  assert.deepEqual([settable.steps, settable.autoplay, settable.lossScale], [undefined, false, undefined]);
  Object.assign(settable, { steps: 12, autoplay: true, lossScale: "linear" });
  assert.deepEqual([settable.steps, settable.autoplay, settable.lossScale], [12, true, "linear"]);
  settable.setAttribute("autoplay", "false");
  assert.equal(settable.autoplay, false);
});

test("setting a property writes the attribute, and an absent value takes it away", () => {
  const settable = element();
  settable.lossScale = "linear";
  settable.autoplay = true;
  assert.equal(settable.getAttribute("loss-scale"), "linear");
  assert.equal(settable.getAttribute("autoplay"), "");
  settable.autoplay = false;
  settable.lossScale = null;
  assert.deepEqual(settable.getAttributeNames(), []);
});

test("an empty text, which some frameworks write for a value that they lack, takes the attribute away", () => {
  const settable = element();
  settable.lossScale = "linear";
  settable.lossScale = "";
  assert.deepEqual(settable.getAttributeNames(), []);
  settable.autoplay = "";
  assert.equal(settable.getAttribute("autoplay"), "");
});

test("a property that every element has already stays the browser's", () => {
  assert.equal(Object.hasOwn(Figure.prototype, "lang"), false);
  assert.equal(Object.hasOwn(Figure.prototype, "steps"), true);
});

test("what a page set before the element was defined is set again, through the attribute", () => {
  const settable = element();
  Object.defineProperty(settable, "steps", { value: 12, configurable: true, writable: true, enumerable: true });
  unhideProperties(settable, ["steps", "lossScale"]);
  assert.equal(Object.hasOwn(settable, "steps"), false);
  assert.deepEqual(settable.getAttributeNames(), ["steps"]);
  assert.equal(settable.getAttribute("steps"), "12");
});
