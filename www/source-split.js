// The engine's bytes for the split builds: a file beside the module.
import { load } from "./load.js";

/** @returns {Promise<ArrayBuffer | Response>} */
export function source() {
  return load(new URL("./descent_widget_bg.wasm", import.meta.url));
}
