// The module for products of matrices for the split builds: it travels inside that of the lessons.
import packed from "./pkg/kernel.gz";
import { bytesOf } from "./base64.js";
import { unpack } from "./unpack.js";

/** @returns {Promise<ArrayBuffer>} */
export function kernel() {
  return unpack(bytesOf(packed));
}
