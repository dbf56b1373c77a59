import { random } from '../../script/random.mjs';
import { chain, envelope, filter, noise, play } from './noise.mjs';

// Babble that sounds like somebody speaking in the room and says nothing: a buzzing source through the resonances of a mouth.
const vowels = [[730, 1090, 2440], [530, 1840, 2480], [390, 1990, 2550], [570, 840, 2410], [440, 1020, 2240], [640, 1190, 2390]];

export function speak(context, out, { from, to, pitch = 200, seed = 1, level = 0.2 }) {
  const dice = random(seed), source = new OscillatorNode(context, { type: 'sawtooth', frequency: pitch });
  const mouth = [0, 1, 2].map(i => filter(context, 'bandpass', vowels[0][i], [7, 9, 10][i]));
  const loud = new GainNode(context, { gain: 0 }), sum = new GainNode(context, { gain: 1 });
  mouth.forEach((m, i) => chain(source, m, new GainNode(context, { gain: [1, 0.55, 0.25][i] }), sum));
  chain(sum, loud, filter(context, 'lowpass', 5200), out);
  loud.gain.setValueAtTime(0, 0);
  const hiss = noise(context, 0.3, seed + 5);
  let t = from;
  while (t < to - 0.1) {
    // A phrase of some syllables, falling in pitch, then a breath.
    const syllables = 3 + Math.floor(dice.next() * 6);
    for (let i = 0; i < syllables && t < to - 0.1; i++) {
      const length = dice.between(0.13, 0.26), vowel = dice.pick(vowels), tune = pitch * (1.12 - 0.22 * i / syllables + dice.between(-0.06, 0.08));
      source.frequency.setTargetAtTime(tune, t, 0.04);
      mouth.forEach((m, k) => m.frequency.setTargetAtTime(vowel[k] * (pitch > 160 ? 1.12 : 1), t, 0.03));
      const force = level * dice.between(0.6, 1) * (i === syllables - 1 ? 0.75 : 1);
      loud.gain.setTargetAtTime(force, t + 0.02, 0.022);
      loud.gain.setTargetAtTime(force * 0.12, t + length * 0.72, 0.03);
      if (dice.next() > 0.45) chain(play(context, hiss, t - 0.05, { length: 0.08 }), filter(context, 'bandpass', dice.between(2600, 5200), 1.2), envelope(context, [[t - 0.05, 0], [t - 0.02, level * 0.14], [t + 0.03, 0]]), out);
      t += length;
    }
    loud.gain.setTargetAtTime(0, t, 0.03);
    t += dice.between(0.18, 0.45);
  }
  loud.gain.setTargetAtTime(0, to, 0.03);
  source.start(Math.max(0, from - 0.1));
  source.stop(to + 0.4);
}
