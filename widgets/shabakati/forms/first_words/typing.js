// A text that is looked through while it is typed: what is found stands below it.
function render({ model, el }) {
  const spec = model.get("form");
  const id = newId();
  const input = h("textarea", { id, class: "sh-input", rows: spec.rows, dir: "auto", maxlength: spec.limit,
    "aria-describedby": `${id}-help` });
  const said = h("div", { role: "status", class: "sh-verdict" });
  const copied = h("div", { role: "status", class: "sh-help" });
  const lines = h("ul", { class: "sh-points" });
  const heading = h("p", { id: `${id}-offers`, class: "sh-help" });
  const offers = h("ul", { class: "sh-offers", "aria-labelledby": `${id}-offers` });
  const meter = h("div", { class: "sh-meter" });
  const tell = later(250, () => model.send({ kind: "typed", text: input.value }));
  const act = (name) => {
    tell.cancel();
    model.send({ kind: "act", name, text: input.value });
  };
  input.addEventListener("input", (e) => { e.stopPropagation(); copied.textContent = ""; tell(); });

  async function copy() {
    let done = false;
    try {
      await navigator.clipboard.writeText(input.value);
      done = true;
    } catch {  // an old browser, or a page that may not: what is chosen can be copied
      input.select();
      try { done = document.execCommand("copy"); } catch { done = false; }
    }
    copied.textContent = done ? spec.words.copied : spec.words.by_hand;
  }

  const draw = () => {
    const { tone, verdict, points, bar, rows, heading: above } = model.get("found");
    said.dataset.tone = tone ?? "";
    if (said.textContent !== verdict) said.textContent = verdict ?? "";
    meter.hidden = !bar;
    if (bar) {
      meter.dataset.over = String(bar.value > bar.most);
      meter.replaceChildren(
        h("div", { class: "sh-meter-track", role: "img", "aria-label": bar.text },
          h("div", { class: "sh-meter-fill", style: `inline-size: ${Math.min(100, (100 * bar.value) / bar.most)}%` })),
        h("p", { class: "sh-help", "aria-hidden": "true" }, bar.text));
    }
    lines.hidden = !points?.length;
    lines.replaceChildren(...(points ?? []).map((point) =>
      h("li", { data: { ok: String(point.ok) } },
        h("span", { "aria-hidden": "true", class: "sh-point-mark" }, point.ok ? "✓" : "•"),
        h("span", {}, point.text))));
    const active = offers.contains(document.activeElement);
    offers.hidden = !rows?.length;
    heading.hidden = !rows?.length;
    heading.textContent = above ?? "";
    offers.replaceChildren(...(rows ?? []).map((row, i) => {
      const own = newId();
      return h("li", {}, h("p", { id: own, dir: "auto" }, row),
        h("button", { type: "button", class: "sh-button", id: `${own}-take`,
          "aria-labelledby": `${own}-take ${own}`,
          onclick: () => { tell.cancel(); model.send({ kind: "offer", at: i }); } }, spec.words.take));
    }));
    if (active) input.focus();  // what was pressed is gone
  };
  const fill = () => {
    const { text } = model.get("filled");
    if (input.value !== text) input.value = text;
    copied.textContent = "";
  };
  el.append(h("div", { class: "sh-form sh-typing" },
    h("div", { class: "sh-field" },
      h("label", { for: id }, spec.label),
      h("p", { class: "sh-help", id: `${id}-help` }, spec.help),
      input),
    meter, said, lines, heading, offers,
    h("div", { class: "sh-actions" },
      spec.copy && h("button", { type: "button", class: "sh-button sh-primary", onclick: copy }, spec.copy),
      spec.acts.map((one) => h("button", { type: "button", class: `sh-button sh-${one.tone}`,
        onclick: () => act(one.name) }, one.label))),
    copied));
  fill();
  draw();
  model.on("change:filled", fill);
  model.on("change:found", draw);
  return () => {
    tell.cancel();
    model.off("change:filled", fill);
    model.off("change:found", draw);
  };
}
export default { render };
