/** The build hands these files over as text. */
declare module "*.css" {
  const text: string;
  export default text;
}
declare module "*.html" {
  const text: string;
  export default text;
}
declare module "./descent-widget-lessons.js" {
  export function whole(): Promise<import("./shapes").Whole>;
}
declare module "*.gz" {
  const base64: string;
  export default base64;
}

interface Uint8ArrayConstructor {
  fromBase64?(text: string): Uint8Array<ArrayBuffer>;
}

interface Window {
  trustedTypes?: {
    createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string };
  };
}

/** What `payload.js` gives; the build declares it. */
declare const PAYLOAD: import("./shapes").Payload;
