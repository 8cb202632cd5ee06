import assert from "node:assert/strict";
import { test } from "node:test";
import { show, turn } from "./page.js";
import { AttributeSync } from "../../www/attribute-sync.js";

const rows = [
  { attribute: "preset", property: "preset", kind: "choice" },
  { attribute: "steps", property: "steps", kind: "number" },
  { attribute: "autoplay", property: "autoplay", kind: "boolean" },
];

/** An element that is watched, and what the figure was told, as pairs of names and texts. */
function watched(html) {
  const element = show(html);
  const heard = [];
  const figure = {
    dispatch({ type, name, text }) {
      assert.equal(type, "set");
      heard.push([name, text]);
      return { warnings: [] };
    },
  };
  let changes = 0;
  const told = new AttributeSync(element, () => rows, () => changes++);
  told.observe();
  return { element, told, tell: () => told.tell(figure), heard, changes: () => changes };
}

test("the first telling says what stands in the tag and nothing else", () => {
  const { tell, heard } = watched('<p steps="40" autoplay class="wide"></p>');
  assert.equal(tell(), true);
  assert.deepEqual(heard, [["steps", "40"], ["autoplay", ""]]);
});

test("what was told is not told again", () => {
  const { tell, heard } = watched('<p steps="40"></p>');
  tell();
  assert.equal(tell(), false);
  assert.equal(heard.length, 1);
});

test("an attribute that is taken away is told as absent", () => {
  const { element, tell, heard } = watched('<p steps="40"></p>');
  tell();
  element.removeAttribute("steps");
  assert.equal(tell(), true);
  assert.deepEqual(heard.at(-1), ["steps", undefined]);
});

test("an attribute that is set to the text it has is told again", () => {
  const { element, tell, heard } = watched('<p steps="40"></p>');
  tell();
  element.setAttribute("steps", "40");
  assert.equal(tell(), true);
  assert.deepEqual(heard, [["steps", "40"], ["steps", "40"]]);
});

test("a preset that comes later is told first, and what else the tag says once more on top of it", () => {
  const { element, tell, heard } = watched('<p steps="40"></p>');
  tell();
  element.setAttribute("preset", "book-6-7");
  tell();
  assert.deepEqual(heard.slice(1), [["preset", "book-6-7"], ["steps", "40"]]);
});

test("many changes in one task are reported once, after it", async () => {
  const { element, changes } = watched("<p></p>");
  for (const steps of ["1", "2", "3"]) element.setAttribute("steps", steps);
  assert.equal(changes(), 0);
  await turn();
  assert.equal(changes(), 1);
});

test("after it is disconnected nothing is reported", async () => {
  const { element, told, changes } = watched("<p></p>");
  told.disconnect();
  element.setAttribute("steps", "2");
  await turn();
  assert.equal(changes(), 0);
});
