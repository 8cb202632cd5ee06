export * from "./descent-widget.js";
export { default } from "./descent-widget.js";
