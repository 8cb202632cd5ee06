// What a test asks a page about afterwards.
window.ready = new Set();
window.problems = [];
window.warnings = [];
/** Frames that were asked for and have not come. */
window.pendingFrames = new Set();
window.mostPendingFrames = 0;

const events = [];
for (const kind of ["ready", "input", "change", "step", "end", "error"]) {
  document.addEventListener(`descent-${kind}`, (event) => {
    events.push(kind);
    if (kind === "ready") window.ready.add(event.target);
  });
}
/** How many events of a kind there were since the last time. */
window.take = (kind) => {
  const count = events.filter((it) => it === kind).length;
  const rest = events.filter((it) => it !== kind);
  events.splice(0, events.length, ...rest);
  return count;
};

// Firefox reports so that sizes which change while they are reported follow in the next frame: nothing is lost.
const late = "ResizeObserver loop completed";
addEventListener("error", ({ message }) => message.startsWith(late) || window.problems.push(String(message)));
addEventListener("unhandledrejection", (event) => window.problems.push(String(event.reason)));
document.addEventListener("securitypolicyviolation", (event) =>
  window.problems.push(`${event.violatedDirective} ${event.blockedURI}`),
);
console.warn = (...words) => window.warnings.push(words.join(" "));

const request = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) => {
  const id = request((now) => {
    window.pendingFrames.delete(id);
    callback(now);
  });
  window.pendingFrames.add(id);
  window.mostPendingFrames = Math.max(window.mostPendingFrames, window.pendingFrames.size);
  return id;
};
const cancel = window.cancelAnimationFrame.bind(window);
window.cancelAnimationFrame = (id) => {
  window.pendingFrames.delete(id);
  cancel(id);
};

/** A number as the hexadecimal digits of its 64 bits: no driver rounds those. */
window.bits = (number) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
};
/** Everything that the lanes of a figure recorded, one line a lane. */
window.recorded = (figure) =>
  figure.record.lanes
    .map(({ name, x, y, loss, outcome }) =>
      [name, outcome.kind, outcome.step, ...[x, y, loss].flatMap((numbers) => [...numbers].map(window.bits))].join(" "),
    )
    .join("\n");
