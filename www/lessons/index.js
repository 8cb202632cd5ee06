// The lessons by name, and their styles.
import { conventions } from "./conventions.js";
import conventionsCss from "./conventions.css";
import { basins } from "./basins.js";
import cellsCss from "./cells.css";
import { program } from "./program.js";
import programCss from "./program.css";
import { data } from "./data.js";
import { onNetworks } from "./feed.js";
import dataCss from "./data.css";
import paperCss from "./paper.css";
import partsCss from "./parts.css";
import { physics } from "./physics.js";
import { predict } from "./predict.js";
import { questions } from "./questions.js";
import questionsCss from "./questions.css";
import { rates } from "./rates.js";
import { rule } from "./rule.js";
import ruleCss from "./rule.css";
import { share } from "./share.js";
import shareCss from "./share.css";
import studiesCss from "./studies.css";
import turningCss from "./turning.css";
import { veiled } from "./veiled.js";

export { loadDigits } from "./feed.js";
export { turning } from "./turning.js";

const all = { data, rule, program, rates, basins, conventions, physics, predict, questions, share, ...onNetworks.lessons };

/** @type {Record<string, import("../drawers.js").Lesson>} */
export const lessons = Object.fromEntries(Object.entries(all).map(([name, make]) => [name, veiled(name, make)]));

export const css = [
  dataCss,
  partsCss,
  ruleCss,
  programCss,
  cellsCss,
  conventionsCss,
  questionsCss,
  shareCss,
  studiesCss,
  onNetworks.css,
  turningCss,
  paperCss,
].join("\n");
