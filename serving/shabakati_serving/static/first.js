// Runs before anything is drawn: the language of the page, and where its own files are.
(() => {
  const LANGUAGES = { ar: "rtl", en: "ltr" };
  const KEPT = "shabakati-language"; // written by the page's bar when the reader chooses
  const root = document.documentElement;

  const kept = () => {
    try {
      return localStorage.getItem(KEPT);
    } catch {
      return null; // a browser may keep nothing
    }
  };
  const address = new URL(location.href);
  const asked = address.searchParams.get("lang");
  if (address.searchParams.has("in")) {
    address.searchParams.delete("in"); // how the door finds out that no cookie was kept
    history.replaceState(history.state, "", address);
  }
  const language = [asked, kept(), "ar"].find((code) => Object.hasOwn(LANGUAGES, code ?? ""));
  root.lang = language;
  root.dir = LANGUAGES[language];
  document.title = root.dataset[language === "ar" ? "titleAr" : "titleEn"];

  globalThis.shabakatiStatic = root.dataset.own;
})();
