// Which key means what. Letters by what they write, or by their place on the keyboard where they
// write no Latin letter, so that an Arabic layout has the same keys; digits of either script.

const EASTERN = "٠١٢٣٤٥٦٧٨٩";
const PERSIAN = "۰۱۲۳۴۵۶۷۸۹";
const MEANS = {
  Enter: "accept", NumpadEnter: "accept", " ": "accept", Space: "accept",
  KeyS: "skip", ArrowDown: "skip", KeyZ: "back", Backspace: "back",
  KeyX: "remove", Delete: "remove", Escape: "leave",
};

/** What a key asks for: one of the words above, the number of an answer, or "". */
function meaning(event, options) {
  const { key, code } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return "";
  if (event.getModifierState?.("AltGraph")) return "";
  const written = /^[0-9]$/.test(key) ? Number(key)
    : Math.max(...[EASTERN, PERSIAN].map((digits) => (key.length === 1 ? digits.indexOf(key) : -1)));
  const placed = /^(?:Digit|Numpad)([0-9])$/.exec(code);
  const digit = written >= 0 ? written : placed ? Number(placed[1]) : -1;
  if (digit >= 0) return digit >= 1 && digit <= options ? digit : "";
  if (/^[a-z]$/i.test(key)) return MEANS[`Key${key.toUpperCase()}`] ?? "";
  return MEANS[key] ?? MEANS[code] ?? "";
}
