import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { show } from "./page.js";
import { ControlPanel } from "../../www/control-panel.js";

const rest = { disabled: false, advanced: false };
const slider = (id, more = {}) => ({
  ...rest, id, group: "run", groupLabel: "Run", kind: "slider", place: "panel", label: id,
  position: 3, positions: 10, value: "0.3", valueText: "0.3", ...more,
});
const lane = (row, more = {}) => ({
  ...rest, id: `lane.${row}`, group: `lane.${row}`, groupLabel: `Lane ${row}`, kind: "checkbox", place: "lane",
  label: `Lane ${row}`, checked: true, ...more,
});
const select = (more = {}) => ({
  ...rest, id: "surface", group: "surface", groupLabel: "Surface", kind: "select", place: "panel", label: "Surface",
  value: "ravine", options: [{ value: "ravine", label: "Ravine" }, { value: "saddle", label: "Saddle" }], ...more,
});

/** Controls for a figure that says what `offered` holds, and what people did with them. */
function panel(...offered) {
  const places = ["lane", "panel", "player", "loss", "map"].map((name) => `<div data-place="${name}"></div>`);
  show(`${places.join("")}<div class="handle"></div>`);
  const done = [];
  const figure = { drawSwatch: (_, id) => done.push(`draw ${id}`) };
  const actions = {
    act({ type, id, position, value, text }) {
      done.push(`${type} ${id} ${position ?? value ?? text}`);
      const isWrong = type === "type" && Number.isNaN(Number(text));
      return isWrong ? { problem: `${text} is no number` } : {};
    },
    changed: () => done.push("changed"),
  };
  const controls = new ControlPanel(document, actions);
  let sent = "";
  // A figure leaves out what its page has already.
  const update = (look = "light") => {
    const now = JSON.stringify(offered);
    controls.update(figure, now === sent ? undefined : JSON.parse(now), look);
    sent = now;
  };
  update();
  return { offered, done, update, find: (selector) => document.querySelector(selector) };
}

/** A person does something with an element. */
function act(element, type, values = {}) {
  Object.assign(element, values);
  element.dispatchEvent(new Event(type, { bubbles: true }));
}

test("controls stand in their places, those of a group in a fieldset that is named", () => {
  const { find } = panel(slider("steps"), slider("start.x"), { ...select(), id: "speed", place: "player" });
  assert.equal(find('[data-place="panel"] fieldset.group legend').textContent, "Run");
  assert.equal(find('[data-place="panel"]').querySelectorAll("fieldset .control").length, 2);
  assert.ok(find('[data-place="player"] #control-speed'));
});

test("a choice of a few is a row of buttons, of which one is pressed", () => {
  const options = [{ value: "none", label: "none" }, { value: "both", label: "both" }];
  const row = { group: "kind", groupLabel: "Kind", place: "lane" };
  const { find, done } = panel({ ...slider("kind", row), kind: "buttons", label: "Kind", value: "both", options });
  const group = find('[data-place="lane"] > .row [role="group"].segments');
  assert.equal(find(`#${group.getAttribute("aria-labelledby")}`).textContent, "Kind");
  const buttons = [...group.querySelectorAll("button")];
  assert.deepEqual(buttons.map((it) => [it.textContent, it.getAttribute("aria-pressed")]), [["none", "false"], ["both", "true"]]);
  buttons[0].click();
  assert.deepEqual(done, ["choose kind none", "changed"]);
});

test("a lane's row is named by its own checkbox, holds its sliders and ends with how it stands", () => {
  const { find } = panel(lane(0), slider("lane.0.lr", { group: "lane.0", place: "lane" }));
  const row = find('[data-place="lane"] > .row[data-lane="lane.0"]');
  assert.ok(row.querySelector(".name #control-lane\\.0"));
  assert.deepEqual([...row.children].map((it) => it.className), ["name", "control slider", "outcome"]);
  assert.ok(row.querySelector("#control-lane\\.0\\.lr"));
});

test("what most readers leave alone stands in a closed drawer", () => {
  const { find } = panel(slider("steps"), slider("eps", { group: "advanced", groupLabel: "Advanced", advanced: true }));
  const drawer = find("details.advanced");
  assert.equal(drawer.open, false);
  assert.equal(drawer.querySelector("summary").textContent, "Advanced");
  assert.ok(drawer.querySelector("#control-eps"));
});

test("a slider moves its setting at once and reports when it is let go", () => {
  const { find, done } = panel(slider("steps"));
  act(find("#control-steps"), "input", { value: "7" });
  act(find("#control-steps"), "change");
  assert.deepEqual(done, ["slide steps 7", "changed"]);
});

test("a slider shows its place, its text, its hint and where something changes", () => {
  const { find, offered, update } = panel(slider("lr", { mark: 0.4, hint: "diverges from 0.4" }));
  const range = find("#control-lr");
  assert.deepEqual([range.value, range.max, range.getAttribute("aria-valuetext")], ["3", "10", "0.3"]);
  assert.deepEqual([range.classList.contains("marked"), range.style.getPropertyValue("--mark")], [true, "0.4"]);
  assert.equal(find("#control-lr-hint").textContent, "diverges from 0.4");
  const { mark: _, hint: __, ...plain } = offered[0];
  offered[0] = { ...plain, disabled: true };
  update();
  assert.deepEqual([range.classList.contains("marked"), find("#control-lr-hint").hidden, range.disabled], [false, true, true]);
});

