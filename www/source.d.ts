/** `source.js` is `source-inline.js` or `source-split.js`: the build chooses. */
export function source(): Promise<ArrayBuffer | Response>;
