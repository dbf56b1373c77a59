import { body, line, decal, facing, polygon } from '../draw/brush.mjs';
import { add, mix } from '../draw/space.mjs';
import { alpha, dark, light } from '../draw/colour.mjs';

// What is worn: `top` names the cut, `cloth` its colour, `trim` a second colour.
const shortSleeved = ['tshirt'];

/** The trunk with its garment, from the far to the near side of the cloth. */
export function garments(look, j) {
  const w = j.wide, at = (x, y, f) => add(j.neck, j.trunk.way(x * w, y, f));
  const hip = (x, y, f) => add(j.pelvis, j.ground.way(x * w, y, f));
  const cloth = look.cloth, fold = dark(cloth, 0.22);
  const slope = [[at(0, -0.012, -0.012), 0.062], [at(0.145, -0.068, -0.005), 0.056], [at(-0.145, -0.068, -0.005), 0.056], [at(0, -0.09, 0.0), 0.085]];
  const trunk = [[at(0.142, -0.085, 0), 0.062], [at(-0.142, -0.085, 0), 0.062], [at(0.085, -0.2, 0.02), 0.095], [at(-0.085, -0.2, 0.02), 0.095],
    [hip(0.06, 0.12, 0.03), 0.098], [hip(-0.06, 0.12, 0.03), 0.098], [hip(0.085, -0.0, 0.0), 0.098], [hip(-0.085, -0.0, 0.0), 0.098]];
  const front = (ctx, cam, draw) => {
    if (facing(cam, j.chest, j.trunk.forward) > 0.05) decal(ctx, cam, at(0, -0.05, 0.075), j.trunk.right, j.trunk.up, draw);
  };
  const parts = [];
  const part = (x, y, f, lift, draw) => parts.push({ at: at(x, y, f), lift, draw });
  part(0, -0.03, -0.02, 0, (ctx, cam) => body(ctx, cam, slope, cloth, { depth: 0 }));
  part(0, -0.15, 0, 0.004, (ctx, cam) => body(ctx, cam, trunk, cloth, {
    shade: dark(cloth, 0.16), depth: 0.28,
    inside: c => { seams(c, cam, look, at, fold, facing(cam, j.chest, j.trunk.forward) > 0); if (inner[look.top]) front(c, cam, p => inner[look.top](p, look)); },
  }));
  if (outer[look.top]) outer[look.top](parts, look, j, at);
  return parts;
}

// The shadow line from the armpit: without it an arm in the same cloth would melt into the trunk.
function seams(ctx, cam, look, at, fold, front) {
  if (look.top === 'striped') for (let i = 0; i < 9; i++) {
    const y = -0.115 - i * 0.055, near = front ? 1 : -1;
    line(ctx, cam, [[-0.3, y + 0.02, 0], [-0.13, y, near * 0.1], [0, y - 0.004, near * 0.12], [0.13, y, near * 0.1], [0.3, y + 0.02, 0]].map(p => at(...p)), 0.02, look.trim);
  }
  for (const side of [-1, 1]) line(ctx, cam, [[side * 0.148, -0.16, 0.07], [side * 0.138, -0.26, 0.09], [side * 0.128, -0.4, 0.08]].map(p => at(...p)), 0.008, alpha(fold, 0.5));
}

// Drawn flat on the chest; the origin is the pit of the neck, in centimetres.
const inner = {
  shirt(c, look) {
    c.strokeStyle = dark(look.cloth, 0.2);
    c.lineWidth = 0.35;
    for (const x of [-1.4, 1.4]) { c.beginPath(); c.moveTo(x, 2); c.lineTo(x, -60); c.stroke(); }
    c.fillStyle = look.trim;
    for (let y = -5; y > -50; y -= 8) { c.beginPath(); c.arc(0, y, 0.6, 0, 7); c.fill(); }
  },
  cardigan(c, look) {
    c.fillStyle = look.trim;
    c.beginPath();
    c.moveTo(-6.5, 7);
    c.lineTo(6.5, 7);
    c.lineTo(2.2, -24);
    c.lineTo(2.6, -60);
    c.lineTo(-2.6, -60);
    c.lineTo(-2.2, -24);
    c.closePath();
    c.fill();
    c.strokeStyle = dark(look.cloth, 0.25);
    c.lineWidth = 1.2;
    c.beginPath();
    c.moveTo(-7, 7);
    c.lineTo(-2.6, -24);
    c.lineTo(-3, -60);
    c.moveTo(7, 7);
    c.lineTo(2.6, -24);
    c.lineTo(3, -60);
    c.stroke();
    c.fillStyle = light(look.cloth, 0.5);
    for (let y = -28; y > -55; y -= 8) { c.beginPath(); c.arc(-4.2, y, 0.8, 0, 7); c.fill(); }
  },
  hoodie(c, look) {
    c.strokeStyle = dark(look.cloth, 0.2);
    c.lineWidth = 0.7;
    c.beginPath();
    c.moveTo(-14, -31);
    c.lineTo(14, -31);
    c.stroke();
    c.strokeStyle = look.trim;
    c.lineCap = 'round';
    c.lineWidth = 0.8;
    c.beginPath();
    c.moveTo(-4, -2);
    c.quadraticCurveTo(-4.8, -8, -4.2, -15);
    c.moveTo(4, -2);
    c.quadraticCurveTo(5, -8, 4.6, -13);
    c.stroke();
  },
};

