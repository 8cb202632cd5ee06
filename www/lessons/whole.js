// What the lessons are for: figures of the whole engine. The shell also has those of the core.

/** @typedef {import("../engine.js").AnyFigure} AnyFigure */
/** @typedef {import("../engine.js").WholeFigure} WholeFigure */
/** @typedef {import("../drawers.js").Latest} Latest */
/** @typedef {import("../view.js").Actions} Actions */
/** @typedef {import("../view.js").Actions<WholeFigure>} LessonActions */

/**
 * A lesson, as `drawers.js` has it, for such figures only.
 * @typedef {(body: HTMLElement, actions: LessonActions) => { update(figure: WholeFigure, latest: Latest): void, close?(): void }} Lesson
 */

/**
 * @param {AnyFigure} figure
 * @returns {figure is WholeFigure}
 */
export function isWhole(figure) {
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
      return figure && isWhole(figure) ? figure : undefined;
    },
  };
}
