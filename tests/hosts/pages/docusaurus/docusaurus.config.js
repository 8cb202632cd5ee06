export default {
  title: "Notes",
  url: "https://notes.example",
  baseUrl: "/",
  scripts: [{ src: "/descent-widget.js", type: "module" }],
  presets: [["classic", { docs: { routeBasePath: "/", sidebarPath: false }, blog: false }]],
};
