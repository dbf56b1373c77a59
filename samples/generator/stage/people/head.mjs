import { body, decal, facing, outline, clipTo, fillOutline, line } from '../draw/brush.mjs';
import { alpha, blend, dark } from '../draw/colour.mjs';
import { locks, beard, hood, opening, coversEars } from './hair.mjs';

// The head in metres: x to the person's right hand as the laptop sees it, y up, third forward; then the radius.
const skull = [
  [0.018, 0.042, 0.026, 0.064], [-0.018, 0.042, 0.026, 0.064], [0.036, -0.018, 0.03, 0.041], [-0.036, -0.018, 0.03, 0.041],
  [0.038, -0.06, 0.012, 0.028], [-0.038, -0.06, 0.012, 0.028], [0.014, -0.092, 0.046, 0.027], [-0.014, -0.092, 0.046, 0.027],
];
const nose = [[0, 0.016, 0.084, 0.008], [0, -0.024, 0.103, 0.0115], [0.011, -0.029, 0.088, 0.0085], [-0.011, -0.029, 0.088, 0.0085]];
const sides = [-1, 1];

/** The parts of a head, to be painted from far to near together with the rest of the person. */
export function headParts(look, head, mood) {
  const { frame } = head;
  const world = balls => balls.map(([x, y, f, r]) => [frame.at(x, y, f), r]);
  const skin = look.skin, shade = blend(dark(skin, 0.2), look.flush, 0.25);
  const parts = [];
  const part = (at, lift, draw) => parts.push({ at: frame.at(...at), lift, draw });

  for (const l of locks(look)) part(l.at, l.lift, (ctx, cam) => body(ctx, cam, world(l.balls), l.colour, { depth: l.balls.length > 1 ? 0.22 : 0.4 }));

  part([0, 0, 0.03], 0, (ctx, cam) => {
    body(ctx, cam, world(skull), skin, { shade, depth: 0.3, inside: c => paintBeard(c, cam, frame, look, world) });
  });
  if (!coversEars(look)) for (const side of sides) part([side * 0.085, -0.005, 0.002], 0.012, (ctx, cam) => {
    body(ctx, cam, world([[side * 0.083, 0.012, -0.004, 0.0165], [side * 0.081, -0.014, 0, 0.0115]]), blend(skin, look.flush, 0.18), { shade, depth: 0.3, rim: true });
    if (facing(cam, frame.at(side * 0.083, 0, 0), frame.way(side, 0, 0.4)) > 0.1) {
      line(ctx, cam, [[side * 0.094, 0.016, 0.002], [side * 0.097, 0.004, -0.004], [side * 0.092, -0.012, 0.004]].map(p => frame.at(...p)), 0.005, alpha(shade, 0.8));
      if (look.earrings) line(ctx, cam, [frame.at(side * 0.09, -0.027, 0.004), frame.at(side * 0.09, -0.03, 0.004)], 0.011, look.earrings);
      if (mood.plugs?.[side < 0 ? 0 : 1]) line(ctx, cam, [frame.at(side * 0.094, -0.002, 0.004), frame.at(side * 0.108, -0.002, 0.006)], 0.013, '#f0823a');
    }
  });
  part([0, 0, 0.045], 0.002, (ctx, cam) => paintFace(ctx, cam, frame, look, mood, shade));
  part([0, -0.02, 0.085], 0.003, (ctx, cam) => {
    body(ctx, cam, world(nose), blend(skin, look.flush, 0.1), { shade: alpha(shade, 0.75), depth: 0.75 });
  });
  if (look.scarf) part([0, 0, 0], 0.06, (ctx, cam) => paintHood(ctx, cam, frame, look, world));
  if (look.glasses) part([0, 0.01, 0.09], 0.008, (ctx, cam) => paintGlasses(ctx, cam, frame, look));
  return parts;
}

export const skullOutline = (cam, frame) => outline(cam, skull.map(([x, y, f, r]) => [frame.at(x, y, f), r]));

function paintBeard(ctx, cam, frame, look, world) {
  const hair = beard(look);
  if (!hair) return;
  ctx.save();
  ctx.globalAlpha *= hair.alpha;
  const grow = hair.thick;
  const jaw = outline(cam, world([[0.05, -0.06, 0.03, 0.036 + grow], [-0.05, -0.06, 0.03, 0.036 + grow], [0, -0.104, 0.05, 0.034 + grow], [0.075, -0.02, 0.0, 0.018], [-0.075, -0.02, 0.0, 0.018]]));
  const mask = outline(cam, world([[0, -0.012, 0.07, 0.03], [0.04, 0.0, 0.055, 0.03], [-0.04, 0.0, 0.055, 0.03], [0.034, -0.03, 0.07, 0.018], [-0.034, -0.03, 0.07, 0.018]]));
  fillOutline(ctx, jaw, hair.colour);
  ctx.globalAlpha = 1;
  fillOutline(ctx, mask, look.skin);
  ctx.restore();
}

