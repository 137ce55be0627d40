// What is seen of it: the parts are made once and then only brought up to date, so that the
// focus stays and no button moves under the hand.

function skeleton(words, { act, close, open }) {
  const legend = newId();
  const bdi = (name) => h("bdi", { class: `sh-one-${name}`, dir: "auto" });
  const [name, role, organisation] = ["name", "role", "organisation"].map(bdi);
  const known = h("dl", { class: "sh-one-facts" });
  const ended = h("p", { class: "sh-one-ended" });
  const stage = h("div", { class: "sh-one-stage", tabindex: "0", role: "application",
    "aria-label": words.asks, "aria-describedby": legend },
    h("p", { class: "sh-one-who" }, name), h("p", { class: "sh-one-work" }, role, organisation),
    known, ended);
  const guess = h("p", { class: "sh-one-guess" });

  // Whoever presses with a finger or a mouse goes on with the keys, if they like.
  const button = (what, label, keys, tone = "plain", ...inside) => h("button", {
    type: "button", class: `sh-button sh-${tone}`, data: { act: what },
    "aria-keyshortcuts": keys, onclick: (event) => {
      act(what);
      if (event.detail > 0) stage.focus({ preventScroll: true });
    } }, ...inside, label);
  const kbd = (...text) => h("kbd", { "aria-hidden": "true" }, text);
  const answers = words.options.map(([code, label], i) =>
    button(i + 1, label, String(i + 1), "plain", kbd(i + 1, h("span", {}, " · Enter")),
      h("span", { class: "sh-dot", data: { code } })));
  const answering = h("div", { class: "sh-one-answers", role: "group", "aria-label": words.asks },
    answers);
  const skip = button("skip", words.skip, "S", "plain", kbd("S"));
  const back = button("back", words.back, "Z", "plain", kbd("Z"));
  const remove = button("remove", words.remove, "X", "danger", kbd("X"));
  const keep = button("keep", words.keep, "Escape");
  const again = button("again", "", undefined, "primary");
  const onward = words.onward && globalThis.shabakatiStatic && h("button", { type: "button",
    class: "sh-button", onclick: () => (location.hash = words.onward.step) }, words.onward.label);
  const note = h("p", { class: "sh-one-said", role: "status" });
  const heard = h("p", { class: "sh-hidden", "aria-live": "polite" });
  const saved = h("p", { class: "sh-quietly" });
  const acts = h("div", { class: "sh-one-acts" }, skip, back, remove, keep, again, onward);
  const desk = h("div", { class: "sh-one-desk" }, guess, answering, acts);
  const body = h("div", { class: "sh-one-body" }, stage, note, desk, saved,
    h("p", { class: "sh-quietly sh-one-legend", id: legend }, words.legend), heard);
  const count = h("p", { class: "sh-one-count", id: newId() });
  const bar = h("progress", { "aria-labelledby": count.id });
  const start = h("button", { type: "button", class: "sh-button",
    onclick: () => (start.getAttribute("aria-expanded") === "true" ? close() : open()) });
  // JupyterLab has keys of its own for the same letters: not in here.
  const root = h("section", { class: "sh-one", "aria-label": words.start,
    data: { lmSuppressShortcuts: "true" } },
    h("div", { class: "sh-one-head" }, h("div", { class: "sh-one-progress" }, count, bar), start),
    body);

  let told = null;
  function draw({ view, opened, asking, shown, card, noGuess, waiting, canGoBack }) {
    count.textContent = view.progress;
    bar.max = Math.max(1, view.total);
    bar.value = view.sorted;
    start.textContent = opened ? words.stop : view.sorted ? words.go_on : words.start;
    start.setAttribute("aria-expanded", String(opened));
    start.classList.toggle("sh-primary", !opened && view.left > 0);
    start.hidden = !opened && !view.left && !view.skipped;
    body.hidden = !opened;
    if (!opened) return;
    const over = !card && !waiting && view.open && view.ended;
    stage.classList.toggle("sh-one-empty", !card);
    name.textContent = card?.name ?? "";
    role.textContent = card?.role ?? "";
    organisation.textContent = card?.organisation ?? "";
    known.replaceChildren(...(card?.facts ?? []).map((fact) => h("div", {},
      h("dt", {}, fact.label), h("dd", {}, h("bdi", { dir: fact.dir }, fact.text)))));
    ended.textContent = card ? "" : over ? view.ended : words.wait;

    const likely = words.options.find(([code]) => code === shown.code);
    const says = likely ? `${filled(words.likeliest, { value: likely[1] })} ${shown.why}` : words.no_guess;
    guess.textContent = card && !asking ? says : "";
    guess.classList.toggle("sh-one-missing", noGuess);
    answers.forEach((node, i) => {
      const likeliest = words.options[i][0] === shown.code;
      node.classList.toggle("sh-primary", likeliest);
      node.setAttribute("aria-keyshortcuts", likeliest ? `${i + 1} Enter` : `${i + 1}`);
      node.firstChild.lastChild.hidden = !likeliest;
    });
    for (const node of [answering, skip, remove]) node.hidden = !card;
    if (asking) for (const node of [answering, skip]) node.hidden = true;
    remove.lastChild.textContent = asking ? words.sure_remove : words.remove;
    back.hidden = asking || !canGoBack;
    keep.hidden = !asking;
    again.hidden = !(over && view.skipped);
    again.textContent = view.again;
    if (onward) onward.hidden = !over;
    saved.textContent = waiting ? words.saving
      : view.sorted && view.said.tone !== "error" ? words.saved : "";
    saved.hidden = !saved.textContent;

    const sure = asking && card ? filled(words.sure, { name: isolated(card.name) }) : "";
    note.textContent = sure || view.said.text;
    note.dataset.tone = sure ? "error" : view.said.tone;
    note.hidden = !note.textContent;
    const now = card ? card.id : over;
    if (now === told) return;
    told = now;
    heard.textContent = card
      ? [card.name, card.role, card.organisation, says].filter(Boolean).join(". ")
      : ended.textContent;
  }
  return { root, stage, start, draw };
}

