// What the lessons are for: figures of the full build. The shell also has those of the light build.

/** @typedef {import("../engine.js").AnyFigure} AnyFigure */
/** @typedef {import("../engine.js").FullFigure} FullFigure */
/** @typedef {import("../tabs.js").Latest} Latest */
/** @typedef {import("../view.js").Actions} Actions */
/** @typedef {import("../view.js").Actions<FullFigure>} LessonActions */

/**
 * A lesson, as `tabs.js` has it, for such figures only.
 * @typedef {(body: HTMLElement, actions: LessonActions) => { update(figure: FullFigure, latest: Latest): void, close?(): void }} Lesson
 */

/**
 * @param {AnyFigure} figure
 * @returns {figure is FullFigure}
 */
export function isFull(figure) {
  return "lesson" in figure;
}

/**
 * The same for a part that such figures alone have.
 * @param {Actions} actions
 * @returns {LessonActions}
 */
export function lessonActions(actions) {
  return {
    ...actions,
    figure: () => {
      const figure = actions.figure();
      return figure && isFull(figure) ? figure : undefined;
    },
  };
}
