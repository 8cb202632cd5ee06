// Wasm or data from a file. No server has to know its type: bytes are bytes.
import { unpack } from "./unpack.js";

/**
 * @param {URL} address
 * @returns {Promise<ArrayBuffer>}
 */
export async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${answer.statusText}`);
  return unpack(new Uint8Array(await answer.arrayBuffer()));
}
