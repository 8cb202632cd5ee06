// What the lessons are for: figures of the whole engine. The shell also has those of the core.

/** @typedef {import("../engine.js").AnyFigure} AnyFigure */
/** @typedef {import("../engine.js").WholeFigure} WholeFigure */
/** @typedef {import("../view.js").Hands} Hands */
/** @typedef {import("../view.js").Hands<WholeFigure>} WholeHands */

/**
 * A lesson, as `drawers.js` has it, for such figures only.
 * @typedef {(body: HTMLElement, hands: WholeHands) => { update(figure: WholeFigure): void, close?(): void }} Lesson
 */

/**
 * @param {AnyFigure} figure
 * @returns {figure is WholeFigure}
 */
export function isWhole(figure) {
  return "rule" in figure;
}

/**
 * The hands of the shell, for a part that such figures alone have.
 * @param {Hands} hands
 * @returns {WholeHands}
 */
export function wholeHands(hands) {
  /**
   * @template T
   * @param {(figure: WholeFigure) => T} change
   * @returns {(figure: AnyFigure) => T | undefined}
   */
  const only = (change) => (figure) => (isWhole(figure) ? change(figure) : undefined);
  return {
    ...hands,
    figure: () => {
      const figure = hands.figure();
      return figure && isWhole(figure) ? figure : undefined;
    },
    input: (change) => hands.input(only(change)),
    attempt: (change) => hands.attempt(only(change)),
    step: (change) => hands.step(only(change)),
  };
}
