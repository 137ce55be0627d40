"""What a phone's camera would read: QR codes of a terminal's text or of a picture, decoded."""

import base64

import numpy as np
import zxingcpp

_BLOCKS = {"█": (1, 1), "▀": (1, 0), "▄": (0, 1), " ": (0, 0)}  # upper and lower half, lit or not
_PIXELS = """async (data) => {
  const picture = await createImageBitmap(await (await fetch(data)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const pen = canvas.getContext("2d");
  pen.drawImage(picture, 0, 0);
  const { data: rgba } = pen.getImageData(0, 0, picture.width, picture.height);
  const grey = new Uint8Array(rgba.length / 4).map((_, i) => rgba[4 * i + 1]);
  const reader = new FileReader();
  const read = new Promise((done) => { reader.onload = done; });
  reader.readAsDataURL(new Blob([grey]));
  await read;
  return [picture.height, picture.width, reader.result.split(",")[1]];
}"""


def read_blocks(lines: list[str], scale: int = 4) -> list[str]:
    """The codes in lines of half blocks, light on dark as a terminal shows them."""
    rows = [[_BLOCKS[char][half] for char in line] for line in lines for half in (0, 1)]
    lit = np.kron(np.array(rows, dtype=np.uint8) * 255, np.ones((scale, scale), dtype=np.uint8))
    return _read(np.ascontiguousarray(lit))


def read_picture(png: bytes, page: object) -> list[str]:
    """The codes in a picture, which an empty `page` of a browser takes apart."""
    data = f"data:image/png;base64,{base64.b64encode(png).decode('ascii')}"
    height, width, grey = page.evaluate(_PIXELS, data)
    pixels = np.frombuffer(base64.b64decode(grey), dtype=np.uint8)
    return _read(pixels.reshape(height, width))


def _read(grey: np.ndarray) -> list[str]:
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormat.QRCode)
    return [one.text for one in found]
