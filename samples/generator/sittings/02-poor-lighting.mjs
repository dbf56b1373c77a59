import { keyed, during } from '../script/time.mjs';
import { look } from '../script/acting.mjs';

const dark = 12;

// Ground a: the only lamp goes out. Curtains closed, no report; the student works on in the glow of the laptop.
export default {
  folder: '02-poor-lighting', number: 2, seed: 4702, exam: 'SOWSTAT2-2026-T1', start: '13:30:05.120', seconds: 70, done: 67,
  candidate: { pseudonym: 'C-4702', studentNumber: '0412702' },
  externalIds: { proctorio: 'sow-4702-a1' },
  mirror: true,
  answers: [1, 'Omdat een paar uitschieters de mediaan niet veranderen.', 2, 'Als je dezelfde mensen twee keer meet.'],
  student: {
    skin: '#c98f66', flush: '#b5523f', lips: '#8f4a40', eyes: '#4a3526', hair: 'curly', hairColour: '#2c211f', beard: 'stubble', build: { tall: 1.02, wide: 1.05 },
    top: 'hoodie', cloth: '#7b6fa0', trim: '#efe8dc', trousers: '#33363f',
  },
  room: {
    wall: '#d7d9c6', panel: '#a9b59c', floor: '#9f7d5d', rug: [0.1, 0.9, 1.8, 1.3, '#556b74'],
    door: { x: -1.12, colour: '#d8c7a9', hall: '#6f6659', trim: '#eee8d9' },
    window: { wall: 'left', from: 0.1, width: 1.15, curtain: '#5a6c7a', closed: 1, sky: '#8da2b2' },
    desk: { colour: '#b98b62', legs: '#3e3a38' }, chair: { colour: '#3f4a5c', metal: '#2f3238' },
    items: [
      { kind: 'floorlamp', x: 0.72, z: 1.95, h: 1.56 },
      { kind: 'dresser', x: 1.22, w: 0.8, h: 0.95, colour: '#9c7350', seed: 4 },
      { kind: 'poster', u: 1.22, v: 1.4, w: 0.42, h: 0.56, motif: 'discs', colours: ['#e5dcc7', '#b5573f', '#3f5f6d', '#d9a84e'] },
      { kind: 'plant', x: -0.5, z: 2.05, h: 0.85, leaf: 'sword', pot: '#8b6f86', colour: '#5d7f58' },
    ],
    deskSide: [
      { kind: 'poster', wall: 'front', u: 0.3, v: 1.2, w: 0.6, h: 0.8, motif: 'bars', colours: ['#e9e0cd', '#b5573f', '#3f5f6d', '#d9a84e'] },
      { kind: 'shelf', wall: 'front', u: -0.75, v: 1.4, w: 0.6, seed: 8 },
    ],
  },
  dark: { laptop: { near: [30, 34, 46], far: [4, 5, 8] }, phone: { near: [52, 57, 72], far: [11, 12, 18] } },
  things: [{ kind: 'calculator', at: [0.36, 0.745, 0.1] }, { kind: 'glass', at: [0.5, 0.745, -0.08] }],
  sounds: [{ kind: 'switch', at: dark }, { kind: 'chair', at: 13.4 }, { kind: 'chair', at: 52 }],
  perform(t, now) {
    now.day = 0.01;
    now.lamp = t < dark ? 1 : 0;
    // The student looks round at the lamp, shrugs, and goes on.
    const w = during(t, 12.4, 15.2, 0.5);
    look(now.student, w, { yaw: 0.55, pitch: -0.02, gaze: [0.7, 0.2] });
    now.student.twist += 0.15 * w;
    now.student.mood.brow += keyed(t, [[12.2, 0], [12.8, 1], [16, 0]]);
  },
  busy: [[12, 15.6]],
  signals: [
    { at: 3.9, kind: 'gaze-away', text: 'Kandidaat kijkt mogelijk weg van het scherm', weight: 0.15, data: { durationSeconds: 1.1 } },
    { at: 13.2, kind: 'low-light', text: 'Beeld van de webcam is te donker', weight: 0.8, data: { luminance: 0.05, durationSeconds: 56 } },
    { at: 17.4, kind: 'face-not-visible', text: 'Gezicht niet gevonden', weight: 0.6, data: { durationSeconds: 21.3 } },
    { at: 46.1, kind: 'face-not-visible', text: 'Gezicht niet gevonden', weight: 0.6, data: { durationSeconds: 12.8 } },
  ],
};
