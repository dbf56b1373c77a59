import { random } from '../../script/random.mjs';

/** A buffer of white noise from a seed: the sound, too, is the same at every making. */
export function noise(context, seconds, seed) {
  const dice = random(seed), buffer = context.createBuffer(1, Math.ceil(seconds * context.sampleRate), context.sampleRate), data = buffer.getChannelData(0);
  for (let i = 0; i < data.length; i++) data[i] = dice.next() * 2 - 1;
  return buffer;
}

export function play(context, buffer, at, { loop = false, offset = 0, length, rate = 1 } = {}) {
  const source = new AudioBufferSourceNode(context, { buffer, loop, playbackRate: rate });
  source.start(Math.max(0, at), offset);
  if (length) source.stop(at + length);
  return source;
}

export const chain = (...nodes) => nodes.reduce((a, b) => (a.connect(b), b));

export const filter = (context, type, frequency, Q = 0.7) => new BiquadFilterNode(context, { type, frequency, Q });

/** A gain that is shut except for envelope points [[time, value], ...]. */
export function envelope(context, points) {
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, 0);
  for (const [at, value] of points) gain.gain.linearRampToValueAtTime(value, Math.max(0, at));
  return gain;
}

/** A small furnished room: a short tail of falling noise. */
export function room(context, seed, length = 0.28) {
  const buffer = noise(context, length, seed), data = buffer.getChannelData(0);
  for (let i = 0; i < data.length; i++) data[i] *= Math.exp(-i / data.length * 7);
  return new ConvolverNode(context, { buffer });
}
