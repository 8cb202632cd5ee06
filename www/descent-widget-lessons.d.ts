// What the build calls `lessons-main.js`.
export { fullBuild } from "./lessons-main.js";
