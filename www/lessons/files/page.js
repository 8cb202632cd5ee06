// Pictures of a reader's own: files are unpacked here and handed over piece by piece; what is in them is
// judged in Rust.
import { button, element, say } from "../shared/parts.js";

/** @typedef {import("../../engine.js").FullFigure} Figure */
/** @typedef {import("../lesson.js").LessonActions} Actions */

// So many milliseconds of reading, and the page has its turn.
const turn = 12;

// So many bytes are read at once: those of a stream of the browser's own would take too long to unpack.
const slice = 131072;

/** @type {import("../lesson.js").Lesson} */
export function files(body, actions) {
  const input = element("input", "files-input");
  Object.assign(input, { type: "file", multiple: true });
  input.setAttribute("aria-describedby", "files-which files-private");
  const name = element("span", "");
  name.dataset["word"] = "filesChoose";
  const choose = element("label", "files-choose", name, input);
  const which = note("filesWhich", "files-which");
  const guarded = note("filesPrivate", "files-private");
  const now = element("p", "files-now");
  const status = element("p", "files-status");
  /** What stands there: a word of the interface, or none where the figure says what came of the files. */
  let word = "";
  const back = button("filesBack", () => {
    reading = undefined;
    actions.act({ type: "leaveFiles" });
    word = "filesReturned";
    tell(actions.word(word));
    // The button goes: what it stood beside has the keyboard now.
    input.focus();
  });
  body.classList.add("files");
  body.append(which, element("div", "lesson-bar", choose, note("filesDrop")), guarded, status, now, element("p", "lesson-bar", back));

  /** The files that are being read: later ones take their place. @type {object | undefined} */
  let reading;

  /** What stands below the sentence is for listeners a part of it. @param {string} sentence */
  const tell = (sentence) => {
    actions.changed();
    actions.say(`${sentence} ${actions.figure()?.lesson("files")?.text}`);
  };

  /** @param {File[]} chosen */
  const take = async (chosen) => {
    const figure = actions.figure();
    if (!figure || !chosen.length) return;
    const own = (reading = {});
    word = "filesReading";
    actions.refresh();
    try {
      const wrong = await read(figure, chosen, () => reading === own && actions.figure() === figure);
      if (reading !== own || actions.figure() !== figure) return;
      word = "";
      if (wrong !== undefined) actions.say(wrong);
      const outcome = wrong === undefined ? actions.act({ type: "endFiles" }) : undefined;
      if (outcome?.message !== undefined) tell(outcome.message);
      else actions.refresh();
    } catch (error) {
      // The figure left its page meanwhile.
      console.warn(error);
    } finally {
      if (reading === own) reading = undefined;
    }
  };

  input.addEventListener("change", () => {
    const chosen = [...(input.files ?? [])];
    // The same files can be chosen again.
    input.value = "";
    take(chosen);
  });
  listenToDrops(body, take);

  return {
    update(figure) {
      const sheet = figure.lesson("files");
      if (!sheet) return;
      say(now, sheet.text);
      // Said anew each time, since the language may have changed.
      say(status, word ? actions.word(word) : (sheet.message ?? sheet.problem ?? ""));
      status.toggleAttribute("data-problem", !word && sheet.problem !== undefined);
      back.hidden = !sheet.isOwn;
    },
  };
}

/** A sentence of the interface. @param {string} word @param {string} [id] */
function note(word, id) {
  const made = element("p", "hint");
  if (id) made.id = id;
  made.dataset["word"] = word;
  return made;
}

/**
 * Hands files over; what is wrong with them, if that can be told before their end.
 * @param {Figure} figure
 * @param {File[]} chosen
 * @param {() => boolean} isWanted
 */
async function read(figure, chosen, isWanted) {
  figure.dispatch({ type: "beginFiles" });
  for (const file of chosen) {
    figure.dispatch({ type: "openFile", name: file.name });
    const reader = (await unpacked(file)).getReader();
    const stop = () => reader.cancel().catch(() => {});
    let began = performance.now();
    for (;;) {
      /** @type {ReadableStreamReadResult<Uint8Array> | undefined} */
      let piece;
      try {
        piece = await reader.read();
      } catch {
        // Damaged, or not there any more.
      }
      if (!isWanted()) return void stop();
      if (!piece) figure.dispatch({ type: "spoilFile" });
      if (!piece || piece.done) break;
      const { problem } = figure.dispatch({ type: "fileBytes", bytes: piece.value });
      if (problem !== undefined) {
        // Nothing will come of the others.
        stop();
        return problem;
      }
      if (performance.now() - began < turn) continue;
      await new Promise((done) => setTimeout(done));
      began = performance.now();
    }
  }
  return undefined;
}

/**
 * The content, without the packing.
 * @param {File} file
 * @returns {Promise<ReadableStream<Uint8Array>>}
 */
async function unpacked(file) {
  const bytes = async (/** @type {number} */ from, /** @type {number} */ to) =>
    new Uint8Array(await file.slice(from, to).arrayBuffer());
  let at = 0;
  const stream = new ReadableStream({
    async pull(controller) {
      const from = at;
      at += slice;
      if (from < file.size) controller.enqueue(await bytes(from, at));
      else controller.close();
    },
  });
  // What cannot be read, such as a folder, fails again when it is read on.
  const [first, second] = await bytes(0, 2).catch(() => []);
  return first === 0x1f && second === 0x8b ? stream.pipeThrough(new DecompressionStream("gzip")) : stream;
}

/**
 * @param {HTMLElement} place
 * @param {(files: File[]) => void} take
 */
function listenToDrops(place, take) {
  const light = (/** @type {boolean} */ on) => place.toggleAttribute("data-over", on);
  place.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    light(true);
  });
  place.addEventListener("dragleave", (event) => {
    if (!(event.relatedTarget instanceof Node && place.contains(event.relatedTarget))) light(false);
  });
  place.addEventListener("drop", (event) => {
    light(false);
    const dropped = [...(event.dataTransfer?.files ?? [])];
    if (!dropped.length) return;
    // The browser would open the file in place of the page.
    event.preventDefault();
    take(dropped);
  });
}
