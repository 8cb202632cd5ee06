import assert from "node:assert/strict";
import { test } from "node:test";
import { show, turn } from "./page.js";
import { AttributeSync } from "../../www/attribute-sync.js";
import { settings } from "../../www/pkg/settings.js";

let changes = 0;

class Watched extends HTMLElement {
  static observedAttributes = settings.map(({ attribute }) => attribute);
  sync = new AttributeSync(this, () => changes++, () => {});

  attributeChangedCallback(name) {
    this.sync.note(name);
  }
}
customElements.define("x-watched", Watched);

/** An element with these attributes, and what a figure was told, as pairs of names and texts. */
function watched(attributes) {
  const element = show(`<x-watched ${attributes}></x-watched>`);
  changes = 0;
  const heard = [];
  const figure = {
    dispatch({ type, name, text }) {
      assert.equal(type, "set");
      heard.push([name, text]);
      return { warnings: [] };
    },
  };
  return { element, tell: () => element.sync.tell(figure), heard };
}

test("the first telling says what stands in the tag and nothing else", () => {
  const { tell, heard } = watched('steps="40" autoplay class="wide"');
  assert.equal(tell(), true);
  assert.deepEqual(heard, [["steps", "40"], ["autoplay", ""]]);
});

test("what was told is not told again", () => {
  const { tell, heard } = watched('steps="40"');
  tell();
  assert.equal(tell(), false);
  assert.equal(heard.length, 1);
});

test("an attribute that is taken away is told as absent", () => {
  const { element, tell, heard } = watched('steps="40"');
  tell();
  element.removeAttribute("steps");
  assert.equal(tell(), true);
  assert.deepEqual(heard.at(-1), ["steps", undefined]);
});

test("an attribute that is set to the text it has is told again", () => {
  const { element, tell, heard } = watched('steps="40"');
  tell();
  element.setAttribute("steps", "40");
  assert.equal(tell(), true);
  assert.deepEqual(heard, [["steps", "40"], ["steps", "40"]]);
});

test("a preset that comes later is told first, and what else the tag says once more on top of it", () => {
  const { element, tell, heard } = watched('steps="40"');
  tell();
  element.setAttribute("preset", "book-6-7");
  tell();
  assert.deepEqual(heard.slice(1), [["preset", "book-6-7"], ["steps", "40"]]);
});

test("many changes in one task are reported once, after it", async () => {
  const { element } = watched("");
  for (const steps of ["1", "2", "3"]) element.setAttribute("steps", steps);
  element.setAttribute("theme", "dark");
  assert.equal(changes, 0);
  await turn();
  assert.equal(changes, 1);
  element.setAttribute("steps", "4");
  await turn();
  assert.equal(changes, 2);
});

test("an attribute that is no setting reports nothing", async () => {
  const { element, tell } = watched("");
  element.setAttribute("class", "wide");
  await turn();
  assert.equal(changes, 0);
  assert.equal(tell(), false);
});
