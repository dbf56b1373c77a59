import { dot, add, scale } from './space.mjs';
import { alpha, dark } from './colour.mjs';

const steps = 28;
const circle = Array.from({ length: steps }, (_, i) => [Math.cos(i / steps * 2 * Math.PI), Math.sin(i / steps * 2 * Math.PI)]);

function hull(points) {
  points.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = list => {
    const out = [];
    for (const p of list) {
      while (out.length > 1) {
        const a = out[out.length - 2], b = out[out.length - 1];
        if ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0) break;
        out.pop();
      }
      out.push(p);
    }
    out.pop();
    return out;
  };
  return half(points).concat(half(points.slice().reverse()));
}

function trace(path, points, dx = 0, dy = 0) {
  points.forEach(([x, y], i) => i ? path.lineTo(x + dx, y + dy) : path.moveTo(x + dx, y + dy));
  path.closePath();
}

/** The outline in the picture of the smallest round body that holds these balls ([point, radius]). */
export function outline(cam, balls) {
  const points = [];
  for (const [p, r] of balls) {
    if (!cam.visible(p)) continue;
    const q = cam.project(p);
    for (const [c, s] of circle) points.push([q.x + c * r * q.s, q.y + s * r * q.s]);
  }
  return points.length ? hull(points) : [];
}

/** Fills a round body: flat colour with one crescent of shadow on the side away from the light. `inside` may paint within its outline. */
export function body(ctx, cam, balls, colour, { shade = dark(colour, 0.18), depth = 0.32, inside, rim } = {}) {
  const edge = outline(cam, balls);
  if (!edge.length) return edge;
  const shape = new Path2D();
  trace(shape, edge);
  ctx.fillStyle = colour;
  ctx.fill(shape);
  if (rim) {
    // A thin darker edge keeps a limb apart from the trunk behind it when both wear the same cloth.
    ctx.strokeStyle = alpha(dark(colour, 0.45), 0.4);
    ctx.lineWidth = 1;
    ctx.stroke(shape);
  }
  if (!depth && !inside) return edge;
  ctx.save();
  ctx.clip(shape);
  if (inside) inside(ctx);
  if (depth) {
    const [p, r] = balls.reduce((a, b) => (b[1] > a[1] ? b : a));
    const k = cam.project(p).s * r * depth;
    const crescent = new Path2D();
    const xs = edge.map(e => e[0]), ys = edge.map(e => e[1]);
    const x0 = Math.min(...xs) - 9 - k, y0 = Math.min(...ys) - 9 - k;
    crescent.rect(x0, y0, Math.max(...xs) - x0 + 9 + k, Math.max(...ys) - y0 + 9 + k);
    trace(crescent, edge, cam.light[0] * k, cam.light[1] * k);
    ctx.globalAlpha *= inside ? 0.8 : 1;
    ctx.fillStyle = shade;
    ctx.fill(crescent, 'evenodd');
  }
  ctx.restore();
  return edge;
}

export function fillOutline(ctx, edge, colour, dx = 0, dy = 0) {
  const shape = new Path2D();
  trace(shape, edge, dx, dy);
  ctx.fillStyle = colour;
  ctx.fill(shape);
}

export function clipTo(ctx, edge) {
  const shape = new Path2D();
  trace(shape, edge);
  ctx.clip(shape);
}

export function polygon(ctx, cam, points, fill) {
  const q = cam.polygon(points);
  if (q.length < 3) return;
  const shape = new Path2D();
  trace(shape, q.map(p => [p.x, p.y]));
  ctx.fillStyle = fill;
  ctx.fill(shape);
}

/** A round-ended line through points of the world, `width` in metres. */
export function line(ctx, cam, points, width, colour) {
  const q = points.filter(cam.visible).map(cam.project);
  if (q.length < 2) return;
  ctx.beginPath();
  q.forEach((p, i) => i ? ctx.lineTo(p.x, p.y) : ctx.moveTo(p.x, p.y));
  ctx.lineWidth = Math.max(0.5, width * q.reduce((a, p) => a + p.s, 0) / q.length);
  ctx.lineCap = ctx.lineJoin = 'round';
  ctx.strokeStyle = colour;
  ctx.stroke();
}

/** Paints flat on a plane of the world: within `paint` one unit is a centimetre, x along `right`, y along `up`. */
export function decal(ctx, cam, origin, right, up, paint) {
  if (!cam.visible(origin)) return;
  const o = cam.project(origin), a = cam.project(add(origin, scale(right, 0.01))), b = cam.project(add(origin, scale(up, 0.01)));
  ctx.save();
  ctx.transform(a.x - o.x, a.y - o.y, b.x - o.x, b.y - o.y, o.x, o.y);
  paint(ctx);
  ctx.restore();
}

/** How far a surface with this normal is turned to the camera: 1 straight on, 0 edge-on, negative away. */
export const facing = (cam, point, normal) => dot(cam.towards(point), normal);

/** Paints parts from far to near; `lift` moves a part nearer where two lie in one plane. */
export function paint(ctx, cam, parts) {
  parts.map(p => ({ p, d: cam.depth(p.at) - (p.lift || 0) })).sort((a, b) => b.d - a.d).forEach(({ p }) => p.draw(ctx, cam));
}
