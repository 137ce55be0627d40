// The page around the widgets: the curtain until they are there, farewell to the kernel when the
// page is left, and a word when the connection is lost.

// Voilà bids its kernel farewell on "beforeunload", which browsers also send when a mail link is
// followed and the page stays, and only once its scripts are there. The page does it itself.
const listen = window.addEventListener;
window.addEventListener = function (type, ...rest) {
  if (type !== "beforeunload") listen.call(this, type, ...rest);
};

let leaving = false;
window.addEventListener("pagehide", () => {
  leaving = true;
  const told = document.getElementById("jupyter-config-data");
  if (!told) return; // no kernel yet: the server ends it when nobody comes
  const { kernelId, baseUrl } = JSON.parse(told.text);
  const form = new FormData();
  form.append("_xsrf", document.cookie.match(/\b_xsrf=([^;]*)/)?.[1] ?? "");
  navigator.sendBeacon(`${baseUrl}voila/api/shutdown/${kernelId}`, form);
});
window.addEventListener("pageshow", (event) => event.persisted && location.reload());

const find = (selector) => document.querySelector(selector);
const show = (selector, shown = true) =>
  document.querySelectorAll(selector).forEach((element) => (element.hidden = !shown));

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-reload]")) location.reload();
});

// ---- the curtain: 1 the page has begun, 2 the notebook has run, 3 the scripts are here, 4 shown

const SLOW = 12_000; // ms until it is said that it takes longer than usual
const BROKEN = 60_000; // ms until it is said that it did not work

function reached(stage) {
  const bar = find(".sh-progress");
  if (bar && bar.value < stage) bar.value = stage;
}

function raise() {
  reached(4);
  find("#loading")?.remove();
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

// ---- the connection: seen at the kernel's own socket, whoever opens it

const PATIENCE = 1_500; // ms that a connection may be gone before a word is said

const Socket = globalThis.WebSocket;
let lost;
globalThis.WebSocket = class extends Socket {
  constructor(url, ...rest) {
    super(url, ...rest);
    if (!/\/api\/kernels\/[^/]+\/channels/.test(String(url))) return;
    this.addEventListener("open", () => {
      clearTimeout(lost);
      show("#lost", false);
    });
    this.addEventListener("close", () => {
      clearTimeout(lost);
      if (!leaving) lost = setTimeout(() => show("#lost"), PATIENCE);
    });
  }
};
