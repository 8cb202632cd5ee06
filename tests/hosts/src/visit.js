// What a visit asks a page. Everything hangs on `window`: Firefox' driver sees no lexical names.

/** All elements below a root, through shadow roots. */
const all = (root) =>
  [...root.querySelectorAll("*")].flatMap((it) => (it.shadowRoot ? [it, ...all(it.shadowRoot)] : [it]));

const figures = () => all(document).filter((it) => it.localName === "descent-widget");

const frame = () => new Promise((done) => requestAnimationFrame(done));

/** What has the focus, as deep as it goes. */
const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

const bits = (number) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
};

/** The element around one, also where that is around a shadow root. */
const parentOf = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;

/** Whether an element, or one around it, is made invisible by cutting it down to a pixel. */
const isForListeners = (element) => {
  for (let it = element; it; it = parentOf(it)) {
    if (it.clientWidth === 1 && it.clientHeight === 1) return true;
  }
  return false;
};

const slider = (figure) =>
  [...figure.shadowRoot.querySelectorAll("input[type=range]")].find((it) => it.checkVisibility() && !it.disabled);

window.hosts = {
  figures,

  /** Whether that many figures run, with a picture in each that is in sight. */
  run(count) {
    // Networks begin to train when they come into sight.
    const waits = (figure) => figure.hasAttribute("lab") && figure.query !== "";
    const canvas = (figure) => figure.shadowRoot?.querySelector("canvas");
    return (
      figures().length === count &&
      figures().every((it) => it.record?.lanes?.length > 0 || waits(it)) &&
      figures().some((it) => canvas(it)?.width > 0)
    );
  },

  query: () => figures()[0].query,

  recorded: () =>
    figures()[0]
      .record.lanes.map(({ name, x, y, loss, outcome }) =>
        [name, outcome.kind, outcome.step, ...[x, y, loss].flatMap((numbers) => [...numbers].map(bits))].join(" "),
      )
      .join("\n"),

  focusSlider() {
    const element = slider(figures()[0]);
    element.scrollIntoView({ block: "center" });
    element.focus();
    return focused() === element;
  },

  isFocusInside: () => figures().some((it) => it.shadowRoot.contains(focused())),

  /** Waits until nothing scrolls: a key may have set the page in motion. */
  async still() {
    for (let same = 0, at = ""; same < 10; ) {
      await frame();
      const box = figures()[0].getBoundingClientRect();
      const now = `${box.x} ${box.y} ${box.height}`;
      same = now === at ? same + 1 : 0;
      at = now;
    }
    return true;
  },

  map: () => figures()[0].shadowRoot.querySelector("[data-panel=map] .box"),

  /** How far the middle of the start's handle is from there, in CSS pixels of the window. */
  distance(x, y) {
    const box = figures()[0].shadowRoot.querySelector(".handle").getBoundingClientRect();
    return Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y);
  },

  /** Everything of ours that sticks out of its figure, or figures that stick out of their place. */
  overflow() {
    const found = [];
    for (const figure of figures()) {
      const box = figure.getBoundingClientRect();
      if (!box.width) continue;
      const around = (figure.parentElement ?? figure.getRootNode().host).getBoundingClientRect();
      if (box.right > around.right + 1 || box.left < around.left - 1) found.push(`the figure: ${box.right} > ${around.right}`);
      if (figure.scrollWidth > figure.clientWidth + 1) found.push(`inside: ${figure.scrollWidth} > ${figure.clientWidth}`);
    }
    return found.join("; ");
  },

  /**
   * Everything of ours that a reader cannot bring into view: what a box cuts off that does not
   * scroll, and what lies where no page can be scrolled to.
   */
  async clipped() {
    const found = new Set();
    const page = document.scrollingElement;
    for (const figure of figures()) {
      // What is out of sight is arranged when it comes into sight.
      figure.scrollIntoView({ behavior: "instant" });
      await frame().then(frame).then(frame);
      const left = -page.scrollLeft;
      const top = -page.scrollTop;
      for (const part of all(figure.shadowRoot)) {
        if (!(part instanceof HTMLElement) || !part.checkVisibility({ visibilityProperty: true })) continue;
        const name = `${part.localName}.${part.className || part.textContent.trim().slice(0, 20)}`;
        const box = part.getBoundingClientRect();
        // What is there for listeners only has no size to speak of.
        if (box.width < 2 || box.height < 2 || isForListeners(part)) continue;
        const { overflowX } = getComputedStyle(part);
        if (overflowX !== "visible" && overflowX !== "auto" && part.scrollWidth > part.clientWidth + 1) {
          found.add(`${name} holds ${part.scrollWidth} in ${part.clientWidth}`);
        }
        let [acrossScrolls, downScrolls] = [false, false];
        for (let around = parentOf(part); around; around = parentOf(around)) {
          const style = getComputedStyle(around);
          const limits = around.getBoundingClientRect();
          acrossScrolls ||= /auto|scroll/.test(style.overflowX);
          downScrolls ||= /auto|scroll/.test(style.overflowY);
          const across = !acrossScrolls && /hidden|clip/.test(style.overflowX);
          const down = !downScrolls && /hidden|clip/.test(style.overflowY);
          if (across && (box.left < limits.left - 1 || box.right > limits.right + 1)) found.add(`${name} is cut off across by ${around.className}`);
          if (down && (box.top < limits.top - 1 || box.bottom > limits.bottom + 1)) found.add(`${name} is cut off down by ${around.className}`);
        }
        if (!acrossScrolls && (box.left < left - 1 || box.right > left + page.scrollWidth + 1)) found.add(`${name} lies beside the page`);
        if (!downScrolls && (box.top < top - 1 || box.bottom > top + page.scrollHeight + 1)) found.add(`${name} lies below the page`);
      }
    }
    // The rest is mostly inside of these.
    return [...found].slice(0, 5).join("; ");
  },

  isPageWide: () => document.documentElement.scrollWidth > innerWidth + 1,

  /** What axe finds inside the figures. */
  async violations() {
    // Landmarks are a matter of the page around the figure.
    const rules = { "target-size": { enabled: true }, region: { enabled: false } };
    const options = { rules, resultTypes: ["violations"], iframes: false };
    // Figures in shadow roots are reached from the document only.
    const { violations } = await axe.run(document, options);
    return violations
      .flatMap(({ id, help, nodes }) =>
        nodes
          .filter(({ target }) => target.flat().some((it) => /descent-widget/.test(it)) && target.flat().length > 1)
          .map(({ target, failureSummary }) => `${id}: ${help} at ${target.flat().join(" ")}: ${failureSummary}`),
      )
      .join("\n");
  },

  /** Everything that was loaded from elsewhere. */
  elsewhere: (origin) =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((it) => !it.startsWith(origin) && !/^(data|blob):/.test(it))
      .join(" "),

  /** Whether the last figure, brought into sight, has trained its networks to the end. */
  hasTrained(iterations) {
    const figure = figures().at(-1);
    figure.scrollIntoView({ behavior: "instant" });
    return figure.record?.recorded === iterations;
  },

  /** Whether a lesson opens, which the split build loads for itself. */
  async openLesson() {
    const [figure] = figures();
    figure.setAttribute("lessons", "rule");
    const lesson = figure.shadowRoot.querySelector(".lesson[data-lesson=rule]");
    return Boolean(lesson && !lesson.hidden && lesson.querySelector("math"));
  },

  /** Takes all figures out while they play; how many frames are asked for afterwards more than before. */
  async remove() {
    const request = window.requestAnimationFrame;
    let count = 0;
    window.requestAnimationFrame = (callback) => {
      count += 1;
      return request.call(window, callback);
    };
    const rest = (ms) => new Promise((done) => setTimeout(done, ms));
    await rest(300);
    count = 0;
    await rest(300);
    const before = count;
    for (const figure of figures()) {
      figure.reset();
      figure.play();
    }
    await frame().then(frame);
    for (const figure of figures()) figure.remove();
    await rest(100);
    count = 0;
    await rest(300);
    window.requestAnimationFrame = request;
    return count - before;
  },
};
