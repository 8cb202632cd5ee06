// The one place that knows the generated bindings. The engine starts when the module is imported,
// once for all figures of the page.
import start, { AdaGrad, Adam, Figure, Momentum, Nesterov, RmsProp, Sgd } from "#engine";
import { source } from "#source";
import { settings } from "./pkg/settings.js";

/** @typedef {import("./pkg/light/descent_widget.js").Figure} LightFigure */
/** @typedef {import("./pkg/full/descent_widget.js").Figure} FullFigure */

/**
 * The figure of either build; the light one has none of what only the full one has.
 * @typedef {FullFigure | LightFigure & { [name in Exclude<keyof FullFigure, keyof LightFigure>]?: undefined }} AnyFigure
 */

/** @typedef {import("./pkg/light/descent_widget.js").Action} Action */
/** @typedef {import("./pkg/light/descent_widget.js").AnswerDetail} AnswerDetail */
/** @typedef {import("./pkg/light/descent_widget.js").Control} Control */
/** @typedef {import("./pkg/light/descent_widget.js").Frame} Frame */
/** @typedef {import("./pkg/light/descent_widget.js").LaneSentence} LaneSentence */
/** @typedef {import("./pkg/light/descent_widget.js").Language} Language */
/** @typedef {import("./pkg/light/descent_widget.js").Outcome} Outcome */
/** @typedef {import("./pkg/light/descent_widget.js").PanelName} PanelName */
/** @typedef {import("./pkg/light/descent_widget.js").Scheme} Scheme */
/** @typedef {import("./pkg/light/descent_widget.js").State} State */
/** @typedef {import("./pkg/light/descent_widget.js").Status} Status */

let up = false;

/**
 * Resolves when the engine runs; the classes and figures work from then on.
 * @type {Promise<void>}
 */
export const ready = source()
  .then((bytes) => start({ module_or_path: bytes }))
  .then(() => {
    // The light build keeps what only the full one understands.
    Figure.declare(settings.map(({ attribute }) => attribute));
    up = true;
  });
// Each element tells its reader about a failure; a page that never asks must not see
// an unhandled rejection on top.
ready.catch(() => {});

/** Whether `ready` has resolved. */
export function isUp() {
  return up;
}

export { AdaGrad, Adam, Figure, Momentum, Nesterov, RmsProp, Sgd };
