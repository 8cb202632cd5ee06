// The module that ships in one file: besides, it is what anywidget hosts (notebooks, MyST) look
// for. They import it from an address without neighbors, so a split build would be of no use.
import { render } from "./anywidget.js";

export * from "./main.js";

export default { render };
