import { chain, envelope, filter, noise, play } from './noise.mjs';
import { random } from '../../script/random.mjs';

// A tune made up for this sitting: four chords, a bass, and a melody that the student hums along with.
const beat = 60 / 104;
const chords = [[57, 60, 64], [53, 57, 60], [48, 55, 64], [55, 59, 62]];
const melody = [[0, 69], [1, 72], [1.5, 71], [2, 69], [3, 64], [4, 65], [5, 69], [5.5, 67], [6, 65], [8, 67], [9, 72], [9.5, 74], [10, 72], [11, 67], [12, 71], [13, 74], [14, 71], [15, 67]];
const hertz = note => 440 * 2 ** ((note - 69) / 12);

export function music(context, out, { from, to, level = 0.5 }) {
  // A small kitchen radio: no bass to speak of, no treble, switched on and off with a short ramp.
  const master = envelope(context, [[from, 0], [from + 0.25, level], [to - 0.2, level], [to, 0]]);
  chain(master, filter(context, 'highpass', 240), filter(context, 'lowpass', 4300), filter(context, 'peaking', 1200, 0.8), out);
  const tick = noise(context, 0.1, 77);
  for (let bar = 0; from + bar * 4 * beat < to; bar++) {
    const start = from + bar * 4 * beat, chord = chords[bar % 4];
    for (let k = 0; k < 4; k++) {
      const at = start + k * beat;
      if (at > to) break;
      tone(context, master, 'triangle', hertz(chord[0] - 12), at, beat * 0.9, k % 2 ? 0.1 : 0.2);
      for (const note of chord) tone(context, master, 'square', hertz(note), at + (k % 2 ? 0 : beat / 2), 0.2, 0.025);
      for (const h of [0, 0.5]) chain(play(context, tick, at + h * beat, { length: 0.05 }), filter(context, 'highpass', 3000), envelope(context, [[at + h * beat, 0], [at + h * beat + 0.004, h ? 0.05 : 0.09], [at + h * beat + 0.05, 0]]), master);
    }
  }
  notes(from, to, (note, at, length) => tone(context, master, 'sawtooth', hertz(note), at, length, 0.07));
}

function notes(from, to, each) {
  for (let round = 0; from + round * 16 * beat < to; round++) melody.forEach(([b, note], i) => {
    const at = from + (round * 16 + b) * beat, length = ((melody[i + 1]?.[0] ?? 16) - b) * beat * 0.92;
    if (at + length < to) each(note, at, length);
  });
}

function tone(context, out, type, frequency, at, length, level) {
  const source = new OscillatorNode(context, { type, frequency });
  chain(source, envelope(context, [[at, 0], [at + 0.015, level], [at + length * 0.5, level * 0.55], [at + length, 0]]), out);
  source.start(at);
  source.stop(at + length + 0.02);
}

/** The same melody an octave or two lower, through closed lips. `base` is when the music began, `from` and `to` when the student hums. */
export function hum(context, out, { base, from, to, level = 0.1, octave = -12, seed = 5 }) {
  const dice = random(seed);
  notes(base, to, (note, at, length) => {
    if (at < from) return;
    const pitch = hertz(note + octave) * (1 + dice.between(-0.008, 0.008));
    const source = new OscillatorNode(context, { type: 'triangle', frequency: pitch });
    const waver = new OscillatorNode(context, { type: 'sine', frequency: 5.2 });
    chain(waver, new GainNode(context, { gain: pitch * 0.011 })).connect(source.frequency);
    chain(source, filter(context, 'lowpass', 650), envelope(context, [[at + 0.03, 0], [at + 0.12, level], [at + length * 0.8, level * 0.8], [at + length + 0.06, 0]]), out);
    for (const o of [source, waver]) { o.start(at); o.stop(at + length + 0.1); }
  });
}
