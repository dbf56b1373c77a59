// The few shapes the lanes are drawn with.

// A stripe for every track, one under the other.
export function stripes(lane, tracks, draw) {
  const height = (lane.height - (tracks.length - 1)) / tracks.length;
  tracks.forEach((track, index) => draw(track, lane.top + index * (height + 1), height));
}

// Never so narrow that it cannot be seen.
export function box(pen, left, top, width, height) {
  pen.fillRect(left, top, Math.max(1, width), height);
}

export function outline(pen, left, top, width, height, colour) {
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.strokeRect(left, top + 0.75, width, height - 1.5);
}

export function hatch(pen, left, top, width, height, colour) {
  pen.save();
  pen.beginPath();
  pen.rect(left, top, width, height);
  pen.clip();
  pen.strokeStyle = colour;
  pen.globalAlpha = 0.5;
  pen.lineWidth = 1;
  pen.beginPath();
  for (let at = left - height; at < left + width; at += 6) {
    pen.moveTo(at, top + height);
    pen.lineTo(at + height, top);
  }
  pen.stroke();
  pen.restore();
}

// Words, left of their middle. A canvas on the page asks the page for its style before every word, so each word is drawn once on one that is not, and kept.
const words = new Map(), mostWords = 500;

export function write(pen, text, left, middle, font, colour) {
  const scale = devicePixelRatio, key = `${scale} ${colour} ${font} ${text}`;
  if (words.size > mostWords) words.clear();
  if (!words.has(key)) words.set(key, drawn(text, font, colour, scale));
  const word = words.get(key);
  pen.drawImage(word, left, middle - word.height / scale / 2, word.width / scale, word.height / scale);
}

function drawn(text, font, colour, scale) {
  const word = new OffscreenCanvas(1, 1), size = word.getContext("2d");
  size.font = font;
  Object.assign(word, { width: Math.ceil(size.measureText(text).width * scale) + 2, height: Math.ceil(16 * scale) });
  const pen = word.getContext("2d");
  pen.scale(scale, scale);
  Object.assign(pen, { font, fillStyle: colour, textBaseline: "middle" });
  pen.fillText(text, 0, 8);
  return word;
}
