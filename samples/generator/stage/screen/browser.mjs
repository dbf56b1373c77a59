import { screen, tabs, page } from '../../script/layout.mjs';

export const sans = '"Open Sans", "Liberation Sans", sans-serif';
export const mono = '"DejaVu Sans Mono", "Liberation Mono", monospace';

export function text(ctx, string, x, y, { size = 14, weight = '', colour = '#22262e', font = sans, align = 'left', max } = {}) {
  ctx.font = `${weight} ${size}px ${font}`.trim();
  ctx.fillStyle = colour;
  ctx.textAlign = align;
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(string, x, y, max);
  return ctx.measureText(string).width;
}

export function panel(ctx, x, y, w, h, r, fill, stroke, width = 1) {
  ctx.beginPath();
  ctx.roundRect(x, y, w, h, r);
  if (fill) { ctx.fillStyle = fill; ctx.fill(); }
  if (stroke) { ctx.strokeStyle = stroke; ctx.lineWidth = width; ctx.stroke(); }
}

/** Breaks a text into lines no wider than `width` in the font that is set. */
export function wrap(ctx, string, width) {
  const lines = [''];
  for (const word of string.split(/(?<= )/)) {
    if (ctx.measureText(lines[lines.length - 1] + word.trimEnd()).width > width) lines.push('');
    lines[lines.length - 1] += word;
  }
  return lines;
}

/** The window around a page: tabs, address, and the empty page. */
export function paintBrowser(ctx, list, active, address) {
  ctx.fillStyle = '#d5d9e0';
  ctx.fillRect(0, 0, screen.width, 32);
  list.forEach((title, i) => {
    const x = i ? tabs.other : tabs.test, on = i === active;
    panel(ctx, x, tabs.y, tabs.w, tabs.h + 8, 7, on ? '#ffffff' : '#c3c8d1');
    ctx.fillStyle = i ? '#c8873a' : '#2f5d8c';
    ctx.fillRect(x + 10, tabs.y + 8, 11, 11);
    text(ctx, title, x + 29, tabs.y + 18, { size: 12, colour: on ? '#22262e' : '#555c68', max: tabs.w - 54 });
    text(ctx, '×', x + tabs.w - 18, tabs.y + 18, { size: 13, colour: '#6b7280' });
  });
  text(ctx, '+', list.length * 226 + 18, tabs.y + 19, { size: 15, colour: '#555c68' });
  ctx.fillStyle = '#ffffff';
  ctx.fillRect(0, 30, screen.width, page.top - 30);
  panel(ctx, 92, 35, 700, 22, 11, '#eef0f4');
  text(ctx, '←   →   ⟳', 16, 51, { size: 13, colour: '#7a818d' });
  text(ctx, `https://${address}`, 108, 50, { size: 12, colour: '#4b5260' });
  ctx.fillStyle = '#d5d9e0';
  ctx.fillRect(0, page.top - 1, screen.width, 1);
}

export function paintPointer(ctx, [x, y], clicked) {
  if (clicked) {
    ctx.strokeStyle = 'rgba(47,93,140,0.55)';
    ctx.lineWidth = 2.5;
    ctx.beginPath();
    ctx.arc(x, y, 11, 0, 7);
    ctx.stroke();
  }
  ctx.save();
  ctx.translate(x, y);
  ctx.beginPath();
  for (const [px, py] of [[0, 0], [0, 16.5], [3.9, 12.9], [6.5, 18.6], [9, 17.5], [6.5, 11.9], [11.8, 11.6]]) ctx.lineTo(px, py);
  ctx.closePath();
  ctx.fillStyle = '#1b1e25';
  ctx.fill();
  ctx.strokeStyle = '#ffffff';
  ctx.lineWidth = 1.3;
  ctx.stroke();
  ctx.restore();
}

/** The cross that stands for the pointer while a part of the screen is chosen. */
export function paintCross(ctx, [x, y]) {
  for (const [colour, width] of [['rgba(12,14,22,0.75)', 4], ['#ffffff', 1.6]]) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(x - 13, y);
    ctx.lineTo(x + 13, y);
    ctx.moveTo(x, y - 13);
    ctx.lineTo(x, y + 13);
    ctx.stroke();
  }
}
