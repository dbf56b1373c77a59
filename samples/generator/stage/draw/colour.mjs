const parse = hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16));
const clamp = v => Math.max(0, Math.min(255, Math.round(v)));

export const blend = (a, b, k) => {
  const p = parse(a), q = parse(b);
  return '#' + p.map((v, i) => clamp(v + (q[i] - v) * k).toString(16).padStart(2, '0')).join('');
};
// Shadows lean to a cool violet and lights to warm cream: plain black and white would look dead in a flat drawing.
export const dark = (hex, k = 0.2) => blend(hex, '#231b3a', k);
export const light = (hex, k = 0.2) => blend(hex, '#fff6e6', k);
export const alpha = (hex, a) => { const [r, g, b] = parse(hex); return `rgba(${r},${g},${b},${a})`; };
