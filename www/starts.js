// The order in which a page's figures start: those in sight at once, the others in short turns,
// so that a page with a hundred of them can be read and scrolled meanwhile.
import { isInSight } from "./watchers.js";

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
  const all = gathered;
  gathered = [];
  // All positions are asked before anything is written: the page is laid out once.
  const places = all.map((candidate) => ({ candidate, inSight: isInSight(candidate.element) }));
  if (!later.length && places.some(({ inSight }) => !inSight)) setTimeout(takeTurn);
  for (const { candidate, inSight } of places) {
    if (inSight) run(candidate, true);
    else later.push(candidate);
  }
}

function takeTurn() {
  const end = performance.now() + turn;
  for (let next = later.shift(); next; next = later.shift()) {
    run(next, false);
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
