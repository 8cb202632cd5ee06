// The only sentences outside the Rust code: what to say when the Rust code cannot start.

/** @type {Record<string, { start: string, policy: string, old: string }>} */
const sentences = {
  ko: {
    start: "이 그림을 시작할 수 없습니다.",
    policy: "이 페이지의 Content-Security-Policy가 막고 있어 그림을 시작할 수 없습니다: script-src에 'wasm-unsafe-eval'이 필요합니다.",
    old: "이 그림은 더 새로운 브라우저에서 볼 수 있습니다: Chrome 91, Firefox 113, Safari 16.4 이상.",
  },
  en: {
    start: "This figure could not start.",
    policy: "This figure could not start: the page's Content-Security-Policy needs 'wasm-unsafe-eval' in script-src.",
    old: "This figure needs a newer browser: Chrome 91, Firefox 113, Safari 16.4 or later.",
  },
  ja: {
    start: "この図を開始できませんでした。",
    policy: "ページの Content-Security-Policy により、この図を開始できませんでした: script-src に 'wasm-unsafe-eval' が必要です。",
    old: "この図を見るには、より新しいブラウザーが必要です: Chrome 91、Firefox 113、Safari 16.4 以降。",
  },
};

/**
 * Engines report a refusal by the page's policy in different ways: as a compile error,
 * as an eval error, or by a message alone.
 * @param {unknown} error
 */
function isPolicy(error) {
  if (error instanceof EvalError) return true;
  const message = error instanceof Error ? error.message : String(error);
  return /unsafe-eval|content security policy|\bCSP\b/i.test(message);
}

/**
 * The browser cannot unpack gzip.
 * @param {unknown} error
 */
function isOld(error) {
  return error instanceof DOMException && error.name === "NotSupportedError";
}

/**
 * The language that the figure will speak.
 * @param {string[]} candidates languages, best first
 */
export function spokenOf(candidates) {
  const bases = candidates.map((code) => code.toLowerCase().split("-")[0] ?? "");
  return bases.find((code) => code in sentences) ?? "ko";
}

/**
 * @param {unknown} error
 * @param {string[]} candidates languages, best first
 * @returns {{ sentence: string, language: string }}
 */
export function failure(error, candidates) {
  const language = spokenOf(candidates);
  const words = /** @type {{ start: string, policy: string, old: string }} */ (sentences[language]);
  const kind = isPolicy(error) ? "policy" : isOld(error) ? "old" : "start";
  return { sentence: words[kind], language };
}

/** @type {Set<string>} */
const reported = new Set();

/**
 * Tells the author of the page what is the matter: each reason once, however many figures have it.
 * @param {unknown} error
 */
export function report(error) {
  const reason = String(error);
  if (reported.has(reason)) return;
  reported.add(reason);
  const hint = /trusted ?(html|types?)/i.test(reason) ? " The page's Content-Security-Policy needs: trusted-types descent-widget." : "";
  console.error(`descent-widget: The figure cannot start.${hint}`, error);
}

/**
 * Where nothing else of the figure can be had: what stands inside the element, and the sentence.
 * @param {HTMLElement} element
 * @param {{ sentence: string, language: string }} failure
 */
export function showFallback(element, { sentence, language }) {
  const line = document.createElement("p");
  line.className = "failure";
  line.lang = language;
  line.textContent = sentence;
  // Without a shadow root what stands inside shows by itself.
  element.shadowRoot?.replaceChildren(document.createElement("slot"), line);
}
