// A text to send by oneself: chosen by language, edited, copied; nothing of it is told to the kernel.
function render({ model, el }) {
  let from = null; // where the reader was before the text was shown
  const hide = () => {
    el.replaceChildren();
    if (from?.isConnected) from.focus();
    from = null;
  };
  const draw = (take) => {
    const { title, texts, languages, chosen, words } = model.get("shown");
    if (!texts || !Object.keys(texts).length) return hide();
    const kept = { ...texts };
    let code = chosen;
    const head = newId(), name = newId();
    const status = h("p", { role: "status", class: "sh-letter-said" });
    const area = h("textarea", { class: "sh-input", rows: 5, "aria-label": words.label,
      "aria-describedby": head, oninput: () => { kept[code] = area.value; status.textContent = ""; } });
    const turn = (to) => {
      code = to;
      area.value = kept[code];
      area.lang = code;
      area.dir = languages.find((one) => one.code === code).dir;
    };
    const copy = async () => {
      let done = true;
      try {
        await navigator.clipboard.writeText(area.value);
      } catch { // not a secure context, or not allowed: the older way
        area.select();
        done = document.execCommand("copy");
      }
      status.textContent = done ? words.copied : words.failed;
    };
    el.replaceChildren(h("section", { class: "sh-letter", "aria-labelledby": head },
      h("p", { class: "sh-card-title", id: head, dir: "auto" }, title),
      h("fieldset", { class: "sh-field" }, h("legend", {}, words.language),
        h("div", { class: "sh-chips" }, languages.map((one) =>
          h("label", { class: "sh-chip" }, h("input", { type: "radio", name, value: one.code,
            checked: one.code === chosen, onchange: () => turn(one.code) }), one.word)))),
      area,
      h("div", { class: "sh-card-acts" },
        h("button", { type: "button", class: "sh-button sh-primary", onclick: copy }, words.copy),
        h("button", { type: "button", class: "sh-button", onclick: hide }, words.close)),
      status,
      h("p", { class: "sh-letter-note" }, words.unsent)));
    turn(chosen);
    if (take) {
      area.focus();
      el.scrollIntoView({ block: "nearest" });
    }
  };
  const changed = () => {
    from ??= document.activeElement;
    draw(true);
  };
  model.on("change:shown", changed);
  draw(false);
  return () => model.off("change:shown", changed);
}
export default { render };
