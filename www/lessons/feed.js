// The data of the experiments on networks: brought when one is first looked at.
import { digits } from "#digits";

export { ranges } from "./trials.js";
import { batch } from "./batch.js";
import filesCss from "./files.css";
import { files } from "./files.js";
import { loop } from "./loop.js";
import picturesCss from "./pictures.css";

/** The lessons on networks, and their styles. */
export const onNetworks = { lessons: { batch, loop, files }, css: [picturesCss, filesCss].join("\n") };

/** Figures that were given data, or could not be. @type {WeakSet<object>} */
const fed = new WeakSet();

/**
 * @param {import("./whole.js").AnyFigure} figure
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
