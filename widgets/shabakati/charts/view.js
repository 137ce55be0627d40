// Draws `spec` with Vega, under it the ways to take it along. Nothing that a person typed becomes
// an expression: `ast` makes Vega interpret those of the chart, without `eval`.

const EMBED = { renderer: "svg", actions: false, ast: true, tooltip: true };

async function render({ model, el }) {
  el.classList.add("shabakati-chart-host");
  const root = el.appendChild(element("figure", { className: "shabakati-chart" }));
  const plot = root.appendChild(element("div", { className: "shabakati-chart-plot" }));
  const says = root.appendChild(element("figcaption", { className: "shabakati-chart-says" }));
  const row = root.appendChild(element("div", { className: "shabakati-chart-row" }));
  const tables = root.appendChild(element("div", { className: "shabakati-chart-tables" }));
  const state = { drawn: null, turn: 0, width: 0, open: false };

  const press = (id) => model.send({ kind: "click", id });
  const words = () => model.get("words");

  function showTables() {
    const spec = model.get("spec");
    tables.replaceChildren(...(state.open && spec ? chartTables(spec, words(), press) : []));
  }

  function showButtons() {
    const toggle = button(state.open ? words().chart : words().table, () => {
      state.open = !state.open;
      showTables();
      showButtons();
      row.firstElementChild.focus();
    });
    toggle.setAttribute("aria-expanded", String(state.open));
    const take = (make, ending) => async () => {
      try {
        download(await make(model, state.drawn.view), `${words().file}.${ending}`);
      } catch (error) {
        console.error(error);
        row.append(element("span", { role: "status", textContent: words().failed }));
      }
    };
    row.replaceChildren(
      toggle,
      button(words().png, take(chartPng, "png")),
      button(words().svg, take(chartSvg, "svg")),
    );
  }

  function showMessage(text, retry) {
    finish();
    const parts = [element("p", { textContent: text })];
    if (retry) parts.push(button(words().retry, draw));
    plot.replaceChildren(...parts);
    plot.className = "shabakati-chart-plot shabakati-chart-message";
    plot.style = "";
    row.replaceChildren();
    tables.replaceChildren();
    says.textContent = "";
  }

  function finish() {
    state.drawn?.finalize();
    state.drawn = null;
  }

  async function draw() {
    const turn = ++state.turn;
    const spec = model.get("spec");
    root.dir = model.get("direction");
    root.setAttribute("aria-label", words().chart_of);
    if (!spec) return showMessage(words().empty, false);
    try {
      const [{ embed }] = await Promise.all([vega(model), ensureFonts(model)]);
      await widthOf(root);
      if (turn !== state.turn) return;
      // Drawn aside, then put in the old one's place: nothing flickers, nothing jumps.
      const next = element("div", { className: "shabakati-chart-plot" });
      const known = spec.usermeta?.shabakati ?? {};
      root.style.setProperty("--chart-width", known.width ? `${known.width}px` : "none");
      state.width = Math.min(root.clientWidth, known.width ?? Infinity);
      next.style.width = `${state.width}px`;
      const aside = root.appendChild(element("div", { className: "shabakati-chart-aside" }));
      aside.append(next);
      try {
        const drawn = await embed(next, sized(spec, state.width), EMBED);
        if (turn !== state.turn) return drawn.finalize();
        finish();
        state.drawn = drawn;
        root.querySelector(":scope > .shabakati-chart-plot").replaceWith(next);
        next.style.width = "";
      } finally {
        aside.remove();
      }
      drawnNow();
    } catch (error) {
      console.error(error);
      if (turn === state.turn) showMessage(words().failed, true);
    }
  }

  function drawnNow() {
    says.textContent = model.get("description");
    showButtons();
    showTables();
    state.drawn.view.addEventListener("click", (_event, item) => {
      if (Number.isInteger(item?.datum?.id)) press(item.datum.id);
    });
    root.onpointermove = () => {
      const tip = document.getElementById("vg-tooltip-element"); // one for the page, not in `root`
      if (tip) tip.dir = root.dir;
    };
    reachMarks(root.querySelector(".shabakati-chart-plot svg"), press);
  }

  async function fit() {
    const spec = model.get("spec");
    const known = spec?.usermeta?.shabakati ?? {};
    const width = Math.min(root.clientWidth, known.width ?? Infinity);
    if (!width || Math.abs(width - state.width) < 1) return;
    if (!state.drawn) return;
    state.width = width;
    draw();
  }

  let waiting;
  const seen = new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(fit, 60);
  });
  seen.observe(root);
  model.on("change:spec", draw);
  draw();
  return () => {
    state.turn += 1;
    seen.disconnect();
    clearTimeout(waiting);
    model.off("change:spec", draw);
    finish();
  };
}

/** Resolves when the element has a width: a page may draw before it shows. */
function widthOf(node) {
  if (node.clientWidth) return undefined;
  return new Promise((resolve) => {
    const seen = new ResizeObserver(() => {
      if (!node.clientWidth) return;
      seen.disconnect();
      resolve();
    });
    seen.observe(node);
  });
}

/** The spec for a width: charts that ask for the container's get it, and its height follows. */
function sized(spec, width) {
  const copy = structuredClone(spec);
  const known = copy.usermeta?.shabakati ?? {};
  if (copy.width !== "container") return copy;
  if (known.aspect) copy.height = Math.round((width - 8) * known.aspect);
  return copy;
}

/** Marks that stand for a person can be reached by Tab and the arrows, and pressed by Enter. */
function reachMarks(svg, press) {
  // Vega names the place of marks a symbol even where there are none: then it has no name.
  svg?.querySelectorAll("g[role='graphics-symbol']:empty").forEach((g) => g.removeAttribute("role"));
  const marks = [...(svg?.querySelectorAll("[aria-label]") ?? [])].filter((node) =>
    Number.isInteger(node.__data__?.datum?.id),
  );
  marks.forEach((mark, place) => {
    mark.setAttribute("tabindex", place ? "-1" : "0");
    mark.setAttribute("role", "button");
    mark.removeAttribute("aria-roledescription");
    mark.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") press(mark.__data__.datum.id);
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (step) moveTo(marks[(place + step + marks.length) % marks.length], mark);
      if (step || event.key === "Enter" || event.key === " ") event.preventDefault();
    });
  });
}

function moveTo(next, now) {
  now.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

function button(text, press) {
  const made = element("button", { type: "button", textContent: text });
  made.onclick = press;
  return made;
}

export default { render };
