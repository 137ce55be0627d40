// The bar above every step: the steps (done, here, open), the language, what is saved.
// On a page of our own it also sets the page's direction, address and title; in JupyterLab
// the page belongs to somebody else and stays as it is.

const page = () => Boolean(globalThis.shabakatiStatic);
const LANGUAGE = "shabakati-language"; // the template reads the same key before anything is drawn

function initialize({ model }) {
  if (!page()) return undefined;
  const follow = () => {
    const to = decodeURIComponent(location.hash.slice(1));
    if (to && to !== model.get("here")) model.send({ kind: "go", step: to });
  };
  // Back to an address of the other language is no change of the hash alone.
  addEventListener("popstate", follow);
  return () => removeEventListener("popstate", follow);
}

// Said once the page is drawn: what the kernel changes before may reach widgets not there yet.
let greeted = false;

function greet(model) {
  if (greeted) return;
  greeted = true;
  const asked = new URL(location.href).searchParams.get("lang");
  const language = asked ?? kept() ?? "";
  const step = page() ? decodeURIComponent(location.hash.slice(1)) : "";
  model.send({ kind: "hello", language, step });
}

function render({ model, el }) {
  const draw = () => {
    const focused = el.contains(document.activeElement) && document.activeElement.dataset.key;
    el.replaceChildren(
      h("header", { class: "sh-bar", dir: model.get("direction"), lang: model.get("language") },
        brand(model), steps(model), languages(model)),
    );
    // The bar is drawn anew under the reader's hand: the focus stays where it was.
    if (focused) el.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
    // Before the kernel has heard what the address asks for, the address stays as it is.
    if (page() && model.get("greeted")) dress(model);
  };
  model.on("change:steps change:here change:words change:language change:greeted", draw);
  draw();
  greet(model);
  return () => model.off(null, draw);
}

function brand(model) {
  const { brand, motto } = model.get("words");
  return h("p", { class: "sh-brand" }, h("strong", {}, brand), h("span", {}, motto));
}

function steps(model) {
  const words = model.get("words");
  const items = model.get("steps").map(({ name, title, state }) => {
    const here = name === model.get("here");
    return h("li", {},
      h("button",
        { type: "button", class: "sh-step", data: { key: name, state },
          "aria-current": here ? "step" : undefined,
          onclick: () => model.send({ kind: "go", step: name }) },
        h("span", { class: "sh-step-mark", "aria-hidden": "true" }, state === "done" ? "✓" : ""),
        h("span", {}, title),
        h("span", { class: "sh-hidden" }, words[state])));
  });
  return h("nav", { "aria-label": words.steps }, h("ol", { class: "sh-steps" }, items));
}

function languages(model) {
  const { code, name, label } = model.get("other");
  return h("button",
    { type: "button", class: "sh-button sh-quiet", lang: code, data: { key: "language" },
      "aria-label": label, onclick: () => {
        keep(code); // only what the reader chooses, so that a page that was forgotten keeps nothing
        model.send({ kind: "language", language: code });
      } },
    name);
}

/** Let the page itself be what is shown: language, direction, title, address. */
function dress(model) {
  const root = document.documentElement;
  const [language, here] = [model.get("language"), model.get("here")];
  root.lang = language;
  root.dir = model.get("direction");
  document.title = `${model.get("title")} · ${model.get("words").brand}`;
  const address = new URL(location.href);
  address.searchParams.set("lang", language);
  address.hash = here;
  if (address.href === location.href) return;
  const moved = decodeURIComponent(location.hash.slice(1)) !== here;
  const first = !location.hash;
  history[moved && !first ? "pushState" : "replaceState"](null, "", address);
  if (moved && !first) scrollTo({ top: 0 });
}

function kept() {
  try {
    return localStorage.getItem(LANGUAGE);
  } catch {
    return null; // a private window may keep nothing
  }
}

function keep(language) {
  try {
    localStorage.setItem(LANGUAGE, language);
  } catch {
    // then the address alone says it
  }
}

export default { initialize, render };
