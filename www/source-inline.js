// The engine's bytes for the one-file builds: they travel inside the module, packed tightly, so
// that it runs from a blob, a sandboxed frame or a file without asking for anything.
import { bytesOf } from "./base64.js";
import { payload } from "./payload.js";
import { rest } from "./rest.js";
import { unpack } from "./unpack.js";

/** Longest piece of work without a pause, in milliseconds. */
const PIECE = 12;

/** @type {Promise<ArrayBuffer[]>} */
const unpacked = unpackAll();

/** @returns {Promise<ArrayBuffer>} */
export async function source() {
  return (await unpacked)[0];
}

/** The module for products of matrices, which is packed with the engine. */
export async function kernel() {
  return (await unpacked)[1];
}

async function unpackAll() {
  const { engine, unpacker } = await payload();
  const { instance } = await WebAssembly.instantiate(await unpack(bytesOf(unpacker)));
  const { memory, packed, begin, work, module, length } = /** @type {any} */ (instance.exports);
  const bytes = bytesOf(engine);
  const from = packed(bytes.length);
  new Uint8Array(memory.buffer, from, bytes.length).set(bytes);
  begin(from, bytes.length);
  let pause = performance.now() + PIECE;
  while (work(512)) {
    if (performance.now() < pause) continue;
    await rest();
    pause = performance.now() + PIECE;
  }
  return [0, 1].map((nth) => {
    const at = module(nth);
    return memory.buffer.slice(at, at + length(nth));
  });
}
