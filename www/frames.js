// One frame loop for all figures of a page. A figure is in it only while it has something to draw;
// when none has, no frame is asked for and no timer runs.

/**
 * @typedef {object} Client
 * @property {(elapsed: number) => boolean} frame draws; true when it wants the next frame too
 */

/** @type {Set<Client>} */
const waiting = new Set();
let request = 0;
let previous = 0;

// After a pause (a hidden tab, a busy page) a film goes on where it was instead of jumping ahead.
const longestFrame = 100;

/** @param {number} now */
function run(now) {
  const elapsed = previous ? Math.min(now - previous, longestFrame) : 0;
  const clients = [...waiting];
  waiting.clear();
  request = 0;
  for (const client of clients) {
    try {
      if (client.frame(elapsed)) waiting.add(client);
    } catch (error) {
      // One broken figure must not stop the others.
      reportError(error);
    }
  }
  previous = waiting.size ? now : 0;
  ask();
}

function ask() {
  if (!request && waiting.size && !document.hidden) request = requestAnimationFrame(run);
}

function visibilityChanged() {
  if (!document.hidden) return ask();
  cancelAnimationFrame(request);
  request = 0;
  previous = 0;
}

globalThis.document?.addEventListener("visibilitychange", visibilityChanged);

/** @param {Client} client */
export function wake(client) {
  waiting.add(client);
  ask();
}

/** @param {Client} client */
export function sleep(client) {
  waiting.delete(client);
  if (waiting.size || !request) return;
  cancelAnimationFrame(request);
  request = 0;
  previous = 0;
}
