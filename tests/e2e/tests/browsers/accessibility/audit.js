// What the tests of accessibility ask a page. Everything hangs on `window`: Firefox' driver sees no lexical names.

window.figure = () => document.querySelector("descent-widget");
window.inside = () => window.figure().shadowRoot;
window.root = () => window.inside().querySelector(".root");

/** Waits until the lessons that are open have come, and for two frames more. */
window.settle = async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const loading = () => window.inside().querySelector(".lesson:not([hidden]) [data-loading]");
  for (let i = 0; i < 600 && loading(); i++) await frame();
  await frame();
  await frame();
};

/** Puts the figure into a state and waits until it is shown. */
window.show = async (query) => {
  window.figure().pause();
  const names = Object.keys(window.figure().getState());
  window.figure().setState(Object.fromEntries(names.map((it) => [it, null])));
  window.figure().query = query;
  await window.settle();
};

window.openAll = async (open) => {
  for (const drawer of window.inside().querySelectorAll("details")) drawer.open = open;
  await window.settle();
};

/** Types into a field and leaves it. */
window.enter = async (id, text) => {
  const field = window.inside().getElementById(id);
  field.value = text;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  await window.settle();
};

/** What axe finds against any of its rules, as text. */
window.violations = async () => {
  // That a name contains what is seen is still an experiment of axe.
  const enabled = { enabled: true };
  const options = { rules: { "target-size": enabled, "label-content-name-mismatch": enabled }, resultTypes: ["violations"] };
  const { violations } = await axe.run(document, options);
  const lines = violations.flatMap(({ id, help, nodes }) => [
    `${id}: ${help}`,
    ...nodes.map(({ target, failureSummary }) => `  ${target.flat().join(" ")}: ${failureSummary.replaceAll(/\s+/g, " ")}`),
  ]);
  return lines.join("\n");
};

const name = (element) =>
  `${element.localName}${element.id ? `#${element.id}` : ""}${[...element.classList].map((it) => `.${it}`).join("")} "${(
    element.getAttribute("aria-label") ??
    element.textContent ??
    ""
  )
    .trim()
    .slice(0, 30)}"`;

const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen");

/** Everything that takes the keyboard's focus, in the order of the document. */
const stops = () =>
  [...window.root().querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
    (it) => shown(it) && !it.disabled && it.tabIndex >= 0 && !(it.type === "radio" && !it.checked),
  );

/** The lessons that it is in, which scroll by themselves. */
const lessons = (element) => element.closest(".lessons");

/** A rectangle in the page, or in the lessons, whatever is scrolled. */
const place = (element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  const y = top + scrollY + (lessons(element)?.scrollTop ?? 0);
  return { left: left + scrollX, top: y, right: left + scrollX + width, bottom: y + height };
};

