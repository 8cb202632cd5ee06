// How long figures compute before they are printed.

// A page waits for all of its figures together so many milliseconds.
const longest = 1500;

let end = 0;

/** Milliseconds that a figure may compute now: they are all asked in one task. */
export function printBudget() {
  const now = performance.now();
  if (!end) {
    end = now + longest;
    setTimeout(() => (end = 0));
  }
  return Math.max(0, end - now);
}
