// The single page in a frame tells the page around it how high it would like to be. Nothing
// depends on an answer: in a frame of fixed height the figure arranges itself.

/** The context of H5P's messages, which some learning platforms listen to. */
const h5p = "h5p";

/**
 * Tells the parent, now and whenever it changes.
 * @param {HTMLElement} figure
 */
export function tellHeights(figure) {
  const { parent } = window;
  if (parent === window) return;
  let told = 0;
  let inH5p = false;

  /** @param {object} message no secret is in it, and who the parent is cannot be known */
  const tell = (message) => parent.postMessage(message, "*");
  /** @param {string} action @param {object} [data] */
  const tellH5p = (action, data) => tell({ context: h5p, action, ...data });

  const measure = () => {
    const height = naturalHeight(figure);
    if (!height || height === told) return;
    told = height;
    tell({ type: "descent-widget:resize", id: window.name, height });
    tell({ subject: "lti.frameResize", height });
    if (inH5p) prepare();
  };
  const prepare = () => tellH5p("prepareResize", { scrollHeight: told, clientHeight: innerHeight });

  window.addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.context !== h5p) return;
    if (data.action === "ready") tellH5p("hello");
    else if (data.action === "resizePrepared") tellH5p("resize", { scrollHeight: told });
    else if (data.action === "hello" || data.action === "resize") {
      inH5p = true;
      measure();
      if (told) prepare();
    }
  });
  tellH5p("hello");

  // Whatever opens, comes or wraps changes the size of a part.
  const sizes = new ResizeObserver(measure);
  figure.addEventListener("descent-ready", () => {
    for (const part of figure.shadowRoot?.querySelector(".root")?.children ?? []) sizes.observe(part);
  });
}

/**
 * The height that the figure has where nothing limits it. It is asked within one task, so that
 * nobody sees it.
 * @param {HTMLElement} figure
 */
function naturalHeight(figure) {
  const { blockSize } = figure.style;
  figure.style.blockSize = "max-content";
  const height = figure.getBoundingClientRect().height;
  figure.style.blockSize = blockSize;
  return Math.ceil(height);
}
