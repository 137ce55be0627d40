// The marks of a chart that stand for people: found, reached by Tab and the arrows, pressed.

/** The row that an element of the drawing stands for. */
const rowOf = (node) => node?.closest?.("path, line, text")?.__data__?.datum;

/** The id of the person whose mark an element is, else undefined; planned people cannot be acted on. */
function personOf(node) {
  const id = rowOf(node)?.id;
  return Number.isInteger(id) && id > 0 ? id : undefined;
}

/** Every element of the drawing that stands for a row. */
const drawnNodes = (plot) => [...(plot?.querySelectorAll("svg :is(path, line, text)") ?? [])];

const focusable = (plot) =>
  drawnNodes(plot).filter((node) => node.hasAttribute("aria-label") && personOf(node) !== undefined);

/** After each drawing: one mark is reached by Tab, the others from it. */
function tidyMarks(plot) {
  // Vega names the place of marks a symbol even where there are none: then it has no name.
  for (const g of plot?.querySelectorAll("g[role='graphics-symbol']:empty") ?? []) {
    g.removeAttribute("role");
  }
  const marks = focusable(plot);
  const reached = marks.find((mark) => mark.getAttribute("tabindex") === "0") ?? marks[0];
  for (const mark of marks) {
    mark.setAttribute("tabindex", mark === reached ? "0" : "-1");
    mark.setAttribute("role", "button");
    mark.removeAttribute("aria-roledescription");
  }
  for (const node of drawnNodes(plot)) {
    node.classList.toggle("shabakati-person", personOf(node) !== undefined);
  }
}

/** Enter, space and the arrows on a mark; other keys go to `other(key, id)`, true if it used it. */
function reachMarks(chart, act, other) {
  chart.root.addEventListener("keydown", (event) => {
    const id = chart.plot.contains(event.target) ? personOf(event.target) : undefined;
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) moveBy(focusable(chart.plot), event.target, step);
    else if (event.key === "Enter" || event.key === " ") act(id);
    else if (!other(event.key, id)) return;
    event.preventDefault();
  });
  chart.root.addEventListener("click", (event) => {
    const id = chart.plot.contains(event.target) ? personOf(event.target) : undefined;
    if (id !== undefined) act(id);
  });
}

function moveBy(marks, now, step) {
  const next = marks[(marks.indexOf(now) + step + marks.length) % marks.length];
  now.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

/** Keep the focus on the same person while the drawing is replaced. */
function keepFocus(plot) {
  const id = plot?.contains(document.activeElement) ? personOf(document.activeElement) : undefined;
  return (next) => {
    const mark = id === undefined ? null : focusable(next).find((node) => personOf(node) === id);
    if (!mark) return;
    focusable(next).forEach((node) => node.setAttribute("tabindex", node === mark ? "0" : "-1"));
    mark.focus({ preventScroll: true });
  };
}
