// Stretches of time that do not overlap, in order: arrays of [from, to] in seconds of the sitting.

export function joined(stretches) {
  const rest = stretches.filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0]);
  const result = [];
  for (const [from, to] of rest) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

export function without(stretches, others) {
  let rest = stretches;
  for (const [from, to] of others) {
    rest = rest.flatMap(([a, b]) => (b <= from || a >= to ? [[a, b]] : [[a, from], [to, b]].filter(([x, y]) => y > x)));
  }
  return rest;
}

export const holds = (stretches, time) => stretches.some(([from, to]) => time >= from && time < to);
