// Wasm that travels as gzip: packed better than servers do, and packed even where they don't.

/**
 * @param {Uint8Array<ArrayBuffer>} packed
 * @returns {Promise<ArrayBuffer>}
 */
export async function unpack(packed) {
  // Some servers announce the packing of such a file, and the browser has undone it.
  if (packed[0] !== 0x1f) return packed.buffer;
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
