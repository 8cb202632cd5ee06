// The handwritten digits for the one-file builds: they travel inside the module.
import packed from "./pkg/digits.idx.gz";
import { unpack } from "./unpack.js";

/** @returns {Promise<Uint8Array>} */
export async function digits() {
  return new Uint8Array(await unpack(packed));
}
