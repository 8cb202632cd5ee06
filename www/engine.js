// The one place that knows the generated bindings. The engine starts when the module is imported,
// once for all figures of the page.
import start, {
  AdaGrad,
  Adam,
  Figure as GeneratedFigure,
  Momentum,
  Nesterov,
  RmsProp,
  Sgd,
} from "#engine";
import { source } from "#source";

let up = false;

/**
 * Resolves when the engine runs; the classes and figures work from then on.
 * @type {Promise<void>}
 */
export const ready = source()
  .then((bytes) => start({ module_or_path: bytes }))
  .then(() => {
    up = true;
  });
// Each element tells its reader about a failure; a page that never asks must not see
// an unhandled rejection on top.
ready.catch(() => {});

/** Whether `ready` has resolved. */
export function isUp() {
  return up;
}

/** @type {import("./shapes").FigureClass} */
export const Figure = /** @type {any} */ (GeneratedFigure);

/** @type {import("./shapes").Setting[] | undefined} */
let table;

/** Every setting's names and kind, once `ready` has resolved. */
export function settings() {
  return (table ??= Figure.settings());
}

export { AdaGrad, Adam, Momentum, Nesterov, RmsProp, Sgd };
