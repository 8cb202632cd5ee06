// What a page does, noted from before its first script on.
window.watch = (() => {
  const now = () => performance.now();
  const watch = {
    /** When each figure was ready, in milliseconds since the navigation. */
    ready: [],
    /** Modules compiled, frames and timers that came. */
    compiled: 0,
    /** The memory of the last module that came up. @type {WebAssembly.Memory | undefined} */
    memory: undefined,
    frames: 0,
    timers: 0,
    /** The most callbacks that one and the same frame had. */
    loops: 0,
    /** The longest task that held the page. */
    longest: 0,
    /** Drag events: milliseconds in the pointer's listeners, in the frame, and after it until the page is painted. */
    events: [],
  };
  document.addEventListener("descent-ready", () => watch.ready.push(now()));

  for (const name of ["compile", "compileStreaming", "instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (source, ...rest) => {
      if (!(source instanceof WebAssembly.Module)) watch.compiled += 1;
      return original(source, ...rest).then((made) => {
        watch.memory = made.instance?.exports.memory ?? watch.memory;
        return made;
      });
    };
  }
  WebAssembly.Module = new Proxy(WebAssembly.Module, {
    construct(target, words) {
      watch.compiled += 1;
      return Reflect.construct(target, words);
    },
  });

  for (const name of ["setTimeout", "setInterval"]) {
    const original = window[name].bind(window);
    window[name] = (callback, ...rest) =>
      original((...words) => {
        watch.timers += 1;
        callback(...words);
      }, ...rest);
  }

  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watch.longest = Math.max(watch.longest, duration);
  }).observe({ type: "longtask", buffered: true });

  /** @type {{ handler?: number, frame?: number, rest?: number } | undefined} */
  let current;
  let entered = 0;
  addEventListener("pointermove", () => void (entered = now()), true);
  addEventListener("pointermove", () => {
    current = { handler: now() - entered };
    watch.events.push(current);
  });

  let frameTime = 0;
  let callbacks = 0;
  const requestFrame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    requestFrame((time) => {
      watch.frames += 1;
      callbacks = time === frameTime ? callbacks + 1 : 1;
      frameTime = time;
      watch.loops = Math.max(watch.loops, callbacks);
      const event = current;
      current = undefined;
      const start = now();
      callback(time);
      const end = now();
      if (!event) return;
      event.frame = end - start;
      // A message is delivered once the frame's styles, layout and painting are done.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        event.rest = now() - end;
        port1.close();
      };
      port2.postMessage(undefined);
    });

  /** Waits for frames of the browser that are not counted. */
  watch.pass = async (count) => {
    for (let i = 0; i < count; i++) await new Promise((done) => requestFrame(done));
  };
  return watch;
})();
