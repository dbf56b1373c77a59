// Moments in order: nothing here walks through all of them.

// The number of moments before this one.
export function before(moments, time) {
  let low = 0, high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle] < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const after = (moments, time) => {
  const at = before(moments, time);
  return moments[at] > time ? moments[at] : moments[at + countOf(moments, at, time)];
};

export const lastBefore = (moments, time) => moments[before(moments, time) - 1];

// Of the moments around this one, the one that lies nearest.
export function nearest(moments, time) {
  const at = before(moments, time), one = moments[at - 1], other = moments[at];
  return other === undefined || time - one <= other - time ? one ?? other : other;
}

// How many are the same as this time, from this place on.
function countOf(moments, at, time) {
  let many = 0;
  while (moments[at + many] === time) many++;
  return many;
}
