// Room for what grows and shrinks while a figure plays: it keeps the height that it has had, so that nothing below
// the figure moves.

/**
 * @param {HTMLElement} place
 * @returns {() => void} gives the room free, where something else is to stand there
 */
export function keepRoom(place) {
  let width = NaN;
  const release = () => {
    place.style.minBlockSize = "";
  };
  const observer = new ResizeObserver(([entry]) => {
    const { inlineSize = 0, blockSize = 0 } = entry?.borderBoxSize[0] ?? {};
    const isNew = inlineSize !== width;
    width = inlineSize;
    // Before the words are there the room is a guess.
    if (isNew || place.closest("[data-reserving]")) return release();
    place.style.minBlockSize = `${blockSize}px`;
  });
  observer.observe(place);
  return release;
}
