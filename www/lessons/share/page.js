// The state to take along: a link, code to paste, files.

/** @typedef {import("../../engine.js").FullFigure} Figure */
/** @typedef {"link" | "element" | "frame" | "myst" | "python"} Code */

/** @type {import("../lesson.js").Lesson} */
export function share(body, actions) {
  const status = Object.assign(document.createElement("p"), { className: "share-status" });
  /** @param {string} name of the word */
  const say = (name) => {
    const sentence = actions.word(name);
    status.textContent = sentence;
    actions.say(sentence);
  };
  const fields = {
    link: makeField("share-link", "shareLink", "shareLinkHint", say),
    element: makeField("share-element", "shareElement", "shareElementHint", say),
    frame: makeField("share-frame", "shareFrame", "shareLinkHint", say),
    myst: makeField("share-myst", "shareMyst", "shareElementHint", say),
    python: makeField("share-python", "sharePython", "sharePythonHint", say),
  };
  const files = makeFiles(actions, say);
  const note = make("p", { class: "hint" });
  body.append(note, ...Object.values(fields).map(({ element }) => element), files.element, status, files.instead);

  return {
    update(figure) {
      const codes = figure.lesson("share", { address: pageAddress() });
      if (!codes) return;
      note.textContent = codes.note ?? "";
      note.hidden = !codes.note;
      for (const [name, field] of Object.entries(fields)) field.update(codes[/** @type {Code} */ (name)]);
    },
    close() {
      status.textContent = "";
      files.instead.replaceChildren();
    },
  };
}

/**
 * Where the single page is: here, if the module is part of the page, otherwise beside the module.
 * @returns {string}
 */
function pageAddress() {
  const name = "descent-widget.html";
  const bare = (/** @type {string} */ address) => address.replace(/[?#].*$/, "");
  const own = bare(import.meta.url);
  if (own === bare(document.URL) && /^(https?|file):/.test(own)) return own;
  // What a bundler has made of the module has none of our files beside it.
  if (!/\/descent-widget[\w.-]*\.js$/.test(own)) return name;
  try {
    return new URL(`./${name}`, own).href;
  } catch {
    // A module that came from a blob or a frame without an address has no neighbors.
    return name;
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {Node[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * A text to copy with its button.
 * @param {string} id
 * @param {string} label the word above it
 * @param {string} hint the word below it
 * @param {(word: string) => void} say
 */
function makeField(id, label, hint, say) {
  const text = make("textarea", { id, readonly: "", rows: "1", spellcheck: "false", "aria-describedby": `${id}-hint` });
  const button = make("button", { type: "button", "data-word": "shareCopy", "aria-describedby": `${id}-label` });
  button.addEventListener("click", async () => say((await copy(text)) ? "shareCopied" : "shareSelected"));
  const element = make(
    "div",
    { class: "share-field" },
    make("label", { for: id, id: `${id}-label`, "data-word": label }),
    text,
    button,
    make("p", { class: "hint", id: `${id}-hint`, "data-word": hint }),
  );
  return {
    element,
    /** @param {string} code */
    update(code) {
      if (text.value === code) return;
      text.value = code;
      // As high as its lines, where the browser cannot see to it by itself.
      text.rows = code.split("\n").length;
    },
  };
}

/**
 * Whether the text was copied; otherwise it stays selected.
 * @param {HTMLTextAreaElement} text
 */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text.value);
    return true;
  } catch {
    // Frames often may not write to the clipboard; an older way is open to some of them.
    text.focus();
    text.select();
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    }
  }
}

/**
 * @param {import("../lesson.js").LessonActions} actions
 * @param {(word: string) => void} say
 */
function makeFiles(actions, say) {
  const instead = make("div", { class: "share-instead" });
  /** @param {string} kind */
  const button = (kind) => make("button", { type: "button", "data-word": `share${kind}` });
  const [svg, png, csv] = [button("Svg"), button("Png"), button("Csv")];
  const element = make("div", { class: "share-files", role: "group", "data-label": "shareFiles" }, svg, png, csv);

  /**
   * @param {string} name
   * @param {string} type
   * @param {string | undefined} text
   */
  const saveText = (name, type, text) => {
    if (!text) return;
    save(new Blob([text], { type }), name);
    instead.replaceChildren();
    if (!isSandboxed()) return;
    const field = make("textarea", { readonly: "", rows: "6", "data-label": "shareContent" });
    field.setAttribute("aria-label", actions.word("shareContent"));
    field.value = text;
    instead.append(field);
    say("shareTextInstead");
  };
  svg.addEventListener("click", () => saveText("descent-widget.svg", "image/svg+xml", actions.figure()?.export("svg")));
  csv.addEventListener("click", () => saveText("descent-widget.csv", "text/csv", actions.figure()?.export("csv")));
  png.addEventListener("click", async () => {
    const root = /** @type {ShadowRoot} */ (element.getRootNode());
    const picture = await /** @type {import("../../element.js").DescentWidget} */ (root.host).toBlob();
    save(picture, "descent-widget.png");
    instead.replaceChildren();
    if (!isSandboxed()) return;
    const image = make("img", { alt: actions.word("sharePng") });
    image.src = await dataAddress(picture);
    instead.append(image);
    say("sharePictureInstead");
  });
  return { element, instead };
}

/** Frames without an origin of their own mostly lack the leave to save files too, and nothing tells. */
function isSandboxed() {
  return self.origin === "null" && window.parent !== window;
}

/**
 * @param {Blob} content
 * @param {string} name
 */
function save(content, name) {
  const address = URL.createObjectURL(content);
  // Outside the page, so that no router of the page takes the click for its own.
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * @param {Blob} content
 * @returns {Promise<string>}
 */
function dataAddress(content) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(content);
  });
}
