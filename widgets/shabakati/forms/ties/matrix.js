// Half a table of all pairs. Arrows move, Enter or Space says yes, no or nothing yet; 1 to 3 say
// how well. The table scrolls in its own place; names stay in sight.

function render({ model, el }) {
  const words = () => model.get("words");
  const details = h("details", { class: "sh-matrix" });
  const holder = h("div", { class: "sh-matrix-scroll", tabindex: "-1" });
  const heard = h("p", { class: "sh-hidden", "aria-live": "polite" });
  details.append(h("summary", {}, words().title), h("p", { class: "sh-quietly" }, words().keys),
    holder, heard);
  el.append(details);
  let at = [1, 0]; // the cell that Tab reaches

  const key = (a, b) => `${Math.min(a, b)}-${Math.max(a, b)}`;
  function states() {
    const { ties, open } = model.get("view");
    const found = new Map(open.map(([a, b]) => [key(a, b), "open"]));
    for (const [a, b, strength] of ties) found.set(key(a, b), strength || "yes");
    return found;
  }
  const state = (found, a, b) => found.get(key(a, b)) ?? "no";
  const told = (value) => words()[value];

  function cellAt(i, j) {
    return holder.querySelector(`[data-at="${i}-${j}"]`);
  }
  function move(i, j) {
    const { people } = model.get("view");
    i = Math.min(people.length - 1, Math.max(1, i));
    j = Math.min(i - 1, Math.max(0, j));
    cellAt(...at)?.setAttribute("tabindex", "-1");
    at = [i, j];
    const cell = cellAt(i, j);
    cell.setAttribute("tabindex", "0");
    cell.focus();
  }
  function pressed(event, i, j, a, b) {
    const rtl = getComputedStyle(holder).direction === "rtl" ? -1 : 1;
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -rtl], ArrowRight: [0, rtl] };
    if (steps[event.key]) move(i + steps[event.key][0], j + steps[event.key][1]);
    else if (event.key === "Enter" || event.key === " ") toggle(a, b);
    else if ("123".includes(event.key)) model.send({ kind: "tie", a, b, strength: Number(event.key) });
    else if (event.key === "Delete" || event.key === "0") model.send({ kind: "tie", a, b, strength: null });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function toggle(a, b) {
    const now = state(states(), a, b);
    model.send({ kind: "tie", a, b, strength: now === "open" || now === "no" ? 0 : null });
  }

  function draw() {
    if (!details.open) return holder.replaceChildren();
    const { people } = model.get("view");
    const found = states();
    const active = holder.contains(document.activeElement);
    const scroll = [holder.scrollLeft, holder.scrollTop];
    const head = h("tr", {}, h("td"), people.slice(0, -1).map(([, name]) =>
      h("th", { scope: "col" }, h("bdi", {}, name))));
    const rows = people.slice(1).map(([a, name], row) => {
      const i = row + 1;
      return h("tr", {}, h("th", { scope: "row" }, h("bdi", {}, name)),
        people.slice(0, i).map(([b, other], j) => {
          const value = state(found, a, b);
          return h("td", {}, h("button", { type: "button", class: "sh-tie",
            data: { at: `${i}-${j}`, state: value },
            tabindex: at[0] === i && at[1] === j ? "0" : "-1",
            "aria-pressed": value === "open" ? "mixed" : String(value !== "no"),
            "aria-label": filled(words().cell, { a: name, b: other, state: told(value) }),
            onclick: () => { at = [i, j]; toggle(a, b); },
            onkeydown: (event) => pressed(event, i, j, a, b),
          }, value === "open" ? "" : value === "no" ? "–" : value === "yes" ? "●" : String(value)));
        }));
    });
    holder.replaceChildren(h("table", { class: "sh-matrix-table" }, h("thead", {}, head),
      h("tbody", {}, rows)));
    [holder.scrollLeft, holder.scrollTop] = scroll;
    const { people: all } = model.get("view");
    if (at[0] >= all.length) at = [1, 0];
    if (active) {
      const cell = cellAt(...at);
      cell?.setAttribute("tabindex", "0");
      cell?.focus({ preventScroll: true });
      heard.textContent = cell?.getAttribute("aria-label") ?? "";
    }
  }
  const drawn = () => {
    details.hidden = model.get("view").people.length < 2;
    draw();
  };
  details.addEventListener("toggle", draw);
  model.on("change:view", drawn);
  drawn();
  return () => model.off("change:view", drawn);
}
export default { render };
