/** The build hands these files over as text. */
declare module "*.css" {
  const text: string;
  export default text;
}
declare module "*.html" {
  const text: string;
  export default text;
}
declare module "*.gz" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}


interface Window {
  trustedTypes?: {
    createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string };
  };
}
