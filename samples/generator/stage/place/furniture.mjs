import { plane, box } from './plane.mjs';
import { walls, bounds } from './room.mjs';
import { body, line, decal } from '../draw/brush.mjs';
import { alpha, dark, light } from '../draw/colour.mjs';
import { chance } from '../../script/random.mjs';

// What stands or hangs in a room. Each takes its own settings from the sitting's description of the room.
const bookColours = ['#b5543f', '#38617a', '#d3a04b', '#5c7f5e', '#8a5a78', '#e2d6bd', '#2f4a58', '#c77f5a', '#7c8f9c'];

export const furniture = {
  bookcase(ctx, cam, { x, w = 0.9, h = 1.9, colour = '#d9bf98', shelves = 5, seed = 3 }) {
    const z1 = bounds.back, z0 = z1 - 0.28;
    box(ctx, cam, [x - w / 2, 0, z0], [x + w / 2, h, z1], colour);
    const face = plane(ctx, cam, [x - w / 2, 0, z0], [1, 0, 0]);
    for (let i = 0; i < shelves; i++) {
      const v = 0.06 + (h - 0.08) * i / shelves, room = (h - 0.08) / shelves - 0.04;
      face.rect(0.04, v, w - 0.08, room, dark(colour, 0.42));
      face.rect(0.04, v + room * 0.55, w - 0.08, room * 0.45, alpha('#1c1528', 0.16));
      let u = 0.05;
      const gap = chance(seed, i) > 0.5 ? 0.3 : 0.62;
      while (u < w - 0.1) {
        const k = chance(seed + i, u * 100), bw = 0.025 + k * 0.03, bh = room * (0.62 + chance(u * 50, seed) * 0.3);
        if (Math.abs(u / w - gap) < 0.12 && i > 0) { u += 0.03; continue; }
        const tone = bookColours[Math.floor(chance(seed * 3 + i, u * 77) * bookColours.length)];
        face.rect(u, v, Math.min(bw, w - 0.05 - u), bh, tone);
        face.rect(u, v + bh * 0.7, Math.min(bw, w - 0.05 - u), bh * 0.06, light(tone, 0.4));
        u += bw + 0.003;
      }
      if (i > 0) {
        const gu = gap * w;
        if (i % 2) face.disc(gu, v + room * 0.24, room * 0.22, bookColours[(seed + i) % 9], 1.05);
        else { face.rect(gu - 0.05, v, 0.1, room * 0.5, '#f2ece0'); face.rect(gu - 0.035, v + 0.02, 0.07, room * 0.5 - 0.04, bookColours[(seed + i * 2) % 9]); }
      }
    }
  },

  dresser(ctx, cam, { x, w = 1.0, h = 0.86, colour = '#c9a27a', seed = 1 }) {
    const z1 = bounds.back, z0 = z1 - 0.42;
    box(ctx, cam, [x - w / 2, 0.08, z0], [x + w / 2, h, z1], colour);
    const face = plane(ctx, cam, [x - w / 2, 0, z0], [1, 0, 0]);
    for (let r = 0; r < 3; r++) for (let c = 0; c < 2; c++) {
      const u = 0.04 + c * (w - 0.08) / 2, v = 0.12 + r * (h - 0.14) / 3;
      face.rect(u + 0.01, v, (w - 0.08) / 2 - 0.02, (h - 0.14) / 3 - 0.025, light(colour, 0.1));
      face.disc(u + (w - 0.08) / 4, v + (h - 0.14) / 6, 0.018, dark(colour, 0.45));
    }
    const top = plane(ctx, cam, [x - w / 2, h, z0 + 0.2], [1, 0, 0]);
    top.rect(0.1, 0, 0.16, 0.24, '#f2ece0');
    top.rect(0.12, 0.02, 0.12, 0.2, bookColours[seed % 9]);
    top.rect(w - 0.42, 0, 0.3, 0.035, bookColours[(seed + 3) % 9]);
    top.rect(w - 0.4, 0.035, 0.26, 0.03, bookColours[(seed + 5) % 9]);
  },

  wardrobe(ctx, cam, { x, w = 1.0, h = 2.15, colour = '#e6ddcd' }) {
    const z1 = bounds.back, z0 = z1 - 0.5;
    box(ctx, cam, [x - w / 2, 0, z0], [x + w / 2, h, z1], colour);
    const face = plane(ctx, cam, [x - w / 2, 0, z0], [1, 0, 0]);
    for (const c of [0, 1]) {
      face.rect(0.03 + c * w / 2, 0.1, w / 2 - 0.05, h - 0.16, light(colour, 0.25));
      face.rect(0.08 + c * w / 2, 0.2, w / 2 - 0.15, h - 0.36, dark(colour, 0.05));
      face.rect(c ? w / 2 + 0.05 : w / 2 - 0.075, 1.0, 0.02, 0.2, dark(colour, 0.5));
    }
  },

  bed(ctx, cam, { x = -1.3, z = 1.2, w = 0.9, l = 1.05, colour = '#8c6f56', cover = '#7c95a8' }) {
    box(ctx, cam, [x - w / 2, 0.1, z], [x + w / 2, 0.34, z + l], colour);
    box(ctx, cam, [x - w / 2 + 0.02, 0.34, z + 0.01], [x + w / 2 - 0.02, 0.52, z + l], cover);
    box(ctx, cam, [x - w / 2, 0, z + l - 0.04], [x + w / 2, 0.95, z + l], colour);
    box(ctx, cam, [x - w / 2 + 0.12, 0.52, z + l - 0.42], [x + w / 2 - 0.12, 0.64, z + l - 0.06], '#f4efe6');
  },

  plant(ctx, cam, { x, z = 2.0, y = 0, h = 1.3, colour = '#4f7a52', pot = '#c97b5a', leaf = 'broad', seed = 2 }) {
    const ph = Math.min(0.32, 0.14 + h * 0.14), pr = ph * 0.5;
    const leaves = Array.from({ length: leaf === 'fern' ? 17 : 13 }, (_, i) => ({ a: -1.35 + 2.7 * (i + 0.5) / (leaf === 'fern' ? 17 : 13) + (chance(seed, i) - 0.5) * 0.25, k: 0.62 + chance(i, seed) * 0.4, i }));
    decal(ctx, cam, [x, y + ph, z], cam.right, [0, 1, 0], c => {
      const H = (h - ph) * 100;
      for (const { a, k, i } of leaves.sort((p, q) => q.k - p.k)) {
        const tone = i % 3 === 0 ? light(colour, 0.16) : i % 3 === 1 ? colour : dark(colour, 0.16);
        const spread = leaf === 'sword' ? 0.36 : 1;
        const tx = Math.sin(a * spread) * H * k * (leaf === 'sword' ? 0.9 : 0.72), ty = Math.cos(a * spread) * H * k;
        c.strokeStyle = dark(colour, 0.25);
        c.lineWidth = 0.8;
        c.beginPath();
        c.moveTo(0, 0);
        c.quadraticCurveTo(tx * 0.25, ty * 0.65, tx, ty);
        if (leaf !== 'sword') c.stroke();
        c.fillStyle = tone;
        c.beginPath();
        if (leaf === 'broad') {
          c.save();
          c.translate(tx, ty);
          c.rotate(-a * 1.15);
          const L = H * 0.3, W = H * 0.125;
          c.moveTo(0, -L * 0.25);
          c.bezierCurveTo(W * 1.3, L * 0.1, W, L * 0.6, 0, L);
          c.bezierCurveTo(-W, L * 0.6, -W * 1.3, L * 0.1, 0, -L * 0.25);
          c.fill();
          c.strokeStyle = alpha(light(tone, 0.35), 0.7);
          c.lineWidth = 0.5;
          c.beginPath();
          c.moveTo(0, 0);
          c.lineTo(0, L * 0.75);
          c.stroke();
          c.restore();
        } else {
          const n = Math.hypot(tx, ty) || 1, nx = -ty / n, ny = tx / n, w = leaf === 'sword' ? 3.2 : 2.6;
          c.moveTo(nx * w * 0.5, ny * w * 0.5);
          c.quadraticCurveTo(tx * 0.3 + nx * w, ty * 0.7 + ny * w, tx, ty);
          c.quadraticCurveTo(tx * 0.3 - nx * w, ty * 0.7 - ny * w, -nx * w * 0.5, -ny * w * 0.5);
          c.fill();
        }
      }
    });
    body(ctx, cam, [[[x, y + ph * 0.85, z], pr], [[x, y + ph * 0.35, z], pr * 0.76]], pot, { depth: 0.3 });
    line(ctx, cam, [[x - pr * 0.92, y + ph * 1.02, z], [x + pr * 0.92, y + ph * 1.02, z]], 0.035, light(pot, 0.15));
  },

  floorlamp(ctx, cam, { x, z = 1.95, h = 1.62, colour = '#e8d3a4', stand = '#4a4440' }) {
    line(ctx, cam, [[x, 0.02, z], [x, h, z]], 0.022, stand);
    body(ctx, cam, [[[x - 0.12, 0.02, z], 0.015], [[x + 0.12, 0.02, z], 0.015]], stand, { depth: 0 });
    plane(ctx, cam, [x, h, z], [1, 0, 0]).shape([[-0.19, -0.06], [0.19, -0.06], [0.12, 0.24], [-0.12, 0.24]], colour);
  },

  poster(ctx, cam, { wall = 'back', u, v = 1.35, w = 0.5, h = 0.68, colours = ['#e9dcc3', '#c8694a', '#34566b', '#e0b057'], motif = 'hills', frame = '#f7f3ea' }) {
    const on = walls(ctx, cam)[wall];
    on.rect(u - w / 2 + 0.015, v - 0.02, w, h, 'rgba(40,30,50,0.16)');
    on.rect(u - w / 2, v, w, h, frame, 0.01);
    const x = u - w / 2 + 0.03, y = v + 0.03, iw = w - 0.06, ih = h - 0.06;
    on.rect(x, y, iw, ih, colours[0], 0.012);
    if (motif === 'hills') {
      on.disc(x + iw * 0.66, y + ih * 0.68, iw * 0.16, colours[3]);
      on.shape([[x, y], [x + iw, y], [x + iw, y + ih * 0.3], [x + iw * 0.7, y + ih * 0.5], [x + iw * 0.4, y + ih * 0.26], [x, y + ih * 0.42]], colours[1]);
      on.shape([[x, y], [x + iw, y], [x + iw, y + ih * 0.12], [x + iw * 0.55, y + ih * 0.3], [x, y + ih * 0.14]], colours[2]);
    } else if (motif === 'discs') {
      on.disc(x + iw * 0.4, y + ih * 0.62, iw * 0.3, colours[1]);
      on.disc(x + iw * 0.64, y + ih * 0.4, iw * 0.24, alpha(colours[2], 0.85));
      on.rect(x + iw * 0.14, y + ih * 0.12, iw * 0.5, ih * 0.06, colours[3]);
    } else {
      for (let i = 0; i < 5; i++) on.shape([[x + iw * i / 5, y], [x + iw * (i + 1) / 5, y], [x + iw * (i + 1) / 5, y + ih * (0.35 + 0.5 * chance(i, u))], [x + iw * i / 5, y + ih * (0.35 + 0.5 * chance(i, u))]], colours[1 + i % 3]);
    }
  },

  shelf(ctx, cam, { wall = 'back', u, v = 1.5, w = 0.8, colour = '#b98d63', seed = 4 }) {
    const on = walls(ctx, cam)[wall], start = u - w / 2;
    on.rect(start, v - 0.05, w, 0.045, dark(colour, 0.1), 0.18);
    on.rect(start, v - 0.012, w, 0.014, light(colour, 0.2), 0.18);
    let x = start + 0.05;
    for (let i = 0; x < start + w * 0.55; i++) {
      const bw = 0.03 + chance(seed, i) * 0.025, bh = 0.15 + chance(i, seed) * 0.09;
      on.rect(x, v, bw, bh, bookColours[Math.floor(chance(seed + 9, i) * 9)], 0.1);
      x += bw + 0.003;
    }
    on.disc(start + w * 0.72, v + 0.06, 0.055, '#d8c9b0');
    for (const d of [-0.05, -0.02, 0.01, 0.04]) on.line([[start + w * 0.72 + d * 0.3, v + 0.1], [start + w * 0.72 + d * 1.6, v + 0.24 - Math.abs(d)]], 0.02, '#5d8a63');
    on.rect(start + w * 0.86, v, 0.06, 0.12, '#e6a24e', 0.1);
  },

  clock(ctx, cam, { wall = 'back', u, v = 2.0, r = 0.14, colour = '#f7f4ec' }) {
    const on = walls(ctx, cam)[wall];
    on.disc(u, v, r, '#4a4440');
    on.disc(u, v, r * 0.88, colour);
    on.line([[u, v], [u - r * 0.35, v + r * 0.32]], 0.016, '#3b3640');
    on.line([[u, v], [u + 0.005, v + r * 0.65]], 0.012, '#3b3640');
  },

  mirror(ctx, cam, { wall = 'back', u, v = 1.0, w = 0.42, h = 1.05, frame = '#b98d63' }) {
    const on = walls(ctx, cam)[wall];
    on.rect(u - w / 2, v, w, h, frame);
    on.rect(u - w / 2 + 0.03, v + 0.03, w - 0.06, h - 0.06, '#d5e0e4');
    on.shape([[u - w * 0.3, v + 0.05], [u - w * 0.1, v + 0.05], [u + w * 0.3, v + h - 0.05], [u + w * 0.1, v + h - 0.05]], 'rgba(255,255,255,0.4)');
  },

  coats(ctx, cam, { wall = 'back', u, v = 1.72, colours = ['#8a4b3c', '#3f5a68'] }) {
    const on = walls(ctx, cam)[wall];
    on.rect(u - 0.3, v, 0.6, 0.06, '#a37f5b');
    colours.forEach((tone, i) => {
      const c = u - 0.14 + i * 0.28;
      on.shape([[c - 0.04, v + 0.01, 0.05], [c + 0.04, v + 0.01, 0.05], [c + 0.13, v - 0.16, 0.05], [c + 0.15, v - 0.85, 0.05], [c - 0.15, v - 0.85, 0.05], [c - 0.13, v - 0.16, 0.05]], tone);
      on.shape([[c - 0.01, v - 0.04, 0.05], [c + 0.01, v - 0.04, 0.05], [c + 0.015, v - 0.83, 0.05], [c - 0.015, v - 0.83, 0.05]], dark(tone, 0.2));
    });
  },

  guitar(ctx, cam, { wall = 'back', u, v = 0.95 }) {
    const on = walls(ctx, cam)[wall];
    on.line([[u, v + 0.35], [u + 0.02, v + 0.98]], 0.045, '#5b3b2a');
    on.rect(u - 0.02, v + 0.95, 0.08, 0.16, '#4a2f22');
    on.disc(u, v + 0.12, 0.19, '#c98545');
    on.disc(u + 0.005, v + 0.36, 0.145, '#c98545');
    on.disc(u, v + 0.26, 0.055, '#3b241a');
    on.rect(u - 0.05, v + 0.06, 0.1, 0.025, '#5b3b2a');
    on.line([[u, v + 0.07], [u + 0.02, v + 0.98]], 0.006, '#f0e2c8');
  },

  garland(ctx, cam, { wall = 'back', from, to, v = 2.15, colours = ['#d9785a', '#e6b455', '#6d9a8c', '#5c7ea3'] }) {
    const on = walls(ctx, cam)[wall], n = 11;
    const y = k => v - Math.sin(k * Math.PI) * 0.18;
    on.line(Array.from({ length: 21 }, (_, i) => [from + (to - from) * i / 20, y(i / 20)]), 0.01, '#8b7a68');
    for (let i = 0; i < n; i++) {
      const k = (i + 0.5) / n, u = from + (to - from) * k;
      on.shape([[u - 0.05, y(k)], [u + 0.05, y(k)], [u, y(k) - 0.13]], colours[i % colours.length]);
    }
  },

  radiator(ctx, cam, { wall = 'left', u, w = 0.9, v = 0.16, h = 0.52 }) {
    const on = walls(ctx, cam)[wall];
    on.rect(u - w / 2, v, w, h, '#efebe2', 0.06);
    for (let i = 0; i < 12; i++) on.rect(u - w / 2 + w * i / 12 + 0.012, v + 0.03, w / 12 - 0.03, h - 0.06, '#dcd6ca', 0.06);
  },

  pendant(ctx, cam, { x = 0.6, z = 1.5, y = 2.0, colour = '#d9785a' }) {
    line(ctx, cam, [[x, y, z], [x, bounds.high, z]], 0.01, '#4a4440');
    const at = plane(ctx, cam, [x, y, z], cam.right);
    at.shape([[-0.2, -0.08], [0.2, -0.08], [0.09, 0.12], [-0.09, 0.12]], colour);
    at.shape([[-0.2, -0.08], [0.2, -0.08], [0.19, -0.1], [-0.19, -0.1]], light(colour, 0.7));
  },

  /** Sheets with handwriting: scribbled lines that cannot be read, only seen to be writing. */
  sheets(ctx, cam, { wall = 'front', list }) {
    const on = walls(ctx, cam)[wall];
    list.forEach(([u, v, tilt = 0], n) => {
      const w = 0.21, h = 0.297, c = Math.cos(tilt), s = Math.sin(tilt);
      const p = (a, b) => [u + a * c - b * s, v + a * s + b * c, 0.006];
      on.shape([p(-w / 2 + 0.012, -h / 2 - 0.012), p(w / 2 + 0.012, -h / 2 - 0.012), p(w / 2 + 0.012, h / 2), p(-w / 2 + 0.012, h / 2)], 'rgba(40,30,50,0.18)');
      on.shape([p(-w / 2, -h / 2), p(w / 2, -h / 2), p(w / 2, h / 2), p(-w / 2, h / 2)], n % 3 === 1 ? '#fdf3c4' : '#fdfbf4');
      on.shape([p(-0.03, h / 2 - 0.012), p(0.03, h / 2 - 0.012), p(0.03, h / 2 + 0.018), p(-0.03, h / 2 + 0.018)], 'rgba(216,170,90,0.85)');
      for (let i = 0; i < 9; i++) {
        const y = h / 2 - 0.045 - i * 0.026, len = 0.1 + chance(n, i) * 0.06;
        const ink = i === 0 ? '#b33f3a' : '#2e4a86';
        on.line(Array.from({ length: 14 }, (_, k) => p(-w / 2 + 0.02 + len * k / 13, y + Math.sin(k * 2.4 + i + n) * 0.004)), 0.006, ink);
      }
    });
  },
};
