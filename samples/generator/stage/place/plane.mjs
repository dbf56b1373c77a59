import { polygon, line } from '../draw/brush.mjs';
import { dark, light } from '../draw/colour.mjs';
import { dot, sub, unit, cross } from '../draw/space.mjs';

/** A flat place in the world to draw on in metres with true perspective: `u` along `right`, `v` along `up`, `out` off the surface. */
export function plane(ctx, cam, origin, right, up = [0, 1, 0]) {
  const normal = cross(up, right);
  const at = (u, v, out = 0) => [0, 1, 2].map(i => origin[i] + right[i] * u + up[i] * v + normal[i] * out);
  const shape = (points, fill) => polygon(ctx, cam, points.map(p => at(...p)), fill);
  return {
    at, shape,
    rect: (u, v, w, h, fill, out = 0) => shape([[u, v, out], [u + w, v, out], [u + w, v + h, out], [u, v + h, out]], fill),
    disc: (u, v, r, fill, k = 1) => shape(Array.from({ length: 28 }, (_, i) => [u + Math.cos(i / 14 * Math.PI) * r, v + Math.sin(i / 14 * Math.PI) * r * k]), fill),
    line: (points, width, colour) => line(ctx, cam, points.map(p => at(...p)), width, colour),
  };
}

/** A box from corner `a` to corner `b`: only the sides turned to the camera, each with the tone of its direction. */
export function box(ctx, cam, a, b, colour, { top = light(colour, 0.14), side = dark(colour, 0.14), front = colour } = {}) {
  const [x0, y0, z0] = a, [x1, y1, z1] = b;
  const faces = [
    [[[x0, y1, z0], [x1, y1, z0], [x1, y1, z1], [x0, y1, z1]], [0, 1, 0], top],
    [[[x0, y0, z0], [x1, y0, z0], [x1, y1, z0], [x0, y1, z0]], [0, 0, -1], front],
    [[[x0, y0, z1], [x1, y0, z1], [x1, y1, z1], [x0, y1, z1]], [0, 0, 1], front],
    [[[x0, y0, z0], [x0, y0, z1], [x0, y1, z1], [x0, y1, z0]], [-1, 0, 0], side],
    [[[x1, y0, z0], [x1, y0, z1], [x1, y1, z1], [x1, y1, z0]], [1, 0, 0], side],
    [[[x0, y0, z0], [x1, y0, z0], [x1, y0, z1], [x0, y0, z1]], [0, -1, 0], dark(colour, 0.3)],
  ];
  for (const [points, normal, fill] of faces) if (dot(unit(sub(cam.eye, points[0])), normal) > 0) polygon(ctx, cam, points, fill);
}
