// The handwritten digits for the experiments on networks: brought when one is first looked at.
import { digits } from "#digits";

/** Figures that were given data, or could not be. @type {WeakSet<object>} */
const fed = new WeakSet();

/**
 * @param {import("../lessons/lesson.js").AnyFigure} figure
 * @param {() => void} done
 */
export async function loadDigits(figure, done) {
  if (fed.has(figure)) return;
  fed.add(figure);
  /** @type {Uint8Array | undefined} */
  let bytes;
  try {
    bytes = await digits();
  } catch (error) {
    console.error(error);
  }
  try {
    figure.dispatch({ type: "digits", bytes });
  } catch {
    // The element left its page meanwhile.
    return;
  }
  done();
}