function paintHood(ctx, cam, frame, look, world) {
  const cloth = outline(cam, world(hood)), face = outline(cam, world(opening));
  const seen = facing(cam, frame.at(0, 0, 0.05), frame.way(0, 0, 1)) > -0.25;
  ctx.save();
  if (seen) clipAround(ctx, face);
  body(ctx, cam, world(hood), look.scarf, { depth: 0.25 });
  ctx.restore();
  if (!seen) return;
  ctx.save();
  clipTo(ctx, face);
  clipAround(ctx, face.map(([x, y]) => [x, y + cam.project(frame.origin).s * 0.007]));
  fillOutline(ctx, cloth, alpha(dark(look.skin, 0.5), 0.35));
  ctx.restore();
}

function clipAround(ctx, edge) {
  const shape = new Path2D();
  shape.rect(-9999, -9999, 19998, 19998);
  edge.forEach(([x, y], i) => i ? shape.lineTo(x, y) : shape.moveTo(x, y));
  shape.closePath();
  ctx.clip(shape, 'evenodd');
}

function paintFace(ctx, cam, frame, look, mood, shade) {
  const on = (x, y, f, nx, ny, draw, least = 0.06) => {
    const o = frame.at(x, y, f), normal = frame.way(nx, ny, 1), n = Math.hypot(nx, ny, 1);
    const turn = facing(cam, o, normal.map(v => v / n));
    if (turn < least) return;
    // The tangent plane of a cheek or an eye leans back with the side of the face it lies on.
    decal(ctx, cam, o, frame.way(1 / Math.hypot(1, nx), 0, -nx / Math.hypot(1, nx)), frame.way(0, 1 / Math.hypot(1, ny), -ny / Math.hypot(1, ny)), draw);
  };
  for (const side of sides) on(side * 0.05, -0.026, 0.06, side * 0.7, 0, c => oval(c, 0, 0, 1.9, 1.25, alpha(look.flush, 0.32)));
  on(0, -0.058, 0.083, 0, -0.15, c => paintMouth(c, look, mood, shade), 0.22);
  on(0, -0.04, 0.088, 0, -0.2, c => oval(c, 0, 0.1, 0.9, 0.35, alpha(shade, 0.45)));
  for (const side of sides) on(side * 0.033, 0.013, 0.074, side * 0.3, 0, c => { if (side < 0) c.scale(-1, 1); paintEye(c, look, mood, side, shade); });
  for (const side of sides) on(side * 0.034, 0.039 + mood.brow * 0.006, 0.08, side * 0.35, 0.1, c => { if (side < 0) c.scale(-1, 1); paintBrow(c, look, mood); });
}

function oval(ctx, x, y, rx, ry, colour) {
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.ellipse(x, y, rx, ry, 0, 0, 7);
  ctx.fill();
}

// Drawn for the eye whose outer corner lies at positive x; the other eye is its mirror image.
function paintEye(ctx, look, mood, side, shade) {
  const open = Math.max(0, 1 - mood.blink), lid = '#2a1f24';
  const top = 1.0 * open, low = -0.72 * Math.max(0.25, open);
  const almond = new Path2D();
  almond.moveTo(-1.55, -0.18);
  almond.bezierCurveTo(-0.9, top * 1.15, 0.8, top * 1.35, 1.65, 0.12);
  almond.bezierCurveTo(0.9, low * 1.25, -0.7, low * 1.3, -1.55, -0.18);
  oval(ctx, 0, 0.15, 1.95, 1.35, alpha(shade, 0.22));
  if (open > 0.12) {
    ctx.save();
    ctx.clip(almond);
    ctx.fillStyle = '#fbf7f2';
    ctx.fillRect(-2.2, -2, 4.4, 4);
    const gx = mood.gaze[0] * 0.62 * side, gy = mood.gaze[1] * 0.42;
    oval(ctx, gx, gy + 0.06, 0.92, 0.94, look.eyes);
    oval(ctx, gx, gy + 0.06, 0.48, 0.5, '#17121a');
    oval(ctx, gx - 0.26 * side, gy + 0.3, 0.2, 0.2, 'rgba(255,255,255,0.95)');
    ctx.fillStyle = alpha('#3a2a40', 0.22);
    ctx.beginPath();
    ctx.ellipse(0, top * 1.05 + 0.15, 2.2, 0.62, 0, 0, 7);
    ctx.fill();
    ctx.restore();
  }
  ctx.strokeStyle = lid;
  ctx.lineCap = 'round';
  ctx.lineWidth = look.lashes ? 0.42 : 0.3;
  ctx.beginPath();
  ctx.moveTo(-1.55, -0.18);
  ctx.bezierCurveTo(-0.9, top * 1.15, 0.8, top * 1.35, 1.65, 0.12);
  if (look.lashes) ctx.lineTo(2.0, 0.42);
  ctx.stroke();
  ctx.lineWidth = 0.16;
  ctx.strokeStyle = alpha(shade, 0.8);
  ctx.beginPath();
  ctx.moveTo(-1.3, 0.75 * open + 0.3);
  ctx.bezierCurveTo(-0.6, 1.5 * open + 0.45, 0.7, 1.6 * open + 0.4, 1.5, 0.7 * open + 0.35);
  ctx.stroke();
}

