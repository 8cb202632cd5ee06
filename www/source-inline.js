// The engine's bytes for the one-file builds: they travel inside the module, so that it runs from
// a blob, a sandboxed frame or a file without asking for anything.
import packed from "./pkg/full/descent_widget_bg.wasm.gz";
import { unpack } from "./unpack.js";

/** @returns {Promise<ArrayBuffer>} */
export function source() {
  return unpack(packed);
}
