// What travels as gzip: it stays small even where a server does not compress.

/**
 * @param {Uint8Array<ArrayBuffer>} packed
 * @returns {Promise<ArrayBuffer>}
 */
export async function unpack(packed) {
  // Some servers announce the compression of such a file, and the browser has undone it.
  if (packed[0] !== 0x1f) return packed.buffer;
  if (!globalThis.DecompressionStream) {
    throw new DOMException("This browser has no DecompressionStream", "NotSupportedError");
  }
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
