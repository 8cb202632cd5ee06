// A page for the modules under test: the DOM of happy-dom in place of a browser's. To be imported
// before them. `cargo xtask test` says in DOM_TOOLS where the package is installed.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { beforeEach } from "node:test";

const tools = createRequire(resolve(process.env["DOM_TOOLS"] ?? "", "package.json"));
// Not by `import()`: modules that are imported after this one would not wait for it.
const { GlobalRegistrator } = tools("@happy-dom/global-registrator");
GlobalRegistrator.register({ url: "https://lecture.test/page.html", width: 1000, height: 800 });

/** happy-dom has no constructor for options. */
globalThis.Option = function (text = "", value = text) {
  return Object.assign(document.createElement("option"), { text, value });
};

beforeEach(() => {
  document.body.replaceChildren();
});

/**
 * Puts markup into the page; gives the first element of it.
 * @param {string} html
 */
export function show(html) {
  document.body.innerHTML = html;
  return document.body.firstElementChild;
}

/** Says where an element lies in the window: nothing is laid out here. */
export function place(element, { left = 0, top = 0, width = 100, height = 100 } = {}) {
  element.getBoundingClientRect = () => new DOMRect(left, top, width, height);
  return element;
}

/** Lets timers of no length, observers and promises have their turn. */
export function turn() {
  return new Promise((done) => setTimeout(done, 1));
}
