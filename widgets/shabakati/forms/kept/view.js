// What is true of the book in this browser, said beside the page's tools; and being forgotten.
const PROBLEMS = ["failed", "refused"];
const AWAY = ["elsewhere", "taken"];

function render({ model, el }) {
  let open = false, sure = false, busy = false;
  const words = () => model.get("words");
  const button = (key, act, tone = "") => h("button",
    { type: "button", class: `sh-button ${tone}`, data: { key }, onclick: act }, words()[key]);
  const line = (key, props = {}) => h("p", props, words()[key]);
  const turn = (change) => () => { change(); draw(); };

  function draw() {
    const { phase } = model.get("state");
    if (!AWAY.includes(phase)) busy = false;
    const focused = el.contains(document.activeElement) && document.activeElement.dataset.key;
    el.replaceChildren(AWAY.includes(phase) ? away(phase) : h("div", { class: "sh-kept" }, present()));
    // Drawn anew under the reader's hand, the focus stays where it was, or comes to what is asked.
    if (!focused) return;
    const asked = sure ? '[data-key="forget_no"]' : '[data-key="mine"]';
    (el.querySelector(`[data-key="${focused}"]`) ?? el.querySelector(asked))?.focus();
  }

  function present() {
    const { phase, at } = model.get("state");
    const problem = !here.online || PROBLEMS.includes(phase);
    return [
      !model.get("quiet") && h("p", { class: "sh-kept-said", data: { phase, at, problem: problem || null },
        role: problem ? "status" : undefined }, said()),
      h("button", { type: "button", class: "sh-button", data: { key: "mine" },
        "aria-expanded": open ? "true" : "false", onclick: turn(() => { open = !open; sure = false; }) },
        words().mine),
      open && h("div", { class: "sh-card sh-kept-mine" }, sure ? surely() : mine()),
    ];
  }

  function said() {
    const { phase, why, at } = model.get("state");
    if (!here.online) return words().offline;
    if (phase === "failed") return words()[`failed_${why}`];
    return filled(words()[phase], { time: clock(new Date(at)) });
  }

  const mine = () => [
    line("where"), line("private"), here.lasting === false && line("may_clear"),
    h("div", { class: "sh-row" }, button("forget", turn(() => { sure = true; }), "sh-danger")),
  ];

  const surely = () => [
    line("forget_sure", { role: "alert" }),
    h("div", { class: "sh-row" },
      button("forget_yes", turn(() => { open = sure = false; here.forget(); }), "sh-danger"),
      button("forget_no", turn(() => { sure = false; }))),
  ];

  function away(phase) {
    return h("div", { class: "sh-card sh-kept-away" },
      h("h1", {}, words()[phase]), line(`${phase}_how`),
      busy ? h("p", { role: "status" }, words().going_on)
        : button("go_on", turn(() => { busy = true; here.goOn(); }), "sh-primary"));
  }

  here.seen?.();
  here.draw = draw;
  model.on("change:state change:words change:quiet", draw);
  draw();
  return () => model.off(null, draw);
}

/** Hours and minutes of this device, in the digits that both languages use here. */
function clock(time) {
  const two = (n) => String(n).padStart(2, "0");
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

export default { initialize, render };
