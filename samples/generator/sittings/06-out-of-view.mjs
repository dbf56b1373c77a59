import { during, keyed, lerp } from '../script/time.mjs';
import { onFoot, walk } from '../script/acting.mjs';

const rise = 25.6, gone = 29.4, back = 51.4, seated = 55.6;
const door = [-1.04, 2.25];

// Ground c: the student leaves the room for more than twenty seconds, not in the break and without a word.
export default {
  folder: '06-out-of-view', number: 6, seed: 4706, exam: 'EPIDM101-2026-T1', start: '10:00:05.900', seconds: 76, done: 73.5,
  candidate: { pseudonym: 'C-4706', studentNumber: '0412706' },
  externalIds: { proctorexam: '884706' },
  answers: [1, 'Een derde variabele verklaart het verband.'],
  student: {
    skin: '#e3ac86', flush: '#cc6a55', lips: '#a95750', eyes: '#5f4a35', hair: 'quiff', hairColour: '#4a3020', build: { tall: 1.04, wide: 1.06 },
    top: 'tshirt', cloth: '#e0b04f', trim: '#c4923a', trousers: '#40536e', shoes: '#e9e4da',
  },
  room: {
    wall: '#d3dccb', floor: '#bf9468', rug: [0.2, 0.95, 1.9, 1.4, '#4f6f73'],
    door: { x: door[0], colour: '#f4efe3', hall: '#b8a68b' },
    window: { wall: 'left', from: 0.05, width: 1.15, curtain: '#c2714e' },
    desk: { colour: '#c99a68', legs: '#39393c' }, chair: { colour: '#41708a' },
    items: [
      { kind: 'guitar', u: 0.46, v: 1.15 },
      { kind: 'dresser', x: 1.15, w: 1.0, h: 0.95, colour: '#e8dcc6', seed: 6 },
      { kind: 'poster', u: 1.1, v: 1.3, w: 0.62, h: 0.62, motif: 'discs', colours: ['#f0e6d2', '#c2714e', '#41708a', '#e0b04f'] },
      { kind: 'plant', x: -0.42, z: 2.08, h: 0.75, leaf: 'fern', pot: '#41708a', colour: '#628f5c' },
    ],
    deskSide: [
      { kind: 'poster', wall: 'front', u: 0.2, v: 1.2, w: 0.46, h: 0.62, motif: 'hills', colours: ['#efe5cf', '#c2714e', '#41708a', '#e0b04f'] },
      { kind: 'radiator', wall: 'left', u: 0.6 },
      { kind: 'shelf', wall: 'front', u: -0.6, v: 1.5, w: 0.6, seed: 2 },
    ],
  },
  phone: { at: [-0.14, 0.86, 0.5], focal: 540 },
  things: [{ kind: 'glass', at: [0.44, 0.745, 0.02] }, { kind: 'calculator', at: [0.33, 0.745, 0.17] }],
  sounds: [
    { kind: 'roll', at: rise + 0.2 }, { kind: 'steps', from: rise + 1.7, to: gone - 0.2 }, { kind: 'open', at: gone - 1.3 }, { kind: 'close', at: gone + 1 }, { kind: 'steps', from: gone + 1.6, to: gone + 3.6, level: 0.35 },
    { kind: 'open', at: back - 0.5 }, { kind: 'close', at: back + 1.7 }, { kind: 'steps', from: back + 0.4, to: seated - 2.2 }, { kind: 'roll', at: seated - 1.1 },
  ],
  perform(t, now) {
    now.door = Math.max(during(t, gone - 1.4, gone + 1, 0.8), during(t, back - 0.6, back + 1.6, 0.8));
    now.chair = { place: [keyed(t, [[rise, 0], [rise + 1.2, 0.1], [seated - 1.2, 0.1], [seated, 0]]), keyed(t, [[rise, 0.72], [rise + 1.2, 0.98], [seated - 1.2, 0.98], [seated, 0.72]])], turn: keyed(t, [[rise + 0.6, 0], [rise + 1.8, -0.5], [seated - 1.4, -0.5], [seated, 0]]) };
    if (t <= rise || t >= seated) return;
    if (t > gone + 0.6 && t < back - 0.1) { now.student = null; return; }
    const leaving = t < gone + 1;
    const stand = keyed(t, [[rise, 0], [rise + 1.3, 1], [seated - 1.4, 1], [seated, 0]]);
    const path = leaving
      ? [[rise + 0.6, 0, 0.66], [rise + 1.5, -0.35, 0.74], [gone - 1.1, -0.85, 1.7], [gone - 0.5, door[0], 2.1], [gone + 0.5, door[0], 2.9]]
      : [[back, door[0], 2.9], [back + 0.9, door[0], 2.05], [seated - 1.7, -0.35, 0.78], [seated - 1, 0, 0.66]];
    const step = walk(t, path, 0);
    // Getting up and sitting down facing the laptop, walking in the way of the walk.
    const turn = leaving ? keyed(t, [[rise + 0.8, 0], [rise + 1.5, 1]]) : keyed(t, [[seated - 2, 1], [seated - 1.2, 0]]);
    const walking = onFoot(t, 66, step, { pitch: 0.1 });
    const sitting = now.student;
    now.student = {
      ...walking, stand, yaw: lerp(0, step.yaw, turn), stride: stand > 0.97 ? step.stride : null,
      lean: lerp(sitting.lean, 0.01, stand) + 0.16 * Math.sin(stand * Math.PI), mood: { ...walking.mood, gaze: [0, -0.2] },
      hands: stand < 0.35 ? sitting.hands : walking.hands,
    };
  },
  busy: [[24.8, 56.8]],
  chat: [],
  signals: [
    { at: 11.3, kind: 'gaze-away', text: 'Kandidaat kijkt mogelijk weg van het scherm', weight: 0.15, data: { durationSeconds: 1.4 } },
    { at: 26.9, kind: 'face-not-visible', text: 'Gezicht niet gevonden', weight: 0.8, data: { durationSeconds: 27.3 } },
    { at: 29.8, kind: 'left-view', text: 'Kandidaat niet in beeld', weight: 0.9, data: { durationSeconds: 21.9 } },
    { at: 52.6, kind: 'identity', text: 'Mogelijk een andere persoon achter de laptop', weight: 0.25, data: { similarity: 0.81 } },
  ],
};
