// The chart's data as a table: text only, at most SHOWN rows of each dataset.

const SHOWN = 300;

/** Elements for the table's place; `press(id)` opens a person. */
function chartTables(spec, words, press) {
  const asked = spec.usermeta?.shabakati?.tables ?? guessTables(spec);
  return asked.flatMap(({ data, columns }) => {
    const rows = datasetsOf(spec)[data] ?? [];
    return rows.length ? [chartTable(rows, columns, words, press)] : [];
  });
}

function datasetsOf(spec) {
  const found = { ...(spec.datasets ?? {}) };
  if (Array.isArray(spec.data?.values)) found[spec.data.name ?? ""] = spec.data.values;
  return found;
}

// A chart that is not ours: every dataset, its fields as they are called.
function guessTables(spec) {
  return Object.entries(datasetsOf(spec)).map(([data, rows]) => ({
    data,
    columns: Object.keys(rows[0] ?? {}).map((field) => ({ field, word: field })),
  }));
}

function chartTable(rows, columns, words, press) {
  const frame = element("div", { className: "shabakati-chart-scroll", tabIndex: 0 });
  frame.setAttribute("role", "group"); // scrolls, so it is reached by Tab and has a name
  frame.setAttribute("aria-label", columns.map(({ word }) => word).join(" · "));
  const table = frame.appendChild(element("table"));
  const head = table.appendChild(element("thead")).appendChild(element("tr"));
  for (const { word } of columns) {
    head.appendChild(element("th", { textContent: word, scope: "col" }));
  }
  const body = table.appendChild(element("tbody"));
  for (const row of rows.slice(0, SHOWN)) {
    const line = body.appendChild(element("tr"));
    columns.forEach(({ field }, place) => {
      const cell = line.appendChild(element("td"));
      const text = element("bdi", { textContent: shownValue(row[field]) });
      if (place > 0 || !Number.isInteger(row.id)) return cell.appendChild(text);
      const button = cell.appendChild(element("button", { type: "button", title: words.open }));
      button.onclick = () => press(row.id);
      return button.appendChild(text);
    });
  }
  if (rows.length > SHOWN) {
    const more = words.more.replace("#", (rows.length - SHOWN).toLocaleString("en"));
    const line = body.appendChild(element("tr"));
    line.appendChild(element("td", { textContent: more, colSpan: columns.length }));
  }
  return frame;
}

function shownValue(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return value.toLocaleString("en", { maximumFractionDigits: 3 });
  return String(value);
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}
