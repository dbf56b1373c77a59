import { during } from '../script/time.mjs';
import { look } from '../script/acting.mjs';
import { wander } from '../script/random.mjs';

const stretches = [[17.6, 30.4], [43.6, 60.2]];

// Grounds e and i: sheets with handwriting hang on the wall beside the desk, and the student looks at them for long.
export default {
  folder: '12-reading-aside', number: 12, seed: 4712, exam: 'EPIDM101-2026-T1', start: '10:00:04.870', seconds: 84, done: 81.5,
  candidate: { pseudonym: 'C-4712', studentNumber: '0412712' },
  externalIds: { proctorexam: '884712' },
  answers: [1, 'Een factor die met oorzaak en gevolg samenhangt.', 1],
  student: {
    skin: '#e9b48f', flush: '#d66f5a', lips: '#b05a56', eyes: '#4f7a8f', hair: 'wavy', hairColour: '#4f2f26', lashes: true, build: { tall: 0.98, wide: 0.95 },
    top: 'hoodie', cloth: '#8aa37f', trim: '#f3eddf', trousers: '#5a6377',
  },
  room: {
    wall: '#f1dfc9', floor: '#b08763', rug: [0.15, 0.95, 1.9, 1.4, '#7f8f6a'],
    door: { x: -1.1, colour: '#c9a47c', hall: '#8f7d69' },
    window: { wall: 'left', from: 0.1, width: 1.1, curtain: '#d99a6a' },
    desk: { colour: '#e0c198', legs: '#5f5249', drawers: '#cfae84' }, chair: { colour: '#7f8f6a' },
    items: [
      { kind: 'bookcase', x: 1.25, w: 0.85, h: 1.95, colour: '#b98a5c', seed: 61 },
      { kind: 'pendant', x: 0.5, z: 1.75, y: 2.02, colour: '#d98f5a' },
      { kind: 'poster', u: -0.36, v: 1.4, w: 0.36, h: 0.5, motif: 'discs', colours: ['#f6eddc', '#d98f5a', '#7f8f6a', '#e2b657'] },
      { kind: 'plant', x: 0.56, z: 2.05, h: 1.0, leaf: 'broad', pot: '#7f8f6a', colour: '#557f55' },
    ],
    deskSide: [
      { kind: 'sheets', wall: 'front', list: [[-0.98, 1.5, 0.04], [-0.72, 1.52, -0.05], [-0.46, 1.49, 0.03], [-0.96, 1.15, -0.03], [-0.7, 1.17, 0.05]] },
      { kind: 'shelf', wall: 'front', u: 0.35, v: 1.5, w: 0.7, seed: 62 }, { kind: 'radiator', wall: 'left', u: 0.6 },
    ],
  },
  phone: { size: [640, 480], eye: [1.62, 1.5, 1.66], at: [0.06, 0.98, 0.16], focal: 500 },
  things: [{ kind: 'calculator', at: [0.36, 0.745, 0.1] }],
  sounds: [{ kind: 'chair', at: 17.8 }, { kind: 'chair', at: 44 }, { kind: 'cloth', at: 60 }],
  perform(t, now) {
    for (const [from, to] of stretches) {
      const w = during(t, from, to, 0.7);
      // The eyes go along the lines of the sheets; now and then a glance back at the screen.
      const back = Math.max(during(t, from + 4.6, from + 5.6, 0.3), during(t, from + 9.2, from + 10.1, 0.3));
      look(now.student, w * (1 - back * 0.8), { yaw: 0.68 + 0.05 * wander(12, t, 1.2), pitch: -0.08 + 0.05 * wander(13, t, 0.8), gaze: [0.55 + 0.35 * Math.sin(t * 3.1), 0.25] });
      now.student.twist += 0.22 * w;
      now.student.lean += 0.03 * w;
    }
  },
  busy: stretches.map(([from, to]) => [from, to]),
  signals: [
    { at: 6.7, kind: 'hands-not-visible', text: 'Handen niet in beeld van de webcam', weight: 0.05, data: { durationSeconds: 5.1 } },
    { at: 19.2, kind: 'gaze-away', text: 'Kandidaat kijkt lang weg van het scherm', weight: 0.65, data: { durationSeconds: 11, direction: 'links' } },
    { at: 45.4, kind: 'gaze-away', text: 'Kandidaat kijkt lang weg van het scherm', weight: 0.7, data: { durationSeconds: 14.6, direction: 'links' } },
    { at: 47.9, kind: 'text-detected', text: 'Mogelijk geschreven tekst in beeld van de telefoon', weight: 0.5, data: { confidence: 0.66 } },
  ],
};
