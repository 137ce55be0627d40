// A page that opens itself anew comes back to where its reader was, and does not do so for ever.

(() => {
  const KEY = "shabakati-opened-again";
  const AT_MOST = 3; // times by itself
  const WITHIN = 60_000; // ms
  const SETTLING = 6_000; // ms in which a page may still grow to what it was

  const kept = () => {
    try {
      return JSON.parse(sessionStorage.getItem(KEY)) ?? { times: [] };
    } catch {
      return null; // a browser that keeps nothing would do it for ever
    }
  };
  const keep = (what) => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(what));
      return true;
    } catch {
      return false;
    }
  };

  const before = kept();
  const again = Boolean(before?.top !== undefined && keep({ times: before.times }));

  /** Whether the page opens itself anew; not if it has just done so several times. */
  function reopen() {
    const times = kept()?.times.filter((time) => Date.now() - time < WITHIN);
    if (!times || times.length >= AT_MOST) return false;
    const here = { times: [...times, Date.now()], top: scrollY, hash: location.hash };
    if (!keep(here)) return false;
    location.reload();
    return true;
  }

  /** Scroll to where the page was, once it is long enough, and until the reader moves it. */
  function goBack() {
    if (!again || !before.top || before.hash !== location.hash) return;
    const ended = new AbortController();
    const follow = () => {
      const { scrollHeight } = document.documentElement;
      if (scrollHeight - innerHeight >= before.top) scrollTo({ top: before.top, behavior: "instant" });
    };
    const growing = new ResizeObserver(follow);
    growing.observe(document.body);
    for (const type of ["wheel", "touchstart", "pointerdown", "keydown"])
      addEventListener(type, () => ended.abort(), { signal: ended.signal, passive: true });
    ended.signal.addEventListener("abort", () => growing.disconnect());
    setTimeout(() => ended.abort(), SETTLING);
  }

  document.addEventListener("sh-shown", goBack);
  Object.assign(globalThis.shabakatiPage, { again, reopen });
})();
