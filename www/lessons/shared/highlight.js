// What a reader points at in a lesson highlight its arrow on the map, and the other way round. Parts of the lesson
// that stand for a term name it by `data-term`.
import { positionIn } from "../../gestures.js";

/** @typedef {import("../lesson.js").LessonActions} Actions */

/**
 * @param {HTMLElement} body of the lesson
 * @param {Actions} actions
 * @param {HTMLElement} [closeUp] a picture in the lesson whose arrows themselves say what is lit
 */
export function highlight(body, actions, closeUp) {
  /** What is lit, to change it only when it changes. */
  let lit = "";
  /** @param {string | undefined | null} term */
  const light = (term) => {
    if ((term ?? "") === lit) return;
    lit = term ?? "";
    actions.act({ type: "highlight", term: lit || undefined });
  };
  /** @param {Element} part */
  const termOf = (part) => part.closest("[data-term]")?.getAttribute("data-term");
  /** @param {Event} event */
  const pointed = (event) => (event.target instanceof Element ? termOf(event.target) : undefined);
  /** What has the focus here stays lit when the pointer goes. */
  const focused = () => {
    const root = /** @type {ShadowRoot} */ (body.getRootNode());
    const active = root.activeElement;
    return active && body.contains(active) ? termOf(active) : undefined;
  };
  const leave = () => light(focused());
  body.addEventListener("pointerover", (event) => {
    if (!closeUp?.contains(/** @type {Node} */ (event.target))) light(pointed(event) ?? focused());
  });
  body.addEventListener("pointerleave", leave);
  body.addEventListener("focusin", (event) => light(pointed(event)));
  body.addEventListener("focusout", () => light(undefined));
  // Not every browser gives a button that is tapped the focus.
  body.addEventListener("click", (event) => light(pointed(event) ?? focused()));

  const map = /** @type {ShadowRoot} */ (body.getRootNode()).querySelector('[data-panel="map"] .stage');
  const box = /** @type {HTMLElement | null} */ (map?.querySelector(".box"));
  map?.addEventListener("pointermove", (event) => {
    const figure = actions.figure();
    if (!box || !figure || !body.isConnected || body.closest("[hidden]")) return;
    light(figure.termAt(...positionIn(/** @type {PointerEvent} */ (event), box)) ?? focused());
  });
  map?.addEventListener("pointerleave", leave);
  closeUp?.addEventListener("pointermove", (event) => {
    const [x, y] = positionIn(event, closeUp);
    light(actions.figure()?.termAt(x, y, closeUp.clientWidth, closeUp.clientHeight) ?? focused());
  });
  closeUp?.addEventListener("pointerleave", leave);
  return {
    light,
    /** What the figure says is lit. @param {string | undefined} term */
    follow(term) {
      lit = term ?? "";
    },
  };
}
