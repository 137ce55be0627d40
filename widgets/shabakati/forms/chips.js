// One of a few, always one chosen: radio buttons as chips.
function render({ model, el }) {
  const name = newId();
  let drawn = "";
  const draw = () => {
    const { label, options } = model.get("shown");
    const shape = JSON.stringify([label, options]);
    if (shape !== drawn) {
      drawn = shape;
      el.replaceChildren(h("fieldset", { class: "sh-field" }, h("legend", {}, label),
        h("div", { class: "sh-chips" }, options.map(([code, words]) =>
          h("label", { class: "sh-chip" },
            h("input", { type: "radio", name, value: code,
              onchange: () => model.send({ kind: "choose", value: code }) }), words)))));
    }
    for (const input of el.querySelectorAll("input")) input.checked = input.value === model.get("chosen");
  };
  model.on("change:shown change:chosen", draw);
  draw();
  return () => model.off("change:shown change:chosen", draw);
}
export default { render };
