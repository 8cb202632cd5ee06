// Times the engine itself: one figure with its canvases, and nothing of the element around it.
import start, { Figure } from "/glue.js";

const ready = start({ module_or_path: "/npm/descent_widget_bg.wasm" });
const now = () => performance.now();
const finite = Number.isFinite;
const frame = () => new Promise((done) => requestAnimationFrame(done));

/** A figure of a query, in English. */
function make(query) {
  const figure = new Figure();
  const { warnings } = figure.dispatch({ type: "query", query, origin: "author" });
  if (warnings.length) throw new Error(warnings.join("\n"));
  const colors = { dark: false, forcedColors: false };
  figure.dispatch({ type: "environment", languages: ["en"], reducedMotion: false, ...colors });
  return figure;
}

/** The canvases of a panel, one upon the other as in the element, on the screen as they are there. */
function panel(figure, name, { width, height }) {
  const box = document.createElement("div");
  box.style = `position: relative; width: ${width}px; height: ${height}px;`;
  const layers = [0, 1].map(() => {
    const canvas = document.createElement("canvas");
    canvas.style = `position: absolute; width: ${width}px; height: ${height}px;`;
    box.append(canvas);
    return canvas;
  });
  document.body.append(box);
  figure.attach(name, ...layers);
  figure.resize(name, width, height, devicePixelRatio);
  return layers;
}

/** Where a hand that wanders over the whole map is at an event. */
function hand(event, { width, height }) {
  const angle = event / 19;
  return [width * (0.5 + 0.45 * Math.cos(angle)), height * (0.5 + 0.45 * Math.sin(1.7 * angle))];
}

/**
 * The parts of `count` drag events, in milliseconds, and the calls that one makes to its canvases.
 *
 * An event in the element is an action and, in the next frame, `frame`, which runs, draws and says
 * everything. Three figures tell the parts apart: one without boxes has nothing to lay out, one
 * without canvases has nothing to draw on. The announcement needs the run and says little.
 */
async function drag({ query, map, loss, count, warmup, rasterize }) {
  const [figure, laidOut, bare] = [make(query), make(query), make(query)];
  const canvases = [...panel(figure, "map", map), ...panel(figure, "loss", loss)];
  const contexts = canvases.map((canvas) => canvas.getContext("2d"));
  laidOut.resize("map", map.width, map.height, devicePixelRatio);
  laidOut.resize("loss", loss.width, loss.height, devicePixelRatio);
  const point = (it, phase, [x, y]) => it.dispatch({ type: "pointer", on: "map", phase, x, y });
  for (const it of [figure, laidOut]) point(it, "press", hand(0, map));

  const parts = { event: [], run: [], words: [], layout: [], draw: [], raster: [] };
  for (let event = -warmup; event < count; event++) {
    await frame();
    const times = [now()];
    const lap = () => times.push(now());
    point(figure, "move", hand(event, map));
    figure.frame(0, 0);
    lap();
    // To read a pixel the browser must have painted everything before it.
    if (rasterize) for (const context of contexts) context.getImageData(0, 0, 1, 1);
    lap();
    point(laidOut, "move", hand(event, map));
    laidOut.frame(0, 0);
    lap();
    bare.dispatch({ type: "set", name: "start", text: figure.get("start") });
    bare.export("announcement");
    lap();
    bare.frame(0, 0);
    lap();
    if (event < 0) continue;
    const [whole, raster, withLayout, run, words] = times.slice(1).map((time, index) => time - times[index]);
    parts.run.push(run);
    parts.words.push(words);
    parts.layout.push(withLayout - run - words);
    parts.draw.push(whole - withLayout);
    parts.raster.push(raster);
    parts.event.push(whole + raster);
  }
  const lanes = figure.record().lanes.map(({ x }) => x.length);
  const calls = countCalls(() => {
    point(figure, "move", hand(count, map));
    figure.frame(0, 0);
  });
  for (const it of [figure, laidOut, bare]) it.free();
  document.body.replaceChildren();
  return { parts, lanes, calls };
}

/** How often each method of a canvas is called meanwhile. */
function countCalls(work) {
  const methods = CanvasRenderingContext2D.prototype;
  const calls = {};
  const originals = {};
  for (const name of Object.getOwnPropertyNames(methods)) {
    const { value } = Object.getOwnPropertyDescriptor(methods, name);
    if (typeof value !== "function" || name === "constructor") continue;
    originals[name] = value;
    methods[name] = function (...words) {
      calls[name] = (calls[name] ?? 0) + 1;
      return value.apply(this, words);
    };
  }
  try {
    work();
  } finally {
    Object.assign(methods, originals);
  }
  return calls;
}

/** @type {Figure | undefined} */
let racers;

/** Nanoseconds for a step of each kind, and where each kind ended. */
function steps({ query, starts, rates, momentum, length }) {
  racers ??= make(query);
  let inWasm = 0;
  for (const [x, y] of starts) {
    racers.dispatch({ type: "set", name: "start", text: `${x} ${y}` });
    const before = now();
    racers.export("announcement");
    const after = now();
    // Once more, and only the sentence is made.
    racers.export("announcement");
    inWasm += after - before - (now() - after);
  }
  const ends = racers.record().lanes.map((lane) => `${lane.x.at(-1)} ${lane.y.at(-1)}`);

  const before = now();
  let records = [];
  for (const [x, y] of starts) records = rates.map((rate) => race(x, y, rate, momentum, length));
  const inScript = now() - before;
  const scriptEnds = records.map(({ points }) => `${points.at(-2)} ${points.at(-1)}`);
  const taken = starts.length * rates.length * length;
  return { wasm: (inWasm * 1e6) / taken, script: (inScript * 1e6) / taken, ends, scriptEnds };
}

/** The book's Momentum on its function, with a record like the engine's: the peer of the run. */
function race(x, y, rate, momentum, length) {
  const points = new Float64Array(2 * length + 2);
  const losses = new Float64Array(length + 1);
  const gradients = new Float64Array(2 * length + 2);
  const velocities = new Float64Array(2 * length + 2);
  let [vx, vy] = [0, 0];
  let [gx, gy] = [x / 10, 2 * y];
  let loss = (x * x) / 20 + y * y;
  for (let k = 0; ; k++) {
    points[2 * k] = x;
    points[2 * k + 1] = y;
    losses[k] = loss;
    gradients[2 * k] = gx;
    gradients[2 * k + 1] = gy;
    velocities[2 * k] = vx;
    velocities[2 * k + 1] = vy;
    if (k === length) return { points, losses, gradients, velocities };
    vx = momentum * vx - rate * gx;
    vy = momentum * vy - rate * gy;
    x += vx;
    y += vy;
    loss = (x * x) / 20 + y * y;
    gx = x / 10;
    gy = 2 * y;
    const complete =
      finite(x) && finite(y) && finite(loss) && finite(gx) && finite(gy) && finite(vx) && finite(vy);
    if (!complete) throw new Error("this start diverges");
  }
}

window.bench = { ready, drag, steps };
