import assert from "node:assert/strict";
import { test } from "node:test";
import { show } from "./page.js";
import { keepFromSearch, keepKeys, tellHosts } from "../../www/keys.js";

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

test("a slash on a slider does not open the browser's search, and is written in a text field", () => {
  const host = show('<p><input type="range"><input type="text"><textarea></textarea><button></button></p>');
  keepKeys(host, new AbortController().signal);
  const prevented = (target, key) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };
  for (const key of ["/", "'"]) assert.deepEqual([...host.children].map((it) => prevented(it, key)), [true, false, false, true]);
  assert.deepEqual([...host.children].map((it) => prevented(it, "a")), [false, false, false, false]);
});

test("the element's own tag stays as the page wrote it, but in hosts that ask for an attribute", () => {
  const tag = (html) => {
    show(html);
    const element = document.querySelector("x-figure");
    tellHosts(element);
    return element.outerHTML;
  };
  assert.equal(tag("<main><x-figure></x-figure></main>"), "<x-figure></x-figure>");
  assert.equal(tag('<div class="reveal"><section><x-figure></x-figure></section></div>'), '<x-figure data-prevent-swipe=""></x-figure>');
  assert.equal(tag('<div class="lm-Widget"><x-figure></x-figure></div>'), '<x-figure data-lm-suppress-shortcuts="true"></x-figure>');
});

test("a browser that takes a text field for none gets no slash, and the field gets it", () => {
  const field = show('<input type="text" value="x2">');
  field.setSelectionRange(1, 1);
  let inputs = 0;
  field.addEventListener("input", () => (inputs += 1));
  const event = new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true });
  field.addEventListener("keydown", (event) => keepFromSearch(event, true));
  field.dispatchEvent(event);
  assert.deepEqual([event.defaultPrevented, field.value, inputs], [true, "x/2", 1]);
});
