import { screen } from '../../script/layout.mjs';
import { clamp, during, lerp, smooth } from '../../script/time.mjs';
import { text, panel } from './browser.mjs';

// What a desktop shows while a screenshot is made: no desktop in particular, and every student knows it.
// shot: { open, drag: [from, to], taken, away, box }, in seconds of the sitting and pixels of the screen.
const glass = 'rgba(30,33,41,0.94)', faint = 'rgba(255,255,255,0.62)';
const saved = { x: screen.width - 232, y: screen.height - 190, w: 216, h: 174, margin: 10 };
const picture = ({ w, h }) => ({ x: saved.x + saved.margin, y: saved.y + saved.margin, w: saved.w - 2 * saved.margin, h: (saved.w - 2 * saved.margin) * h / w });

/** Whether the pointer is the cross with which the part is chosen. */
export const choosing = (shot, t) => t > shot.open + 0.2 && t < shot.taken;

/** Paints over a screen that shows the page, at any moment of the sitting. */
export function screenshotPainter(shot) {
  const { x, y, w, h } = shot.box, taken = new OffscreenCanvas(w, h), copy = taken.getContext('2d', { alpha: false });
  return (ctx, t, pointer) => {
    const saving = t >= shot.taken && t < shot.away + 0.7;
    // The page does not change before all is over, so the picture of now is the picture that was made.
    if (saving) copy.drawImage(ctx.canvas, x, y, w, h, 0, 0, w, h);
    if (t >= shot.open && t < shot.taken + 0.5) paintChoice(ctx, shot, t, pointer);
    if (saving) paintSaved(ctx, shot, t, taken);
  };
}

/** The dimmed screen, the part that is chosen, the tools below it, and the flash. */
function paintChoice(ctx, shot, t, [px, py]) {
  const { box } = shot, shown = during(t, shot.open, shot.taken + 0.5, 0.35), chosen = t >= shot.drag[0];
  const w = chosen ? clamp(px - box.x, 0, box.w) : 0, h = chosen ? clamp(py - box.y, 0, box.h) : 0;
  ctx.save();
  ctx.globalAlpha = shown;
  const around = new Path2D();
  around.rect(0, 0, screen.width, screen.height);
  if (w > 1) around.rect(box.x, box.y, w, h);
  ctx.fillStyle = 'rgba(12,14,22,0.54)';
  ctx.fill(around, 'evenodd');
  if (w > 1) paintFrame(ctx, box.x, box.y, w, h);
  else {
    panel(ctx, 346, 246, 268, 38, 19, glass);
    text(ctx, 'Sleep om een gebied te kiezen', screen.width / 2, 270, { size: 14, colour: '#ffffff', align: 'center' });
  }
  if (t < shot.taken) paintTools(ctx);
  ctx.restore();
  const flash = t < shot.taken ? 0 : 1 - smooth(clamp((t - shot.taken - 0.16) / 0.32));
  ctx.fillStyle = `rgba(255,255,255,${0.94 * flash})`;
  ctx.fillRect(box.x, box.y, box.w, box.h);
}

function paintFrame(ctx, x, y, w, h) {
  ctx.strokeStyle = '#ffffff';
  ctx.lineWidth = 2;
  ctx.strokeRect(x, y, w, h);
  for (const cx of [x, x + w / 2, x + w]) for (const cy of [y, y + h / 2, y + h]) {
    if (cx === x + w / 2 && cy === y + h / 2) continue;
    ctx.beginPath();
    ctx.arc(cx, cy, 5, 0, 7);
    ctx.fillStyle = '#ffffff';
    ctx.fill();
    ctx.strokeStyle = 'rgba(12,14,22,0.35)';
    ctx.lineWidth = 1;
    ctx.stroke();
  }
  // The recorder's pixels: the screen is twice as wide as its recording.
  panel(ctx, x + w - 96, y - 34, 96, 23, 6, glass);
  text(ctx, `${Math.round(w * 2)} × ${Math.round(h * 2)}`, x + w - 48, y - 18, { size: 12.5, weight: '600', colour: '#ffffff', align: 'center' });
}

function paintTools(ctx) {
  const x = screen.width / 2 - 150, y = 466;
  panel(ctx, x, y, 300, 58, 16, glass);
  panel(ctx, x + 8, y + 7, 72, 44, 10, 'rgba(255,255,255,0.16)');
  ['Selectie', 'Scherm', 'Venster'].forEach((label, i) => {
    const cx = x + 44 + i * 72, colour = i ? faint : '#ffffff';
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.6;
    ctx.setLineDash(i ? [] : [3.5, 2.5]);
    ctx.strokeRect(cx - 11, y + 13, 22, 15);
    ctx.setLineDash([]);
    if (i === 1) { ctx.beginPath(); ctx.moveTo(cx - 5, y + 31.5); ctx.lineTo(cx + 5, y + 31.5); ctx.stroke(); }
    if (i === 2) { ctx.fillStyle = colour; ctx.fillRect(cx - 11, y + 13, 22, 4.5); }
    text(ctx, label, cx, y + 46, { size: 11.5, colour, align: 'center' });
  });
  ctx.strokeStyle = ctx.fillStyle = '#ffffff';
  ctx.lineWidth = 2.5;
  ctx.beginPath();
  ctx.arc(x + 262, y + 29, 18, 0, 7);
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(x + 262, y + 29, 13, 0, 7);
  ctx.fill();
}

/** The picture shrinks into the corner, tells that it is saved, and slides out of the screen. */
function paintSaved(ctx, shot, t, taken) {
  const { box } = shot, p = picture(box);
  const shrunk = smooth(clamp((t - shot.taken - 0.34) / 0.5)), told = clamp((t - shot.taken - 0.8) / 0.25);
  const out = smooth(clamp((t - shot.away) / 0.6)) * (screen.width - saved.x + 20);
  const at = Object.fromEntries(['x', 'y', 'w', 'h'].map(k => [k, lerp(box[k], p[k], shrunk)]));
  if (!shrunk) return;
  ctx.save();
  ctx.translate(out, 0);
  ctx.shadowColor = 'rgba(12,14,22,0.5)';
  ctx.shadowBlur = 18;
  ctx.shadowOffsetY = 4;
  ctx.globalAlpha = told;
  panel(ctx, saved.x, saved.y, saved.w, saved.h, 12, '#22252e');
  ctx.globalAlpha = 1;
  panel(ctx, at.x - 1, at.y - 1, at.w + 2, at.h + 2, 3, '#ffffff');
  ctx.shadowColor = 'transparent';
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(taken, at.x, at.y, at.w, at.h);
  ctx.globalAlpha = told;
  text(ctx, 'Schermafbeelding opgeslagen', saved.x + saved.w / 2, saved.y + 130, { size: 13, weight: '600', colour: '#ffffff', align: 'center', max: saved.w - 16 });
  text(ctx, 'en naar het klembord gekopieerd', saved.x + saved.w / 2, saved.y + 152, { size: 12.5, colour: 'rgba(255,255,255,0.86)', align: 'center' });
  ctx.restore();
}
