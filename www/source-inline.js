// The engine's bytes for the one-file builds: they travel inside the module as gzip in base64,
// so that it runs from a blob, a sandboxed frame or a file without asking for anything.
import base64 from "./pkg/descent_widget_bg.wasm.gz";
import { bytesOf } from "./base64.js";
import { unpack } from "./unpack.js";

/** @returns {Promise<ArrayBuffer>} */
export async function source() {
  return unpack(bytesOf(base64));
}
