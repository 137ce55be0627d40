// A file comes in: picked or dropped, sent in pieces, each acknowledged before the next one goes.
const PIECE = 2 * 1024 * 1024; // bytes; the websocket closes at 10 MiB

function render({ model, el }) {
  let sending = null; // { file, id, at }
  const id = newId();

  const words = () => model.get("words");
  const input = h("input", { type: "file", id, class: "sh-hidden", accept: model.get("accept"),
    "aria-describedby": `${id}-hint`,
    onchange: () => { if (input.files[0]) start(input.files[0]); input.value = ""; } });
  const hint = h("p", { class: "sh-help", id: `${id}-hint` });
  const title = h("span", { class: "sh-button sh-primary" });
  const drop = h("label", { class: "sh-drop", for: id }, title, hint, input);
  const bar = h("progress", {});
  const doing = h("p", { role: "status" });
  const stop = h("button", { type: "button", class: "sh-button", onclick: () => {
    sending = null;
    model.send({ kind: "cancel" });
  } });
  const work = h("div", { class: "sh-work", hidden: true }, doing, bar, stop);
  el.append(drop, work);

  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (e) => { e.preventDefault(); drop.classList.add("sh-over"); });
  }
  for (const kind of ["dragleave", "drop"]) {
    drop.addEventListener(kind, (e) => { e.preventDefault(); drop.classList.remove("sh-over"); });
  }
  drop.addEventListener("drop", (e) => {
    const { files } = e.dataTransfer;
    if (files.length > 1) model.send({ kind: "several" }); // none of them is dropped in silence
    else if (files[0]) start(files[0]);
  });

  function start(file) {
    sending = { file, id: newId(), at: 0 };
    model.send({ kind: "start", id: sending.id, name: file.name.slice(0, 255), size: file.size });
  }

  async function piece() {
    const { file, id: upload, at } = sending;
    let buffer;
    try {
      buffer = await file.slice(at, at + PIECE).arrayBuffer();
    } catch {
      sending = null; // moved or changed while it was read
      model.send({ kind: "unreadable" });
      return;
    }
    if (!sending || sending.id !== upload) return;
    sending.at = at + buffer.byteLength;
    model.send({ kind: "piece", id: upload, at }, undefined, [buffer]);
  }

  // Long work ends late: whoever has gone on to another card meanwhile stays there.
  const away = () => {
    const card = document.activeElement?.closest(".sh-card");
    return card && card !== el.closest(".sh-card");
  };

  const heard = (message) => {
    // What hid this place a moment ago may be told after this message.
    if (message.kind === "focus") requestAnimationFrame(() => setTimeout(() => away() || input.focus()));
    if (!sending || message.id !== sending.id) return;
    if (message.kind === "more") piece();
    else sending = null; // all of it is there, or it was refused
  };

  function draw() {
    const { phase, done, total, text } = model.get("state");
    const busy = phase !== "idle";
    const had = el.contains(document.activeElement);
    title.textContent = words().pick;
    hint.textContent = words().hint;
    stop.textContent = words().cancel;
    drop.hidden = busy;
    work.hidden = !busy;
    doing.textContent = busy ? text : "";
    bar.setAttribute("aria-label", words().progress);
    if (total > 0) { bar.max = total; bar.value = done; } else bar.removeAttribute("value");
    if (had && !el.contains(document.activeElement)) (busy ? stop : input).focus();
    else if (had && document.activeElement.closest("[hidden]")) (busy ? stop : input).focus();
  }
  model.on("msg:custom", heard);
  model.on("change:state", draw);
  draw();
  return () => {
    model.off("msg:custom", heard);
    model.off("change:state", draw);
  };
}
export default { render };
