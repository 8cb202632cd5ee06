import assert from "node:assert/strict";
import { test } from "node:test";
import { show } from "./page.js";
import { keepKeys } from "../../www/keys.js";

/** The keys that reach the page, of those pressed in an element that keeps them. */
function reaching(presses, hasLeft = false) {
  const host = show("<p><input></p>");
  const life = new AbortController();
  keepKeys(host, life.signal);
  if (hasLeft) life.abort();
  const heard = [];
  const listener = ({ key }) => heard.push(key);
  document.body.addEventListener("keydown", listener);
  for (const press of presses) {
    host.firstChild.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, ...press }));
  }
  document.body.removeEventListener("keydown", listener);
  return heard;
}

test("arrows, space and letters end at the element", () => {
  assert.deepEqual(reaching(["ArrowRight", " ", "n", "Enter"].map((key) => ({ key }))), []);
});

test("Tab, Escape and shortcuts go on to the page", () => {
  const shortcuts = [{ key: "Tab" }, { key: "Escape" }, { key: "s", ctrlKey: true }, { key: "k", metaKey: true }, { key: "d", altKey: true }];
  assert.deepEqual(reaching(shortcuts), ["Tab", "Escape", "s", "k", "d"]);
});

test("an element that left its page keeps nothing", () => {
  assert.deepEqual(reaching([{ key: "n" }], true), ["n"]);
});
