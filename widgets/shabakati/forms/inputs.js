// The inputs of a form: each gives its node, and how to get, set and focus it.

function plain(spec, id, described) {
  const input = h("input", {
    id, ...described, class: "sh-input", type: spec.widget === "date" ? "date" : "text",
    dir: spec.dir, inputmode: spec.inputmode, required: spec.required,
    autocomplete: spec.autocomplete ?? "off", spellcheck: spec.dir === "ltr" ? "false" : undefined,
  });
  return simple(input);
}

function long(spec, id, described) {
  return simple(h("textarea", {
    id, ...described, class: "sh-input", rows: spec.rows, dir: spec.dir,
    spellcheck: spec.dir === "ltr" ? "false" : undefined,
  }));
}

function select(spec, id, described, words) {
  return simple(h("select", { id, ...described, class: "sh-input" },
    h("option", { value: "" }, words.unsaid),
    spec.options.map((o) => h("option", { value: o.value }, o.label))));
}

const simple = (input) => ({
  node: input,
  get: () => input.value,
  set: (value) => { input.value = value ?? ""; },
  focus: () => input,
});

// Radio buttons (one) or checkboxes (several) that look like chips.
function chips(spec, id, described, words) {
  const options = spec.many ? spec.options : [...spec.options, { value: "", label: words.unsaid }];
  const boxes = options.map((o) =>
    h("input", { type: spec.many ? "checkbox" : "radio", name: id, value: o.value }));
  const node = h("div", { class: "sh-chips" }, options.map((o, i) =>
    h("label", { class: o.value ? "sh-chip" : "sh-chip sh-unsaid" }, boxes[i],
      h("span", { class: "sh-dot", data: { code: o.value } }), h("span", {}, o.label))));
  const chosen = () => boxes.filter((b) => b.checked).map((b) => b.value);
  return {
    node,
    get: () => (spec.many ? chosen() : chosen()[0] ?? ""),
    set: (value) => boxes.forEach((b) => {
      b.checked = spec.many ? (value ?? []).includes(b.value) : b.value === (value ?? "");
    }),
    focus: () => boxes.find((b) => b.checked) ?? boxes[0],
  };
}

// A person (or several), found by name: the ARIA combobox with a list.
function reference(spec, id, described, words, { model, pending, typed }) {
  let chosen = [], found = [], at = -1;
  const list = h("ul", { id: `${id}-list`, role: "listbox", class: "sh-found", hidden: true,
    "aria-label": spec.label });
  const input = h("input", {
    id, ...described, class: "sh-input", type: "text", role: "combobox", dir: "auto",
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list`,
    autocomplete: "off", placeholder: words.find,
  });
  const picked = h("div", { class: "sh-picked" });
  const node = h("div", { class: "sh-reference" }, picked, input, list);

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const draw = () => {
    picked.replaceChildren(...chosen.map((person) =>
      h("span", { class: "sh-token" }, h("bdi", {}, person.label),
        h("button", { type: "button", class: "sh-button sh-quiet",
          "aria-label": filled(words.unpick, { name: person.label }),
          onclick: () => { chosen = chosen.filter((p) => p.id !== person.id); draw(); typed(); input.focus(); },
        }, "×"))));
    input.hidden = !spec.many && chosen.length > 0;
  };
  const pick = (person) => {
    chosen = [...chosen.filter((p) => p.id !== person.id), { id: person.id, label: person.label }];
    input.value = "";
    close();
    draw();
    typed();
    (input.hidden ? picked.querySelector("button") : input).focus();
  };
  const ask = later(200, () => {
    if (input.value.trim()) model.send({ kind: "find", field: spec.name, text: input.value });
    else close();
  });
  pending[spec.name] = (message) => {
    if (message.text !== input.value) return; // an answer to what was typed before
    found = message.people;
    list.replaceChildren(...(found.length
      ? found.map((p, i) => h("li", { role: "option", id: `${id}-${i}`, "aria-selected": "false",
          onmousedown: (e) => { e.preventDefault(); pick(p); } },
          h("bdi", {}, p.label), p.about && h("small", { dir: "auto" }, p.about)))
      : [h("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, words.nobody)]));
    list.hidden = false;
    at = -1;
    input.setAttribute("aria-expanded", "true");
  };
  const move = (step) => {
    if (list.hidden || !found.length) return;
    at = (at + step + found.length + (at < 0 && step < 0 ? 1 : 0)) % found.length;
    [...list.children].forEach((li, i) => li.setAttribute("aria-selected", String(i === at)));
    list.children[at].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", `${id}-${at}`);
  };
  input.addEventListener("input", (e) => { e.stopPropagation(); ask(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (e) => {
    if (e.key === "ArrowDown") move(1);
    else if (e.key === "ArrowUp") move(-1);
    else if (e.key === "Enter" && !list.hidden) { if (found.length) pick(found[Math.max(at, 0)]); }
    else if (e.key === "Escape" && !list.hidden) close();
    else return;
    e.preventDefault();
  });
  return {
    node,
    get: () => chosen,
    set: (value) => { chosen = (value ?? []).map((p) => ({ ...p })); input.value = ""; close(); draw(); },
    focus: () => (input.hidden ? picked.querySelector("button") : input),
  };
}