const ring = (at, half, radius, y, rise) => Array.from({ length: 9 }, (_, i) => {
  const a = (half ? -1 : 1) * Math.PI / 2 + (i / 8 - 0.5) * Math.PI * 1.08;
  const x = Math.cos(a) * radius, f = -Math.sin(a) * radius;
  return at(half ? x : -x, y + rise * (f < 0 ? 1 : -1) * Math.abs(f / radius), f);
});

function collar(parts, at, colour, { radius = 0.068, width = 0.026, y = -0.004, rise = 0.024 } = {}) {
  parts.push({ at: at(0, -0.02, 0.06), lift: 0.03, draw: (ctx, cam) => line(ctx, cam, ring(at, true, radius, y, rise), width, colour) });
  parts.push({ at: at(0, -0.02, -0.06), lift: 0.0, draw: (ctx, cam) => line(ctx, cam, ring(at, false, radius, y, rise), width, dark(colour, 0.12)) });
}

const outer = {
  tshirt: (parts, look, j, at) => collar(parts, at, look.trim || dark(look.cloth, 0.12), { width: 0.018, radius: 0.07, y: -0.012, rise: 0.03 }),
  sweater: (parts, look, j, at) => collar(parts, at, look.trim || dark(look.cloth, 0.1)),
  striped: (parts, look, j, at) => collar(parts, at, look.trim, { width: 0.018, radius: 0.076, y: -0.016, rise: 0.02 }),
  turtleneck: (parts, look, j, at) => {
    collar(parts, at, look.cloth, { radius: 0.066, width: 0.04, y: -0.022, rise: 0.016 });
    for (const [y, k] of [[0.004, 0.1], [0.026, 0.02], [0.044, 0.07]]) collar(parts, at, dark(look.cloth, k), { radius: 0.058, width: 0.032, y, rise: 0.008 });
  },
  cardigan: (parts, look, j, at) => {
    collar(parts, at, look.trim, { width: 0.016, radius: 0.066, y: -0.008, rise: 0.026 });
    parts.push({ at: at(0, -0.02, -0.07), lift: 0.01, draw: (ctx, cam) => line(ctx, cam, ring(at, false, 0.078, -0.008, 0.02), 0.026, dark(look.cloth, 0.1)) });
  },
  hoodie: (parts, look, j, at) => {
    const hood = [[at(0.06, 0.0, -0.075), 0.05], [at(-0.06, 0.0, -0.075), 0.05], [at(0, -0.08, -0.1), 0.06], [at(0, 0.015, -0.07), 0.05]];
    parts.push({ at: at(0, -0.02, -0.08), lift: 0.02, draw: (ctx, cam) => body(ctx, cam, hood, dark(look.cloth, 0.06), { depth: 0.25 }) });
    for (const side of [-1, 1]) parts.push({
      at: at(side * 0.04, -0.02, 0.06), lift: 0.03,
      draw: (ctx, cam) => body(ctx, cam, [[at(side * 0.078, 0.022, -0.03), 0.026], [at(side * 0.066, -0.012, 0.045), 0.026], [at(side * 0.014, -0.06, 0.075), 0.018]], light(look.cloth, 0.06), { depth: 0.4 }),
    });
  },
  shirt: (parts, look, j, at) => {
    parts.push({ at: at(0, 0, -0.06), lift: 0.012, draw: (ctx, cam) => line(ctx, cam, ring(at, false, 0.062, 0.014, 0.02), 0.036, dark(look.cloth, 0.06)) });
    for (const side of [-1, 1]) parts.push({
      at: at(side * 0.04, -0.02, 0.07), lift: 0.034,
      draw: (ctx, cam) => {
        polygon(ctx, cam, [[side * 0.066, 0.042, -0.005], [side * 0.0, -0.035, 0.072], [side * 0.036, -0.085, 0.09], [side * 0.088, -0.022, 0.04]].map(p => at(...p)), light(look.cloth, 0.14));
        line(ctx, cam, [[0, -0.035, 0.073], [0.036, -0.085, 0.091], [0.088, -0.022, 0.041]].map(([x, y, f]) => at(side * x, y, f)), 0.004, dark(look.cloth, 0.2));
      },
    });
  },
  bathrobe: (parts, look, j, at) => {
    // The bare triangle and the thick lapels: at once seen to be a bathrobe, and decent.
    parts.push({
      at: at(0, -0.1, 0.08), lift: 0.02,
      draw: (ctx, cam) => { if (facing(cam, j.chest, j.trunk.forward) > 0.05) polygon(ctx, cam, [[-0.062, 0.03, 0.05], [0.062, 0.03, 0.05], [0.012, -0.185, 0.11], [-0.008, -0.185, 0.11]].map(p => at(...p)), look.skin); },
    });
    for (const side of [1, -1]) parts.push({
      at: at(side * 0.03, -0.1, 0.09), lift: 0.036 - side * 0.002,
      draw: (ctx, cam) => {
        const lapel = [[side * 0.078, 0.012, -0.03], [side * 0.072, -0.012, 0.045], [side * 0.03, -0.13, 0.115], [-side * 0.02, -0.24, 0.125], [-side * 0.07, -0.36, 0.13]].map(p => at(...p));
        line(ctx, cam, lapel, 0.064, dark(look.cloth, 0.14));
        line(ctx, cam, lapel, 0.056, light(look.cloth, 0.16));
      },
    });
    const belt = [-1, 1].map(side => [[side * 0.15, -0.42, 0], [side * 0.08, -0.425, 0.11], [0, -0.43, 0.13]].map(p => at(...p)));
    const tied = [[0.15, -0.42, 0], [0.08, -0.425, -0.1], [-0.08, -0.425, -0.1], [-0.15, -0.42, 0]].map(p => at(...p));
    parts.push({ at: at(0, -0.42, 0.1), lift: 0.05, draw: (ctx, cam) => belt.forEach(b => line(ctx, cam, b, 0.034, dark(look.cloth, 0.2))) });
    parts.push({ at: at(0, -0.42, -0.08), lift: 0.03, draw: (ctx, cam) => line(ctx, cam, tied, 0.034, dark(look.cloth, 0.2)) });
    parts.push({ at: at(0, 0, -0.07), lift: 0.014, draw: (ctx, cam) => line(ctx, cam, ring(at, false, 0.074, -0.004, 0.02), 0.058, light(look.cloth, 0.1)) });
  },
};

