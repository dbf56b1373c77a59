import { during } from '../script/time.mjs';
import { look, onFoot, speech, walk } from '../script/acting.mjs';

const herWords = [[32.4, 34.8], [37.6, 39.2]];
const answer = [[35.2, 37.2]];
const visitor = {
  skin: '#e9bd9c', flush: '#d77762', lips: '#b4535a', eyes: '#52708c', hair: 'bun', hairColour: '#3a2a26', lashes: true, build: { tall: 0.98, wide: 0.92 },
  top: 'cardigan', cloth: '#c9853f', trim: '#f4ecdd', trousers: '#4b5d75', shoes: '#efe9df',
};

// Ground b with a report: a flatmate comes in and the student says so in the chat at once.
export default {
  folder: '03-flatmate-reported', number: 3, seed: 4703, exam: 'SOWSTAT2-2026-T1', start: '13:30:07.450', seconds: 72, done: 69.5,
  candidate: { pseudonym: 'C-4703', studentNumber: '0412703' },
  externalIds: { edx: '7F2A6C10-5B44-4E0B-9C1D-03A8E1D64703' },
  answers: [1, 'De mediaan is niet gevoelig voor uitschieters.', 2],
  student: {
    skin: '#8d5a3c', flush: '#7c3a2e', lips: '#6f3430', eyes: '#33231c', hair: 'buzz', hairColour: '#211a1a', brows: '#1c1515', glasses: '#3b3436', fullLips: true, build: { tall: 1.03, wide: 1.06 },
    top: 'shirt', cloth: '#8fb0b5', trim: '#f6f1e6', trousers: '#3f3a3a',
  },
  room: {
    wall: '#f0d9d0', floor: '#b98c68', rug: [0.2, 0.95, 1.9, 1.3, '#5f8580'],
    door: { x: -1.06, colour: '#6f9188', hall: '#c7b496', trim: '#faf4ea' },
    window: { wall: 'left', from: 0.0, width: 1.2, curtain: '#e4b25e' },
    desk: { colour: '#e2c49a', legs: '#d9d2c6', drawers: '#f2ebdf' }, chair: { colour: '#c96f52' },
    items: [
      { kind: 'garland', from: -0.45, to: 1.6, v: 2.1 },
      { kind: 'wardrobe', x: 1.25, w: 0.9, colour: '#ead9c0' },
      { kind: 'clock', u: 0.5, v: 1.72 },
      { kind: 'plant', x: 0.52, z: 2.05, h: 1.05, leaf: 'fern', pot: '#c96f52', colour: '#5f8a5b' },
    ],
    deskSide: [
      { kind: 'shelf', wall: 'front', u: 0.35, v: 1.38, w: 0.9, seed: 6 },
      { kind: 'poster', wall: 'front', u: -0.6, v: 1.2, w: 0.5, h: 0.66, motif: 'hills' },
      { kind: 'radiator', wall: 'left', u: 0.6 },
    ],
  },
  phone: { sound: true, at: [-0.26, 0.98, 0.5], focal: 500 },
  things: [{ kind: 'calculator', at: [0.36, 0.745, -0.12] }, { kind: 'paper', at: [0.4, 0.746, 0.1], options: { tilt: 0.15, ink: '#6b7280', title: false } }],
  sounds: [
    { kind: 'open', at: 29.6 }, { kind: 'steps', from: 30.9, to: 32.2 }, { kind: 'chair', at: 31.5 },
    ...herWords.map(([from, to], i) => ({ kind: 'voice', from, to, pitch: 215, seed: 31 + i, level: 0.5 })),
    ...answer.map(([from, to]) => ({ kind: 'voice', from, to, pitch: 118, seed: 39, level: 0.42 })),
    { kind: 'steps', from: 39.8, to: 41.4 }, { kind: 'close', at: 42.3 }, { kind: 'typing', from: 43.3, to: 46.9 },
  ],
  perform(t, now) {
    now.door = during(t, 29.6, 42.3, 0.8);
    if (t > 30.2 && t < 42) {
      const step = walk(t, [[30.3, -1.06, 2.7], [32.4, -0.76, 1.22], [39.5, -0.76, 1.22], [41.8, -1.06, 2.75]], 0.5);
      now.others.push({ look: visitor, pose: onFoot(t, 77, step, { yaw: step.stride ? 0 : 0.2, pitch: 0.16, mouth: speech(t, herWords), smile: 0.6 }) });
    }
    const w = during(t, 30.6, 41.2, 0.7);
    look(now.student, w, { yaw: -0.95, pitch: -0.05, gaze: [-0.8, 0.3] });
    now.student.twist -= 0.42 * w;
    now.student.mood.mouth = Math.max(now.student.mood.mouth, speech(t, answer));
    now.student.mood.brow += w * 0.8;
    // Typing in the chat, which is not in the recorded window.
    const chat = during(t, 43, 47.2, 0.5);
    now.student.hands.left.typing = Math.max(now.student.hands.left.typing, chat * t);
    now.student.hands.right.typing = Math.max(now.student.hands.right.typing, chat * t);
    look(now.student, chat, { yaw: 0.08, pitch: 0.24, gaze: [0.6, -0.8] });
  },
  busy: [[29.8, 48.5]],
  chat: [
    { at: 47.2, from: 'candidate', text: 'Mijn huisgenoot kwam net de kamer binnen, ze is nu weer weg.' },
    { at: 56.9, from: 'support', text: 'Dank voor je melding, die is genoteerd. Je kunt verdergaan met de toets.' },
  ],
  signals: [
    { at: 8.4, kind: 'gaze-away', text: 'Kandidaat kijkt mogelijk weg van het scherm', weight: 0.1, data: { durationSeconds: 0.8 } },
    { at: 30.9, kind: 'second-person', text: 'Tweede persoon in beeld', weight: 0.85, data: { persons: 2, durationSeconds: 10.9 } },
    { at: 32.6, kind: 'second-voice', text: 'Tweede stem gehoord', weight: 0.7, data: { durationSeconds: 6.6 } },
    { at: 35.3, kind: 'speaking', text: 'Kandidaat spreekt', weight: 0.5, data: { durationSeconds: 1.9 } },
  ],
};
