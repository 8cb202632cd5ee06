// Trains one network in several ways: each goes on where it stopped, so that they can take turns.
import { script } from "/peers/script.js";
import { tensors } from "/peers/tensors.js";

/**
 * @typedef {object} Task
 * @property {number[]} sizes units of every layer, the inputs first
 * @property {number} rows of a mini-batch
 * @property {number} rate
 * @property {Float32Array[]} weights
 * @property {Float32Array[]} biases
 * @property {{ x: Float32Array, labels: number[] }[]} batches
 */

/** @type {Map<string, (steps: number) => number>} */
const ways = new Map();

/** The numbers travel as one file: weights and biases layer by layer, then the inputs of all batches. */
async function bring({ sizes, rows, rate, labels }) {
  const values = new Float32Array(await (await fetch("/values")).arrayBuffer());
  let end = 0;
  const take = (length) => values.slice(end, (end += length));
  const pairs = sizes.slice(1).map((outputs, at) => [take(sizes[at] * outputs), take(outputs)]);
  const batches = labels.map((these) => ({ x: take(rows * sizes[0]), labels: these }));
  return {
    task: { sizes, rows, rate, weights: pairs.map(([w]) => w), biases: pairs.map(([, b]) => b), batches },
    values,
  };
}

/** @param {(batch: { x: Float32Array, labels: number[] }) => number} step */
function repeating(step, batches) {
  let count = 0;
  return (steps) => {
    let loss = NaN;
    for (let i = 0; i < steps; i++) loss = step(batches[count++ % batches.length]);
    return loss;
  };
}

async function prepare(problem) {
  const { task, values } = await bring(problem);
  const { default: start, Training } = await import("/glue.js");
  await start({ module_or_path: "/module.wasm" });
  const training = new Training(
    Uint32Array.from(task.sizes),
    task.rows,
    task.rate,
    values,
    Uint8Array.from(task.batches.flatMap(({ labels }) => labels)),
  );
  ways.set("wasm", (steps) => training.train(steps));
  ways.set("script", repeating(script(task), task.batches));

  if (!window.tf?.wasm) return [...ways.keys()];
  tf.wasm.setWasmPaths("/backend/");
  tf.wasm.setThreadsCount(1);
  for (const backend of ["wasm", "cpu"]) {
    for (const transposes of [false, true]) {
      await tf.setBackend(backend);
      if (tf.getBackend() !== backend) throw new Error(`TensorFlow.js has no backend ${backend}`);
      const train = repeating(tensors(task, transposes), task.batches);
      ways.set(`tf-${backend}${transposes ? "-transposed" : ""}`, train);
    }
  }
  return [...ways.keys()];
}

/** Milliseconds, and the loss of the last step. */
async function train(way, steps) {
  const backend = /^tf-(wasm|cpu)/.exec(way)?.[1];
  if (backend) await tf.setBackend(backend);
  const begin = performance.now();
  const loss = ways.get(way)(steps);
  return [performance.now() - begin, loss];
}

window.bench = { prepare, train };
