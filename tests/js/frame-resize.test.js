import assert from "node:assert/strict";
import { test } from "node:test";
import { show } from "./page.js";
import { tellHeights } from "../../www/frame-resize.js";

const told = [];
const parent = { postMessage: (message, to) => told.push({ ...message, to }) };
/** The observers of sizes, which only say that something changed. */
const observers = [];
globalThis.ResizeObserver = class {
  constructor(changed) {
    observers.push(changed);
  }
  observe() {}
};

/** A figure of a natural height, which is asked for with its block size set free. */
function figure(height) {
  const element = show("<p style='block-size: 300px'></p>");
  const state = { height };
  element.getBoundingClientRect = () => ({ height: element.style.blockSize === "max-content" ? state.height : 300 });
  return { element, state };
}

/** A message of the page around the frame. */
function hear(data, source = parent) {
  window.dispatchEvent(Object.assign(new Event("message"), { data, source }));
}

test("alone in its window the page tells nobody", () => {
  tellHeights(figure(420).element);
  assert.deepEqual(told, []);
});

test("in a frame it tells its natural height, whenever that changes", () => {
  window.parent = parent;
  window.name = "figure-1";
  const { element, state } = figure(419.2);
  tellHeights(element);
  assert.deepEqual(told.splice(0), [{ context: "h5p", action: "hello", to: "*" }]);
  const changed = observers.at(-1);
  changed();
  changed();
  assert.deepEqual(told.splice(0), [
    { type: "descent-widget:resize", id: "figure-1", height: 420, to: "*" },
    { subject: "lti.frameResize", height: 420, to: "*" },
  ]);
  assert.equal(element.style.blockSize, "300px");
  state.height = 500;
  changed();
  assert.deepEqual(told.splice(0).map(({ height }) => height), [500, 500]);
});

test("an H5P page is answered in its own order, and nobody else is", () => {
  window.parent = parent;
  tellHeights(figure(420).element);
  told.length = 0;
  hear({ context: "h5p", action: "ready" }, {});
  hear({ context: "other", action: "ready" });
  assert.deepEqual(told, []);
  // The frame of the test before is there too: only this one's height is looked for.
  hear({ context: "h5p", action: "hello" });
  const prepared = told.splice(0).filter(({ action }) => action === "prepareResize");
  assert.ok(prepared.some(({ scrollHeight }) => scrollHeight === 420));
  hear({ context: "h5p", action: "resizePrepared" });
  assert.ok(told.some(({ action, scrollHeight }) => action === "resize" && scrollHeight === 420));
});
