import { random } from '../../script/random.mjs';
import { chain, envelope, filter, noise, play } from './noise.mjs';

// Short sounds of things: keys, mouse, chair, door, steps, a glass, cloth, a switch.
export function makeThings(context, out, seed) {
  const hiss = noise(context, 1.2, seed + 31), dice = random(seed + 32);
  const burst = (at, length, type, frequency, q, level, attack = 0.003) =>
    chain(play(context, hiss, at, { offset: dice.between(0, 0.6), length: length + 0.05 }), filter(context, type, frequency, q), envelope(context, [[at, 0], [at + attack, level], [at + length * 0.35, level * 0.3], [at + length, 0]]), out);
  const thump = (at, frequency, length, level) => {
    const source = new OscillatorNode(context, { type: 'sine', frequency });
    source.frequency.setValueAtTime(frequency, at);
    source.frequency.exponentialRampToValueAtTime(frequency * 0.55, at + length);
    chain(source, envelope(context, [[at, 0], [at + 0.006, level], [at + length, 0]]), out);
    source.start(at);
    source.stop(at + length + 0.02);
  };
  const creak = (at, length, from, to, level) => {
    const source = new OscillatorNode(context, { type: 'sawtooth', frequency: from });
    for (let k = 0; k <= 8; k++) source.frequency.linearRampToValueAtTime(from + (to - from) * k / 8 + dice.between(-14, 14), at + length * k / 8);
    chain(source, filter(context, 'bandpass', 900, 2.5), envelope(context, [[at, 0], [at + length * 0.2, level], [at + length * 0.45, level * 0.35], [at + length * 0.7, level * 0.8], [at + length, 0]]), out);
    source.start(at);
    source.stop(at + length + 0.02);
  };
  const key = (at, wide) => {
    const force = dice.between(0.55, 1) * (wide ? 1.3 : 1);
    burst(at, 0.03, 'bandpass', dice.between(2100, 3300) * (wide ? 0.6 : 1), 1.1, 0.13 * force);
    thump(at, dice.between(150, 190), 0.03, 0.05 * force);
    burst(at + dice.between(0.06, 0.09), 0.02, 'bandpass', 3800, 1.4, 0.045 * force);
  };
  return {
    key,
    // Typing elsewhere than in the test, for example in the chat.
    typing: ({ from, to }) => { for (let t = from; t < to; t += dice.between(0.07, 0.17)) key(t, dice.next() > 0.84); },
    click(at) { burst(at, 0.014, 'highpass', 2600, 0.8, 0.12); burst(at + 0.09, 0.012, 'highpass', 3200, 0.8, 0.07); },
    chair: ({ at }) => { creak(at, 0.45, 210, 150, 0.06); burst(at + 0.1, 0.5, 'lowpass', 500, 0.7, 0.05, 0.12); },
    roll: ({ at }) => { burst(at, 0.8, 'lowpass', 320, 0.7, 0.22, 0.2); creak(at + 0.2, 0.35, 190, 240, 0.05); },
    open: ({ at }) => { burst(at, 0.03, 'bandpass', 1700, 2, 0.5); thump(at, 240, 0.06, 0.25); creak(at + 0.15, 0.7, 320, 420, 0.1); },
    close: ({ at }) => { creak(at - 0.6, 0.5, 400, 310, 0.07); thump(at, 95, 0.16, 0.55); burst(at, 0.07, 'lowpass', 1400, 0.7, 0.5); burst(at + 0.05, 0.02, 'bandpass', 2100, 2, 0.25); },
    steps: ({ from, to, every = 0.52, level = 1 }) => { for (let t = from; t < to; t += every) { const f = level * dice.between(0.7, 1); thump(t, 88, 0.09, 0.22 * f); burst(t, 0.05, 'lowpass', 700, 0.7, 0.12 * f); } },
    glass: ({ at }) => { for (const [f, l] of [[2450, 0.05], [4120, 0.03], [6150, 0.015]]) thump(at, f, 0.12, l); thump(at, 190, 0.05, 0.16); },
    sip: ({ at }) => { burst(at, 0.3, 'bandpass', 1500, 3, 0.05, 0.1); thump(at + 0.5, 240, 0.09, 0.06); thump(at + 1.15, 220, 0.09, 0.05); },
    cloth: ({ at }) => { burst(at, 0.35, 'bandpass', 2200, 0.8, 0.05, 0.12); },
    knock: ({ at }) => { thump(at, 260, 0.05, 0.2); burst(at, 0.02, 'bandpass', 1800, 1.2, 0.15); },
    // A camera that is none: the soft double click from the laptop's own speakers.
    shutter: ({ at }) => { burst(at, 0.035, 'bandpass', 3400, 1.2, 0.2); thump(at, 620, 0.03, 0.05); burst(at + 0.085, 0.05, 'bandpass', 2500, 1.2, 0.16); thump(at + 0.085, 480, 0.035, 0.045); },
    switch: ({ at }) => { burst(at, 0.02, 'bandpass', 2300, 1.5, 0.6); thump(at, 320, 0.03, 0.3); },
  };
}
