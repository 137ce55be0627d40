// One person at a time. The kernel sends those who come next; what is answered is shown as done
// at once, kept in `pending` until the kernel says that it is, and sent again if it does not.

const PATIENCE = 4000; // ms until what was not acknowledged is sent again
const isolated = (text) => `\u2068${text}\u2069`;

function render({ model, el }) {
  const run = newId() + Math.random().toString(36).slice(2);
  let seq = 0;
  let pending = []; // what was done here and is not done there yet: { seq, what, card, value }
  let trail = []; // the cards that can be gone back to
  let shown = { id: null }; // who is shown, with the guess as it was first seen
  let opened = false;
  let asking = false; // whether to remove
  const parts = skeleton(model.get("words"), { act, close: leave, open });
  const { stage } = parts;
  el.append(parts.root);
  parts.root.addEventListener("keydown", pressed);

  const tell = ({ seq, what, card, value }) =>
    model.send({ kind: "do", run, seq, what, id: card?.id ?? 0, value });
  const again = later(PATIENCE, () => {
    pending.forEach(tell);
    if (pending.length) again();
  });

  // Who comes next is what the kernel sent, after all that it has not heard of yet.
  function cards() {
    return pending.reduce((left, { what, card }) => {
      const others = left.filter(({ id }) => id !== card?.id);
      return what === "back" && card ? [card, ...others] : others;
    }, model.get("view").ahead);
  }

  function deed(what, card, value = "") {
    const done = { seq: ++seq, what, card, value };
    pending.push(done);
    if (what === "back") trail.pop();
    else trail.push(card);
    draw();
    tell(done);
    again();
  }

  function act(name) {
    const [card] = cards();
    const sure = asking;
    asking = false;
    if (sure && name !== "remove") return draw(); // any other key keeps the person
    if (name === "back") return deed("back", trail.at(-1));
    if (name === "again") return model.send({ kind: "again" });
    if (!card) return undefined;
    if (name === "remove") {
      asking = !sure;
      return sure ? deed("remove", card) : draw();
    }
    if (name === "skip") return deed("skip", card);
    if (name === "accept") return shown.code ? deed("answer", card, shown.code) : draw(true);
    const option = model.get("words").options[name - 1];
    return option && deed("answer", card, option[0]);
  }

  function pressed(event) {
    const name = meaning(event, model.get("words").options.length);
    const button = event.target.closest("button");
    if (!name || !opened || (button && name === "accept")) return; // a button is pressed itself
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    if (name === "leave" && !asking) leave();
    else act(name);
  }

  function open() {
    opened = true;
    model.send({ kind: "open" });
    draw();
    stage.focus();
  }

  function leave() {
    opened = asking = false;
    draw();
    parts.start.focus();
  }

  function draw(noGuess = false) {
    const view = model.get("view");
    const acked = view.acked[run] ?? 0;
    pending = pending.filter((done) => done.seq > acked);
    const here = parts.root.contains(document.activeElement);
    const [card] = cards();
    // A guess that comes late is taken; one that is seen does not change under the hand.
    if (card && (card.id !== shown.id || !shown.code)) shown = card;
    if (!card) shown = { id: null };
    parts.draw({ view, opened, asking, shown, card, noGuess, waiting: pending.length,
      canGoBack: trail.length > 0 });
    if (here && opened && !document.activeElement?.checkVisibility()) stage.focus();
  }
  const drawn = () => draw();
  model.on("change:view", drawn);
  draw();
  return () => {
    again.cancel();
    model.off("change:view", drawn);
  };
}
export default { render };
