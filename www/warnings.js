// Warnings for the author of the page: each once, however many figures repeat the mistake.

/** @type {Set<string>} */
const warned = new Set();

/** @param {(string | undefined)[]} messages */
export function warn(...messages) {
  for (const message of messages) {
    if (!message || warned.has(message)) continue;
    warned.add(message);
    console.warn(`descent-widget: ${message}`);
  }
}
