import { plane, box } from './plane.mjs';
import { body, line, polygon } from '../draw/brush.mjs';
import { alpha, dark, light } from '../draw/colour.mjs';
import { add, scale } from '../draw/space.mjs';

export const desk = { high: 0.745, left: -0.72, right: 0.72, front: -0.46, back: 0.37 };
const top = desk.high;

/** The laptop's screen in the world, counter-clockwise from its lower left as the student sees it. */
export const laptopScreen = [[0.165, top + 0.02, -0.055], [-0.165, top + 0.02, -0.055], [-0.165, top + 0.215, -0.115], [0.165, top + 0.215, -0.115]];

/** What stands under the table top and lies behind the student's legs for a camera at positive x. */
export function paintUnderDesk(ctx, cam, room) {
  const { legs = '#5b5048', drawers } = room.desk;
  const { left, front, back } = desk;
  for (const z of [front + 0.04, back - 0.08]) box(ctx, cam, [left + 0.05, 0, z], [left + 0.095, top - 0.03, z + 0.045], legs);
  if (!drawers) return;
  box(ctx, cam, [left + 0.02, 0.1, front + 0.04], [left + 0.4, top - 0.04, back - 0.06], drawers);
  const face = plane(ctx, cam, [left + 0.4, 0.1, back - 0.059], [-1, 0, 0]);
  for (let i = 0; i < 3; i++) { face.rect(0.02, 0.02 + i * 0.195, 0.34, 0.175, light(drawers, 0.12)); face.rect(0.14, 0.1 + i * 0.195, 0.1, 0.02, dark(drawers, 0.4)); }
}

export function paintDesk(ctx, cam, room) {
  const { colour, legs = '#5b5048' } = room.desk;
  const { left, right, front, back } = desk;
  for (const z of [front + 0.04, back - 0.08]) box(ctx, cam, [right - 0.09, 0, z], [right - 0.045, top - 0.03, z + 0.045], legs);
  box(ctx, cam, [left, top - 0.035, front], [right, top, back], colour, { top: light(colour, 0.12), front: dark(colour, 0.16), side: dark(colour, 0.24) });
  const face = plane(ctx, cam, [0, top, 0], [1, 0, 0], [0, 0, 1]);
  for (const z of [-0.36, -0.2, -0.02, 0.15, 0.28]) face.line([[left + 0.02, z], [right - 0.02, z + 0.012]], 0.004, alpha(dark(colour, 0.4), 0.22));
}

/**
 * The open laptop; `picture` is the canvas of the screen track, so the phone sees on the laptop what the screen shows.
 * In a mirrored room the picture is mirrored once more, so that its text still reads from left to right.
 */
export function paintLaptop(ctx, cam, picture, mirror) {
  const metal = '#b9bdc3';
  const face = plane(ctx, cam, [0, top, 0], [1, 0, 0], [0, 0, 1]);
  face.shape([[-0.2, -0.08], [0.2, -0.08], [0.23, 0.22], [-0.19, 0.22]], alpha('#2a2030', 0.2));
  box(ctx, cam, [-0.175, top, -0.06], [0.175, top + 0.016, 0.185], metal);
  const keys = plane(ctx, cam, [0, top + 0.0165, 0], [1, 0, 0], [0, 0, 1]);
  for (let r = 0; r < 5; r++) keys.rect(-0.15, -0.03 + r * 0.021, 0.3, 0.016, r === 4 ? '#6d7278' : '#5c6067');
  keys.rect(-0.05, 0.09, 0.1, 0.07, '#a3a8af');
  polygon(ctx, cam, [[0.178, top + 0.012, -0.05], [-0.178, top + 0.012, -0.05], [-0.178, top + 0.232, -0.12], [0.178, top + 0.232, -0.12]], '#33363c');
  if (picture) {
    const [ll, lr, ur, ul] = cam.polygon(laptopScreen);
    if (mirror) picturePatch(ctx, picture, [lr, ll, ul, ur]);
    else picturePatch(ctx, picture, [ll, lr, ur, ul]);
  }
}

// Corners: lower left, lower right, upper right, upper left. Canvas knows no perspective; two triangles are near enough at this size.
function picturePatch(ctx, picture, [a, b, c, d]) {
  const { width: w, height: h } = picture;
  const half = (points, p, q, r) => {
    ctx.save();
    ctx.beginPath();
    points.forEach((o, i) => i ? ctx.lineTo(o.x, o.y) : ctx.moveTo(o.x, o.y));
    ctx.closePath();
    ctx.clip();
    // p is the picture's upper left, q its upper right, r its lower left.
    ctx.transform((q.x - p.x) / w, (q.y - p.y) / w, (r.x - p.x) / h, (r.y - p.y) / h, p.x, p.y);
    ctx.drawImage(picture, 0, 0);
    ctx.restore();
  };
  const virtual = { x: c.x + a.x - b.x, y: c.y + a.y - b.y };
  half([d, c, a], d, c, a);
  half([c, b, a], virtual, c, a);
}

