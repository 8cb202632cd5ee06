// Wasm from a file, from servers of every kind.

/**
 * @param {URL} address
 * @returns {Promise<ArrayBuffer | Response>}
 */
export async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${answer.statusText}`);
  // Engines compile a stream only when the server names its type; many lecture servers don't.
  const named = answer.headers.get("content-type")?.startsWith("application/wasm");
  return named ? answer : answer.arrayBuffer();
}
