// Draws lanes of counted moments: a pixel is the brighter the more fall on it. All lanes are one small picture of a line a lane, stretched to
// their heights, so that their cost is that of the pixels. One colour: a signal is a question.
export class Density {
  #picture = document.createElement("canvas");

  // rows: the pyramid, top and height of each.
  draw(pen, rows, { from, to, width, colour }) {
    const across = Math.max(1, Math.round(width * devicePixelRatio));
    if (rows.length === 0) return;
    this.#picture.width = across;
    this.#picture.height = rows.length;
    const small = this.#picture.getContext("2d"), image = small.createImageData(across, rows.length), pixels = new Uint32Array(across);
    const [red, green, blue] = parts(small, colour);
    rows.forEach(({ pyramid }, row) => {
      pixels.fill(0);
      const most = Math.max(3, pyramid.paint(pixels, from, to));
      for (let pixel = 0, at = row * across * 4; pixel < across; pixel++, at += 4) {
        if (pixels[pixel] === 0) continue;
        image.data[at] = red;
        image.data[at + 1] = green;
        image.data[at + 2] = blue;
        image.data[at + 3] = 255 * (0.4 + 0.6 * Math.min(1, pixels[pixel] / most));
      }
    });
    small.putImageData(image, 0, 0);
    pen.imageSmoothingEnabled = false;
    rows.forEach(({ top, height }, row) => pen.drawImage(this.#picture, 0, row, across, 1, 0, top, width, height));
  }
}

// The browser writes every colour as #rrggbb.
function parts(pen, colour) {
  pen.fillStyle = colour;
  return [1, 3, 5].map((at) => Number.parseInt(pen.fillStyle.slice(at, at + 2), 16));
}