export function paintChair(ctx, cam, chair, place = [0, 0.72], turn = 0) {
  const [x, z] = place, seat = chair.colour, metal = chair.metal || '#4b4a50';
  const at = (a, y, f) => [x + a * Math.cos(turn) - f * Math.sin(turn), y, z + a * Math.sin(turn) + f * Math.cos(turn)];
  const parts = [];
  for (let i = 0; i < 5; i++) {
    const w = i / 5 * Math.PI * 2 + 0.5;
    parts.push({ at: at(Math.cos(w) * 0.24, 0.05, Math.sin(w) * 0.24), lift: 0, draw: (c, m) => { line(c, m, [at(0, 0.1, 0), at(Math.cos(w) * 0.27, 0.06, Math.sin(w) * 0.27)], 0.045, metal); body(c, m, [[at(Math.cos(w) * 0.28, 0.03, Math.sin(w) * 0.28), 0.03]], '#2f2e33', { depth: 0 }); } });
  }
  parts.push({ at: at(0, 0.25, 0), lift: 0.02, draw: (c, m) => line(c, m, [at(0, 0.08, 0), at(0, 0.4, 0)], 0.06, dark(metal, 0.2)) });
  parts.push({ at: at(0, 0.42, 0.1), lift: 0, draw: (c, m) => body(c, m, [[at(-0.19, 0.425, -0.2), 0.035], [at(0.19, 0.425, -0.2), 0.035], [at(-0.18, 0.425, 0.18), 0.035], [at(0.18, 0.425, 0.18), 0.035]], seat, { depth: 0.5 }) });
  const backrest = [
    { at: at(0, 0.6, 0.24), lift: 0.02, draw: (c, m) => line(c, m, [at(0, 0.42, 0.2), at(0, 0.7, 0.25)], 0.06, metal) },
    { at: at(0, 0.8, 0.25), lift: 0.06, draw: (c, m) => body(c, m, [[at(-0.16, 0.62, 0.235), 0.032], [at(0.16, 0.62, 0.235), 0.032], [at(-0.15, 0.97, 0.27), 0.036], [at(0.15, 0.97, 0.27), 0.036]], seat, { depth: 0.6, rim: true }) },
  ];
  return { base: parts, backrest };
}