const channels = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
const luminance = (color) => {
  const [r, g, b] = channels(color).map((it) => (it / 255 <= 0.04045 ? it / 255 / 12.92 : ((it / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
const ground = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor;
    if ((channels(color)[3] ?? 1) > 0.5) return color;
  }
  return "rgb(255, 255, 255)";
};

/** What is wrong with how a focused element shows its focus. */
const focusProblems = (element) => {
  // A slider without a face lends its focus to the handle that it moves.
  const ringed = getComputedStyle(element).opacity === "0" ? element.parentElement : element;
  const style = getComputedStyle(ringed);
  const width = parseFloat(style.outlineWidth);
  const problems = [];
  if (style.outlineStyle === "none" || width < 2) problems.push("no outline");
  else if (contrast(style.outlineColor, ground(ringed.parentElement)) < 3) problems.push(`a faint outline ${style.outlineColor}`);
  const reach = width + parseFloat(style.outlineOffset);
  const box = ringed.getBoundingClientRect();
  for (let at = ringed.parentElement; at && at !== window.root(); at = at.parentElement) {
    if (getComputedStyle(at).overflow === "visible") continue;
    const clip = at.getBoundingClientRect();
    if (box.left - reach < clip.left - 0.5 || box.right + reach > clip.right + 0.5) problems.push(`an outline clipped by ${name(at)}`);
  }
  const { top, bottom } = (lessons(ringed) ?? ringed).getBoundingClientRect();
  // WebKit scrolls the lessons to it a moment later.
  if (box.bottom <= top || box.top >= bottom) return problems;
  const middle = [box.left + box.width / 2, (Math.max(box.top, top) + Math.min(box.bottom, bottom)) / 2];
  const hit = window.inside().elementFromPoint(...middle);
  if (hit && !ringed.contains(hit) && !hit.contains(ringed)) problems.push(`covered by ${name(hit)}`);
  return problems;
};

/** Notes each stop of the focus from now on. */
window.followFocus = () => {
  window.path = [];
  document.getElementById("after").addEventListener("focus", () => (window.isThrough = window.path.length > 0));
  window.inside().addEventListener("focusin", ({ target }) => {
    // Where there is nothing around the page, Tab begins anew at its end. Controls that are
    // made anew get the focus back that they had.
    const last = window.path.at(-1)?.element.id;
    if (window.isThrough || (last && last === target.id)) return;
    window.path.push({ element: target, box: place(target), problems: focusProblems(target) });
  });
};

/** What was wrong on the way, as text. */
window.wrongStops = (expected) => {
  const problems = window.path.flatMap(({ element, problems }) => problems.map((it) => `${name(element)} has ${it}`));
  const visited = window.path.map(({ element }) => element);
  for (const element of expected) if (!visited.includes(element)) problems.push(`${name(element)} was not reached`);
  visited.forEach((element, i) => {
    if (visited.indexOf(element) !== i) problems.push(`${name(element)} was reached twice: ${visited.map((it) => it.id || it.localName).join(" ")}`);
  });
  // Down, or to the right: a column may end lower than the next one begins.
  for (let i = 1; i < window.path.length; i++) {
    const [from, to] = [window.path[i - 1], window.path[i]];
    if (lessons(from.element) !== lessons(to.element)) continue;
    const isAbove = to.box.bottom <= from.box.top && to.box.left < from.box.right;
    const isBefore = to.box.right <= from.box.left && to.box.top < from.box.bottom && to.box.bottom > from.box.top;
    if (isAbove || isBefore) problems.push(`${name(to.element)} comes after ${name(from.element)}`);
  }
  return problems.join("\n");
};
window.stops = stops;

/** What looks as if a pointer could use it and no key can reach. */
window.pointerOnly = () => {
  const usable = new Set(["pointer", "grab", "crosshair", "move", "ew-resize", "ns-resize", "all-scroll", "col-resize"]);
  // Sliders stand for the map and for maps of cells, the player for the losses.
  const known = "[data-panel='map'] .box, [data-panel='loss'] .box, .handle, .heatmap:has(+ .cell-sliders, ~ .cell-sliders)";
  return [...window.root().querySelectorAll("*")]
    .filter((it) => shown(it) && usable.has(getComputedStyle(it).cursor) && !it.closest(known))
    .filter((it) => !it.closest("a[href], button, input, select, textarea, summary, label, option, [tabindex]"))
    .map(name)
    .join("\n");
};

/** Where a pointer hits a control: the label of a checkbox counts. */
const target = (element) => (["checkbox", "radio"].includes(element.type) ? (element.closest("label") ?? element) : element);

/** Targets under 24 × 24 CSS pixels that have no room around them either (WCAG 2.5.8). */
window.smallTargets = () => {
  const all = [...window.root().querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const targets = all.filter((it) => shown(it) && !it.matches(".nudge") && !it.closest("p a"));
  targets.push(...[...window.root().querySelectorAll(".handle")].filter(shown));
  const boxes = targets.map((it) => ({ it, box: target(it).getBoundingClientRect() }));
  const isSmall = ({ box }) => box.width < 23.9 || box.height < 23.9;
  const middle = (box) => [box.left + box.width / 2, box.top + box.height / 2];
  const crowds = ([x, y], other) => {
    if (isSmall(other)) {
      const [a, b] = middle(other.box);
      return Math.hypot(a - x, b - y) < 24;
    }
    const { left, right, top, bottom } = other.box;
    return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) < 12;
  };
  return boxes
    .filter((one) => isSmall(one) && boxes.some((other) => other !== one && crowds(middle(one.box), other)))
    .map(({ it, box }) => `${name(it)} is ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`)
    .join("\n");
};

/** The sizes of the thumbs of sliders, as the style sheets say. */
window.thumbs = () => {
  const rules = (list) => [...list].flatMap((it) => (it.cssRules?.length ? rules(it.cssRules) : [it]));
  return window
    .inside()
    .adoptedStyleSheets.flatMap((sheet) => rules(sheet.cssRules))
    .filter(({ selectorText }) => /-(slider|range)-thumb/.test(selectorText ?? ""))
    .flatMap(({ style }) => [style.inlineSize, style.blockSize].filter(Boolean))
    .join(" ");
};

const scrolls = (value) => value === "auto" || value === "scroll";

/** The lines of text that can be seen: their elements and boxes. */
const lines = () => {
  const walker = document.createTreeWalker(window.root(), NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !shown(element) || element.closest("option, math, svg")) continue;
    if (getComputedStyle(element).clipPath !== "none") continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) found.push({ element, box });
  }
  return found;
};

/** Text that is cut off, sticks out or lies over something else. */
window.lostText = () => {
  const problems = [];
  const all = lines();
  const frame = window.root().getBoundingClientRect();
  const isFree = (it) => {
    for (let at = it.parentElement; at !== window.root(); at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== "visible") return false;
    }
    return true;
  };
  for (const it of window.root().querySelectorAll("*")) {
    if (!shown(it) || getComputedStyle(it).clipPath !== "none") continue;
    if (it.getBoundingClientRect().right > frame.right + 1 && isFree(it)) problems.push(`${name(it)} is too wide`);
  }
  for (const { element, box } of all) {
    let isScrolled = false;
    for (let at = element; at && at !== window.root(); at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      isScrolled ||= scrolls(overflowX);
      if (isScrolled) break;
      const clip = at.getBoundingClientRect();
      const isCut =
        (["hidden", "clip"].includes(overflowX) && (box.left < clip.left - 1 || box.right > clip.right + 1)) ||
        (["hidden", "clip"].includes(overflowY) && (box.top < clip.top - 2 || box.bottom > clip.bottom + 2));
      if (isCut) problems.push(`${name(element)} is cut off by ${name(at)}`);
    }
    if (!isScrolled && (box.right > frame.right + 1 || box.left < frame.left - 1)) problems.push(`${name(element)} sticks out`);
  }
  for (const field of window.root().querySelectorAll("input.number")) {
    if (shown(field) && field.scrollWidth > field.clientWidth + 1) problems.push(`${name(field)} hides a part of ${field.value}`);
  }
  const controls = [...window.root().querySelectorAll("button, input:not(.nudge), select")].filter(shown);
  const overlaps = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  all.forEach(({ element, box }, i) => {
    if (element.closest(".scroller")) return;
    for (const other of all.slice(i + 1)) {
      const isKin = other.element.contains(element) || element.contains(other.element) || other.element.closest(".scroller");
      if (!isKin && lessons(element) === lessons(other.element) && overlaps(box, other.box)) problems.push(`${name(element)} lies over ${name(other.element)}`);
    }
    for (const control of controls) {
      const isKin = control.contains(element) || element.contains(control);
      if (!isKin && lessons(element) === lessons(control) && overlaps(box, control.getBoundingClientRect())) problems.push(`${name(element)} lies over ${name(control)}`);
    }
  });
  for (const box of window.root().querySelectorAll(".stage .box")) {
    if (shown(box) && box.clientHeight < 90) problems.push(`a plot of ${box.clientWidth} × ${box.clientHeight}`);
  }
  return [...new Set(problems)].join("\n");
};

