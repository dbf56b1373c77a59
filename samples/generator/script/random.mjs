/** A number in [0, 1) that depends on its two arguments and on nothing else. */
export function chance(a, b = 0) {
  const x = Math.sin(a * 127.1 + b * 311.7 + 17.3) * 43758.5453;
  return x - Math.floor(x);
}

/** A generator of numbers in [0, 1) from a seed (mulberry32): the same seed, the same sitting. */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (a, b) => a + (b - a) * next(),
    pick: list => list[Math.floor(next() * list.length)],
  };
}

/** A smooth wandering value in about [-1, 1]: sums of slow waves, so it can be asked for any moment. */
export const wander = (seed, t, speed = 1) =>
  (Math.sin(t * 0.73 * speed + seed * 3.1) + Math.sin(t * 1.31 * speed + seed * 7.7) * 0.6 + Math.sin(t * 2.17 * speed + seed * 1.9) * 0.3) / 1.9;
