// What a theme of MyST does with a page that has been built: it hands the node to the renderer.
import { ANY_RENDERERS } from "@myst-theme/anywidget";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const page = await (await fetch("content/index.json")).json();

function find(node) {
  return node.type === "anywidget" ? [node] : (node.children ?? []).flatMap(find);
}

const nodes = find(page.mdast);
const Renderer = ANY_RENDERERS.anywidget;
createRoot(document.querySelector("main")).render(nodes.map((node) => createElement(Renderer, { node, key: node.key })));
