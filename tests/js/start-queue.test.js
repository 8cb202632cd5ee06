import assert from "node:assert/strict";
import { test } from "node:test";
import { place, show, turn } from "./page.js";
import { queueStart } from "../../www/start-queue.js";

/** Figures at these places from the top of the window, and the order in which they start. */
function figures(tops) {
  show(tops.map(() => "<p></p>").join(""));
  const started = [];
  const gone = new AbortController();
  const all = [...document.body.children].map((element, index) => {
    place(element, { top: tops[index] });
    return { element, start: (inSight) => started.push([index, inSight]), signal: gone.signal };
  });
  return { all, started, gone };
}

/** Until nobody starts any more. */
async function settled() {
  for (let n = 0; n < 10; n++) await turn();
}

test("the first figure in sight starts in the task that brought it, the others later", async () => {
  const { all, started } = figures([5000, 100, 300]);
  all.forEach(queueStart);
  assert.deepEqual(started, []);
  await Promise.resolve();
  assert.deepEqual(started, [[1, true]]);
  await settled();
  assert.deepEqual(started, [[1, true], [2, true], [0, false]]);
});

test("figures that come later and are in sight go before those that wait out of sight", async () => {
  const first = figures([100, 5000, 6000]);
  first.all.slice(0, 2).forEach(queueStart);
  await Promise.resolve();
  const late = { ...first.all[2], element: place(first.all[2].element, { top: 200 }) };
  const later = { ...late, element: place(late.element.cloneNode(), { top: 400 }), start: (inSight) => first.started.push([3, inSight]) };
  [late, later].forEach(queueStart);
  await settled();
  assert.deepEqual(first.started.map(([index]) => index), [0, 2, 3, 1]);
});

test("a figure that left its page before its turn does not start", async () => {
  const { all, started, gone } = figures([5000, 6000]);
  all.forEach(queueStart);
  gone.abort();
  await settled();
  assert.deepEqual(started, []);
});

test("a figure that scrolled into sight while it waited hears so", async () => {
  const { all, started } = figures([100, 5000]);
  all.forEach(queueStart);
  await Promise.resolve();
  place(all[1].element, { top: 200 });
  await settled();
  assert.deepEqual(started, [[0, true], [1, true]]);
});

test("starts that take long are parted, so that the page has its turn between them", async () => {
  const { all } = figures([5000, 6000, 7000]);
  const order = [];
  const slow = all.map((candidate, index) => ({
    ...candidate,
    start() {
      const end = performance.now() + 12;
      while (performance.now() < end);
      order.push(index);
      setTimeout(() => order.push("page"));
    },
  }));
  slow.forEach(queueStart);
  await new Promise((done) => setTimeout(done, 120));
  assert.deepEqual(order, [0, "page", 1, "page", 2, "page"]);
});
