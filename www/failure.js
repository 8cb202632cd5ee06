// The only sentences outside the Rust code: what to say when the Rust code cannot start.

/** @type {Record<string, { start: string, policy: string }>} */
const sentences = {
  ko: {
    start: "이 그림을 시작할 수 없습니다.",
    policy: "이 페이지의 Content-Security-Policy가 막고 있어 그림을 시작할 수 없습니다: script-src에 'wasm-unsafe-eval'이 필요합니다.",
  },
  en: {
    start: "This figure could not start.",
    policy: "This figure could not start: the page's Content-Security-Policy needs 'wasm-unsafe-eval' in script-src.",
  },
  ja: {
    start: "この図を開始できませんでした。",
    policy: "ページの Content-Security-Policy により、この図を開始できませんでした: script-src に 'wasm-unsafe-eval' が必要です。",
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
 * @param {unknown} error
 * @param {string[]} candidates languages, best first
 * @returns {{ sentence: string, language: string }}
 */
export function failure(error, candidates) {
  const bases = candidates.map((code) => code.toLowerCase().split("-")[0] ?? "");
  const language = bases.find((code) => code in sentences) ?? "ko";
  const words = /** @type {{ start: string, policy: string }} */ (sentences[language]);
  return { sentence: isPolicy(error) ? words.policy : words.start, language };
}
