// The figure as a file.

// While the element has no size of its own, in CSS pixels.
const size = { width: 960, height: 400 };
const ratio = 2;

/**
 * @param {import("./engine.js").AnyFigure} figure
 * @param {HTMLElement} plots whose size the picture takes
 * @returns {Promise<Blob>}
 */
export function toPng(figure, { clientWidth, clientHeight }) {
  const { width, height } = clientWidth && clientHeight ? { width: clientWidth, height: clientHeight } : size;
  const canvas = document.createElement("canvas");
  figure.drawInto(canvas, width, height, ratio);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new DOMException("", "EncodingError"))));
  });
}
