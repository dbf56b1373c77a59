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
