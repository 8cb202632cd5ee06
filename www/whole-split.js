// The whole engine for the split builds: it is asked for when the first lesson opens.

/** @type {Promise<import("./drawers.js").Whole> | undefined} */
let loading;

/** @returns {Promise<import("./drawers.js").Whole>} */
export function whole() {
  loading ??= import("./descent-widget-lessons.js").then((module) => module.whole());
  // What failed is tried again when it is asked for again.
  loading.catch(() => (loading = undefined));
  return loading;
}
