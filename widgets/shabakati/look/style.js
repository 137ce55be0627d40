// The stylesheet comes with the widget itself. This brings the fonts, and keeps JupyterLab's
// single-key shortcuts (D D removes a cell) away from what has the focus in our trees: JupyterLab
// looks for the mark on the focused element itself, before any listener of ours is asked.
function mark(event) {
  const node = event.target;
  if (node.closest?.(".shabakati")) node.dataset.lmSuppressShortcuts = "true";
}

function render({ model, el }) {
  el.classList.add("sh-style");
  ensureFonts(model); // until they are there, and without them, the system's own are used
  if (page.marks) return;
  page.marks = true;
  document.documentElement.classList.add("shabakati-here");
  document.addEventListener("focusin", mark);
}
export default { render };