function paintBrow(ctx, look, mood) {
  ctx.strokeStyle = look.brows || dark(look.hairColour, 0.25);
  ctx.lineWidth = look.browWidth || 0.55;
  ctx.lineCap = 'round';
  ctx.beginPath();
  ctx.moveTo(-1.45, -0.1 - mood.frown * 0.5);
  ctx.quadraticCurveTo(0.3, 0.85, 1.75, -0.05);
  ctx.stroke();
}

function paintMouth(ctx, look, mood, shade) {
  const open = mood.mouth, wide = 1.95 + mood.smile * 0.5 - open * 0.25, lift = mood.smile * 0.5;
  if (open > 0.06) {
    ctx.fillStyle = '#5a2430';
    ctx.beginPath();
    ctx.moveTo(-wide, lift * 0.6);
    ctx.quadraticCurveTo(0, 0.45 + open * 0.2, wide, lift * 0.6);
    ctx.quadraticCurveTo(0, -open * 2.4, -wide, lift * 0.6);
    ctx.fill();
    if (open > 0.35) oval(ctx, 0, 0.2, wide * 0.55, 0.22, '#f6f0ea');
  }
  ctx.lineCap = 'round';
  ctx.strokeStyle = look.lips;
  ctx.lineWidth = look.fullLips ? 0.5 : 0.36;
  ctx.beginPath();
  ctx.moveTo(-wide, lift * 0.6 + 0.02);
  ctx.quadraticCurveTo(0, -0.35 + open * 0.9 - lift * 0.4, wide, lift * 0.6 + 0.02);
  ctx.stroke();
  ctx.strokeStyle = alpha(look.lips, look.fullLips ? 0.75 : 0.4);
  ctx.lineWidth = look.fullLips ? 0.5 : 0.34;
  ctx.beginPath();
  ctx.moveTo(-wide * 0.5, -0.62 - open * 1.15);
  ctx.quadraticCurveTo(0, -0.9 - open * 1.3, wide * 0.5, -0.62 - open * 1.15);
  ctx.stroke();
  oval(ctx, 0, -1.75 - open, 0.9, 0.22, alpha(shade, 0.35));
}

function paintGlasses(ctx, cam, frame, look) {
  const metal = look.glasses;
  for (const side of sides) {
    if (facing(cam, frame.at(side * 0.034, 0.01, 0.088), frame.way(side * 0.2, 0, 0.98)) > 0.05) {
      decal(ctx, cam, frame.at(side * 0.035, 0.009, 0.09), frame.way(0.98, 0, -side * 0.2), frame.way(0, 1, 0), c => {
        c.beginPath();
        c.roundRect(-2.45, -1.75, 4.9, 3.7, 1.6);
        c.fillStyle = 'rgba(226,240,255,0.16)';
        c.fill();
        c.strokeStyle = metal;
        c.lineWidth = 0.38;
        c.stroke();
        c.strokeStyle = 'rgba(255,255,255,0.45)';
        c.lineWidth = 0.3;
        c.beginPath();
        c.moveTo(-1.4, 1.1);
        c.lineTo(-0.5, 1.45);
        c.stroke();
      });
    }
    if (facing(cam, frame.at(side * 0.08, 0.01, 0.04), frame.way(side, 0, 0)) > 0) {
      line(ctx, cam, [[side * 0.06, 0.018, 0.083], [side * 0.084, 0.016, 0.05], [side * 0.089, 0.012, 0.004]].map(p => frame.at(...p)), 0.004, metal);
    }
  }
  if (facing(cam, frame.at(0, 0.01, 0.09), frame.way(0, 0, 1)) > 0) line(ctx, cam, [frame.at(-0.012, 0.014, 0.092), frame.at(0.012, 0.014, 0.092)], 0.0045, metal);
}
