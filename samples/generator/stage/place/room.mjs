import { plane } from './plane.mjs';
import { alpha, blend, dark, light } from '../draw/colour.mjs';
import { chance } from '../../script/random.mjs';

export const bounds = { left: -1.75, right: 1.75, front: -0.52, back: 2.25, high: 2.55 };

/** The four walls as planes to draw on; `u` runs from left to right for someone who faces the wall. */
export function walls(ctx, cam) {
  const { left, right, front, back } = bounds;
  return {
    back: plane(ctx, cam, [0, 0, back], [1, 0, 0]),
    front: plane(ctx, cam, [0, 0, front], [-1, 0, 0]),
    left: plane(ctx, cam, [left, 0, 0], [0, 0, 1]),
    right: plane(ctx, cam, [right, 0, 0], [0, 0, -1]),
  };
}

const extent = { back: [bounds.left, bounds.right], front: [-bounds.right, -bounds.left], left: [bounds.front, bounds.back], right: [-bounds.back, -bounds.front] };

export function paintShell(ctx, cam, room) {
  const { left, right, front, back, high } = bounds;
  const on = walls(ctx, cam);
  const floor = [[left, 0, front], [right, 0, front], [right, 0, back], [left, 0, back]];
  const ground = plane(ctx, cam, [0, 0, 0], [1, 0, 0], [0, 0, 1]);
  ground.shape(floor.map(([x, , z]) => [x, z]), room.floor);
  for (let x = left; x < right; x += 0.18) ground.line([[x, front], [x, back]], 0.008, dark(room.floor, 0.12));
  ground.shape([[left, back], [right, back], [right, back - 0.25], [left, back - 0.25]], alpha(dark(room.floor, 0.5), 0.16));
  plane(ctx, cam, [0, high, 0], [1, 0, 0], [0, 0, 1]).shape(floor.map(([x, , z]) => [x, z]), light(room.wall, 0.55));
  const tones = { back: room.wall, front: light(room.wall, 0.08), left: dark(room.wall, 0.07), right: dark(room.wall, 0.1) };
  for (const name of ['back', 'front', 'left', 'right']) {
    if (!facesCamera(cam, name)) continue;
    const [a, b] = extent[name], w = on[name];
    w.rect(a, 0, b - a, high, tones[name]);
    if (room.panel) {
      w.rect(a, 0, b - a, 1.0, room.panel);
      w.rect(a, 1.0, b - a, 0.035, light(room.panel, 0.3));
    }
    w.rect(a, 0, b - a, 0.1, room.skirting || '#f3eee4');
    w.rect(a, 0.1, b - a, 0.012, alpha(dark(room.wall, 0.6), 0.25));
    w.rect(a, high - 0.035, b - a, 0.035, light(room.wall, 0.4));
  }
  if (room.rug) {
    const [x, z, w, d, colour] = room.rug;
    ground.shape([[x - w / 2, z - d / 2], [x + w / 2, z - d / 2], [x + w / 2, z + d / 2], [x - w / 2, z + d / 2]], colour);
    ground.shape([[x - w / 2 + 0.08, z - d / 2 + 0.08], [x + w / 2 - 0.08, z - d / 2 + 0.08], [x + w / 2 - 0.08, z + d / 2 - 0.08], [x - w / 2 + 0.08, z + d / 2 - 0.08]], light(colour, 0.22));
  }
  if (room.window) paintWindow(on[room.window.wall], room.window, room);
}

const facesCamera = (cam, wall) => ({
  back: cam.eye[2] < bounds.back && cam.forward[2] > -0.7, front: cam.eye[2] > bounds.front && cam.forward[2] < 0.7, left: cam.eye[0] > bounds.left, right: cam.eye[0] < bounds.right && cam.forward[0] > -0.5,
})[wall];

