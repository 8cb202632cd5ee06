// The module that ships: importing it starts the engine and defines <descent-widget>.
import { render } from "./anywidget.js";

export { AdaGrad, Adam, Momentum, Nesterov, ready, RmsProp, Sgd } from "./engine.js";
export { DescentWidget } from "./define.js";

/** The form that anywidget hosts (notebooks, MyST) look for. */
export default { render };
