// A list: search and filters above, what to do with the rows selected, the table, its pages.
function render({ model, el }) {
  const send = (kind, more = {}) => model.send({ kind, ...more });
  const tools = h("div", { class: "sh-tools" });
  const status = h("p", { class: "sh-status", role: "status" });
  const bulk = h("div", { class: "sh-bulk", role: "group" });
  const body = h("div", { class: "sh-rows" });
  const pages = h("nav", { class: "sh-pages" });
  const rootNode = h("section", { class: "sh-list" }, tools, status, bulk, body, pages);
  el.append(rootNode);
  let search = null;
  const selects = {};
  let drawnTools = "";
  let drawnBulk = "";

  // Search and filters are made once and then only brought up to date: a field that is typed
  // into must stay the same node.
  function drawTools(view) {
    const shape = JSON.stringify([view.searchable, view.filters.map((f) => f.name), view.words.any]);
    if (shape !== drawnTools) {
      drawnTools = shape;
      tools.replaceChildren();
      if (view.searchable) {
        const id = newId();
        const ask = later(250, () => send("search", { text: search.value.slice(0, 1000) }));
        search = h("input", { id, type: "search", class: "sh-input", dir: "auto", oninput: ask });
        search.value = view.query.text;
        tools.append(h("div", { class: "sh-tool sh-search" },
          h("label", { for: id }, view.words.search), search));
      }
      for (const filter of view.filters) {
        const id = newId();
        const select = (selects[filter.name] = h("select", { id, class: "sh-input",
          onchange: () => send("filter", { column: filter.name, value: select.value }) }));
        tools.append(h("div", { class: "sh-tool" }, h("label", { for: id }, filter.label), select));
      }
    }
    if (search && document.activeElement !== search) search.value = view.query.text;
    for (const filter of view.filters) {
      const select = selects[filter.name];
      select.replaceChildren(h("option", { value: "" }, view.words.any),
        ...filter.options.map((o) => h("option", { value: o.value }, o.label)));
      select.value = view.query.filters[filter.name] ?? "";
    }
    tools.hidden = !view.searchable && view.filters.length === 0;
  }

  function drawBulk(view) {
    bulk.hidden = !view.selectable || view.all === 0;
    if (bulk.hidden) return;
    const shape = JSON.stringify([view.actions, view.words.do]);
    if (shape !== drawnBulk) {
      drawnBulk = shape;
      bulk.setAttribute("aria-label", view.words.do);
      bulk.replaceChildren(
        h("div", { class: "sh-chosen-line" },
          h("span", { class: "sh-chosen-count" }),
          h("button", { type: "button", class: "sh-button sh-quiet", data: { key: "matching" },
            onclick: () => send("select_all", { what: "matching" }) }),
          h("button", { type: "button", class: "sh-button sh-quiet", data: { key: "none" },
            onclick: () => send("select_all", { what: "none" }) }, view.words.none)),
        h("div", { class: "sh-acts" }, acts(view)));
    }
    const [count, matching, none] = bulk.firstChild.children;
    count.textContent = view.chosen_text;
    matching.textContent = view.words.matching;
    matching.hidden = view.chosen >= view.all;
    none.hidden = view.chosen === 0;
    const acting = bulk.querySelector(".sh-acts");
    acting.querySelectorAll("button, select, input").forEach((n) => (n.disabled = view.chosen === 0));
    acting.classList.toggle("sh-idle", view.chosen === 0);
  }

  function acts(view) {
    const values = view.actions.filter((a) => a.kind === "choice" || a.kind === "text");
    const parts = [];
    if (values.length) parts.push(setter(values, view.words));
    for (const a of view.actions) {
      if (a.kind === "button") {
        parts.push(h("button", { type: "button", class: `sh-button sh-${a.tone}`,
          onclick: () => send("act", { name: a.name, value: "" }) }, a.label));
      } else if (a.kind === "buttons") {
        parts.push(h("div", { class: "sh-choices", role: "group", "aria-label": a.label },
          h("span", { class: "sh-choices-label" }, a.label),
          a.options.map(([value, label]) => h("button", { type: "button", class: "sh-button",
            onclick: () => send("act", { name: a.name, value }) },
            h("span", { class: "sh-dot", data: { code: value } }), label))));
      }
    }
    return parts;
  }

  // "Set [place] to [workplaces] [apply]": nothing happens before the button is pressed.
  function setter(actions, words) {
    const value = h("span", { class: "sh-value" });
    const what = h("select", { class: "sh-input", "aria-label": words.do }, actions.map((a) =>
      h("option", { value: a.name }, a.label)));
    const draw = () => {
      const action = actions.find((a) => a.name === what.value);
      value.replaceChildren(action.kind === "text"
        ? h("input", { type: "text", class: "sh-input", dir: "auto", "aria-label": words.value })
        : h("select", { class: "sh-input", "aria-label": words.value },
            action.options.map(([code, label]) => h("option", { value: code }, label))));
    };
    what.addEventListener("change", draw);
    draw();
    return h("div", { class: "sh-setter" }, what, value,
      h("button", { type: "button", class: "sh-button sh-primary", onclick: () =>
        send("act", { name: what.value, value: value.firstChild.value }) }, words.apply));
  }

  function drawPages(view) {
    pages.hidden = view.pages < 2;
    pages.setAttribute("aria-label", view.caption);
    const turn = (key, to, label, off) => h("button", { type: "button", class: "sh-button",
      data: { key }, disabled: off, onclick: () => send("page", { page: to }) }, label);
    pages.replaceChildren(
      turn("previous", view.page - 1, view.words.previous, view.page === 0),
      h("span", { class: "sh-where" }, view.where),
      turn("next", view.page + 1, view.words.next, view.page >= view.pages - 1));
  }

  // Where the focus goes when what had it is gone: near by, and the page does not jump.
  const BESIDE = { matching: "none", none: "matching", next: "previous", previous: "next" };
  function besideOf(key) {
    const near = BESIDE[key] && rootNode.querySelector(`[data-key="${BESIDE[key]}"]`);
    if (near && !near.disabled && !near.hidden) return near;
    return body.querySelector("tbody :is(input, button)") ?? search;
  }

  function draw() {
    const view = model.get("view");
    const key = rootNode.contains(document.activeElement) && document.activeElement.dataset.key;
    drawTools(view);
    status.textContent = view.rows.length || view.query.text ? view.status : "";
    drawBulk(view);
    body.replaceChildren(view.rows.length
      ? tableOf(view, send)
      : h("p", { class: "sh-blank" }, view.blank));
    drawPages(view);
    if (key) {
      const again = rootNode.querySelector(`[data-key="${CSS.escape(key)}"]`);
      if (again && !again.disabled && !again.hidden) again.focus();
      else besideOf(key)?.focus({ preventScroll: true });
    }
  }
  model.on("change:view", draw);
  draw();
  return () => model.off("change:view", draw);
}
export default { render };
