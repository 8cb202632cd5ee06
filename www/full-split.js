// The full build for the split builds: it is asked for when the first lesson opens.

/** @type {Promise<import("./tabs.js").FullBuild> | undefined} */
let loading;

/** @returns {Promise<import("./tabs.js").FullBuild>} */
export function fullBuild() {
  loading ??= import("./descent-widget-lessons.js").then((module) => module.fullBuild());
  // What failed is tried again when it is asked for again.
  loading.catch(() => (loading = undefined));
  return loading;
}
