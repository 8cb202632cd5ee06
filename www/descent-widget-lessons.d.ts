// What the build calls `lessons-main.js`.
export { whole } from "./lessons-main.js";
