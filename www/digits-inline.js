// The handwritten digits for the one-file builds: they travel inside the module.
import { bytesOf } from "./base64.js";
import { payload } from "./payload.js";

/** @returns {Promise<Uint8Array>} */
export async function digits() {
  return bytesOf((await payload()).digits);
}
