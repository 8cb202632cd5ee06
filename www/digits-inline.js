// The handwritten digits for the one-file builds: they travel inside the module.
import base64 from "./digits.bin";
import { bytesOf } from "./base64.js";

/** @returns {Promise<Uint8Array>} */
export async function digits() {
  return bytesOf(base64);
}
