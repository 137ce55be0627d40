// The page of who waits before a full room: asks for its place, and opens the workbook in its turn.

const EVERY = 4_000; // ms; a little more or less, so that a room does not ask in one voice
const SLOWLY = 15_000; // ms, where there is no place in the line

async function ask() {
  let wait = EVERY;
  try {
    const answer = await fetch(document.documentElement.dataset.place, { cache: "no-store" });
    // Not a visitor any more, since the server was started anew: the page makes one again.
    if (answer.status === 403) return location.reload();
    const { waits, place, says } = await answer.json();
    if (!waits) return location.reload();
    if (!place) wait = SLOWLY;
    else if (!document.querySelector(".sh-place")) return location.reload();
    for (const [language, text] of Object.entries(says)) {
      const shown = document.querySelector(`section[lang="${language}"] .sh-place`);
      if (shown && shown.textContent !== text) shown.textContent = text;
    }
  } catch {
    wait = SLOWLY; // the network or the server is away: it may come back
  }
  return setTimeout(ask, wait * (0.8 + 0.4 * Math.random()));
}

setTimeout(ask, EVERY);
