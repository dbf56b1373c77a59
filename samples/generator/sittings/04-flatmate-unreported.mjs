import { during } from '../script/time.mjs';
import { look, onFoot, speech, walk } from '../script/acting.mjs';

const hisWords = [[31.5, 34.2], [38.6, 40.4], [44.2, 45.6]];
const hers = [[35, 36.4], [41, 42.6]];
const visitor = {
  skin: '#d9a27b', flush: '#c0604a', lips: '#a2544a', eyes: '#5a4433', hair: 'short', hairColour: '#2a2020', beard: 'full', build: { tall: 1.04, wide: 1.1 },
  top: 'tshirt', cloth: '#4b7a5c', trim: '#3b6249', trousers: '#2f3a4a', shoes: '#c9c2b6',
};

// Ground b without a report: a flatmate stands beside the desk, looks at the screen and talks; nothing is said in the chat.
export default {
  folder: '04-flatmate-unreported', number: 4, seed: 4704, exam: 'INFOB1PICA-2026-T1', start: '09:00:06.880', seconds: 72, done: 69,
  candidate: { pseudonym: 'C-4704', studentNumber: '0412704' },
  externalIds: { seb: 'SEB-4704-1c9e' },
  answers: [1, 'Een lijst is te wijzigen en een tuple staat vast.', 1],
  student: {
    skin: '#f0c8ab', flush: '#e07d6d', lips: '#c05c62', eyes: '#6a8fae', hair: 'bob', hairColour: '#d7b063', lashes: true, browWidth: 0.45, brows: '#a98342', build: { tall: 0.95, wide: 0.92 },
    top: 'sweater', cloth: '#b8505a', trim: '#9b3f49', trousers: '#4a4f63',
  },
  room: {
    wall: '#cfdde0', floor: '#c7a884', rug: [0.1, 0.95, 1.9, 1.4, '#d2a15c'],
    door: { x: -1.04, colour: '#f3efe6', hall: '#a8937c', trim: '#fbf8f1' },
    window: { wall: 'left', from: -0.05, width: 1.15, curtain: '#7f9fb0' },
    desk: { colour: '#f0ebe1', legs: '#c9c2b5' }, chair: { colour: '#d8a24a', metal: '#8a8a8e' },
    items: [
      { kind: 'mirror', u: -0.36, v: 0.8, w: 0.36, h: 1.15 },
      { kind: 'bookcase', x: 1.2, w: 0.9, h: 1.6, colour: '#f2eee6', seed: 8, shelves: 4 },
      { kind: 'poster', u: 1.2, v: 1.72, w: 0.6, h: 0.4, motif: 'bars', colours: ['#f1e9d8', '#d8a24a', '#4d7386', '#b8505a'] },
      { kind: 'plant', x: 0.56, z: 2.03, h: 1.4, leaf: 'broad', pot: '#e0d6c4', colour: '#4d7d6a' },
    ],
    deskSide: [
      { kind: 'poster', wall: 'front', u: -0.05, v: 1.2, w: 0.5, h: 0.66, motif: 'bars', colours: ['#f1e9d8', '#d8a24a', '#4d7386', '#b8505a'] },
      { kind: 'plant', x: -1.5, z: -0.25, h: 1.1, leaf: 'sword', pot: '#b8505a' },
    ],
  },
  phone: { size: [640, 480], eye: [1.5, 1.46, 1.5], at: [-0.28, 0.98, 0.5], focal: 450 },
  things: [{ kind: 'glass', at: [0.45, 0.745, 0.0] }],
  sounds: [
    { kind: 'open', at: 24.6 }, { kind: 'steps', from: 25.8, to: 29 },
    ...hisWords.map(([from, to], i) => ({ kind: 'voice', from, to, pitch: 108, seed: 51 + i, level: 0.55 })),
    ...hers.map(([from, to], i) => ({ kind: 'voice', from, to, pitch: 228, seed: 61 + i, level: 0.3 })),
    { kind: 'steps', from: 46.4, to: 49.6 }, { kind: 'close', at: 50.6 },
  ],
  perform(t, now) {
    now.door = Math.max(during(t, 24.6, 28.6, 0.8) * 0.999, during(t, 48, 50.6, 0.8));
    if (t > 25.2 && t < 50.2) {
      const step = walk(t, [[25.3, -1.04, 2.75], [27, -0.9, 1.9], [28.9, -0.72, 1.34], [46.2, -0.72, 1.34], [48, -0.9, 1.9], [49.8, -1.04, 2.8]], 0.62);
      const pose = onFoot(t, 91, step, { yaw: 0, pitch: step.stride ? 0.08 : 0.3, mouth: speech(t, hisWords), smile: 0.3 });
      if (!step.stride) {
        // Bends over the student's shoulder and points at the screen.
        pose.lean = 0.12 * during(t, 29.4, 45.8, 1);
        const point = during(t, 38.2, 42.2, 0.6);
        if (point) pose.hands.left = { at: [-0.42 - 0.2 * (1 - point), 0.8 + 0.3 * point, 1.0], palm: [-0.3, -1, 0], point: [0.5, -0.1, -0.8], curl: 0.75, index: 0.05 };
      }
      now.others.push({ look: visitor, pose });
    }
    const up = Math.max(during(t, 26.8, 31, 0.7), during(t, 34.6, 36.8, 0.5), during(t, 40.8, 43, 0.5), during(t, 45.2, 48.4, 0.6));
    look(now.student, up, { yaw: -0.85, pitch: -0.14, gaze: [-0.8, 0.5] });
    now.student.twist -= 0.3 * up;
    now.student.mood.mouth = Math.max(now.student.mood.mouth, speech(t, hers));
    now.student.mood.smile += 0.4 * up;
  },
  busy: [[26.5, 43], [44.8, 48.6]],
  signals: [
    { at: 12.7, kind: 'keyboard-pattern', text: 'Ongewoon typpatroon', weight: 0.1, data: { durationSeconds: 3.2 } },
    { at: 25.9, kind: 'second-person', text: 'Tweede persoon in beeld', weight: 0.9, data: { persons: 2, durationSeconds: 24 } },
    { at: 31.7, kind: 'second-voice', text: 'Tweede stem gehoord', weight: 0.75, data: { durationSeconds: 14 } },
    { at: 35.1, kind: 'speaking', text: 'Kandidaat spreekt', weight: 0.6, data: { durationSeconds: 1.4 } },
    { at: 41.1, kind: 'speaking', text: 'Kandidaat spreekt', weight: 0.6, data: { durationSeconds: 1.6 } },
  ],
};
