// The legend as buttons: what is pressed stays, the others fade.

const WIDE = 560; // px of chart from which the legend stands open

function makeLegend(chart, light) {
  const place = element("div", { className: "shabakati-chart-legend" });
  let told = "";

  /** Draw it anew if it says something else; what is pressed and focused stays so. */
  function show() {
    const rows = chart.known.legend ?? [];
    const now = JSON.stringify(rows);
    if (now === told) return;
    told = now;
    const at = place.contains(document.activeElement) ? document.activeElement.dataset.at : undefined;
    const open = place.querySelector("details")?.open ?? chart.root.clientWidth >= WIDE;
    place.replaceChildren(...(rows.length ? [folded(rows, open)] : []));
    if (at) [...place.querySelectorAll("button")].find((b) => b.dataset.at === at)?.focus();
  }

  function folded(rows, open) {
    const details = element("details", { open });
    details.append(element("summary", { textContent: chart.words().legend }));
    const all = button(chart.words().all, () => {
      light.clear();
      refresh();
      details.querySelector("[aria-pressed]").focus();
    });
    all.className = "shabakati-chart-all";
    const refresh = () => {
      all.hidden = !light.any();
      for (const made of details.querySelectorAll("[aria-pressed]")) {
        made.setAttribute("aria-pressed", String(light.has(made.item)));
      }
    };
    for (const { title, items } of rows) {
      const line = details.appendChild(element("div", { role: "group", ariaLabel: title }));
      line.append(element("span", { className: "shabakati-chart-title", textContent: title }));
      for (const item of items) {
        const made = button("", () => {
          light.toggle(item);
          refresh();
        });
        made.item = item;
        made.dataset.at = `${item.field}:${item.value}`;
        made.setAttribute("aria-pressed", "false");
        made.append(sign(item), element("span", { textContent: item.word }));
        made.append(element("bdi", { textContent: item.people.toLocaleString("en") }));
        line.append(made);
      }
    }
    details.append(all);
    refresh();
    return details;
  }

  return { place, show };
}

const SHAPES = {
  dot: "M10 4a6 6 0 1 0 .01 0z",
  circle: "M10 4a6 6 0 1 0 .01 0z",
  ring: "M10 2.5a7.5 7.5 0 1 0 .01 0z",
  hollow: "M10 4a6 6 0 1 0 .01 0z",
  square: "M4.5 4.5h11v11h-11z",
  diamond: "M10 2l6 8-6 8-6-8z",
  "triangle-up": "M10 3l7 13h-14z",
  "line-within": "M1 10h18",
  "line-across": "M1 10h18",
  "line-planned": "M1 10h18",
  band: "M4 13l12-6",
};
const STROKED = { ring: 2, hollow: 2, "line-within": 1.5, "line-across": 2.5, "line-planned": 2, band: 8 };

function sign({ sign: name, colour }) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const path = svg.appendChild(document.createElementNS(svg.namespaceURI, "path"));
  path.setAttribute("d", SHAPES[name] ?? SHAPES.dot);
  const width = STROKED[name];
  path.setAttribute("fill", width ? "none" : colour);
  if (width) path.setAttribute("stroke", colour);
  if (width) path.setAttribute("stroke-width", width);
  if (name === "hollow") path.setAttribute("stroke-dasharray", "3 2");
  if (name === "line-planned") path.setAttribute("stroke-dasharray", "5 3");
  if (name === "band") path.setAttribute("stroke-linecap", "round");
  if (name === "band") path.setAttribute("opacity", "0.4");
  return svg;
}
