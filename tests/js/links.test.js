import assert from "node:assert/strict";
import { test } from "node:test";
import { place, show } from "./page.js";
import { follow, listenToLinks } from "../../www/links.js";

listenToLinks("x-figure", document);

/** All figures of the page hear links from now on; gives what they hear. */
function hear() {
  const heard = [];
  for (const figure of document.querySelectorAll("x-figure")) {
    place(figure);
    figure[follow] = (query, own) => heard.push([figure.id, query, own]);
  }
  return heard;
}

/** Clicks on what the selector names; gives whether the page took the click from the browser. */
function click(selector, keys = {}, root = document) {
  const event = new MouseEvent("click", { bubbles: true, composed: true, cancelable: true, ...keys });
  root.querySelector(selector).dispatchEvent(event);
  return event.defaultPrevented;
}

test("a link hands its query to the figure that it names", () => {
  show('<p><a data-descent="b?optimizers=adam&steps=40"><b>Adam</b></a></p><x-figure id="a"></x-figure><x-figure id="b"></x-figure>');
  const heard = hear();
  assert.equal(click("b"), true);
  assert.deepEqual(heard, [["b", "optimizers=adam&steps=40", false]]);
});

test("a link may name a box with a figure in it", () => {
  show('<a data-descent="box?steps=2"></a><div id="box"><x-figure id="a"></x-figure></div>');
  const heard = hear();
  click("a");
  assert.deepEqual(heard, [["a", "steps=2", false]]);
});

test("a link without a name means the figure before it, and the one after it where there is none", () => {
  show('<a class="one" data-descent="?steps=1"></a><x-figure id="a"></x-figure><x-figure id="b"></x-figure><a class="two" data-descent="?steps=2"></a>');
  const heard = hear();
  click(".one");
  click(".two");
  assert.deepEqual(heard, [["a", "steps=1", false], ["b", "steps=2", false]]);
});

test("a link in a figure's own shadow root is the figure's own", () => {
  show('<x-figure id="a"></x-figure><x-figure id="b"></x-figure>');
  const heard = hear();
  const shadow = document.getElementById("a").attachShadow({ mode: "open" });
  shadow.innerHTML = '<a data-descent="?steps=3"></a>';
  click("a", {}, shadow);
  assert.deepEqual(heard, [["a", "steps=3", true]]);
});

test("a link in another shadow root finds figures of the page", () => {
  show('<x-figure id="a"></x-figure><section></section>');
  const heard = hear();
  const shadow = document.querySelector("section").attachShadow({ mode: "open" });
  shadow.innerHTML = '<a data-descent="a?steps=3"></a>';
  click("a", {}, shadow);
  assert.deepEqual(heard, [["a", "steps=3", false]]);
});

test("clicks that ask the browser for something, and those that others took, are left alone", () => {
  show('<a data-descent="a?steps=2"></a><x-figure id="a"></x-figure>');
  const heard = hear();
  for (const keys of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }]) {
    assert.equal(click("a", keys), false);
  }
  document.querySelector("a").addEventListener("click", (event) => event.preventDefault());
  click("a");
  assert.deepEqual(heard, []);
});

/** Like the routers of some sites, which take every click before or after anything else hears of it. */
function route(options) {
  const life = new AbortController();
  document.addEventListener("click", (event) => event.preventDefault(), { ...options, signal: life.signal });
  return life;
}

test("a link moves its figure where a router takes all clicks, on their way down or up", () => {
  show('<a data-descent="a?steps=2"><b></b></a><x-figure id="a"></x-figure>');
  const heard = hear();
  for (const options of [{ capture: true }, { capture: false }]) {
    const router = route(options);
    assert.equal(click("b"), true);
    router.abort();
  }
  assert.deepEqual(heard, [["a", "steps=2", false], ["a", "steps=2", false]]);
});

