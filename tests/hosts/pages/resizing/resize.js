// Gives each frame with a figure the height that its figure asks for.
addEventListener("message", ({ data, source }) => {
  if (data?.type !== "descent-widget:resize" || !(data.height > 0)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.height = Math.min(data.height, 5000);
  }
});
