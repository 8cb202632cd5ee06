// The loops of training by a module of their own, which works in the engine's memory with vector
// instructions. Where an engine has none the figures compute by themselves, more slowly.
import { kernel as bytes } from "../kernel.js";

/** @typedef {import("../shapes").FigureClass} FigureClass */

/** Engines that have it. @type {WeakSet<FigureClass>} */
const known = new WeakSet();

/** @param {FigureClass} Figure */
export async function bringKernel(Figure) {
  if (known.has(Figure)) return;
  known.add(Figure);
  try {
    const { instance } = await WebAssembly.instantiate(await bytes(), { env: { memory: Figure.memory() } });
    const kernel = /** @type {any} */ (instance.exports);
    kernel.__stack_pointer.value = Figure.kernelStack();
    Figure.useKernel(kernel);
  } catch {
    // An engine without vector instructions refuses the module.
  }
}
