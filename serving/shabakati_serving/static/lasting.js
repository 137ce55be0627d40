// The kernel's websocket as Voilà sees it: one that stays open while connections come and go.
//
// Voilà's own client tries again after up to half a minute, gives up after the seventh time, and
// loses what was written into a connection that had gone unnoticed. Here both sides count their
// frames (see frames.py): what is missing is sent again. `heal.js` decides when to connect.

(() => {
  const Socket = globalThis.WebSocket;
  const KERNEL = /\/api\/kernels\/[^/]+\/channels/;

  const FIRST = 60_000; // ms in which the first connection must stand: the kernel may be starting
  const LATER = 8_000; // ms in which a later one must
  const ANSWER = 3_000; // ms in which a question must be answered,
  const ARRIVAL = 8_000; // and a frame be there; more when much is on its way:
  const SLOW = 20; // bytes a ms, of a large one
  const AFTER = 2_000; // ms of quiet until the server is told what has come,
  const MUCH = 256 * 1024; // bytes, or so much since it was told

  class Line {
    binaryType = "arraybuffer"; // as Jupyter's client asks for
    protocol = "";
    readyState = Socket.CONNECTING;
    onopen = onclose = onerror = onmessage = null;
    #socket = null;
    #timers = {};
    #seen = 0; // frames that have come
    #since = 0; // bytes of them of which the server has not been told
    #sent = []; // frames that may not have arrived,
    #arrived = 0; // and how many came before them
    #expected = 0; // how many had arrived when the next was last waited for
    #standing = false;

    constructor(url, protocols) {
      [this.url, this.protocols] = [url, protocols];
      this.connect();
    }

    get bufferedAmount() {
      return this.#sent.reduce((sum, frame) => sum + size(frame), 0);
    }

    get standing() {
      return this.#standing;
    }

    get connecting() {
      return Boolean(this.#socket) && !this.#standing;
    }

    /** Connect, unless that is so or under way. */
    connect() {
      if (this.#socket || this.readyState === Socket.CLOSED) return;
      const address = new URL(this.url, location.href);
      address.searchParams.set("seen", this.#seen);
      const socket = (this.#socket = new Socket(address, this.protocols));
      socket.binaryType = this.binaryType;
      socket.onmessage = (event) => this.#receive(event);
      socket.onclose = (event) => this.#drop(event.code);
      const patience = this.readyState === Socket.OPEN ? LATER : FIRST;
      this.#wait("opening", patience, () => this.#drop());
    }

    /** Ask whether the other side is still there: a connection may be gone without a word. */
    ask() {
      if (!this.#standing || this.#timers.answer) return;
      this.#tell();
      this.#wait("answer", ANSWER + this.bufferedAmount / SLOW, () => this.#drop());
    }

    send(frame) {
      this.#sent.push(frame);
      if (!this.#standing) return;
      this.#socket.send(frame);
      this.#expect();
    }

    close() {
      this.readyState = Socket.CLOSED;
      this.#let();
      report(this, "closed");
    }

    #receive(event) {
      this.#wait("answer");
      const { data } = event;
      if (typeof data === "string" && data.startsWith("!")) return this.#confirm(+data.slice(1));
      this.#seen += 1;
      this.#since += size(data);
      if (this.#since > MUCH) this.#tell();
      else this.#wait("telling", AFTER, () => this.#tell());
      this.onmessage?.(event);
    }

    /** The server says how many frames have come; right after connecting, the rest is sent again. */
    #confirm(count) {
      this.#sent.splice(0, count - this.#arrived);
      this.#arrived = count;
      if (this.#standing) return this.#expect();
      this.#standing = true;
      this.protocol = this.#socket.protocol;
      this.#wait("opening");
      for (const frame of this.#sent) this.#socket.send(frame);
      this.#expect();
      if (this.readyState === Socket.CONNECTING) {
        this.readyState = Socket.OPEN;
        this.onopen?.(new Event("open"));
      }
      report(this, "up");
    }

    #expect() {
      if (!this.#sent.length) return this.#wait("arrival");
      if (this.#timers.arrival && this.#expected === this.#arrived) return;
      this.#expected = this.#arrived;
      this.#wait("arrival", ARRIVAL + this.bufferedAmount / SLOW, () => this.ask());
    }

    #tell() {
      this.#wait("telling");
      this.#since = 0;
      if (this.#standing) this.#socket.send(`?${this.#seen}`);
    }

    #drop(code = 0) {
      this.#let();
      report(this, "lost", code);
    }

    #let() {
      for (const name of Object.keys(this.#timers)) this.#wait(name);
      const socket = this.#socket;
      [this.#socket, this.#standing] = [null, false];
      if (!socket) return;
      socket.onmessage = socket.onclose = null;
      socket.close();
    }

    #wait(name, time, then) {
      clearTimeout(this.#timers[name]);
      delete this.#timers[name];
      if (!then) return;
      this.#timers[name] = setTimeout(() => {
        delete this.#timers[name];
        then();
      }, time);
    }
  }

  const size = (frame) => frame.byteLength ?? frame.size ?? frame.length;
  const report = (line, state, code) =>
    document.dispatchEvent(new CustomEvent("sh-line", { detail: { line, state, code } }));

  globalThis.WebSocket = new Proxy(Socket, {
    construct: (target, [url, protocols = []]) =>
      KERNEL.test(String(url)) ? new Line(url, protocols) : new target(url, protocols),
  });
})();
