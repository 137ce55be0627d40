// A file goes out: asked for by a press, gathered piece by piece, given to the browser as a Blob.
function render({ model, el }) {
  let pieces = [];
  const button = h("button", { type: "button", class: `sh-button sh-${model.get("tone")}`,
    onclick: () => { pieces = []; button.disabled = true; model.send({ kind: "make" }); } });
  const problem = h("p", { class: "sh-error", role: "alert", hidden: true });
  // Only files that take long have a word for stopping, and tell how far they are.
  const bar = h("progress", { "aria-label": model.get("label") });
  const work = h("div", { class: "sh-row", hidden: true }, bar, h("button", { type: "button",
    class: "sh-button", onclick: () => model.send({ kind: "stop" }) }, model.get("stop") ?? ""));
  el.append(button, work, problem);

  const heard = (message, buffers) => {
    if (message.kind === "progress") {
      bar.max = message.total;
      bar.value = message.done;
    }
    work.hidden = message.kind !== "progress";
    if (message.kind === "piece") {
      const { buffer, byteOffset, byteLength } = buffers[0];
      pieces.push(buffer ? buffer.slice(byteOffset, byteOffset + byteLength) : buffers[0]);
      model.send({ kind: "more", at: message.end });
    } else if (message.kind === "done") {
      const url = URL.createObjectURL(new Blob(pieces, { type: message.type }));
      pieces = [];
      h("a", { href: url, download: message.name }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    }
    if (message.kind === "done" || message.kind === "failed") {
      button.disabled = false;
      problem.textContent = message.text ?? "";
      problem.hidden = !message.text;
    }
  };
  const draw = () => { button.textContent = model.get("label"); };
  model.on("msg:custom", heard);
  model.on("change:label", draw);
  draw();
  return () => {
    model.off("msg:custom", heard);
    model.off("change:label", draw);
  };
}
export default { render };
