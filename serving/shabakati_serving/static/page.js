// The curtain before the page, until the widgets are there.

(() => {
  const find = (selector) => document.querySelector(selector);
  const show = (selector, shown = true) =>
    document.querySelectorAll(selector).forEach((element) => (element.hidden = !shown));

  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-reload]")) location.reload();
  });

  // Its stages: 1 the page has begun, 2 the notebook has run, 3 the scripts are here, 4 shown

  const SLOW = 12_000; // ms until it is said that it takes longer than usual
  const BROKEN = 60_000; // ms until it is said that it did not work

  function reached(stage) {
    const bar = find(".sh-progress");
    if (bar && bar.value < stage) bar.value = stage;
  }

  function raise() {
    reached(4);
    find("#loading")?.remove();
    document.dispatchEvent(new Event("sh-shown"));
  }

  function broken() {
    if (!find("#loading")) return;
    show(".sh-while, .sh-when-slow, .sh-progress", false);
    show(".sh-when-broken");
  }

  window.cellLoaded = true; // what Voilà waits for before it calls `voila_finish`
  window.voila_heartbeat = window.voila_process = () => {};
  window.voila_finish = () => reached(3);

  const watch = new MutationObserver(() => {
    if (find("[cell-index]")) reached(2);
    if (find('#rendered_cells .jupyter-widgets:is(.shabakati, [class*="widget-"])')) {
      watch.disconnect();
      raise();
    }
  });
  watch.observe(document, { childList: true, subtree: true });
  setTimeout(() => show(".sh-while:not([hidden]) + .sh-when-slow"), SLOW);
  setTimeout(broken, BROKEN);
  document.addEventListener("DOMContentLoaded", () => find(".sh-failed") && broken());
})();