test("a link whose own handler takes the click is left alone behind a router too, if that lets it", () => {
  show('<a data-descent="a?steps=2"></a><x-figure id="a"></x-figure>');
  const heard = hear();
  document.querySelector("a").addEventListener("click", (event) => event.preventDefault());
  const router = route({ capture: false });
  click("a");
  router.abort();
  assert.deepEqual(heard, []);
});

test("a click that was stopped on its way is not made up for by the next one", () => {
  show('<a data-descent="a?steps=2"></a><x-figure id="a"></x-figure>');
  const heard = hear();
  document.body.addEventListener("click", (event) => event.stopPropagation(), { capture: true, once: true });
  click("a");
  assert.deepEqual(heard, []);
  click("a");
  assert.deepEqual(heard, [["a", "steps=2", false]]);
});

test("a button moves a figure as a link does", () => {
  show('<button data-descent="a?steps=2"><i></i></button><x-figure id="a"></x-figure>');
  const heard = hear();
  assert.equal(click("i"), true);
  assert.deepEqual(heard, [["a", "steps=2", false]]);
});

test("links that name no figure are the browser's", () => {
  show('<a class="one" data-descent="missing?steps=2"></a><a class="two" href="#a"></a><x-figure id="a"></x-figure>');
  const heard = hear();
  assert.equal(click(".one"), false);
  assert.equal(click(".two"), false);
  assert.deepEqual(heard, []);
});

test("a figure out of sight is brought into sight, and one in sight stays where it is", () => {
  show('<a data-descent="a?steps=2"></a><x-figure id="a"></x-figure>');
  hear();
  const figure = document.querySelector("x-figure");
  const asked = [];
  figure.scrollIntoView = (options) => asked.push(options);
  place(figure, { top: 100, height: 400 });
  click("a");
  assert.deepEqual(asked, []);
  place(figure, { top: 700, height: 400 });
  click("a");
  place(figure, { top: 700, height: 900 });
  click("a");
  assert.deepEqual(asked.map(({ block }) => block), ["nearest", "start"]);
});

test("plots out of sight are brought into it though the rest of their figure fills the window", () => {
  show('<a data-descent="a?steps=2"></a><x-figure id="a"></x-figure>');
  hear();
  const figure = document.querySelector("x-figure");
  const shadow = figure.attachShadow({ mode: "open" });
  shadow.innerHTML = '<div class="plots"><div class="panel"></div></div><a class="own" data-descent="?steps=3"></a>';
  const asked = [];
  const plots = shadow.querySelector(".plots");
  plots.scrollIntoView = () => asked.push("plots");
  figure.scrollIntoView = () => asked.push("figure");
  place(figure, { top: -500, height: 1200 });
  place(plots, { top: -500, height: 400 });
  place(shadow.querySelector(".panel"), { top: -500, height: 200 });
  click("a");
  // A link of the figure's own does no less.
  click(".own", {}, shadow);
  assert.deepEqual(asked, ["figure", "figure"]);
  place(shadow.querySelector(".panel"), { top: 10, height: 200 });
  click("a");
  click(".own", {}, shadow);
  assert.deepEqual(asked, ["figure", "figure"]);
});

test("plots that a figure of fixed height has scrolled out of itself are scrolled back", () => {
  show('<a data-descent="a?steps=2"></a><x-figure id="a"></x-figure>');
  hear();
  const figure = document.querySelector("x-figure");
  const shadow = figure.attachShadow({ mode: "open" });
  shadow.innerHTML = '<div class="root"><div class="plots"></div></div>';
  const asked = [];
  const plots = shadow.querySelector(".plots");
  plots.scrollIntoView = () => asked.push("plots");
  Object.defineProperties(shadow.querySelector(".root"), { scrollHeight: { value: 1200 }, clientHeight: { value: 560 } });
  place(figure, { height: 560 });
  place(plots, { top: -600, height: 400 });
  click("a");
  assert.deepEqual(asked, ["plots"]);
});
