// A TypeScript project that uses everything that the package declares.
import widget, { DescentWidget, Momentum, ready } from "descent-widget/standalone";
import { Adam, type Lane, type RaceRecord, type State } from "descent-widget";
import manifest from "descent-widget/custom-elements.json" with { type: "json" };

await ready;
const optimizer = new Momentum(0.1, 0.9);
optimizer.update({ W1: Float64Array.of(1, 2) }, { W1: Float64Array.of(0.5, -1) });
new Adam().update(Float64Array.of(1), Float64Array.of(1));

const figure: DescentWidget = document.createElement("descent-widget");
figure.optimizers = "sgd momentum";
figure.steps = 40;
figure.lossScale = "linear";
figure.start = [-7, 2];
figure.steps = null;
const { steps }: { steps: number } = figure;
const release: string = DescentWidget.version;
// @ts-expect-error: there are two scales
figure.lossScale = "square";
figure.query = "start=-7 2";
figure.addEventListener("descent-change", ({ detail }) => {
  const state: State = detail.state;
  figure.setState({ ...state, steps: null });
});
figure.addEventListener("descent-step", ({ detail }) => figure.seek(detail.step + 1));

const { record } = figure;
const race: RaceRecord | undefined = record && "lanes" in record ? record : undefined;
const losses = race?.lanes.map((lane: Lane): number | undefined => lane.loss.at(-1));
document.querySelector("descent-widget")?.play();

const cleanUp = widget.render({ model: { get: () => undefined }, el: document.body });
cleanUp?.();

export { losses, manifest, release, steps };
