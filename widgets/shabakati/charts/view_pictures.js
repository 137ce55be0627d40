// The chart as a file. The SVG carries its fonts, so that Arabic stays as it was drawn; the PNG is
// made of that SVG, twice its size.

async function chartSvg(model, view) {
  const svg = new DOMParser().parseFromString(await view.toSVG(), "image/svg+xml").documentElement;
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = await fontCss(model);
  svg.prepend(style);
  svg.setAttribute("direction", "ltr");
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" });
}

async function chartPng(model, view) {
  const picture = new Image();
  const url = URL.createObjectURL(await chartSvg(model, view));
  try {
    picture.src = url;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = picture.naturalWidth * 2;
    canvas.height = picture.naturalHeight * 2;
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  } finally {
    URL.revokeObjectURL(url);
  }
}

function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
