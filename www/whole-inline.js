// The whole engine for the one-file builds: it is the one that runs already.
import { Figure } from "./pkg/whole/descent_widget.js";
import { ready } from "./engine.js";
import { css, lessons, loadDigits, turning } from "./lessons/index.js";

/** @returns {Promise<import("./drawers.js").Whole>} */
export async function whole() {
  await ready;
  return { Figure, lessons, css, turning, loadDigits };
}
