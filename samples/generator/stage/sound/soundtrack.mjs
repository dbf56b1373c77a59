import { chain, filter, noise, play, room } from './noise.mjs';
import { speak } from './voice.mjs';
import { music, hum } from './music.mjs';
import { makeThings } from './things.mjs';

const rate = 48000;

/** The whole sound of a sitting, made before recording starts, so that it begins exactly with the session. */
export async function soundtrack(scene) {
  const { sitting, work } = scene, seconds = sitting.seconds + 3;
  const context = new OfflineAudioContext(1, Math.ceil(seconds * rate), rate), out = context.destination;

  // A room is never silent: air, a fan far away, the street.
  const air = noise(context, 7.3, sitting.seed);
  chain(play(context, air, 0, { loop: true }), filter(context, 'lowpass', 380), new GainNode(context, { gain: 0.016 }), out);
  chain(play(context, air, 0, { loop: true, offset: 3 }), filter(context, 'bandpass', 1900, 0.5), new GainNode(context, { gain: 0.0022 }), out);
  const hall = new GainNode(context, { gain: 1 }), wet = new GainNode(context, { gain: 0.16 });
  hall.connect(out);
  chain(hall, room(context, sitting.seed + 1), wet, out);

  const things = makeThings(context, hall, sitting.seed);
  for (const s of work.strokes) things.key(s.at, s.key === ' ');
  for (const m of work.moments) {
    if (m.kind === 'click') things.click(m.at);
    else if (m.kind === 'press') things.key(m.at, true);
  }
  for (const sound of sitting.sounds || []) {
    if (sound.kind === 'voice') speak(context, hall, sound);
    else if (sound.kind === 'music') music(context, hall, sound);
    else if (sound.kind === 'hum') hum(context, hall, sound);
    else things[sound.kind](sound);
  }
  return context.startRendering();
}
