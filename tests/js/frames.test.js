import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "./page.js";
import { sleep, wake } from "../../www/frames.js";

/** The frames that were asked for, in place of the browser's clock. */
let asked = new Map();
let number = 0;
globalThis.requestAnimationFrame = (run) => (asked.set(++number, run), number);
globalThis.cancelAnimationFrame = (id) => asked.delete(id);
let hidden = false;
Object.defineProperty(document, "hidden", { get: () => hidden });

/** The browser paints at a time, in milliseconds. */
function paint(now) {
  const due = asked;
  asked = new Map();
  for (const run of due.values()) run(now);
}

/** A client that wants so many frames, and the times that passed between them. */
function client(frames) {
  const heard = [];
  return { heard, frame: (elapsed) => (heard.push(elapsed), heard.length < frames) };
}

beforeEach(() => {
  hidden = false;
  // The films of the test before have ended; time begins anew.
  paint(0);
  assert.equal(asked.size, 0);
});

test("all figures share one frame, and at rest none is asked for", () => {
  const [one, other] = [client(1), client(2)];
  [one, other].forEach(wake);
  assert.equal(asked.size, 1);
  paint(1000);
  paint(1016);
  assert.deepEqual([one.heard, other.heard], [[0], [0, 16]]);
  assert.equal(asked.size, 0);
});

test("after a pause a film goes on where it was", () => {
  const film = client(3);
  wake(film);
  paint(1000);
  paint(9000);
  paint(9020);
  assert.deepEqual(film.heard, [0, 100, 20]);
});

test("a figure that sleeps is drawn no more, and the last one takes the frame back", () => {
  const film = client(9);
  wake(film);
  sleep(film);
  assert.equal(asked.size, 0);
  assert.deepEqual(film.heard, []);
});

test("in a hidden page no frame is asked for, and it goes on when the page is shown", () => {
  const film = client(3);
  wake(film);
  paint(1000);
  hidden = true;
  document.dispatchEvent(new Event("visibilitychange"));
  wake(film);
  assert.equal(asked.size, 0);
  hidden = false;
  document.dispatchEvent(new Event("visibilitychange"));
  paint(60_000);
  paint(60_016);
  assert.deepEqual(film.heard, [0, 0, 16]);
});

test("a broken figure is reported and does not stop the others", () => {
  const reported = [];
  globalThis.reportError = (error) => reported.push(error.message);
  const film = client(2);
  wake({
    frame() {
      throw new Error("broken");
    },
  });
  wake(film);
  paint(1000);
  paint(1016);
  assert.deepEqual(reported, ["broken"]);
  assert.deepEqual(film.heard, [0, 16]);
});
