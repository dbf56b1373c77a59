import { body, facing, fillOutline } from '../draw/brush.mjs';
import { add, mix } from '../draw/space.mjs';
import { alpha, blend, dark } from '../draw/colour.mjs';
import { joints } from './figure.mjs';
import { headParts, skullOutline } from './head.mjs';
import { handParts } from './hands.mjs';
import { garments, sleeves } from './clothes.mjs';

/** All parts of a person in a pose, unsorted. `legs: false` leaves them out, for a person who sits behind a desk that hides them. */
export function personParts(look, pose) {
  const j = joints(pose, look.build);
  const head = { frame: j.head };
  const parts = [...headParts(look, head, pose.mood), ...neckParts(look, j), ...garments(look, j)];
  for (const name of ['left', 'right']) parts.push(...sleeves(look, j, j[name]), ...handParts(look, j[name], pose.hands[name].typing || 0));
  return { parts, joints: j };
}

function neckParts(look, j) {
  const skin = look.skin, shade = blend(dark(skin, 0.28), look.flush, 0.25);
  const throat = [[j.head.at(0, -0.05, -0.015), 0.046], [add(j.neck, j.trunk.way(0, 0.0, -0.005)), 0.052], [add(j.neck, j.trunk.way(0, -0.05, 0.01)), 0.056]];
  return [{
    at: add(j.neck, j.trunk.way(0, 0.05, 0)), lift: 0,
    draw: (ctx, cam) => body(ctx, cam, throat, skin, {
      shade, depth: 0.25,
      // The chin throws its shadow on the neck, only where the neck's front is seen.
      inside: c => { if (facing(cam, j.neck, j.trunk.forward) > -0.3) fillOutline(c, skullOutline(cam, j.head), alpha(shade, 0.75), 0, cam.project(j.head.origin).s * 0.026); },
    }),
  }];
}

/** Legs apart from the rest, because a desk top may lie between them and the hands. */
export function legParts(look, j) {
  // On their feet the garment hangs over the thighs; seated the thighs come out from under it.
  const upright = j.left.knee[1] < j.left.hip[1] - 0.2;
  const cloth = look.trousers, shoe = look.shoes || '#3b3a42';
  return ['left', 'right'].flatMap(name => {
    const l = j[name];
    return [
      { at: mix(l.knee, l.foot, 0.5), lift: 0, draw: (ctx, cam) => body(ctx, cam, [[l.knee, 0.062], [add(l.foot, [0, 0.06, 0]), 0.045]], dark(cloth, 0.06), { depth: 0.4 }) },
      { at: l.foot, lift: 0.01, draw: (ctx, cam) => body(ctx, cam, [[add(l.foot, [0, -0.01, 0]), 0.042], [l.toe, 0.034]], shoe, { depth: 0.35 }) },
      { at: mix(l.hip, l.knee, 0.5), lift: upright ? -0.1 : 0.03, draw: (ctx, cam) => body(ctx, cam, [[l.hip, 0.092], [l.knee, 0.066]], cloth, { depth: 0.35 }) },
    ];
  });
}