/** Things on the desk or in a hand. Each is drawn where it is now: `at` is the middle of its bottom, in the world. */
export const things = {
  glass(ctx, cam, at, { fill = 0.7, tilt = 0, toward = [0, 0, 1] } = {}) {
    const up = [toward[0] * Math.sin(tilt), Math.cos(tilt), toward[2] * Math.sin(tilt)];
    const p = v => add(at, scale(up, v));
    const level = 0.012 + 0.1 * fill;
    body(ctx, cam, [[p(0.018), 0.027], [p(level), 0.03]], 'rgba(150,196,222,0.62)', { depth: 0 });
    body(ctx, cam, [[p(0.006), 0.028], [p(0.118), 0.034]], 'rgba(235,246,252,0.3)', { depth: 0 });
    const side = scale(cam.right, 0.03), q = v => [add(p(v), side), add(p(v), scale(side, -1))];
    for (const k of [0, 1]) line(ctx, cam, [q(0.0)[k], add(q(0.13)[k], scale(side, k ? -0.12 : 0.12))], 0.0035, 'rgba(255,255,255,0.85)');
    ellipse(ctx, cam, p(0.135), 0.034, up, 'rgba(255,255,255,0.9)');
    ellipse(ctx, cam, p(level + 0.022), 0.032, up, 'rgba(120,176,210,0.9)');
    line(ctx, cam, [add(p(0.03), scale(cam.right, -0.016)), add(p(0.1), scale(cam.right, -0.018))], 0.006, 'rgba(255,255,255,0.55)');
  },
  mouse(ctx, cam, at) {
    body(ctx, cam, [[add(at, [0, 0.008, -0.03]), 0.02], [add(at, [0, 0.012, 0.025]), 0.024]], '#3d4046', { depth: 0.4 });
  },
  paper(ctx, cam, at, { tilt = 0.25, ink = '#2e4a86', lines = 10, title = true } = {}) {
    const c = Math.cos(tilt), s = Math.sin(tilt);
    const face = plane(ctx, cam, at, [c, 0, s], [-s, 0, c]);
    face.rect(-0.1, -0.146, 0.21, 0.297, alpha('#2a2030', 0.16));
    face.rect(-0.105, -0.148, 0.21, 0.297, '#fdfbf4');
    for (let i = 0; i < lines; i++) face.line(Array.from({ length: 12 }, (_, k) => [-0.085 + (0.1 + (i * 37 % 50) / 800) * k / 11, -0.12 + i * 0.024 + Math.sin(k * 2.3 + i) * 0.003]), 0.005, title && i === 0 ? '#b33f3a' : ink);
  },
  calculator(ctx, cam, at) {
    box(ctx, cam, add(at, [-0.04, 0, -0.075]), add(at, [0.04, 0.012, 0.075]), '#3c4250');
    const face = plane(ctx, cam, add(at, [0, 0.0125, 0]), [1, 0, 0], [0, 0, 1]);
    face.rect(-0.033, -0.066, 0.066, 0.03, '#a9b99a');
    for (let r = 0; r < 4; r++) for (let k = 0; k < 4; k++) face.rect(-0.033 + k * 0.0175, -0.024 + r * 0.023, 0.013, 0.016, k === 3 ? '#d98a4b' : '#d8d5cc');
  },
  radio(ctx, cam, at, { on = 0 } = {}) {
    box(ctx, cam, add(at, [-0.14, 0, -0.045]), add(at, [0.14, 0.16, 0.045]), '#b5573f', { top: '#cf7a5d', side: '#8e4231' });
    for (const [z, right] of [[0.0455, [-1, 0, 0]], [-0.0455, [1, 0, 0]]]) {
      const face = plane(ctx, cam, add(at, [0, 0, z]), right);
      face.rect(-0.125, 0.02, 0.13, 0.12, '#e8d9b8');
      for (let i = 0; i < 5; i++) face.rect(-0.12, 0.03 + i * 0.022, 0.12, 0.007, '#a8946d');
      face.rect(0.02, 0.085, 0.1, 0.05, on ? '#ffe08a' : '#5d5347');
      face.disc(0.045, 0.045, 0.021, '#f2ead6');
      face.disc(0.095, 0.045, 0.021, '#f2ead6');
    }
    line(ctx, cam, [add(at, [0.11, 0.16, 0]), add(at, [0.2, 0.36, -0.02])], 0.006, '#9aa0a6');
  },
  plugbox(ctx, cam, at) {
    box(ctx, cam, add(at, [-0.03, 0, -0.02]), add(at, [0.03, 0.022, 0.02]), '#e9eef2');
    box(ctx, cam, add(at, [-0.012, 0.022, -0.008]), add(at, [0.012, 0.03, 0.008]), '#f0823a');
  },
  plug(ctx, cam, at) {
    body(ctx, cam, [[at, 0.0085], [add(at, [0, 0.016, 0]), 0.006]], '#f0823a', { depth: 0.4 });
  },
  phoneFlat(ctx, cam, at, { lit = 0 } = {}) {
    box(ctx, cam, add(at, [-0.037, 0, -0.075]), add(at, [0.037, 0.009, 0.075]), '#26262c');
    plane(ctx, cam, add(at, [0, 0.0095, 0]), [1, 0, 0], [0, 0, 1]).rect(-0.033, -0.07, 0.066, 0.14, lit ? '#8fc3e6' : '#15161b');
  },
  /** A phone in the hand: `up` along its length, `face` the way its screen looks. */
  phoneHeld(ctx, cam, at, { right, up, face }) {
    const front = plane(ctx, cam, at, right, up);
    const away = face[0] * cam.forward[0] + face[1] * cam.forward[1] + face[2] * cam.forward[2] > 0;
    front.shape([[-0.038, -0.077], [0.038, -0.077], [0.038, 0.077], [-0.038, 0.077]], '#26262c');
    if (away) {
      front.shape([[-0.036, -0.075], [0.036, -0.075], [0.036, 0.075], [-0.036, 0.075]], '#34343c');
      for (const u of [-0.03, 0.012]) front.rect(u, 0.03, 0.018, 0.036, '#1c1c22');
      front.disc(-0.021, 0.056, 0.0065, '#596071');
      front.disc(-0.021, 0.04, 0.0065, '#596071');
    } else {
      front.rect(-0.033, -0.07, 0.066, 0.14, '#eaf3fa');
      front.rect(-0.033, 0.052, 0.066, 0.018, '#4f86b8');
      for (let i = 0; i < 5; i++) front.rect(-0.027, 0.034 - i * 0.02, i % 2 ? 0.036 : 0.05, 0.008, '#90a6b6');
    }
  },
};

function ellipse(ctx, cam, at, r, up, colour) {
  const points = Array.from({ length: 17 }, (_, i) => {
    const a = i / 8 * Math.PI;
    return add(at, [Math.cos(a) * r, -(up[0] * Math.cos(a) + up[2] * Math.sin(a)) * r / (up[1] || 1), Math.sin(a) * r]);
  });
  line(ctx, cam, points, 0.003, colour);
}
