// The language of the lecture note. It is chosen before the figures are defined, which keep room for its words.

const root = document.documentElement;
const spoken = ["ko", "en", "ja"];

/** @param {string | null | undefined} tag */
function known(tag) {
  const base = tag?.toLowerCase().split("-")[0] ?? "";
  return spoken.includes(base) ? base : undefined;
}

/** @param {string} language */
export function speak(language) {
  root.lang = language;
  const title = document.querySelector(`title ~ meta[name="title"][lang="${language}"]`);
  document.title = title?.getAttribute("content") ?? document.title;
  for (const link of document.querySelectorAll("[data-speak]")) {
    if (link.getAttribute("data-speak") === language) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

speak(
  known(new URLSearchParams(location.search).get("lang")) ?? navigator.languages.map(known).find(Boolean) ?? "ko",
);
