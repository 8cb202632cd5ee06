// The engine's bytes for the split builds: a file beside the module.

/** @returns {Promise<ArrayBuffer | Response>} */
export async function source() {
  const answer = await fetch(new URL("./descent_widget_bg.wasm", import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${answer.statusText}`);
  // Engines compile a stream only when the server names its type; many lecture servers don't.
  const named = answer.headers.get("content-type")?.startsWith("application/wasm");
  return named ? answer : answer.arrayBuffer();
}
