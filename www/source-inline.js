// The engine's bytes for the one-file builds: they travel inside the module as gzip in base64,
// so that it runs from a blob, a sandboxed frame or a file without asking for anything.
import base64 from "./pkg/descent_widget_bg.wasm.gz";
import { unpack } from "./unpack.js";

/** @returns {Promise<ArrayBuffer>} */
export async function source() {
  return unpack(Uint8Array.fromBase64?.(base64) ?? Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
}