/** The distances between letters, words and lines that a reader may ask for (WCAG 1.4.12). */
window.spread = () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
     p { margin-block-end: 2em !important; }`,
  );
  window.inside().adoptedStyleSheets = [...window.inside().adoptedStyleSheets, sheet];
};

/** Counts the sentences that are read out from now on. */
window.listen = () => {
  window.said = [];
  const region = window.inside().querySelector("[role='status']");
  new MutationObserver(() => window.said.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
};

/** Canvases that a screen reader meets without a name. */
window.namelessCanvases = () =>
  [...window.root().querySelectorAll("canvas")]
    .filter((it) => shown(it) && !it.closest("[aria-hidden='true']"))
    .filter((it) => {
      const owner = it.closest("[role]:not([role='group'])");
      return !owner || !(owner.ariaLabel || owner.getAttribute("aria-labelledby"));
    })
    .map(name)
    .join("\n");

/** Groups that a screen reader meets without a name. */
window.namelessGroups = () =>
  [...window.root().querySelectorAll("fieldset, [role='group']")]
    .filter((it) => shown(it) && !(it.ariaLabel || it.getAttribute("aria-labelledby") || it.querySelector("legend")?.textContent?.trim()))
    .map(name)
    .join("\n");

/** Groups that are called like one of the controls in them. */
window.doubleNames = () =>
  [...window.root().querySelectorAll("fieldset")]
    .filter((it) => !it.querySelector("legend input"))
    .filter((it) => [...it.querySelectorAll("label")].some((label) => label.textContent === it.querySelector("legend")?.textContent))
    .map(name)
    .join("\n");
