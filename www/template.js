// The element's markup and style sheet, parsed once and shared by all figures of a page.
import controls from "./controls.css";
import element from "./element.css";
import html from "./element.html";
import inputs from "./inputs.css";
import modes from "./modes.css";
import tabs from "./tabs.css";
import waiting from "./waiting.css";

/** @type {DocumentFragment | undefined} */
let parts;
/** Sheets belong to a document, and elements may move to another one. @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/**
 * The fixed markup, in a form that pages which enforce Trusted Types accept.
 * @returns {string}
 */
function trusted() {
  try {
    const policy = window.trustedTypes?.createPolicy("descent-widget", { createHTML: (text) => text });
    return /** @type {string} */ (/** @type {unknown} */ (policy?.createHTML(html) ?? html));
  } catch {
    // A page may list its policies without enforcing them.
    return html;
  }
}

/** @returns {Node} */
export function markup() {
  if (!parts) {
    // Not by `innerHTML`, which would take it for XML in a page that is XML.
    const { body } = new DOMParser().parseFromString(trusted(), "text/html");
    parts = document.createDocumentFragment();
    // Space between the parts would be laid out in pages that keep all spaces.
    parts.append(...body.children);
  }
  return document.importNode(parts, true);
}

/**
 * @param {Document} owner
 * @param {WeakMap<Document, CSSStyleSheet>} known
 * @param {() => string} css
 */
function sheetOf(owner, known, css) {
  let sheet = known.get(owner);
  if (!sheet) {
    const Sheet = /** @type {typeof globalThis} */ (owner.defaultView ?? globalThis).CSSStyleSheet;
    sheet = new Sheet();
    sheet.replaceSync(css());
    known.set(owner, sheet);
  }
  return sheet;
}

/**
 * Constructed sheets work under `style-src 'self'` and are parsed once.
 * @param {ShadowRoot} root
 */
export function dress(root) {
  // Later rules win: what a narrow box, a finger or paper asks for comes last.
  const sheet = sheetOf(root.ownerDocument, sheets, () => element + inputs + controls + tabs + modes + waiting);
  root.adoptedStyleSheets = [sheet];
}

/** @type {WeakMap<Document, CSSStyleSheet>} */
const lessonSheets = new WeakMap();

/**
 * The styles of the lessons, which come with them.
 * @param {ShadowRoot} root
 * @param {string} css
 */
export function dressLessons(root, css) {
  const [base] = root.adoptedStyleSheets;
  if (base) root.adoptedStyleSheets = [base, sheetOf(root.ownerDocument, lessonSheets, () => css)];
}
