import { before } from "../../Ui/Playback/moments.js";

// Many moments of one lane, counted beforehand in stretches of a quarter of a second and of twice, four times, eight times that: what a
// change of view costs depends on its pixels and not on how many moments there are.
const finest = 0.25, few = 4096;

export class Pyramid {
  #levels;

  // moments: in order, in seconds. length: of the sitting.
  constructor(moments, length) {
    this.moments = moments;
    this.#levels = moments.length > few ? levelsOf(moments, length) : null;
  }

  // Adds to every pixel how many moments fall on it; gives the most that one has.
  paint(pixels, from, to) {
    const { moments } = this, grain = (to - from) / pixels.length;
    const first = before(moments, from), last = before(moments, to), many = last - first;
    if (many === 0) return 0;
    if (!this.#levels || many <= pixels.length) return exact(pixels, moments, first, last, from, grain);
    const level = Math.min(this.#levels.length - 1, Math.max(0, Math.ceil(Math.log2(grain / finest))));
    return counted(pixels, this.#levels[level], finest * 2 ** level, from, grain);
  }
}

// Two pixels wide: one alone is hard to see.
function exact(pixels, moments, first, last, from, grain) {
  let most = 0;
  for (let at = first; at < last; at++) {
    const pixel = Math.min(pixels.length - 1, Math.floor((moments[at] - from) / grain));
    most = Math.max(most, ++pixels[pixel]);
    if (pixel + 1 < pixels.length) pixels[pixel + 1] ||= 1;
  }
  return most;
}

// Stretches lie fast in time and not on the pixels: what is panned does not shimmer.
function counted(pixels, counts, seconds, from, grain) {
  let most = 0;
  const first = Math.max(0, Math.floor(from / seconds)), last = Math.min(counts.length, Math.ceil((from + grain * pixels.length) / seconds));
  for (let at = first; at < last; at++) {
    const count = counts[at];
    if (count === 0) continue;
    const start = Math.max(0, Math.floor((at * seconds - from) / grain)), end = Math.min(pixels.length, Math.max(start + 1, Math.floor(((at + 1) * seconds - from) / grain)));
    for (let pixel = start; pixel < end; pixel++) pixels[pixel] = Math.max(pixels[pixel], count);
    most = Math.max(most, count);
  }
  return most;
}

function levelsOf(moments, length) {
  const counts = new Uint32Array(Math.max(1, Math.ceil(Math.max(length, moments.at(-1)) / finest) + 1));
  for (const moment of moments) counts[Math.max(0, Math.floor(moment / finest))]++;
  const levels = [counts];
  while (levels.at(-1).length > 64) levels.push(halved(levels.at(-1)));
  return levels;
}

function halved(counts) {
  const half = new Uint32Array(Math.ceil(counts.length / 2));
  for (let at = 0; at < counts.length; at++) half[at >> 1] += counts[at];
  return half;
}
