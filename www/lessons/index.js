// The lessons by name, and their styles.
import { questions } from "./questions.js";
import questionsCss from "./questions.css";
import { share } from "./share.js";
import shareCss from "./share.css";

/** @type {Record<string, import("../shapes").Lesson>} */
export const lessons = { questions, share };

export const css = [questionsCss, shareCss].join("");
