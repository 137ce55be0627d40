// Between the kernel and the storage of this browser: the book goes in after each change, and
// comes out when the page has been opened anew.
const PIECE = 4 * 1024 * 1024; // bytes of one message
const OURS = "shabakati"; // what our keys in localStorage begin with
const here = { online: true, lasting: null, seen: null, goOn: null, forget: null, draw: () => {} };

function initialize({ model }) {
  const record = new BookRecord(`${newId()}-${Math.random().toString(36).slice(2)}`);
  const turn = new Turn((kind) => model.send({ kind }));
  const last = { seq: 0, at: 0 }; // what is in storage
  let leaving = null; // the book on its way to the kernel
  let coming = null; // one on its way from it: { seq, size, parts, at }
  let writing = Promise.resolve();
  let erased = false; // until the kernel has forgotten too, nothing it sends is kept

  // Until the kernel has the book, nobody can change an empty one in its place.
  const asking = () => model.get("state").phase === "asking";
  const wait = () => document.getElementById("rendered_cells")?.toggleAttribute("inert", asking());

  const look = async () => ((await turn.ask()) ? { kept: await record.take() } : { away: true });

  async function settle(looking) {
    try {
      const { away, kept } = await looking;
      if (away) model.send({ kind: "elsewhere" });
      else bring(kept);
    } catch {
      model.send({ kind: "blocked" });
    }
  }

  function bring(kept) {
    leaving = kept?.book ?? null;
    if (leaving) model.send({ kind: "found", size: leaving.byteLength, at: kept.at });
    else model.send({ kind: "nothing" });
  }

  function more(at) {
    // A slice is a buffer of its own: of a view, the whole buffer would be sent.
    if (leaving) model.send({ kind: "piece", at }, undefined, [leaving.slice(at, at + PIECE)]);
    if (leaving && at + PIECE >= leaving.byteLength) leaving = null;
  }

  function save({ seq, size, at }, view) {
    if (at === 0) coming = { seq, size, parts: [], at: 0 };
    if (coming?.seq !== seq || coming.at !== at) return; // a gap: the kernel sends it again
    coming.parts.push(view);
    coming.at += view.byteLength;
    if (coming.at < size) return;
    const { parts } = coming;
    coming = null;
    writing = writing.then(() => write(seq, parts));
  }

  async function write(seq, parts) {
    if (erased) return;
    try {
      if (!turn.mine) throw new Trouble("stale");
      last.at = await record.save(await new Blob(parts).arrayBuffer());
      last.seq = seq;
      model.send({ kind: "kept", ...last });
      here.lasting ??= await lasting();
      here.draw();
    } catch (error) {
      model.send({ kind: "lost", seq, why: reason(error) });
    }
  }

  const heard = (message, buffers) => {
    if (message.kind === "more") more(message.at);
    else if (message.kind === "save") save(message, buffers[0]);
    else if (message.kind === "yielded") turn.give();
    else if (message.kind === "fresh") erased = false;
  };

  // The page says so of the way to the kernel; what was under way when it broke goes again.
  const connected = ({ detail }) => {
    here.online = detail.state !== "lost";
    if (here.online && asking()) settle(look());
    else if (here.online) model.send({ kind: "here", ...last });
    here.draw();
  };

  here.goOn = async () => {
    try {
      await turn.take();
      bring(await record.take());
    } catch {
      model.send({ kind: "blocked" });
    }
  };

  here.forget = async () => {
    erased = true;
    await writing;
    await record.erase().catch(() => {}); // where nothing can be kept, nothing is
    for (const storage of ["localStorage", "sessionStorage"]) clear(storage);
    turn.tell("forgotten");
    last.seq = last.at = 0;
    model.send({ kind: "forget" });
  };

  model.on("msg:custom", heard);
  model.on("change:state", wait);
  document.addEventListener("sh-line", connected);
  wait();
  const looking = look();
  looking.catch(() => {}); // it is told below
  // What the kernel changes before the page is drawn may reach widgets that are not there yet.
  here.seen = () => {
    here.seen = () => {};
    settle(looking);
  };
  return () => {
    model.off("msg:custom", heard);
    model.off("change:state", wait);
    document.removeEventListener("sh-line", connected);
  };
}

/** Whether the browser promises not to clear it when the device is full; it may ask the reader. */
async function lasting() {
  try {
    return await navigator.storage.persist();
  } catch {
    return false; // not over plain http from another computer
  }
}

function clear(name) {
  try {
    const storage = globalThis[name];
    for (const key of Object.keys(storage)) if (key.startsWith(OURS)) storage.removeItem(key);
  } catch {
    // a browser that lets nothing be kept holds nothing
  }
}

