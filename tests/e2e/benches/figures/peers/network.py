"""The network in numpy, in single precision: asked for steps on standard input, line by line."""

import json
import sys
import time

import numpy as np

with open(sys.argv[1], encoding="utf-8") as file:
    task = json.load(file)
sizes, n_rows, rate = task["sizes"], task["rows"], np.float32(task["rate"])
values = np.fromfile(sys.argv[2], dtype="<f4")


def take(*shape):
    global values
    n = int(np.prod(shape))
    taken, values = values[:n].reshape(shape).copy(), values[n:]
    return taken


params = [(take(i, o), take(o)) for i, o in zip(sizes, sizes[1:])]
batches = [(take(n_rows, sizes[0]), np.array(labels)) for labels in task["labels"]]
epsilon, every_row = np.float32(1e-7), np.arange(n_rows)


def step(x, labels):
    inputs = [x]
    for at, (w, b) in enumerate(params):
        y = inputs[-1] @ w
        y += b
        if at + 1 < len(params):
            np.maximum(y, 0, out=y)
        inputs.append(y)
    p = inputs.pop()
    p -= p.max(axis=1, keepdims=True)
    np.exp(p, out=p)
    p /= p.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(p[every_row, labels] + epsilon))
    p[every_row, labels] -= 1
    p /= np.float32(n_rows)
    g = p
    for at in reversed(range(len(params))):
        w, b = params[at]
        dw, db = inputs[at].T @ g, g.sum(axis=0)
        if at:
            g = g @ w.T
            g *= inputs[at] > 0
        dw *= rate
        w -= dw
        b -= rate * db
    return loss


n_steps = 0
print(np.__version__, flush=True)
for line in sys.stdin:
    loss = 0.0
    begin = time.perf_counter()
    for _ in range(int(line)):
        loss = step(*batches[n_steps % len(batches)])
        n_steps += 1
    print((time.perf_counter() - begin) * 1000, float(loss), flush=True)
