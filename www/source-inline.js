// The engine's bytes for the one-file builds: they travel inside the module, packed and in base64,
// so that it runs from a blob, a sandboxed frame or a file without asking for anything.
import base64 from "./pkg/whole.packed";
import unpacker from "./pkg/unpacker.gz";
import { bytesOf } from "./base64.js";
import { unpack } from "./unpack.js";

/** Longest piece of work without a pause, in milliseconds. */
const PIECE = 12;

/** @returns {Promise<ArrayBuffer>} */
export async function source() {
  const { instance } = await WebAssembly.instantiate(await unpack(bytesOf(unpacker)));
  const { memory, packed, begin, work } = /** @type {any} */ (instance.exports);
  const bytes = bytesOf(base64);
  const from = packed(bytes.length);
  new Uint8Array(memory.buffer, from, bytes.length).set(bytes);
  const at = begin(from, bytes.length);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  let pause = performance.now() + PIECE;
  while (work(1024)) {
    if (performance.now() < pause) continue;
    await rest();
    pause = performance.now() + PIECE;
  }
  return memory.buffer.slice(at, at + length);
}

/** Lets the page do what is due. A message comes sooner than a timer, and in hidden pages too. */
function rest() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done(undefined);
    };
    port2.postMessage(0);
  });
}
