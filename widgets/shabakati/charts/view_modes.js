// What pressing a person does: opens them, places them on a ring, links two. Offered are those
// that Python hears; below the chart stands how each is done.

function makeModes(chart) {
  const bar = element("div", { className: "shabakati-chart-modes", role: "group" });
  const help = element("p", { className: "shabakati-chart-help", id: `shabakati-help-${++charts}` });
  let mode = "open", picked = null;

  function show() {
    const offered = chart.model.get("modes") ?? [];
    if (!offered.includes(mode)) mode = "open";
    chart.root.dataset.mode = mode;
    const words = chart.words();
    help.textContent = offered.length > 1 ? words[`help_${mode}`] : "";
    bar.ariaLabel = words.modes;
    const at = [...bar.children].indexOf(document.activeElement);
    bar.replaceChildren(...(offered.length > 1 ? offered : []).map((name) => {
      const made = button(words[`mode_${name}`], () => turn(name));
      made.setAttribute("aria-pressed", String(name === mode));
      return made;
    }));
    bar.children[at]?.focus();
  }

  function turn(name) {
    mode = name;
    pick(null);
    chart.say("");
    show();
  }

  /** Choose a person for what comes next, or nobody. */
  function pick(id) {
    picked = id;
    for (const node of drawnNodes(chart.plot)) {
      const own = id !== null && personOf(node) === id;
      node.classList.toggle("shabakati-picked", own);
      if (!node.hasAttribute("tabindex")) continue;
      if (own) node.setAttribute("aria-pressed", "true");
      else node.removeAttribute("aria-pressed");
    }
  }

  /** Choose them and say what to do now; choosing again lets go. */
  function choose(id) {
    if (picked === id) return letGo();
    pick(id);
    chart.say(fill(chart.words()[`picked_${mode}`], { name: chart.person(id)?.name ?? "" }));
  }

  function letGo() {
    if (picked === null) return false;
    pick(null);
    chart.say(chart.words().let_go);
    return true;
  }

  return {
    bar, help, show, pick, choose, letGo,
    get now() { return mode; },
    get picked() { return picked; },
  };
}

let charts = 0; // drawn on this page, so that ids differ

const fill = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
