// The network in plain JavaScript, as somebody would write it who cares for speed: typed arrays, no memory
// taken in the loop, every inner loop along a row.

/** c = a · b, of m × n, with a of m × k. */
function product(a, b, c, m, k, n) {
  c.fill(0);
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      const factor = a[i * k + p];
      for (let j = 0, to = i * n, from = p * n; j < n; j++) c[to + j] += factor * b[from + j];
    }
  }
}

/** c = a · bᵀ, of m × k, with a of m × n and b of k × n. */
function timesTransposed(a, b, c, m, k, n) {
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      let sum = 0;
      for (let j = 0, left = i * n, right = p * n; j < n; j++) sum += a[left + j] * b[right + j];
      c[i * k + p] = sum;
    }
  }
}

/** c = aᵀ · b, of k × n, with a of m × k and b of m × n. */
function transposedTimes(a, b, c, m, k, n) {
  c.fill(0);
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      const factor = a[i * k + p];
      for (let j = 0, to = p * n, from = i * n; j < n; j++) c[to + j] += factor * b[from + j];
    }
  }
}

/** @param {import("../training.js").Task} task */
export function script({ sizes, rows, rate, weights, biases, batches }) {
  const n = sizes.length - 1;
  const layers = Array.from({ length: n }, (_, at) => {
    const [inputs, outputs] = [sizes[at], sizes[at + 1]];
    return {
      inputs,
      outputs,
      w: weights[at].slice(),
      b: biases[at].slice(),
      dw: new Float32Array(inputs * outputs),
      db: new Float32Array(outputs),
      y: new Float32Array(rows * outputs),
      dy: new Float32Array(rows * outputs),
    };
  });
  return ({ x, labels }) => {
    let input = x;
    layers.forEach(({ inputs, outputs, w, b, y }, at) => {
      product(input, w, y, rows, inputs, outputs);
      const isLast = at === n - 1;
      for (let i = 0; i < y.length; i++) {
        const sum = y[i] + b[i % outputs];
        y[i] = isLast || sum > 0 ? sum : 0;
      }
      input = y;
    });
    const { y: scores, dy, outputs: classes } = layers[n - 1];
    let loss = 0;
    for (let row = 0; row < rows; row++) {
      const start = row * classes;
      let highest = -Infinity;
      for (let j = 0; j < classes; j++) highest = Math.max(highest, scores[start + j]);
      let sum = 0;
      for (let j = 0; j < classes; j++) sum += dy[start + j] = Math.exp(scores[start + j] - highest);
      const right = start + labels[row];
      loss -= Math.log(dy[right] / sum + 1e-7);
      for (let j = 0; j < classes; j++) dy[start + j] /= sum * rows;
      dy[right] -= 1 / rows;
    }
    for (let at = n - 1; at >= 0; at--) {
      const { inputs, outputs, w, dw, db, dy: g } = layers[at];
      const before = layers[at - 1];
      transposedTimes(before?.y ?? x, g, dw, rows, inputs, outputs);
      db.fill(0);
      for (let i = 0; i < g.length; i++) db[i % outputs] += g[i];
      if (!before) break;
      timesTransposed(g, w, before.dy, rows, inputs, outputs);
      for (let i = 0; i < before.dy.length; i++) if (!(before.y[i] > 0)) before.dy[i] = 0;
    }
    for (const { w, b, dw, db } of layers) {
      for (let i = 0; i < w.length; i++) w[i] -= rate * dw[i];
      for (let i = 0; i < b.length; i++) b[i] -= rate * db[i];
    }
    return loss / rows;
  };
}
