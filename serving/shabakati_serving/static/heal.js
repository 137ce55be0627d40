// What is done, and said, when the connection, the kernel or the server is gone.
//
// up: all is well, and nobody is asked anything. lost: connect again, by growing pauses, if the
// server is there and the kernel still lives. gone: the kernel has ended; the page opens itself
// anew. Which of them it is, is also said by `data-line` of the root element.

(() => {
  const page = globalThis.shabakatiPage;

  const PATIENCE = 1_500; // ms that a connection may be gone before a word is said
  const PAUSES = [0.3, 0.6, 1, 2, 3, 4]; // s between two tries; the last one from then on
  const HIDDEN = 30; // s, while nobody looks
  const PROBE = 4_000; // ms in which the server must answer
  const BRIEFLY = 5_000; // ms that good news is shown
  const ENDED = [4410, 4411]; // the server's codes: no kernel, or more was missed than it keeps

  const lines = new Set();
  let state = "up";
  let ended = false; // the server has said so
  let since, tries, timer, patience, probing, quiet;

  const hurt = () => [...lines].filter((line) => !line.standing);
  const spread = (seconds) => seconds * 1_000 * (0.5 + Math.random()); // many pages, not at once

  function say(what, time) {
    clearTimeout(quiet);
    for (const part of document.querySelectorAll("#lost > [data-when]"))
      part.hidden = !part.dataset.when.split(" ").includes(what);
    if (time) quiet = setTimeout(say, time, "");
  }

  function become(next) {
    state = next;
    document.documentElement.dataset.line = next;
  }

  document.addEventListener("sh-line", ({ detail: { line, state: now, code } }) => {
    if (now === "closed") lines.delete(line);
    else lines.add(line);
    if (page.leaving || state === "gone") return;
    if (ENDED.includes(code)) return end();
    if (hurt().length) return lose();
    if (state === "lost") mend();
  });

  function lose() {
    if (state === "up") {
      [since, tries] = [performance.now(), 0];
      become("lost");
      patience = setTimeout(say, PATIENCE, "lost");
    }
    again();
  }

  function mend() {
    const spoken = performance.now() - since >= PATIENCE;
    clearTimeout(timer);
    clearTimeout(patience);
    become("up");
    say(spoken ? "joined" : "", BRIEFLY);
  }

  function again() {
    clearTimeout(timer);
    const pause = document.hidden ? HIDDEN : PAUSES[Math.min(tries++, PAUSES.length - 1)];
    timer = setTimeout(attempt, spread(pause));
  }

  async function attempt() {
    clearTimeout(timer);
    if (state !== "lost" || probing) return;
    // At the same time as it is asked for: the browser may ask over a connection that is gone too.
    if (!ended) hurt().forEach((line) => line.connect());
    probing = true;
    const found = await probe();
    probing = false;
    if (state !== "lost" || page.leaving) return;
    const opens = "room" in document.getElementById("lost").dataset;
    const there = found === "gone" || (found === "closed" && opens);
    if (there || (found === "alive" && ended)) return reopen();
    if (performance.now() - since >= PATIENCE) say(found === "alive" ? "lost" : found);
    if (!hurt().some((line) => line.connecting)) again();
  }

  /** "alive"; "gone", the kernel; "closed", this page, since it is another server; "away". */
  async function probe() {
    const { baseUrl, kernelId } = page.told();
    const signal = AbortSignal.timeout?.(PROBE); // older telephones wait as long as they do
    const how = { cache: "no-store", redirect: "error", signal };
    try {
      const answer = await fetch(`${baseUrl}api/kernels/${kernelId}`, how);
      if (answer.status === 404) return "gone";
      if (answer.status === 403) return "closed";
      if (answer.ok && (await answer.json()).id === kernelId) return "alive";
    } catch {
      // nobody there, or somebody else
    }
    return "away";
  }

  /** The kernel has ended. A server that is ending too is no place to open the page from. */
  function end() {
    if (state === "up") [since, tries] = [performance.now(), 0];
    ended = true;
    become("lost");
    say("gone");
    attempt();
  }

  function reopen() {
    clearTimeout(patience);
    become("gone");
    say("gone");
    if (!document.hidden && !page.reopen()) say("again");
  }

  /** Somebody looks again, or the network is back: what is not well is tried at once. */
  function wake() {
    if (document.hidden || page.leaving) return;
    if (state === "gone") return reopen();
    if (state === "up") return lines.forEach((line) => line.ask());
    tries = 0;
    attempt();
  }

  addEventListener("online", () => setTimeout(wake, spread(0.3)));
  addEventListener("offline", wake);
  addEventListener("pageshow", wake);
  document.addEventListener("visibilitychange", wake);
  document.addEventListener("resume", wake);
  document.addEventListener("click", (event) => event.target.closest?.("[data-try]") && wake());
  document.addEventListener("DOMContentLoaded", () => page.again && say("gone"));
  document.addEventListener("sh-shown", () => page.again && say("back", BRIEFLY));
})();
