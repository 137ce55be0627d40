// Draws `spec` with Vega, under it the ways to take it along. Nothing that a person typed becomes
// an expression: `ast` makes Vega interpret those of the chart, without `eval`.

const EMBED = { renderer: "svg", actions: false, ast: true, tooltip: true };

async function render({ model, el }) {
  el.classList.add("shabakati-chart-host");
  const root = el.appendChild(element("figure", { className: "shabakati-chart" }));
  root.appendChild(element("div", { className: "shabakati-chart-plot" }));
  const status = element("div", { className: "shabakati-chart-status", role: "status" });
  const state = { drawn: null, turn: 0, width: 0, open: false, shape: "", rows: {} };
  const words = () => model.get("words");
  const offers = (mode) => (model.get("modes") ?? []).includes(mode);
  const chart = {
    model, root, words, refresh,
    get plot() { return root.querySelector(":scope > .shabakati-chart-plot"); },
    get view() { return state.drawn?.view; },
    get known() { return model.get("spec")?.usermeta?.shabakati ?? {}; },
    get rows() { return state.rows; },
    person: (id) => state.rows.people?.find((row) => row.id === id),
    say: (text) => { status.textContent = text; },
  };
  const light = makeLight(chart);
  const modes = makeModes(chart);
  const legend = makeLegend(chart, light);
  const placing = makePlacing(chart, modes, light);
  root.prepend(modes.bar);
  root.append(legend.place, modes.help, status);
  const says = root.appendChild(element("figcaption", { className: "shabakati-chart-says" }));
  const row = root.appendChild(element("div", { className: "shabakati-chart-row" }));
  const tables = root.appendChild(element("div", { className: "shabakati-chart-tables" }));
  reachMarks(chart, act, (key, id) => {
    if (key === "Escape") return modes.letGo();
    if (!(key in RING_OF_KEY) || modes.now === "link") return false;
    return offers("place") && (placing.place(id, RING_OF_KEY[key]), true);
  });

  const press = (id) => model.send({ kind: "click", id });
  function act(id) {
    if (modes.now === "link") linkPress(chart, modes, id);
    else if (modes.now === "place") modes.choose(id);
    else press(id);
  }

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
        const view = await pictured();
        download(await make(model, view), `${words().file}.${ending}`);
        if (view !== state.drawn?.view) view.finalize();
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

  /** A view to take a picture of: with its legend, which the page shows as buttons. */
  async function pictured() {
    if (!chart.known.legend) return state.drawn.view;
    const { embed } = await vega(model);
    const spec = { ...sized(model.get("spec"), state.width), width: state.drawn.view.width() };
    return (await embed(element("div"), spec, EMBED)).view;
  }

  function showMessage(text, retry) {
    finish();
    const parts = [element("p", { textContent: text })];
    if (retry) parts.push(button(words().retry, draw));
    chart.plot.replaceChildren(...parts);
    chart.plot.className = "shabakati-chart-plot shabakati-chart-message";
    chart.plot.style = "";
    for (const part of [row, modes.bar, legend.place]) part.replaceChildren();
    modes.help.textContent = "";
    tables.replaceChildren();
    says.textContent = "";
  }

  function finish() {
    state.drawn?.finalize();
    state.drawn = null;
  }

  /** Show the rows of now in the drawing that is there. */
  async function refresh() {
    if (!state.drawn) return;
    const rows = placing.settled(model.get("spec").datasets ?? {});
    const shown = state.rows;
    state.rows = rows;
    await showRows(state.drawn.view, shown, rows);
    tidyMarks(chart.plot);
    modes.pick(modes.picked);
    light.apply();
  }

  async function draw() {
    const turn = ++state.turn;
    const spec = model.get("spec");
    if (spec?.datasets && state.drawn && shapeOf(spec) === state.shape) {
      await refresh();
      return showAround();
    }
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
        const rows = placing.settled(spec.datasets ?? {});
        const own = sized({ ...spec, datasets: rows }, state.width);
        if (known.legend) dropLegends(own); // it stands below, as buttons
        const drawn = await embed(next, own, EMBED);
        if (turn !== state.turn) return drawn.finalize();
        const focus = keepFocus(chart.plot);
        finish();
        Object.assign(state, { drawn, rows, shape: shapeOf(spec) });
        chart.plot.replaceWith(next);
        next.style.width = "";
        tidyMarks(next);
        focus(next);
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
    showAround();
    modes.pick(modes.picked);
    light.apply();
    root.onpointermove = () => {
      const tip = document.getElementById("vg-tooltip-element"); // one for the page, not in `root`
      if (tip) tip.dir = root.dir;
    };
  }

  /** What stands around the drawing: its text, its modes, its legend, its buttons and tables. */
  function showAround() {
    says.textContent = model.get("description");
    if (offers("place")) root.setAttribute("aria-describedby", modes.help.id);
    modes.show();
    legend.show();
    if (!row.children.length) showButtons();
    showTables();
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
  const heard = (content) => {
    if (content?.kind !== "again") return;
    placing.forget();
    refresh();
  };
  model.on("change:spec", draw);
  model.on("change:modes", modes.show);
  model.on("msg:custom", heard);
  draw();
  return () => {
    state.turn += 1;
    seen.disconnect();
    clearTimeout(waiting);
    model.off("change:spec", draw);
    model.off("change:modes", modes.show);
    model.off("msg:custom", heard);
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

/** Takes the legends out of a spec's layers. */
function dropLegends(spec) {
  for (const channel of Object.values(spec.encoding ?? {})) if (channel.legend) channel.legend = null;
  spec.layer?.forEach(dropLegends);
}

function button(text, press) {
  const made = element("button", { type: "button", textContent: text });
  made.onclick = press;
  return made;
}

export default { render };
