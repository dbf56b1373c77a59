// Small helpers for "what is how far at this moment". All times are seconds of the session.

export const clamp = (v, a = 0, b = 1) => Math.max(a, Math.min(b, v));
export const smooth = k => k * k * (3 - 2 * k);
export const lerp = (a, b, k) => a + (b - a) * k;

/** 0 outside [from, to], 1 inside, with soft edges of `soft` seconds that lie within the interval. */
export function during(t, from, to, soft = 0.5) {
  if (t <= from || t >= to) return 0;
  return smooth(clamp(Math.min((t - from) / soft, (to - t) / soft)));
}

/** Key frames [[t, value or list of values], ...], eased from one to the next. */
export function keyed(t, keys) {
  if (t <= keys[0][0]) return keys[0][1];
  for (let i = 1; i < keys.length; i++) {
    const [t0, a] = keys[i - 1], [t1, b] = keys[i];
    if (t < t1) {
      const k = smooth((t - t0) / (t1 - t0));
      return Array.isArray(a) ? a.map((v, n) => lerp(v, b[n], k)) : lerp(a, b, k);
    }
  }
  return keys[keys.length - 1][1];
}

/** The wall clock hh:mm:ss for a moment of the session, from the local time "hh:mm:ss.mmm" at which the sitting starts. */
export function wallClock(start, t) {
  const [h, m, s] = start.split(':').map(Number);
  const all = Math.floor(h * 3600 + m * 60 + s + t + 1e-6);
  return [all / 3600 % 24, all / 60 % 60, all % 60].map(v => String(Math.floor(v)).padStart(2, '0')).join(':');
}

export const secondsOfDay = clock => clock.split(':').reduce((a, v) => a * 60 + Number(v), 0);