function paintWindow(wall, window, room) {
  const { from, width, sill = 0.92, height = 1.2, curtain, closed = 0 } = window;
  const frame = window.frame || '#f6f2ea', sky = window.sky || '#cfe3ee';
  wall.rect(from - 0.07, sill - 0.07, width + 0.14, height + 0.14, frame);
  for (let i = 0; i < 6; i++) wall.rect(from, sill + height * i / 6, width, height / 6 + 0.004, blend('#f4efe2', sky, i / 5));
  // Roofs of the houses across the street and a bare tree: autumn, a town, no place in particular.
  const roof = ['#b98b78', '#a9796b', '#c09a86'], wallTone = ['#d8c2b2', '#cdb5a6', '#dccbbd'];
  for (let i = 0; i < 4; i++) {
    const u = from + width * (i / 4), w = width / 4, h = 0.2 + chance(i, window.from * 10) * 0.12;
    wall.rect(u, sill, w, h, wallTone[i % 3]);
    wall.shape([[u, sill + h], [u + w / 2, sill + h + 0.13], [u + w, sill + h]], roof[i % 3]);
    wall.rect(u + w * 0.36, sill + h * 0.45, w * 0.26, h * 0.35, '#eef3f4');
  }
  const tree = from + width * 0.7;
  for (const [du, dv, w] of [[0, 0.46, 0.024], [-0.12, 0.66, 0.012], [0.14, 0.7, 0.012], [0.04, 0.78, 0.012], [-0.06, 0.8, 0.01]]) wall.line([[tree, sill + (dv > 0.5 ? 0.36 : 0)], [tree + du, sill + dv]], w, '#7d6a62');
  for (const [du, dv, r] of [[-0.12, 0.66, 0.07], [0.13, 0.7, 0.08], [0.03, 0.8, 0.08]]) wall.disc(tree + du, sill + dv, r, 'rgba(201,138,76,0.75)');
  wall.rect(from + width / 2 - 0.022, sill, 0.044, height, frame);
  wall.rect(from, sill + height * 0.68, width, 0.036, frame);
  wall.shape([[from + width * 0.08, sill + height], [from + width * 0.3, sill + height], [from + width * 0.12, sill], [from, sill], [from, sill + height * 0.5]], 'rgba(255,255,255,0.16)');
  wall.rect(from - 0.12, sill - 0.1, width + 0.24, 0.05, light(frame, 0.3), 0.1);
  wall.rect(from - 0.12, sill - 0.125, width + 0.24, 0.028, dark(frame, 0.18), 0.1);
  if (!curtain) return;
  const cover = 0.17 + closed * (0.5 - 0.17), top = sill + height + 0.12, bottom = sill - 0.35;
  for (const side of [0, 1]) {
    const u0 = side ? from + width + 0.16 - (width + 0.32) * cover : from - 0.16, w = (width + 0.32) * cover;
    const folds = Math.max(4, Math.round(w / 0.09));
    for (let i = 0; i < folds; i++) wall.rect(u0 + w * i / folds, bottom, w / folds + 0.004, top - bottom, i % 2 ? curtain : dark(curtain, 0.1), 0.02);
  }
  wall.line([[from - 0.24, top + 0.02, 0.03], [from + width + 0.24, top + 0.02, 0.03]], 0.028, dark(room.wall, 0.55));
}

/** The door moves, so it is painted for every frame. `open` runs from 0 to 1. */
export function paintDoor(ctx, cam, room, open) {
  const door = room.door, wall = walls(ctx, cam).back, w = 0.86, h = 2.06, u = door.x - w / 2;
  const leaf = door.colour, trim = door.trim || '#f4efe5';
  wall.rect(u - 0.09, 0, w + 0.18, h + 0.09, trim);
  wall.rect(u, 0, w, h, door.hall || '#8f8172');
  wall.rect(u, 0, w, 0.35, dark(door.hall || '#8f8172', 0.25));
  wall.rect(u + 0.1, 1.15, 0.3, 0.42, light(door.hall || '#8f8172', 0.2));
  // The leaf turns into the room, hinged at the side that is farther from the student.
  const angle = open * 1.35;
  const panel = plane(ctx, cam, [u, 0, bounds.back], [Math.cos(angle), 0, -Math.sin(angle)]);
  const tone = dark(leaf, 0.2 * open);
  panel.rect(0, 0, w, h, tone);
  for (const [v, ph] of [[0.2, 0.72], [1.08, 0.8]]) {
    panel.rect(0.13, v, w - 0.26, ph, dark(tone, 0.13));
    panel.rect(0.15, v + 0.015, w - 0.3, ph - 0.03, light(tone, 0.06));
  }
  panel.line([[w - 0.08, 1.0], [w - 0.19, 1.0]], 0.028, '#c9c3b4');
  panel.disc(w - 0.08, 1.0, 0.03, '#a8a294');
}