/** Upper arm and forearm with as much sleeve as the cut has. */
export function sleeves(look, j, limb) {
  const { shoulder, elbow, hand } = limb;
  const short = shortSleeved.includes(look.top);
  const lower = short ? look.skin : look.cloth;
  const loose = look.top === 'bathrobe' ? 1.25 : look.top === 'hoodie' ? 1.12 : 1;
  const wrist = mix(elbow, hand, short ? 1 : 0.93);
  const thick = short ? [0.042, 0.026] : [0.05 * loose, 0.037 * loose];
  const middle = mix(shoulder, elbow, 0.5);
  const parts = [
    { at: mix(elbow, hand, 0.4), lift: 0.01, draw: (ctx, cam) => body(ctx, cam, [[elbow, thick[0]], [wrist, thick[1]]], lower, { depth: 0.4, rim: true }) },
    { at: middle, lift: 0.02, draw: (ctx, cam) => body(ctx, cam, [[shoulder, 0.061], [elbow, thick[0]]], lower, { depth: 0.36, rim: true, inside: look.top === 'striped' ? c => bands(c, cam, look, shoulder, elbow) : undefined }) },
  ];
  if (short) parts.push({ at: middle, lift: 0.024, draw: (ctx, cam) => body(ctx, cam, [[shoulder, 0.063], [mix(shoulder, elbow, 0.5), 0.059]], look.cloth, { depth: 0.3, rim: true }) });
  else parts.push({ at: mix(elbow, hand, 0.88), lift: 0.014, draw: (ctx, cam) => body(ctx, cam, [[mix(elbow, hand, 0.86), thick[1]], [mix(elbow, hand, 0.94), thick[1] * 0.95]], dark(look.cloth, 0.1), { depth: 0.3 }) });
  return parts;
}

function bands(ctx, cam, look, from, to) {
  const a = cam.project(from), b = cam.project(to);
  const dx = b.y - a.y, dy = a.x - b.x, n = Math.hypot(dx, dy) || 1, r = 0.09 * a.s;
  for (const k of [0.12, 0.36, 0.6, 0.84]) {
    const x = a.x + (b.x - a.x) * k, y = a.y + (b.y - a.y) * k;
    ctx.strokeStyle = look.trim;
    ctx.lineWidth = 0.02 * a.s;
    ctx.beginPath();
    ctx.moveTo(x - dx / n * r, y - dy / n * r);
    ctx.lineTo(x + dx / n * r, y + dy / n * r);
    ctx.stroke();
  }
}
