// Rows that look like one person side by side: what each says, which wins, are they one.
function render({ model, el }) {
  // What was chosen outlives a new drawing: by pair, whose value wins and who is the same.
  const chosen = {};
  const ticked = {};
  let acted = null; // the pair that was decided, and where it stood
  let turned = false;
  let focused = model.get("shown").focus;

  function cell(pair, line, place, shown, heads, words) {
    const entries = line.cells[place].map((text) => h("bdi", { dir: line.dir }, text));
    const badge = h("span", { class: "sh-side-badge", "aria-hidden": "true" }, place + 1);
    if (!line.options.includes(place)) {
      return h("div", { class: `sh-side-cell${entries.length ? "" : " sh-side-empty"}` }, badge, h("div", { class: "sh-side-said" },
        entries.length ? entries : h("span", { class: "sh-quietly" },
          h("span", { "aria-hidden": "true" }, "—"),
          h("span", { class: "sh-hidden" }, words.nothing))));
    }
    const mine = (chosen[pair.key] ??= {});
    return h("label", { class: "sh-side-cell sh-side-option" }, badge,
      h("input", { type: "radio", name: `${shown.id}-${pair.key}-${line.name}`,
        checked: (mine[line.name] ?? line.best) === place, "aria-describedby": heads[place],
        data: { at: `${pair.key} ${line.name} ${place}` },
        onchange: () => (mine[line.name] = place) }),
      h("span", { class: "sh-side-said" }, entries,
        h("small", { class: "sh-side-kept" }, line.kept_in
          ? filled(words.kept_in, { place: line.kept_in }) : words.dropped)));
  }

  function lineOf(pair, line, shown, heads, words) {
    const title = newId();
    const many = new Set(line.cells.filter((c) => c.length).map((c) => c.join("\n"))).size > 1;
    const told = line.options.length ? words.choose : many ? words.kept : "";
    return h("div", { class: "sh-side-row", "aria-labelledby": title,
        role: line.options.length ? "radiogroup" : "group" },
      h("div", { class: "sh-side-title", id: title }, line.title,
        told && h("span", { class: "sh-help" }, told)),
      line.cells.map((_, place) => cell(pair, line, place, shown, heads, words)));
  }

  // With three rows or more somebody may be none of them: each has a tick.
  function headOf(pair, place, id, words) {
    const told = [h("span", { class: "sh-side-badge", "aria-hidden": "true" }, place + 1),
      h("span", { id, dir: "auto" }, pair.heads[place])];
    if (pair.heads.length < 3) return h("div", { class: "sh-side-cell sh-side-head" }, told);
    const away = (ticked[pair.key] ??= new Set());
    return h("label", { class: "sh-side-cell sh-side-head sh-side-option" }, told[0],
      h("input", { type: "checkbox", checked: !away.has(place),
        data: { at: `${pair.key} same ${place}` },
        onchange: (e) => (e.target.checked ? away.delete(place) : away.add(place)) }),
      h("span", { class: "sh-side-said" }, told[1], h("small", {}, words.same)));
  }

  function act(pair, name) {
    const place = model.get("shown").pairs.findIndex((p) => p.key === pair.key);
    acted = { key: pair.key, place };
    const away = ticked[pair.key] ?? new Set();
    model.send({ kind: "act", key: pair.key, act: name, chosen: chosen[pair.key] ?? {},
      same: pair.heads.map((_, place) => place).filter((place) => !away.has(place)) });
  }

  function pairOf(pair, shown) {
    const { words } = shown;
    const title = newId();
    const heads = pair.heads.map(() => newId());
    const line = (l) => lineOf(pair, l, shown, heads, words);
    const folded = pair.lines.filter((l) => l.folded);
    return h("li", { class: "sh-pair", tabindex: "-1", "aria-labelledby": title },
      h("h3", { id: title }, pair.names.map((name, i) => [
        i > 0 && h("span", { class: "sh-side-and" }, " · "), h("bdi", { dir: "auto" }, name)])),
      h("ul", { class: "sh-reasons" }, pair.reasons.map((reason) => h("li", {}, reason))),
      h("div", { class: "sh-side", data: { rows: Math.min(pair.heads.length, 5) } },
        h("div", { class: "sh-side-row sh-side-heads" }, h("div", { class: "sh-side-title" }),
          pair.heads.map((_, place) => headOf(pair, place, heads[place], words))),
        pair.lines.filter((l) => !l.folded).map(line),
        folded.length > 0 && h("details", { class: "sh-more" },
          h("summary", {}, words.rest), folded.map(line))),
      h("div", { class: "sh-card-acts" }, pair.acts.map((press) => {
        const own = newId();
        return h("button", { type: "button", id: own, class: `sh-button sh-${press.tone}`,
          "aria-labelledby": `${own} ${title}`, data: { at: `${pair.key} act ${press.name}` },
          onclick: () => act(pair, press.name) }, press.label);
      })));
  }

  function pagesOf(shown) {
    const turn = (at, page, label, off) => h("button", { type: "button", class: "sh-button",
      disabled: off, data: { at },
      onclick: () => { turned = true; model.send({ kind: "page", page }); } }, label);
    return h("nav", { class: "sh-pages", "aria-label": shown.label },
      turn("previous", shown.page - 1, shown.words.previous, shown.page === 0),
      h("span", { class: "sh-where" }, shown.where),
      turn("next", shown.page + 1, shown.words.next, shown.page >= shown.pages - 1));
  }

  const own = newId();
  function draw() {
    const shown = { ...model.get("shown"), id: own };
    const inside = el.contains(document.activeElement);
    const at = inside ? document.activeElement.dataset.at : undefined;
    const opened = new Set([...el.querySelectorAll(".sh-pair:has(details[open])")].map(
      (node) => node.dataset.key));
    const list = shown.pairs.length > 0
      ? h("ul", { class: "sh-cards sh-pairs", "aria-label": shown.label },
          shown.pairs.map((pair) => pairOf(pair, shown)))
      : h("p", { class: "sh-blank", tabindex: "-1" }, shown.blank);
    el.replaceChildren(list, ...(shown.pages > 1 ? [pagesOf(shown)] : []));
    shown.pairs.forEach((pair, i) => {
      const node = list.children[i];
      node.dataset.key = pair.key;
      const fold = node.querySelector("details");
      if (fold) fold.open = opened.has(pair.key);
    });
    // After an act the reader goes on with what stands in its place now.
    const free = inside || document.activeElement === document.body;
    const gone = acted && free && shown.pairs[acted.place]?.key !== acted.key;
    const asked = shown.focus !== focused || turned;
    const again = at && el.querySelector(`[data-at="${CSS.escape(at)}"]`);
    if (gone || asked || (inside && !again)) {
      const place = Math.min(turned || !acted ? 0 : acted.place, shown.pairs.length - 1);
      (shown.pairs.length ? list.children[place] : list).focus();
      acted = null;
    } else again?.focus({ preventScroll: true });
    turned = false;
    focused = shown.focus;
  }
  model.on("change:shown", draw);
  draw();
  return () => model.off("change:shown", draw);
}
export default { render };
