// The book in this browser: what it holds and who may write it, two records of one IndexedDB
// store, always read and written in one transaction.
const DATABASE = "shabakati";
const STORE = "kept";
const SLOW = 5000; // ms that a browser may take to open its storage

class Trouble extends Error {
  constructor(why) {
    super(why);
    this.why = why;
  }
}
/** Why nothing was kept, in one of the words the kernel knows. */
const reason = (error) => error?.why ?? (error?.name === "QuotaExceededError" ? "full" : "broken");

const asked = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

class BookRecord {
  constructor(me) {
    this.me = me; // a word for this tab
    this.version = 0; // of what it has read or written last
    this.db = null;
  }

  /** The book and when it was kept, or null; from now on this tab is the one that may write. */
  take() {
    return this.#within(async (store) => {
      const [meta, book] = await Promise.all([asked(store.get("meta")), asked(store.get("book"))]);
      this.version = meta?.version ?? 0;
      if (!meta || !book) return null;
      await asked(store.put({ ...meta, owner: this.me }, "meta"));
      return { book, at: meta.at };
    });
  }

  /** Keep this book, unless another tab has taken or written it since; returns when (ms). */
  save(book) {
    return this.#within(async (store) => {
      const meta = await asked(store.get("meta"));
      const mine = !meta || (meta.owner === this.me && meta.version === this.version);
      if (!mine) throw new Trouble("stale");
      const [version, at] = [this.version + 1, Date.now()];
      await Promise.all([
        asked(store.put(book, "book")),
        asked(store.put({ owner: this.me, version, at }, "meta")),
      ]);
      return { version, at };
    }).then(({ version, at }) => {
      this.version = version; // only when all of it is on disk
      return at;
    });
  }

  /** Leave nothing behind: no record, and no database. */
  async erase() {
    await this.#within(async (store) => asked(store.clear()));
    this.version = 0;
    this.#close();
    await asked(indexedDB.deleteDatabase(DATABASE)).catch(() => {}); // empty, and gone later
  }

  async #within(work) {
    const db = (this.db ??= await this.#open());
    let transaction;
    try {
      transaction = db.transaction(STORE, "readwrite", { durability: "strict" });
    } catch (error) {
      this.#close(); // closed under our hands: the next attempt opens it anew
      throw error;
    }
    const ended = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new Trouble("broken"));
    });
    ended.catch(() => {}); // it is awaited below, unless the work failed first
    try {
      const done = await work(transaction.objectStore(STORE));
      await ended;
      return done;
    } catch (error) {
      try {
        transaction.abort();
      } catch {
        // it has ended already
      }
      throw error;
    }
  }

  #open() {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Trouble("blocked")), SLOW);
      const opening = indexedDB.open(DATABASE, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        clearTimeout(late);
        const db = opening.result;
        db.onversionchange = db.onclose = () => this.#close();
        resolve(db);
      };
    });
  }

  #close() {
    this.db?.close();
    this.db = null;
  }
}

