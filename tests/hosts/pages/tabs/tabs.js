// Shows the section that a button names, and hides the others.
document.addEventListener("click", ({ target }) => {
  const { tab } = target.dataset;
  if (!tab) return;
  for (const section of document.querySelectorAll("section")) section.hidden = section.id !== tab;
});
