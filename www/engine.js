// The one place that knows the generated bindings. The engine starts when the module is imported,
// once for all figures of the page.
import start, { AdaGrad, Adam, Figure, Momentum, Nesterov, RmsProp, Sgd } from "#engine";
import { source } from "#source";
import { settings as table } from "./pkg/settings.js";

/** @typedef {import("./pkg/core/descent_widget.js").Figure} CoreFigure */
/** @typedef {import("./pkg/whole/descent_widget.js").Figure} WholeFigure */

/**
 * The figure of either engine; the core has none of what only the whole has.
 * @typedef {WholeFigure | CoreFigure & { [name in Exclude<keyof WholeFigure, keyof CoreFigure>]?: undefined }} AnyFigure
 */

/** @typedef {import("./pkg/core/descent_widget.js").Action} Action */
/** @typedef {import("./pkg/core/descent_widget.js").Control} Control */
/** @typedef {import("./pkg/core/descent_widget.js").Frame} Frame */
/** @typedef {import("./pkg/core/descent_widget.js").LaneSentence} LaneSentence */
/** @typedef {import("./pkg/core/descent_widget.js").Language} Language */
/** @typedef {import("./pkg/core/descent_widget.js").Outcome} Outcome */
/** @typedef {import("./pkg/core/descent_widget.js").PanelName} PanelName */
/** @typedef {import("./pkg/core/descent_widget.js").Scheme} Scheme */
/** @typedef {import("./pkg/settings.js").SettingRow} SettingRow */
/** @typedef {import("./pkg/core/descent_widget.js").State} State */
/** @typedef {import("./pkg/core/descent_widget.js").Status} Status */

let up = false;

/**
 * Resolves when the engine runs; the classes and figures work from then on.
 * @type {Promise<void>}
 */
export const ready = source()
  .then((bytes) => start({ module_or_path: bytes }))
  .then(() => {
    // The core keeps what only the whole understands.
    Figure.declare(table.map(({ attribute }) => attribute));
    up = true;
  });
// Each element tells its reader about a failure; a page that never asks must not see
// an unhandled rejection on top.
ready.catch(() => {});

/** Whether `ready` has resolved. */
export function isUp() {
  return up;
}

/** Every setting's names and kind. */
export function settings() {
  return table;
}

export { AdaGrad, Adam, Figure, Momentum, Nesterov, RmsProp, Sgd };
