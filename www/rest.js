// A pause in long work.

/** Lets the page do what is due. A message comes sooner than a timer, and in hidden pages too. */
export function rest() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done(undefined);
    };
    port2.postMessage(0);
  });
}
