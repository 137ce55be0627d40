// One message: read out when it changes, with at most one button ("undo").
function render({ model, el }) {
  const polite = h("div", { role: "status" });
  const urgent = h("div", { role: "alert" });
  el.append(polite, urgent);
  let last = model.get("message").text;
  const draw = () => {
    const { text, tone, action } = model.get("message");
    const lines = text ? text.split("\n").map((line) => h("p", { dir: "auto" }, line)) : [];
    const note = text
      ? h(
          "div",
          { class: "sh-note", data: { tone } },
          h("div", { class: "sh-note-text" }, lines),
          action &&
            h("button", { type: "button", class: "sh-button",
              onclick: () => model.send({ kind: "act" }) }, action),
        )
      : "";
    const [now, other] = tone === "error" ? [urgent, polite] : [polite, urgent];
    other.replaceChildren();
    now.replaceChildren(note);
    // An answer to what was just done must be seen, also at the end of a long form.
    if (text && text !== last && tone !== "plain") note.scrollIntoView({ block: "nearest" });
    last = text;
  };
  model.on("change:message", draw);
  draw();
  return () => model.off("change:message", draw);
}
export default { render };
