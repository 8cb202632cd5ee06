import assert from "node:assert/strict";
import { test } from "node:test";
import { show } from "./page.js";
import { tellAnswers } from "../../www/frame-answers.js";

const told = [];
const answer = { lesson: "predict", correct: false, lane: "SGD", step: 10, x: -3, y: 1, distance: 1.5 };
const event = () => new CustomEvent("descent-answer", { bubbles: true, composed: true, detail: answer });

test("alone in its window the page tells nobody what was answered", () => {
  const figure = show("<p></p>");
  tellAnswers(figure);
  figure.dispatchEvent(event());
  assert.deepEqual(told, []);
});

test("in a frame the page around it hears what was answered", () => {
  window.parent = { postMessage: (message, to) => told.push({ ...message, to }) };
  window.name = "figure-1";
  const figure = show("<p></p>");
  tellAnswers(figure);
  figure.dispatchEvent(event());
  assert.deepEqual(told, [{ type: "descent-widget:answer", id: "figure-1", ...answer, to: "*" }]);
});
