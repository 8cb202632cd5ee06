export * from "./descent-widget.js";

/** The front end of an anywidget. Only this entry has it: hosts import it from an address without neighbors. */
declare const _default: {
  render(context: { model: unknown; el: HTMLElement }): void | (() => void);
};
export default _default;
