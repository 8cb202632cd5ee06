// The element's markup and style sheet, parsed once and shared by all figures of a page.
import controls from "./controls.css";
import element from "./element.css";
import html from "./element.html";
import inputs from "./inputs.css";
import modes from "./modes.css";

/** @type {HTMLTemplateElement | undefined} */
let template;
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
  if (!template) {
    template = document.createElement("template");
    template.innerHTML = trusted();
  }
  return document.importNode(template.content, true);
}

/**
 * Constructed sheets work under `style-src 'self'` and are parsed once.
 * @param {ShadowRoot} root
 */
export function dress(root) {
  const { ownerDocument: owner } = root;
  let sheet = sheets.get(owner);
  if (!sheet) {
    const Sheet = /** @type {typeof globalThis} */ (owner.defaultView ?? globalThis).CSSStyleSheet;
    sheet = new Sheet();
    // Later rules win: what a narrow box, a finger or paper asks for comes last.
    sheet.replaceSync(element + inputs + controls + modes);
    sheets.set(owner, sheet);
  }
  root.adoptedStyleSheets = [sheet];
}
