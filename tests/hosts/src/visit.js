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

const slider = (figure) =>
  [...figure.shadowRoot.querySelectorAll("input[type=range]")].find((it) => it.checkVisibility() && !it.disabled);

window.hosts = {
  figures,

  /** Whether that many figures run, with a picture in each that is in sight. */
  run(count) {
    const canvas = (figure) => figure.shadowRoot?.querySelector("canvas");
    return (
      figures().length === count &&
      figures().every((it) => it.record?.lanes.length > 0) &&
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

  /** Whether a lesson opens, which the split build loads for itself. */
  async openLesson() {
    const [figure] = figures();
    figure.setAttribute("lessons", "rule");
    const lesson = figure.shadowRoot.querySelector(".lesson[data-lesson=rule]");
    return Boolean(lesson?.open && lesson.querySelector("math"));
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
