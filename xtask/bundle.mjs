// Bundles and minifies the modules of www/ with esbuild, one file for each entry.
// `cargo xtask` runs it: node bundle.mjs TOOLS OUT, with the folder that esbuild is installed in
// and the folder to write to.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [tools, out] = process.argv.slice(2);
const { build, transform } = createRequire(resolve(tools, "package.json"))("esbuild");
const www = fileURLToPath(new URL("../www", import.meta.url));

// Style sheets become texts within a module, which the bundler itself leaves as they are.
const minifiedCss = {
  name: "minified-css",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true });
      return { contents: code, loader: "text" };
    });
  },
};

/**
 * @param {string[]} entries modules of www/
 * @param {"split" | "inline"} kind which of the `imports` of www/package.json hold
 */
function bundle(entries, kind) {
  return build({
    absWorkingDir: www,
    entryPoints: entries,
    outdir: resolve(out),
    bundle: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    conditions: [kind],
    loader: { ".html": "text", ".gz": "binary" },
    external: ["./descent-widget-lessons.js"],
    plugins: [minifiedCss],
  });
}

try {
  const builds = await Promise.all([
    bundle(["main.js", "gallery.js", "lessons-main.js"], "split"),
    bundle(["standalone.js", "page.js"], "inline"),
  ]);
  // What the bundler warns of is a mistake of ours.
  if (builds.some(({ warnings }) => warnings.length)) process.exitCode = 1;
} catch {
  // It has said what is wrong.
  process.exitCode = 1;
}
