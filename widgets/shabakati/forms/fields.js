// One form: labels, inputs, help and errors beside them. The kernel says which fields there are and
// what is wrong; what is typed goes back as plain values, and with every press of a button.
function render({ model, el }) {
  let inputs = {}; // name -> { get, set, box }
  let serial = null;

  const values = () =>
    Object.fromEntries(Object.entries(inputs).map(([name, field]) => [name, field.get()]));
  const tell = () => model.send({ kind: "typed", values: values() });
  const typed = later(250, tell);
  const pending = {}; // field -> what to do with the people found

  const act = (name) => {
    typed.cancel();
    el.querySelectorAll(".sh-actions button").forEach((b) => (b.disabled = true));
    model.send({ kind: "act", name, values: values() });
  };

  function build() {
    const { sections, actions, words, label } = model.get("form");
    inputs = {};
    const parts = sections.map((section) => {
      const grid = h("div", { class: "sh-grid" }, section.fields.map((f) => field(f, words)));
      if (!section.title) return grid;
      const title = h("summary", {}, section.title);
      return h("details", { class: "sh-more", open: section.open }, title, grid);
    });
    const buttons = actions.map((a) =>
      h("button", {
        type: a.tone === "primary" ? "submit" : "button",
        class: `sh-button sh-${a.tone}`,
        onclick: a.tone === "primary" ? undefined : () => act(a.name),
      }, a.label));
    const primary = actions.find((a) => a.tone === "primary");
    const form = h("form", {
      class: "sh-form", novalidate: true, autocomplete: "off", "aria-label": label,
      onsubmit: (event) => { event.preventDefault(); if (primary) act(primary.name); },
      oninput: typed, onchange: typed,
    }, parts, h("div", { class: "sh-actions" }, buttons));
    el.replaceChildren(form);
    serial = null;
    show();
    mark();
  }

  function field(spec, words) {
    const id = newId();
    const help = spec.help ? h("p", { class: "sh-help", id: `${id}-help` }, spec.help) : null;
    const error = h("p", { class: "sh-error", id: `${id}-error`, hidden: true });
    const described = { "aria-describedby": help ? `${id}-help ${id}-error` : `${id}-error` };
    const make = { chips, select, long, reference }[spec.widget] ?? plain;
    const made = make(spec, id, described, words, { model, pending, typed });
    const title = spec.required ? [spec.label, h("span", { class: "sh-required" }, words.required)] : spec.label;
    const many = spec.widget === "chips";
    const box = many
      ? h("fieldset", { class: "sh-field sh-wide", ...described }, h("legend", {}, title), help, made.node, error)
      : h("div", { class: `sh-field${spec.wide ? " sh-wide" : ""}` },
          h("label", { for: id }, title), made.node, help, error);
    inputs[spec.name] = { ...made, box, error };
    return box;
  }

  function show() {
    const shown = model.get("shown");
    if (shown.serial === serial) return;
    serial = shown.serial;
    for (const [name, input] of Object.entries(inputs)) input.set(shown.values[name]);
  }

  function mark() {
    const problems = model.get("problems");
    let first = null;
    for (const [name, { box, error, focus }] of Object.entries(inputs)) {
      const text = problems[name] ?? "";
      error.textContent = text;
      error.hidden = !text;
      box.classList.toggle("sh-wrong", Boolean(text));
      const input = focus();
      if (text) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      if (text) {
        box.closest("details")?.setAttribute("open", "");
        first ??= input;
      }
    }
    return first;
  }

  const heard = (message) => {
    if (message.kind === "done") {
      el.querySelectorAll(".sh-actions button").forEach((b) => (b.disabled = false));
      const wrong = mark();
      if (wrong) wrong.focus();
      else if (message.focus && inputs[message.focus]) inputs[message.focus].focus().focus();
    } else if (message.kind === "found") pending[message.field]?.(message);
  };
  model.on("change:form", build);
  model.on("change:shown", show);
  model.on("change:problems", mark);
  model.on("msg:custom", heard);
  build();
  return () => {
    typed.cancel();
    model.off("change:form", build);
    model.off("change:shown", show);
    model.off("change:problems", mark);
    model.off("msg:custom", heard);
  };
}
export default { render };