test("a number that cannot be read stays in its field with what is wrong, until the setting moves", () => {
  const { find, offered, done, update } = panel(slider("lr"));
  const field = find("#field-lr");
  act(field, "input", { value: "much" });
  act(field, "change");
  update();
  assert.deepEqual(done, ["type lr much"]);
  assert.deepEqual([field.value, field.getAttribute("aria-invalid")], ["much", "true"]);
  assert.equal(find("#field-lr-problem").textContent, "much is no number");
  offered[0].value = "0.5";
  update();
  assert.deepEqual([field.value, field.hasAttribute("aria-invalid")], ["0.5", false]);
  assert.equal(find("#field-lr-problem").hidden, true);
});

test("a field that is being typed in is left alone", () => {
  const { find, offered, done, update } = panel(slider("lr"));
  act(find("#field-lr"), "input", { value: "1e" });
  offered[0].value = "0.4";
  update();
  assert.equal(find("#field-lr").value, "1e");
  act(find("#field-lr"), "change", { value: "1e-2" });
  assert.deepEqual(done, ["type lr 1e-2", "changed"]);
});

test("a checkbox and a select choose and report in one go", () => {
  const { find, done } = panel(lane(0), select());
  done.length = 0;
  act(find("#control-lane\\.0"), "change", { checked: false });
  act(find("#control-surface"), "change", { value: "saddle" });
  assert.deepEqual(done, ["choose lane.0 false", "changed", "choose surface saddle", "changed"]);
});

test("the options of a select are made anew only when they are others", () => {
  const { find, offered, update } = panel(select());
  const option = find("option");
  offered[0].value = "saddle";
  update();
  assert.equal(find("option"), option);
  assert.equal(find("select").value, "saddle");
  offered[0].options = [{ value: "saddle", label: "Sattel" }];
  update();
  assert.deepEqual([...find("select").options].map(({ text }) => text), ["Sattel"]);
});

test("a formula shows what is wrong and where, and is not rewritten under the cursor", () => {
  const text = { ...rest, id: "formula", group: "surface", groupLabel: "Surface", kind: "text", place: "panel", label: "f", value: "x^2" };
  const { find, offered, done, update } = panel(text);
  const input = find("#control-formula");
  act(input, "input", { value: "x^2+7" });
  assert.deepEqual(done, ["type formula x^2+7"]);
  input.focus();
  offered[0] = { ...text, value: "x^2+", problem: "something is missing", problemAt: ["x^2", "+", ""] };
  update();
  assert.equal(input.value, "x^2+7");
  assert.equal(find(".problem").textContent, "something is missing");
  assert.equal(find(".problem-place mark").textContent, "+");
  assert.equal(input.getAttribute("aria-invalid"), "true");
  offered[0] = text;
  update();
  assert.deepEqual([find(".problem").hidden, find(".problem-place").hidden], [true, true]);
});

test("controls that stay when others come are not made anew and not moved", () => {
  const { find, offered, update } = panel(slider("steps"), slider("start.x"));
  const kept = find("#control-steps");
  const inserted = mock.method(Node.prototype, "insertBefore");
  offered.push(select());
  update();
  const moved = inserted.mock.calls.map((call) => call.arguments[0]);
  inserted.mock.restore();
  assert.equal(find("#control-steps"), kept);
  assert.ok(moved.length > 0);
  assert.deepEqual(moved.filter((node) => node.contains(kept)), []);
  assert.ok(find("#control-surface"));
});

test("a control that becomes one of another kind is made anew", () => {
  const { find, offered, update } = panel(slider("steps"));
  offered[0] = { ...select(), id: "steps" };
  update();
  assert.equal(find("#control-steps").localName, "select");
});

test("the keyboard stays where it was when a control goes", () => {
  const { find, offered, update } = panel(slider("steps"), slider("start.x"));
  find("#control-steps").focus();
  offered.shift();
  update();
  assert.equal(document.activeElement, find("#control-start\\.x"));
});

test("the handle on the map has the sliders of the start without their faces", () => {
  const { find, done } = panel(slider("start.x"), slider("steps"));
  const nudge = find(".handle #nudge-start\\.x");
  assert.equal(nudge.getAttribute("aria-label"), "start.x");
  assert.equal(find(".handle").children.length, 1);
  act(nudge, "input", { value: "4" });
  assert.deepEqual(done, ["slide start.x 4"]);
});

test("swatches are drawn when they are made and when colors change, not at every update", () => {
  const { done, update } = panel(lane(0));
  assert.deepEqual(done, ["draw lane.0"]);
  update();
  assert.equal(done.length, 1);
  update("dark");
  assert.deepEqual(done, ["draw lane.0", "draw lane.0"]);
});

test("a control goes back to what is set, where the figure did not take what a reader did", () => {
  const { find, update } = panel(slider("steps"), select());
  act(find("#control-steps"), "input", { value: "7" });
  act(find("#control-surface"), "change", { value: "saddle" });
  update();
  assert.deepEqual([find("#control-steps").value, find("#control-surface").value], ["3", "ravine"]);
});
