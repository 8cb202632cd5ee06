// The network in TensorFlow.js, one operation after another: its automatic gradients do the same products
// and take memory for a tape besides.
/* global tf */

/**
 * @param {import("../training.js").Task} task
 * @param {boolean} transposes whether a factor is transposed before the product and not within it
 */
export function tensors({ sizes, rows, rate, weights, biases, batches }, transposes) {
  const n = sizes.length - 1;
  let params = Array.from({ length: n }, (_, at) => ({
    w: tf.tensor2d(weights[at], [sizes[at], sizes[at + 1]]),
    b: tf.tensor1d(biases[at]),
  }));
  const given = new Map(
    batches.map((batch) => {
      const right = tf.tensor2d(
        batch.labels.flatMap((label) => Array.from({ length: sizes[n] }, (_, at) => Number(at === label))),
        [rows, sizes[n]],
      );
      return [batch, { x: tf.tensor2d(batch.x, [rows, sizes[0]]), right }];
    }),
  );
  const times = (a, b, turnA, turnB) =>
    transposes
      ? tf.matMul(turnA ? tf.transpose(a) : a, turnB ? tf.transpose(b) : b)
      : tf.matMul(a, b, turnA, turnB);
  const step = ({ x, right }) => {
    const inputs = [x];
    params.forEach(({ w, b }, at) => {
      const sums = tf.add(times(inputs[at], w, false, false), b);
      inputs.push(at === n - 1 ? sums : tf.relu(sums));
    });
    const probabilities = tf.softmax(inputs[n]);
    const named = tf.sum(tf.mul(probabilities, right), 1);
    const loss = tf.neg(tf.mean(tf.log(tf.add(named, 1e-7))));
    let g = tf.div(tf.sub(probabilities, right), rows);
    const next = [];
    for (let at = n - 1; at >= 0; at--) {
      const { w, b } = params[at];
      next.unshift({
        w: tf.sub(w, tf.mul(times(inputs[at], g, true, false), rate)),
        b: tf.sub(b, tf.mul(tf.sum(g, 0), rate)),
      });
      if (at) g = tf.mul(times(g, w, false, true), tf.step(inputs[at]));
    }
    return { loss, next };
  };
  return (batch) => {
    const { loss, next } = tf.tidy(() => step(given.get(batch)));
    for (const { w, b } of params) tf.dispose([w, b]);
    params = next;
    const [value] = loss.dataSync();
    loss.dispose();
    return value;
  };
}
