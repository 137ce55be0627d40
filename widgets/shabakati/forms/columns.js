// What each column of somebody's table is: its heading, its first cells, a list to choose from.
function render({ model, el }) {
  const problem = h("p", { class: "sh-error", role: "alert" });
  const here = h("div", { class: "sh-columns" });
  const more = h("div", { class: "sh-columns" });
  const summary = h("summary", {});
  const folded = h("details", { class: "sh-more" }, summary, more);
  const title = h("p", { class: "sh-card-title", id: newId() });
  const help = h("p", { class: "sh-help" });
  el.append(h("section", { class: "sh-form", "aria-labelledby": title.id },
    title, help, problem, here, folded));
  let shape = "";
  const selects = {};

  function column({ place, heading, samples }, options) {
    const id = newId();
    const select = (selects[place] = h("select", { id, class: "sh-input",
      "aria-describedby": `${id}-samples`,
      onchange: () => model.send({ kind: "choose", place, field: select.value }) },
    options.map((o) => h("option", { value: o.value }, o.label))));
    return h("div", { class: "sh-column" },
      h("label", { for: id }, h("bdi", {}, heading)), select,
      h("p", { class: "sh-help", id: `${id}-samples` },
        samples.map((text, i) => [i > 0 && " · ", h("bdi", {}, text)])));
  }

  function draw() {
    const { columns, rest, options, words, problem: wrong } = model.get("shown");
    const now = JSON.stringify([columns, rest, options].map((part) =>
      part.map(({ field, ...drawn }) => drawn)));
    // A list that is being chosen from must stay the same node.
    if (now !== shape) {
      shape = now;
      here.replaceChildren(...columns.map((c) => column(c, options)));
      more.replaceChildren(...rest.map((c) => column(c, options)));
    }
    for (const { place, field } of [...columns, ...rest]) selects[place].value = field;
    title.textContent = words.title;
    help.textContent = words.help;
    summary.textContent = words.rest;
    folded.hidden = rest.length === 0;
    if (problem.textContent !== wrong) problem.textContent = wrong;
    problem.hidden = !wrong;
  }
  model.on("change:shown", draw);
  draw();
  return () => model.off("change:shown", draw);
}
export default { render };
