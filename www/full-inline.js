// The full build for the one-file builds: it is the one that runs already.
import { Figure } from "./pkg/full/descent_widget.js";
import { ready } from "./engine.js";
import { css, lessons, loadDigits, orbitControls } from "./lessons/index.js";

/** @returns {Promise<import("./tabs.js").FullBuild>} */
export async function fullBuild() {
  await ready;
  return { Figure, lessons, css, orbitControls, loadDigits };
}
