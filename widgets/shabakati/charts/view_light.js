// Lights a person's own ties and those they know, or what the legend keeps, and fades the rest.

function makeLight(chart) {
  const kept = new Map(); // of the legend: "people" or "ties" -> field -> values
  let near = null; // the person or the cluster under the pointer or the focus
  let waiting;
  const tag = chart.root.appendChild(element("div", { className: "shabakati-chart-tag" }));
  tag.hidden = true;
  tag.setAttribute("aria-hidden", "true"); // the focused mark says it

  const passes = (of, row) =>
    [...(kept.get(of) ?? [])].every(([field, values]) =>
      // A number of parts is one sign: whether they are joined at all.
      values.has(field === "parts" ? row.parts > 1 : row[field]),
    );

  function apply() {
    if (!chart.known.map) return;
    const { people = [], ties = [] } = chart.rows;
    const rows = new Map(people.map((row) => [row.id, row]));
    const friends = new Set([near?.id]);
    for (const { a, b } of ties) {
      if (a === near?.id) friends.add(b);
      if (b === near?.id) friends.add(a);
    }
    const stays = (row) => {
      if (!row) return false;
      if (near?.cluster) return row.cluster === near.cluster;
      return near ? friends.has(row.id) : passes("people", row);
    };
    const own = ({ a, b }) => near?.id !== undefined && (a === near.id || b === near.id);
    const shown = (row) => {
      if ("pair" in row) {
        if (near?.id !== undefined) return own(row);
        return stays(rows.get(row.a)) && stays(rows.get(row.b)) && passes("ties", row);
      }
      if ("path" in row) {
        const chosen = kept.get("people")?.get("cluster");
        return near ? row.cluster === near.cluster : !chosen || chosen.has(row.cluster);
      }
      return "id" in row ? stays(row) : true;
    };
    for (const node of drawnNodes(chart.plot)) {
      const row = rowOf(node);
      if (!row) continue;
      node.classList.toggle("shabakati-faded", !shown(row));
      node.classList.toggle("shabakati-near", "pair" in row && own(row));
    }
  }

  const seen = (row) => {
    if (row && "id" in row) return { id: row.id, cluster: undefined };
    return row && "path" in row ? { cluster: row.cluster } : null;
  };
  const turnTo = (next) => {
    if (next?.id === near?.id && next?.cluster === near?.cluster) return;
    near = next;
    clearTimeout(waiting); // many are passed on the way; and a dropped mark is painted first
    waiting = setTimeout(apply, 40);
  };
  const focused = () =>
    chart.plot.contains(document.activeElement) ? seen(rowOf(document.activeElement)) : null;

  chart.root.addEventListener("pointerover", (event) => {
    if (chart.plot.contains(event.target)) turnTo(seen(rowOf(event.target)) ?? focused());
  });
  chart.root.addEventListener("pointerleave", () => turnTo(focused()));
  chart.root.addEventListener("focusin", () => {
    const row = rowOf(document.activeElement);
    turnTo(focused());
    if (row?.name && document.activeElement.matches(".shabakati-chart-plot :focus-visible")) {
      const box = document.activeElement.getBoundingClientRect();
      showTag(row.name, box.x + box.width / 2, box.y);
    }
  });
  chart.root.addEventListener("focusout", () => {
    hideTag();
    turnTo(null);
  });

  /** A name above a point of the window, within the chart. */
  function showTag(text, x, y) {
    const around = chart.root.getBoundingClientRect();
    tag.textContent = text;
    tag.hidden = false;
    const half = tag.offsetWidth / 2;
    const left = Math.min(Math.max(x - around.x - half, 0), around.width - 2 * half);
    tag.style.left = `${Math.max(left, 0)}px`;
    tag.style.top = `${Math.max(y - around.y - tag.offsetHeight - 6, 0)}px`;
  }
  const hideTag = () => { tag.hidden = true; };

  return {
    apply, showTag, hideTag, kept,
    /** Take a sign of the legend in or out; true if it is in now. */
    toggle({ of, field, value }) {
      if (!kept.has(of)) kept.set(of, new Map());
      const fields = kept.get(of);
      const values = fields.get(field) ?? new Set();
      const put = !values.delete(value) && Boolean(values.add(value));
      if (values.size) fields.set(field, values);
      else fields.delete(field);
      apply();
      return put;
    },
    clear() {
      kept.clear();
      apply();
    },
    has: ({ of, field, value }) => kept.get(of)?.get(field)?.has(value) ?? false,
    any: () => [...kept.values()].some((fields) => fields.size),
  };
}
