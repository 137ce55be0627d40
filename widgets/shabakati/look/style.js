// The stylesheet comes with the widget itself; this only brings the fonts and takes no room.
function render({ model, el }) {
  el.classList.add("sh-style");
  ensureFonts(model); // until they are there, and without them, the system's own are used
}
export default { render };
