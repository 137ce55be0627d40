// How a widget gets Vega and the fonts: from the page's own server if it says where
// (globalThis.shabakatiStatic, a URL prefix), else from the kernel, once a page.
// VERSIONS (name -> version) is put before this text by assets.py.

const page = (globalThis.shabakati ??= { assets: new Map() });
const PATIENCE = 15_000; // ms that others wait for the same file before they ask themselves

/** The file as an ArrayBuffer. */
function asset(model, name) {
  const waiting = page.assets.get(name);
  if (waiting) return waiting;
  const found = fetchAsset(model, name);
  const forget = () => page.assets.get(name) === found && page.assets.delete(name);
  const late = setTimeout(forget, PATIENCE);
  page.assets.set(name, found);
  found.then(() => clearTimeout(late), forget);
  return found;
}

async function fetchAsset(model, name) {
  if (globalThis.shabakatiStatic) {
    const answer = await fetch(assetUrl(name));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.arrayBuffer();
  }
  const key = `/shabakati/${VERSIONS[name]}/${name}`;
  const kept = await openCache();
  const hit = await kept?.match(key);
  if (hit) return hit.arrayBuffer();
  const bytes = await askKernel(model, name);
  for (const old of (await kept?.keys()) ?? []) {
    if (old.url.endsWith(`/${name}`)) await kept.delete(old);
  }
  await kept?.put(key, new Response(bytes)).catch(() => null);
  return bytes;
}

async function openCache() {
  try {
    return await globalThis.caches?.open("shabakati");
  } catch {
    return undefined; // a page may have no store: then each page asks once
  }
}

function askKernel(model, name) {
  return new Promise((resolve) => {
    const hear = (content, buffers) => {
      if (content?.kind !== "asset" || content.name !== name) return;
      model.off("msg:custom", hear);
      const { buffer, byteOffset, byteLength } = buffers[0];
      resolve(buffer ? buffer.slice(byteOffset, byteOffset + byteLength) : buffers[0]);
    };
    model.on("msg:custom", hear);
    model.send({ kind: "asset", name });
  });
}

function assetUrl(name) {
  return `${globalThis.shabakatiStatic}${name}?v=${VERSIONS[name]}`;
}

/** The module of Vega, whose `embed` draws a chart. */
function vega(model) {
  return (page.vega ??= importVega(model).catch((error) => {
    page.vega = undefined; // a later chart tries again
    throw error;
  }));
}

async function importVega(model) {
  if (globalThis.shabakatiStatic) return import(new URL(assetUrl("vega.js"), document.baseURI).href);
  const bytes = await asset(model, "vega.js");
  const url = URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
  return import(url).finally(() => URL.revokeObjectURL(url));
}

const FAMILY = "IBM Plex Sans Arabic";
const WEIGHTS = [400, 500, 600];
const RANGES = {
  arabic:
    "U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+200C-200E," +
    "U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FE74,U+FE76-FEFC",
  latin:
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329," +
    "U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
};
const fontFile = (script, weight) => `fonts/ibm-plex-sans-arabic-${script}-${weight}-normal.woff2`;

/** Resolves when the fonts can be measured; adds them where the page has not. */
function ensureFonts(model) {
  return (page.fonts ??= loadFonts(model).catch(() => {
    page.fonts = undefined; // drawn in the fallback; a later chart tries again
  }));
}

async function loadFonts(model) {
  const there = [...document.fonts].some((face) => face.family.replace(/["']/g, "") === FAMILY);
  if (!there) {
    const faces = Object.entries(RANGES).flatMap(([script, unicodeRange]) =>
      WEIGHTS.map(async (weight) => {
        const bytes = await asset(model, fontFile(script, weight));
        const face = new FontFace(FAMILY, bytes, { weight: String(weight), unicodeRange });
        document.fonts.add(await face.load());
      }),
    );
    await Promise.all(faces);
  }
  const sample = "شبكتي Network 123";
  await Promise.all(WEIGHTS.map((w) => document.fonts.load(`${w} 14px "${FAMILY}"`, sample)));
}

/** The fonts as CSS with the bytes inside, for a picture that travels alone. */
async function fontCss(model, weights = [400, 600]) {
  const rules = Object.entries(RANGES).flatMap(([script, range]) =>
    weights.map(async (weight) => {
      const url = await dataUrl(new Blob([await asset(model, fontFile(script, weight))]));
      const source = `url(${url}) format("woff2")`;
      return `@font-face{font-family:"${FAMILY}";font-weight:${weight};src:${source};unicode-range:${range}}`;
    }),
  );
  return (await Promise.all(rules)).join("");
}

function dataUrl(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.replace("application/octet-stream", "font/woff2"));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
