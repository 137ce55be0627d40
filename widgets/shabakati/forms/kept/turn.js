// One tab of this browser goes on with the book at a time. Where the browser has locks (not over
// plain http from another computer) they tell at once; else the tabs ask each other.
const CALLED = "shabakati";
const ASKED = 300; // ms that another tab has to answer where there are no locks
const STUCK = 3000; // ms that a lock may be held by a tab that says nothing, such as a page just left
const FLUSH = 2500; // ms that it has to keep what is not kept yet

class Turn {
  /** `heard(kind)` is told "taken", "forgotten" or "yield" by other tabs. */
  constructor(heard) {
    this.mine = false;
    this.heard = heard;
    this.free = () => {};
    this.answer = () => {};
    this.channel = new BroadcastChannel(CALLED);
    this.channel.onmessage = ({ data }) => this.#hear(data?.kind);
  }

  /** Whether no other tab has it; then this one has. */
  async ask() {
    if (this.mine) return true;
    const answered = this.#call("who", navigator.locks ? STUCK : ASKED);
    if (!navigator.locks) return (this.mine = !(await answered));
    const stop = new AbortController(); // of no effect once the lock is ours
    answered.then(() => stop.abort());
    return (this.mine = await this.#lock({ signal: stop.signal }));
  }

  /** Have it: the other tab keeps what is not kept yet, and stands still. */
  async take() {
    if (await this.ask()) return;
    await this.#call("yield", FLUSH);
    if (navigator.locks) await this.#lock({ steal: true });
    this.mine = true;
    this.tell("taken");
  }

  /** Let another tab have it. */
  give() {
    this.mine = false;
    this.free();
    this.tell("yielded");
  }

  tell(kind) {
    this.channel.postMessage({ kind });
  }

  #hear(kind) {
    if (kind === "here" || kind === "yielded") this.answer(true);
    else if (kind === "forgotten") this.heard(kind);
    else if (this.mine && kind === "who") this.tell("here");
    else if (this.mine && kind === "yield") this.heard(kind);
    else if (this.mine && kind === "taken") this.#lost();
  }

  #lost() {
    if (!this.mine) return;
    this.mine = false;
    this.free();
    this.heard("taken");
  }

  #call(kind, wait) {
    return new Promise((resolve) => {
      this.answer = resolve;
      this.tell(kind);
      setTimeout(resolve, wait, false);
    });
  }

  #lock(options) {
    return new Promise((resolve) => {
      let held = false, late = false;
      const hold = () => {
        if (late) return undefined;
        held = true;
        resolve(true);
        return new Promise((free) => { this.free = free; });
      };
      // Not every browser ends a request that it had not quite begun when that was taken back.
      const end = () => {
        late = !held;
        resolve(false);
      };
      options.signal?.addEventListener("abort", end);
      navigator.locks.request(CALLED, options, hold).catch(() => (held ? this.#lost() : end()));
    });
  }
}

