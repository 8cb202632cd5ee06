// The module that ships: importing it starts the engine and defines <descent-widget>.
export { AdaGrad, Adam, Momentum, Nesterov, ready, RmsProp, Sgd } from "./engine.js";
export { DescentWidget } from "./define.js";
