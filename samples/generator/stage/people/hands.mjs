import { body, line } from '../draw/brush.mjs';
import { add, scale, unit, sub, cross, mix } from '../draw/space.mjs';
import { alpha, blend, dark } from '../draw/colour.mjs';

// Fingers from the index to the little one: how far along the knuckles, how long.
const fingers = [[0.028, 0.072], [0.0095, 0.08], [-0.0095, 0.074], [-0.027, 0.058]];

/**
 * A hand at the end of an arm. `grip.palm` is the way the palm looks, `grip.point` where the fingers point, `grip.curl` 0 (flat) to 1 (fist),
 * `grip.index` for another curl of the index alone (pointing), `grip.pinch` true when thumb and index hold something small.
 */
export function handParts(look, limb, shaking = 0) {
  const grip = limb.grip, skin = look.skin, edge = blend(dark(skin, 0.3), look.flush, 0.25);
  const along = unit(grip.point || sub(limb.hand, limb.elbow));
  const palm = unit(grip.palm || [0, -1, 0]);
  const across = unit(cross(along, palm));
  // Towards the thumb: the two hands are mirror images.
  const thumbward = scale(across, limb.side * (grip.flip || 1));
  const curl = grip.curl ?? 0.25;
  const at = (a, t, p) => [0, 1, 2].map(i => limb.hand[i] + along[i] * a + thumbward[i] * t + palm[i] * p);
  const bones = fingers.map(([t, reach], i) => {
    const bent = grip.pinch && i === 0 ? 0.55 : grip.pinch ? 0.3 + i * 0.1 : i === 0 ? grip.index ?? curl : curl;
    const lift = Math.sin(shaking * 9 + i * 1.9) * 0.012 * (shaking ? 1 : 0);
    const a1 = bent * 1.5 + lift * 8, a2 = bent * 3.1;
    const half = reach * 0.52;
    const knuckle = at(0.082, t, -0.004 + lift), middle = at(0.082 + Math.cos(a1) * half, t * 1.04, Math.sin(a1) * half - 0.004);
    const tip = at(0.082 + Math.cos(a1) * half + Math.cos(a2) * half, t * (grip.pinch ? 0.8 : 1.05), Math.sin(a1) * half + Math.sin(a2) * half - 0.004);
    return { points: [knuckle, middle, tip], at: middle };
  });
  const thumb = grip.pinch
    ? [at(0.02, 0.034, 0.012), at(0.062, 0.046, 0.03), mix(at(0.1, 0.036, 0.04), bones[0].points[2], 0.6)]
    : [at(0.02, 0.034, 0.008), at(0.05, 0.05 - curl * 0.012, 0.014 + curl * 0.02), at(0.082, 0.05 - curl * 0.03, 0.018 + curl * 0.036)];
  const parts = [{
    at: at(0.04, 0, 0.0), lift: 0.001,
    draw: (ctx, cam) => body(ctx, cam, [[at(0.0, 0.012, 0), 0.024], [at(0.0, -0.012, 0), 0.024], [at(0.075, 0.024, 0), 0.018], [at(0.075, -0.024, 0), 0.017]], skin, { shade: edge, depth: 0.25 }),
  }];
  const digit = (points, width, lift) => parts.push({
    at: points[1], lift,
    draw: (ctx, cam) => { line(ctx, cam, points, width + 0.0035, alpha(edge, 0.85)); line(ctx, cam, points, width, skin); },
  });
  bones.forEach((b, i) => digit(b.points, i === 3 ? 0.015 : 0.0175, 0.004 + i * 0.0004));
  digit(thumb, 0.0195, 0.004);
  return parts;
}

const offHand = ({ hand, grip }, along, out) => add(hand, add(scale(unit(grip.point), along), scale(unit(grip.palm), out)));
export const pinchPoint = limb => offHand(limb, 0.125, 0.035);
export const palmPoint = limb => offHand(limb, 0.055, 0.024);
