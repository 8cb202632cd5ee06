// The second module of the split builds: the full build and the lessons. It is imported when
// the first lesson of a page opens.
import start, { Figure } from "./pkg/full/descent_widget.js";
import { css, lessons, loadDigits, orbitControls } from "./lessons/index.js";
import { load } from "./load.js";

/** @type {Promise<import("./tabs.js").FullBuild> | undefined} */
let up;

/** The engine, once it runs. */
export function fullBuild() {
  up ??= run();
  up.catch(() => (up = undefined));
  return up;
}

/** @returns {Promise<import("./tabs.js").FullBuild>} */
async function run() {
  const bytes = await load(new URL("./descent_widget_lessons_bg.wasm.gz", import.meta.url));
  await start({ module_or_path: bytes });
  return { Figure, lessons, css, orbitControls, loadDigits };
}
