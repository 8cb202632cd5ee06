// The handwritten digits for the split builds: a file beside the module.
import { load } from "./load.js";

/** @type {Promise<Uint8Array> | undefined} */
let loading;

/** @returns {Promise<Uint8Array>} */
export function digits() {
  const address = new URL("./descent-widget-digits.idx.gz", import.meta.url);
  loading ??= load(address).then((bytes) => new Uint8Array(bytes));
  // What failed is tried again when it is asked for again.
  loading.catch(() => (loading = undefined));
  return loading;
}
