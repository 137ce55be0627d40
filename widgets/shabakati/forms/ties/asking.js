// One question about a milieu at a time, then the people, each with those they may know.
// Who is chosen stays here until it is told; what is told comes back as the next view.

function render({ model, el }) {
  const words = () => model.get("words");
  const said = h("div", { class: "sh-ties-question" });
  const heard = h("p", { class: "sh-hidden", "aria-live": "polite" });
  const list = h("div", { class: "sh-ties-people" });
  // Folded while whole groups can still be told of: that takes fewer presses.
  const folded = h("details", { class: "sh-matrix" }, h("summary", {}, words().others), list);
  el.append(said, heard, folded);
  let asked = null; // whether there was a question when it was last drawn
  let chosen = new Set();
  let shown = "";
  let opened = null;

  const tell = (kind, more = {}) => model.send({ kind, ...more });

  function drawQuestion(view) {
    const { question, progress } = view;
    const had = said.contains(document.activeElement);
    const title = newId();
    const bar = h("progress", { max: Math.max(1, progress.total), "aria-label": progress.text });
    bar.value = progress.done;
    said.replaceChildren(h("p", { class: "sh-one-count" }, progress.text), bar);
    if (!question) {
      if (view.put_off) {
        said.append(h("div", { class: "sh-row" }, h("p", {}, view.put_off), h("button", {
          type: "button", class: "sh-button", onclick: () => tell("again") }, words().again)));
      }
      if (had) said.querySelector("button")?.focus();
      return;
    }
    const mark = JSON.stringify([question.key, question.people.map(([id]) => id), question.again]);
    if (mark !== shown) {
      shown = mark;
      chosen = new Set(question.again ? [] : question.people.map(([id]) => id));
      heard.textContent = `${question.title}. ${question.about}`;
    }
    const all = h("button", { type: "button", class: "sh-button sh-primary",
      onclick: () => tell("all", { key: question.key, ids: [...chosen] }) });
    const flip = h("button", { type: "button", class: "sh-button",
      onclick: () => {
        chosen = new Set(chosen.size ? [] : question.people.map(([id]) => id));
        refresh();
      } });
    const boxes = question.people.map(([id, name]) => [id, h("input", { type: "checkbox",
      onchange: (event) => {
        if (event.target.checked) chosen.add(id); else chosen.delete(id);
        refresh();
      } }), name]);
    function refresh() {
      for (const [id, box] of boxes) box.checked = chosen.has(id);
      const n = chosen.size;
      all.textContent = n < 2 ? words().choose : n === 2 ? words().two : filled(words().all, { count: n });
      all.disabled = n < 2;
      flip.textContent = n ? words().clear : words().choose_all;
    }
    refresh();
    said.append(
      h("h3", { id: title, class: "sh-ties-title" }, question.title),
      h("p", {}, question.about),
      h("div", { class: "sh-chips", role: "group", "aria-labelledby": title },
        boxes.map(([, box, name]) => h("label", { class: "sh-chip" }, box, h("bdi", {}, name)))),
      h("div", { class: "sh-ties-acts" }, all, flip,
        h("button", { type: "button", class: "sh-button",
          onclick: () => tell("none", { key: question.key }) },
          question.again ? words().none_more : words().none),
        h("button", { type: "button", class: "sh-button",
          onclick: () => tell("later", { key: question.key }) }, words().later)),
      h("p", { class: "sh-quietly" }, view.left),
    );
    if (had) (all.disabled ? boxes[0][1] : all).focus();
  }

  function drawPeople({ people, question }) {
    const at = list.contains(document.activeElement) ? document.activeElement.dataset.at : null;
    if (!people.some(({ id }) => id === opened)) opened = null;
    const rows = people.map((person) => {
      const open = person.id === opened;
      const head = h("button", { type: "button", class: "sh-ties-person", data: { at: `p${person.id}` },
        "aria-expanded": String(open), onclick: () => {
          opened = open ? null : person.id;
          drawPeople(model.get("view"));
        } }, h("bdi", {}, person.name), h("span", { class: "sh-quietly" }, person.about));
      return h("li", {}, head, open && h("div", { class: "sh-chips", role: "group",
        "aria-label": filled(words().opened, { name: person.name }) },
        person.others.map(([id, name, known]) => h("label", { class: "sh-chip" },
          h("input", { type: "checkbox", checked: known, data: { at: `${person.id}-${id}` },
            onchange: () => tell("link", { a: person.id, b: id }) }), h("bdi", {}, name)))));
    });
    folded.hidden = !people.length;
    if (asked !== Boolean(question)) folded.open = !question;
    asked = Boolean(question);
    list.replaceChildren(
      h("p", {}, words().knows),
      h("ul", { class: "sh-ties-list", "aria-label": words().people }, rows),
      h("button", { type: "button", class: `sh-button${question ? "" : " sh-primary"}`,
        data: { at: "rest" }, onclick: () => tell("rest") }, words().rest));
    if (at) {
      (list.querySelector(`[data-at="${at}"]`) ?? list.querySelector('[data-at="rest"]')
        ?? said.querySelector("button"))?.focus();
    }
  }

  const draw = () => {
    const view = model.get("view");
    drawQuestion(view);
    drawPeople(view);
  };
  model.on("change:view", draw);
  draw();
  return () => model.off("change:view", draw);
}
export default { render };
