import assert from "node:assert/strict";
import { test } from "node:test";
import { place, show } from "./page.js";
import { follow, positionIn } from "../../www/gestures.js";

/** A box that is followed, and the names of what its handlers heard. */
function followed({ scrolls = false, allowed = () => true } = {}) {
  const box = show("<div></div>");
  const heard = [];
  const life = new AbortController();
  const say = (name) => () => void heard.push(name);
  const handlers = { allowed, begin: say("begin"), move: say("move"), end: say("end"), cancel: say("cancel") };
  follow(box, handlers, { scrolls, signal: life.signal });
  const send = (type, more = {}) =>
    box.dispatchEvent(new PointerEvent(type, { pointerId: 1, pointerType: "mouse", clientX: 0, clientY: 0, bubbles: true, ...more }));
  return { box, heard, life, send };
}

/** A key, where the focus happens to be; gives whether the page was kept from it. */
function press(key) {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event.defaultPrevented;
}

test("a mouse begins where it presses, moves, and ends where it lets go", () => {
  const { heard, send } = followed();
  send("pointerdown");
  send("pointermove", { clientX: 1 });
  send("pointerup");
  assert.deepEqual(heard, ["begin", "move", "end"]);
});

test("after letting go no movement is followed", () => {
  const { heard, send } = followed();
  send("pointerdown");
  send("pointerup");
  send("pointermove");
  assert.deepEqual(heard, ["begin", "end"]);
});

test("a finger on a box that scrolls begins with a sideways movement or a tap", () => {
  const { heard, send } = followed({ scrolls: true });
  const touch = { pointerType: "touch" };
  send("pointerdown", touch);
  send("pointermove", { ...touch, clientX: 5, clientY: 90 });
  assert.deepEqual(heard, []);
  send("pointermove", { ...touch, clientX: 6 });
  assert.deepEqual(heard, ["begin", "move"]);
  send("pointerup", touch);
  heard.length = 0;
  send("pointerdown", touch);
  send("pointerup", touch);
  assert.deepEqual(heard, ["begin", "end"]);
});

test("where the browser takes the finger for scrolling nothing has begun", () => {
  const { heard, send } = followed({ scrolls: true });
  send("pointerdown", { pointerType: "touch" });
  send("pointercancel", { pointerType: "touch" });
  assert.deepEqual(heard, []);
  send("pointerdown");
  send("pointerup");
  assert.deepEqual(heard, ["begin", "end"]);
});

test("Escape gives a drag up, and is the page's again afterwards", () => {
  const { heard, send } = followed();
  send("pointerdown");
  assert.equal(press("a"), false);
  assert.deepEqual(heard, ["begin"]);
  assert.equal(press("Escape"), true);
  send("pointermove");
  assert.deepEqual(heard, ["begin", "cancel"]);
  assert.equal(press("Escape"), false);
});

test("a second finger and other buttons are passed over", () => {
  const { heard, send } = followed();
  send("pointerdown", { button: 2 });
  assert.deepEqual(heard, []);
  send("pointerdown");
  send("pointerdown", { pointerId: 2 });
  send("pointermove", { pointerId: 2 });
  send("pointerup", { pointerId: 2 });
  assert.deepEqual(heard, ["begin"]);
  send("pointerup");
});

test("what is not allowed does not begin", () => {
  const { heard, send } = followed({ allowed: () => false });
  send("pointerdown");
  send("pointerup");
  assert.deepEqual(heard, []);
});

test("when the element leaves its page, its drag is dropped and it listens no more", () => {
  const { heard, life, send } = followed();
  send("pointerdown");
  life.abort();
  send("pointermove");
  send("pointerdown");
  assert.deepEqual(heard, ["begin"]);
});

test("positions are in the box's own pixels where a page is scaled", () => {
  const box = place(show("<div></div>"), { left: 10, top: 20, width: 200, height: 50 });
  Object.defineProperty(box, "clientWidth", { value: 400 });
  Object.defineProperty(box, "clientHeight", { value: 100 });
  assert.deepEqual(positionIn(new PointerEvent("pointermove", { clientX: 60, clientY: 45 }), box), [100, 50]);
});

test("a second finger gives the first one's drag up, wherever it is, until the first one is lifted", () => {
  const { heard, send } = followed();
  const touch = { pointerType: "touch", buttons: 1 };
  send("pointerdown", touch);
  send("pointermove", { ...touch, clientX: 20 });
  document.body.dispatchEvent(new PointerEvent("pointerdown", { ...touch, pointerId: 2, bubbles: true }));
  send("pointermove", { ...touch, clientX: 40 });
  send("pointermove", { ...touch, pointerId: 2, clientX: 40 });
  send("pointerup", { ...touch, buttons: 0 });
  assert.deepEqual(heard, ["begin", "move", "cancel"]);
  heard.length = 0;
  send("pointerdown", touch);
  send("pointerup", { ...touch, buttons: 0 });
  assert.deepEqual(heard, ["begin", "end"]);
});

test("two fingers on a box that scrolls are no tap", () => {
  const { heard, send } = followed({ scrolls: true });
  send("pointerdown", { pointerType: "touch" });
  send("pointerdown", { pointerType: "touch", pointerId: 2 });
  send("pointerup", { pointerType: "touch", pointerId: 2 });
  send("pointerup", { pointerType: "touch" });
  assert.deepEqual(heard, []);
});

test("a palm does not disturb a pen", () => {
  const { heard, send } = followed();
  send("pointerdown", { pointerType: "pen" });
  send("pointerdown", { pointerType: "touch", pointerId: 2 });
  send("pointermove", { pointerType: "pen" });
  assert.deepEqual(heard, ["begin", "move"]);
});

test("a mouse that has lost its release drags no more", () => {
  const { heard, send } = followed();
  send("pointerdown", { buttons: 1 });
  send("pointermove", { buttons: 1, clientX: 9 });
  send("pointermove", { buttons: 0, clientX: 30 });
  send("pointermove", { buttons: 0, clientX: 60 });
  assert.deepEqual(heard, ["begin", "move", "end"]);
  send("pointerdown", { buttons: 1 });
  assert.deepEqual(heard, ["begin", "move", "end", "begin"]);
});
