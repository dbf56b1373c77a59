// The world in metres, seen from the laptop: x to the right of the webcam's picture, y up, z away from the laptop towards the student.
// Both cameras look into this one world, so what happens is at the same place and moment in both pictures.

export const add = (a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const sub = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a, k) => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const length = a => Math.hypot(a[0], a[1], a[2]);
export const unit = a => scale(a, 1 / (length(a) || 1));
export const mix = (a, b, k) => [a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k, a[2] + (b[2] - a[2]) * k];
export const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

const near = 0.08;

/** A pinhole camera. `centre` is where the optical axis meets the picture; moving it tilts the view and keeps verticals upright. */
export function camera({ eye, at, focal, size, centre = [size[0] / 2, size[1] / 2], light = [-0.6, -0.5] }) {
  const forward = unit(sub(at, eye));
  const right = unit(cross([0, 1, 0], forward));
  const up = cross(forward, right);
  const local = p => { const q = sub(p, eye); return [dot(q, right), dot(q, up), dot(q, forward)]; };
  const flat = q => ({ x: centre[0] + focal * q[0] / q[2], y: centre[1] - focal * q[1] / q[2], s: focal / q[2], d: q[2] });
  const project = p => { const q = local(p); return flat(q[2] < near ? [q[0], q[1], near] : q); };
  const depth = p => dot(sub(p, eye), forward);

  /** A polygon of the world as points of the picture, cut off at the near plane. */
  function polygon(points) {
    const all = points.map(local), out = [];
    for (let i = 0; i < all.length; i++) {
      const a = all[i], b = all[(i + 1) % all.length];
      if (a[2] >= near) out.push(flat(a));
      if ((a[2] < near) !== (b[2] < near)) out.push(flat(mix(a, b, (near - a[2]) / (b[2] - a[2]))));
    }
    return out;
  }
  return { eye, forward, right, up, size, light, focal, project, polygon, depth, visible: p => depth(p) > near, towards: p => unit(sub(eye, p)) };
}

/** A frame of reference: an origin with axes right, up and forward; `at(x, y, f)` is a point of the world. */
export function frame(origin, yaw = 0, pitch = 0, roll = 0) {
  const r0 = [Math.cos(yaw), 0, Math.sin(yaw)], f0 = [Math.sin(yaw), 0, -Math.cos(yaw)], u0 = [0, 1, 0];
  const forward = add(scale(f0, Math.cos(pitch)), scale(u0, -Math.sin(pitch)));
  const u1 = add(scale(u0, Math.cos(pitch)), scale(f0, Math.sin(pitch)));
  const right = add(scale(r0, Math.cos(roll)), scale(u1, Math.sin(roll)));
  const up = add(scale(u1, Math.cos(roll)), scale(r0, -Math.sin(roll)));
  return {
    origin, right, up, forward, yaw,
    at: (x, y, f) => [0, 1, 2].map(i => origin[i] + right[i] * x + up[i] * y + forward[i] * f),
    way: (x, y, f) => [0, 1, 2].map(i => right[i] * x + up[i] * y + forward[i] * f),
  };
}
