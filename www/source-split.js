// The engine's bytes for the split builds: a file beside the module.
import { load } from "./load.js";

/** @returns {Promise<ArrayBuffer>} */
export function source() {
  return load(new URL("./descent_widget_bg.wasm.gz", import.meta.url));
}
