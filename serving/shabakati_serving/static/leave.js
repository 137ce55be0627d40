// Farewell to the kernel when the page is left.

(() => {
  // Voilà bids its kernel farewell on "beforeunload", which browsers also send when a mail link is
  // followed and the page stays, and only once its scripts are there. The page does it itself. A
  // page that is only hidden or frozen, as on a phone, says nothing: its kernel waits for it.
  const listen = window.addEventListener;
  window.addEventListener = function (type, ...rest) {
    if (type !== "beforeunload") listen.call(this, type, ...rest);
  };

  const page = (globalThis.shabakatiPage = {
    leaving: false,
    /** Where the server and this page's kernel are; undefined until the page has one. */
    told() {
      const told = document.getElementById("jupyter-config-data");
      return told ? JSON.parse(told.text) : undefined;
    },
  });

  window.addEventListener("pagehide", () => {
    page.leaving = true;
    const told = page.told();
    if (!told) return; // no kernel yet: the server ends it when nobody comes
    const form = new FormData();
    form.append("_xsrf", document.cookie.match(/\b_xsrf=([^;]*)/)?.[1] ?? "");
    navigator.sendBeacon(`${told.baseUrl}voila/api/shutdown/${told.kernelId}`, form);
  });

  // Brought back by the browser as it was left, the page has no kernel any more.
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
})();
