// The lessons by name, and their styles.

/** @type {Record<string, import("../shapes").Lesson>} */
export const lessons = {};

export const css = "";
