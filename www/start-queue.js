// The order in which a page's figures start: one in sight at once, the others in short turns, those
// in sight first, so that a page with a hundred of them can be read and scrolled meanwhile.
import { isInSight } from "./observers.js";

// How long one turn may hold the page, in milliseconds.
const turn = 8;

/** @typedef {{ element: Element, start: (inSight: boolean) => void, signal: AbortSignal }} Candidate */

/** @type {Candidate[]} */
let gathered = [];
/** @type {Candidate[]} */
const later = [];

/**
 * Calls `start` in its turn, unless the signal comes first.
 * @param {Candidate} candidate
 */
export function queueStart(candidate) {
  gathered.push(candidate);
  if (gathered.length === 1) queueMicrotask(sort);
}

function sort() {
  // All positions are asked before anything is written: the page is laid out once.
  const places = gathered.map((candidate) => ({ candidate, inSight: isInSight(candidate.element) }));
  gathered = [];
  const waits = later.length > 0;
  const first = places.find(({ inSight }) => inSight)?.candidate;
  later.unshift(...places.filter(({ candidate, inSight }) => inSight && candidate !== first).map(({ candidate }) => candidate));
  later.push(...places.filter(({ inSight }) => !inSight).map(({ candidate }) => candidate));
  if (!waits && later.length) setTimeout(takeTurn);
  if (first) run(first, true);
}

function takeTurn() {
  const end = performance.now() + turn;
  for (let next = later.shift(); next; next = later.shift()) {
    run(next, isInSight(next.element));
    if (performance.now() > end) break;
  }
  if (later.length) setTimeout(takeTurn);
}

/**
 * @param {Candidate} candidate
 * @param {boolean} inSight
 */
function run({ start, signal }, inSight) {
  if (!signal.aborted) start(inSight);
}
