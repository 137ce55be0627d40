// A list of things to decide, each with its words and its buttons.
function render({ model, el }) {
  const draw = () => {
    const { cards, label } = model.get("shown");
    const active = el.contains(document.activeElement) ? document.activeElement.dataset.at : undefined;
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
        })));
    })));
    if (active) {
      const [i, j] = active.split("-").map(Number);
      const last = Math.min(i, cards.length - 1);
      el.querySelector(`[data-at="${last}-${j}"]`)?.focus();
    }
  };
  model.on("change:shown", draw);
  draw();
  return () => model.off("change:shown", draw);
}
export default { render };
