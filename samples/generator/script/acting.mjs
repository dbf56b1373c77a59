import { random, wander, chance } from './random.mjs';
import { clamp, lerp, smooth } from './time.mjs';

// A person who sits and works: breathes, blinks, reads, types, moves the mouse. Sittings change this pose where their story wants it.

const blinkLength = 0.2;

export function actor(seed, work, seconds) {
  const dice = random(seed + 99);
  const blinks = [];
  for (let t = dice.between(1, 3); t < seconds + 5; t += dice.between(2.2, 5.2)) blinks.push(t);
  const handOnMouse = memory(seconds, t => work.moving(t));
  const typing = memory(seconds, t => work.typing(t));

  return function poseAt(t) {
    const mouse = handOnMouse(t), keys = typing(t) * (1 - mouse);
    const blink = Math.max(0, ...blinks.map(b => (t >= b && t < b + blinkLength ? 1 - Math.abs((t - b) / blinkLength * 2 - 1) * 0.4 : 0)));
    const read = Math.floor(t * 2.6), glance = chance(read, seed);
    const atKeys = keys * smooth(clamp(wander(seed + 5, t, 0.9) * 2 - 0.4));
    const [px, py] = work.pointerAt(t);
    const beat = Math.sin(t * 21) * 0.5 + Math.sin(t * 13.7 + 1) * 0.5;
    const key = side => [side * (0.085 + 0.02 * wander(seed + side, t, 3)), 0.788 + keys * 0.006 * Math.sin(t * 19 + side), 0.185 + keys * 0.008 * beat];
    return {
      place: [0, 0.66], yaw: 0, stand: 0, stride: null, twist: 0.03 * wander(seed + 2, t, 0.5),
      lean: 0.03 + 0.022 * wander(seed + 3, t, 0.35),
      sway: 0.012 * wander(seed + 4, t, 0.45),
      breath: 0.004 * Math.sin(t * 2 * Math.PI / 3.9),
      shoulders: [keys * 0.004 * Math.sin(t * 17), keys * 0.004 * Math.sin(t * 15 + 2)],
      head: {
        yaw: 0.06 * wander(seed + 6, t, 0.5) + (px - 480) / 480 * -0.03,
        pitch: 0.12 + 0.035 * wander(seed + 7, t, 0.6) + 0.16 * atKeys,
        roll: 0.035 * wander(seed + 8, t, 0.4),
      },
      mood: {
        gaze: [mouse > 0.5 ? (480 - px) / 480 * 0.5 : lerp(-0.45, 0.45, glance), -0.42 - 0.25 * chance(read >> 2, seed) - atKeys * 0.5 - (py - 270) / 270 * 0.1],
        blink: Math.max(blink, atKeys * 0.3), brow: 0.25 * wander(seed + 9, t, 0.3), frown: 0.35 + 0.35 * wander(seed + 10, t, 0.27), mouth: 0, smile: 0.12 + 0.12 * wander(seed + 11, t, 0.2),
      },
      hands: {
        left: { at: key(1), palm: [0, -1, 0], point: [-0.22, -0.12, -1], curl: 0.34, typing: keys * t },
        right: { at: mixed(key(-1), [-0.3 - (px - 480) / 480 * 0.035, 0.79, 0.17 + (py - 270) / 270 * 0.03], mouse), palm: [0, -1, 0], point: [0.16, -0.12, -1], curl: lerp(0.34, 0.22, mouse), typing: keys * t },
      },
    };
  };
}

const mixed = (a, b, k) => a.map((v, i) => lerp(v, b[i], k));

// Turns a yes/no of every moment into a soft 0..1: a hand needs time from the keys to the mouse and does not jump.
function memory(seconds, test) {
  const step = 0.05, n = Math.ceil((seconds + 4) / step), values = new Float32Array(n);
  let level = 0;
  for (let i = 0; i < n; i++) { level += ((test(i * step + 0.2) ? 1 : 0) - level) * 0.22; values[i] = level; }
  return t => { const k = clamp(t / step, 0, n - 2), i = Math.floor(k); return lerp(values[i], values[i + 1], k - i); };
}

/** Someone who walks along [[t, x, z], ...]: where, which way, and in which step. `facing` is the yaw while standing still. */
export function walk(t, keys, facing = 0) {
  let far = 0;
  for (let i = 1; i < keys.length; i++) {
    const [t0, x0, z0] = keys[i - 1], [t1, x1, z1] = keys[i];
    const d = Math.hypot(x1 - x0, z1 - z0);
    if (t < t1 || i === keys.length - 1) {
      const k = clamp((t - t0) / (t1 - t0));
      const still = d < 0.02 || k <= 0 || k >= 1;
      return { place: [lerp(x0, x1, k), lerp(z0, z1, k)], yaw: d < 0.02 ? facing : Math.atan2(x1 - x0, z0 - z1), stride: still ? null : (far + d * k) / 1.25 + 0.001 };
    }
    far += d;
  }
}

/** A pose for somebody on their feet. */
export const onFoot = (t, seed, step, head = {}) => ({
  ...step, stand: 1, lean: 0.01, sway: step.stride ? 0.012 * Math.sin(step.stride * Math.PI * 2) : 0.006 * wander(seed, t), twist: 0,
  breath: step.stride ? 0.012 * Math.abs(Math.sin(step.stride * Math.PI * 2)) : 0.003 * Math.sin(t * 1.7), shoulders: [0, 0],
  head: { yaw: head.yaw || 0, pitch: head.pitch ?? 0.05, roll: head.roll || 0 },
  mood: { gaze: head.gaze || [0, -0.2], blink: chance(Math.floor(t * 5), seed) > 0.94 ? 1 : 0, brow: 0.2, frown: 0, mouth: head.mouth || 0, smile: head.smile ?? 0.35 },
  hands: { left: { at: null, palm: [-1, 0, 0], curl: 0.35 }, right: { at: null, palm: [1, 0, 0], curl: 0.35 } },
});

/** The mouth of somebody who speaks in [from, to] intervals. */
export const speech = (t, spoken) => (spoken.some(([a, b]) => t > a && t < b) ? 0.2 + 0.5 * Math.abs(Math.sin(t * 11) * Math.sin(t * 4.3 + 1)) : 0);

/** Turns a pose towards other values by a weight: head and gaze. */
export function look(pose, w, { yaw, pitch, roll, gaze }) {
  if (!w) return;
  if (yaw !== undefined) pose.head.yaw = lerp(pose.head.yaw, yaw, w);
  if (pitch !== undefined) pose.head.pitch = lerp(pose.head.pitch, pitch, w);
  if (roll !== undefined) pose.head.roll = lerp(pose.head.roll, roll, w);
  if (gaze) pose.mood.gaze = pose.mood.gaze.map((v, i) => lerp(v, gaze[i], w));
}

/** Brings a hand to a point of the world by a weight; the grip changes half-way. */
export function reach(pose, side, w, at, grip = {}) {
  if (!w) return;
  const hand = pose.hands[side];
  const from = hand.at || at;
  // The hand rises on the way, so that it goes over the laptop and not through it.
  hand.at = from.map((v, i) => lerp(v, at[i], w) + (i === 1 ? Math.sin(w * Math.PI) * 0.03 : 0));
  if (w > 0.5) Object.assign(hand, grip, { typing: 0 });
}
