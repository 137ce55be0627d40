// A list of things to decide, each with its words and its buttons.
function render({ model, el }) {
  const draw = () => {
    const { cards, label } = model.get("shown");
    const active = el.contains(document.activeElement) ? document.activeElement.dataset.at : undefined;
    const chosen = Object.fromEntries(  // an answer that is chosen and not given yet stays
      [...el.querySelectorAll("select")].map((select) => [select.dataset.key, select.value]));
    el.replaceChildren(h("ul", { class: "sh-cards", "aria-label": label }, cards.map((card, i) => {
      const title = newId();
      return h("li", {},
        h("div", { class: "sh-card-text" },
          h("p", { class: "sh-card-title", id: title },
            h("span", { class: "sh-dot", data: { code: card.code } }), card.title),
          h("p", { class: "sh-card-about" }, card.about)),
        h("div", { class: "sh-card-acts" }, card.acts.map((act, j) => {
          const own = newId();
          return h("button", { type: "button", id: own, class: `sh-button sh-${act.tone}`,
            data: { at: `${i}-${j}` }, "aria-labelledby": `${own} ${title}`,
            "aria-expanded": act.open === undefined ? undefined : String(act.open),
            onclick: () => model.send({ kind: "press", key: card.key, name: act.name }) }, act.label);
        }), card.choice && chooser(card, i, title, chosen[card.key])));
    })));
    if (active) {
      const [i, j] = active.split("-");
      const last = Math.min(Number(i), cards.length - 1);
      const near = el.querySelector(`[data-at="${last}-${j}"]:enabled`);
      (near ?? el.querySelectorAll("li")[last]?.querySelector(":is(select, button):enabled"))?.focus();
    }
  };
  // An answer of the reader's own: nothing happens before the button is pressed.
  const chooser = ({ key, choice }, i, title, chosen) => {
    const own = newId();
    const give = h("button", { type: "button", id: own, class: "sh-button", data: { at: `${i}-give` },
      "aria-labelledby": `${own} ${title}`,
      onclick: () => model.send({ kind: "choose", key, code: select.value }) }, choice.give);
    const enable = () => (give.disabled = !select.value);
    const select = h("select", { class: "sh-input", "aria-label": choice.label,
      data: { at: `${i}-choice`, key }, onchange: enable },
      h("option", { value: "" }, choice.label),
      choice.options.map(([code, words]) => h("option", { value: code }, words)));
    select.value = chosen ?? choice.value;
    enable();
    return h("div", { class: "sh-setter" }, select, give);
  };
  model.on("change:shown", draw);
  draw();
  return () => model.off("change:shown", draw);
}
export default { render };
