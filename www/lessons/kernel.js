// The products of matrices by a module of its own, which works in the engine's memory with vector
// instructions. Where an engine has none the figures multiply themselves, more slowly.
import packed from "../pkg/kernel.gz";
import { bytesOf } from "../base64.js";
import { unpack } from "../unpack.js";

/** @typedef {import("../shapes").FigureClass} FigureClass */

/** Engines that have it. @type {WeakSet<FigureClass>} */
const known = new WeakSet();

/** @param {FigureClass} Figure */
export async function bringKernel(Figure) {
  if (known.has(Figure)) return;
  known.add(Figure);
  try {
    const bytes = await unpack(bytesOf(packed));
    const { instance } = await WebAssembly.instantiate(bytes, { env: { memory: Figure.memory() } });
    const { multiply, __stack_pointer: stack } = /** @type {any} */ (instance.exports);
    stack.value = Figure.kernelStack();
    Figure.useKernel({
      /** @type {import("../shapes").Multiply} */
      multiply: (product, a, b, c, scratch, width, columns) =>
        multiply(
          product,
          ...[a, b, c, scratch].flatMap(({ byteOffset, length }) => [byteOffset, length]),
          width,
          columns,
        ),
    });
  } catch {
    // An engine without vector instructions refuses the module.
  }
}
