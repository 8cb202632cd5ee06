// The lessons by name, what experiments have on the page besides, and the styles of all.
import networksCss from "../experiments/networks.css";
import orbitControlsCss from "../experiments/orbit-controls.css";
import searchRangesCss from "../experiments/search-ranges.css";
import basinsCss from "./basins/page.css";
import { basins } from "./basins/page.js";
import batchCss from "./batch/page.css";
import { batch } from "./batch/page.js";
import conventionsCss from "./conventions/page.css";
import { conventions } from "./conventions/page.js";
import dataCss from "./data/page.css";
import { data } from "./data/page.js";
import filesCss from "./files/page.css";
import { files } from "./files/page.js";
import { loop } from "./loop/page.js";
import physicsCss from "./physics/page.css";
import { physics } from "./physics/page.js";
import { predict } from "./predict/page.js";
import programCss from "./program/page.css";
import { program } from "./program/page.js";
import questionsCss from "./questions/page.css";
import { questions } from "./questions/page.js";
import { rates } from "./rates/page.js";
import ruleCss from "./rule/page.css";
import { rule } from "./rule/page.js";
import shareCss from "./share/page.css";
import { share } from "./share/page.js";
import codeStepperCss from "./shared/code-stepper.css";
import heatmapCss from "./shared/heatmap.css";
import { withHiddenPath } from "./shared/hidden-path.js";
import partsCss from "./shared/parts.css";
import printCss from "./shared/print.css";
import stepsCss from "./steps/page.css";
import { steps } from "./steps/page.js";

export { loadDigits } from "../experiments/dataset-loader.js";
export { orbitControls } from "../experiments/orbit-controls.js";

const all = { data, rule, program, rates, basins, conventions, physics, steps, predict, questions, share, batch, loop, files };

/** @type {Record<string, import("../tabs.js").Lesson>} */
export const lessons = Object.fromEntries(Object.entries(all).map(([name, make]) => [name, withHiddenPath(name, make)]));

// Later rules win: what paper asks for comes last.
export const css = [
  partsCss,
  heatmapCss,
  codeStepperCss,
  dataCss,
  ruleCss,
  programCss,
  basinsCss,
  conventionsCss,
  physicsCss,
  stepsCss,
  questionsCss,
  shareCss,
  batchCss,
  filesCss,
  networksCss,
  searchRangesCss,
  orbitControlsCss,
  printCss,
].join("\n");
