// The table itself: headings that sort, rows that can be selected and opened. On a phone the
// stylesheet makes each row a card; the roles keep it a table for screen readers.

function heading(col, view, send) {
  const sorted = view.query.sort === col.name;
  const order = !sorted ? "none" : view.query.descending ? "descending" : "ascending";
  return h("th", { scope: "col", role: "columnheader", "aria-sort": order },
    h("button", { type: "button", class: "sh-sort", title: view.words.sort,
      data: { key: `sort-${col.name}` }, onclick: () => send("sort", { column: col.name }) },
      col.title, h("span", { class: "sh-order", "aria-hidden": "true" },
        sorted ? (view.query.descending ? "▼" : "▲") : "")));
}

function row(item, view, send) {
  const name = item.cells[0];
  const chosen = view.selected.includes(item.id);
  const cells = view.columns.map((col, i) => {
    const text = item.cells[i];
    const code = item.codes[i];
    const shown = h("span", { class: "sh-cell" },
      code && h("span", { class: "sh-dot", data: { code } }),
      h("bdi", { dir: col.dir }, text));
    if (i > 0) {
      return h("td", { role: "cell", data: { label: col.title, empty: text ? undefined : "true" } },
        shown);
    }
    return h("th", { scope: "row", role: "rowheader" }, view.openable
      ? h("button", { type: "button", class: "sh-link", data: { key: `open-${item.id}` },
          onclick: () => send("open", { id: item.id }) }, shown)
      : shown);
  });
  if (view.selectable) {
    cells.unshift(h("td", { role: "cell", class: "sh-check" },
      h("label", {},
        h("input", { type: "checkbox", checked: chosen, data: { key: `row-${item.id}` },
          "aria-label": filled(view.words.select, { name }),
          onchange: (e) => send("select", { id: item.id, on: e.target.checked }) }))));
  }
  return h("tr", { role: "row", class: chosen ? "sh-chosen" : undefined }, cells);
}

function tableOf(view, send) {
  const heads = view.columns.map((col) => heading(col, view, send));
  if (view.selectable) {
    const all = view.rows.length > 0 && view.selected.length === view.rows.length;
    heads.unshift(h("th", { scope: "col", role: "columnheader", class: "sh-check" },
      h("label", {},
        h("input", { type: "checkbox", checked: all, data: { key: "all" },
          "aria-label": view.words.page_all,
          onchange: (e) => send("select_all", { what: e.target.checked ? "page" : "unpage" }) }),
        h("span", { class: "sh-phone" }, view.words.page_all))));
  }
  return h("table", { role: "table", class: "sh-table" },
    h("caption", { class: "sh-hidden" }, view.caption),
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads)),
    h("tbody", { role: "rowgroup" }, view.rows.map((item) => row(item, view, send))));
}

