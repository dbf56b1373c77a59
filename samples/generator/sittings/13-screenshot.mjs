import { during } from '../script/time.mjs';
import { look, reach } from '../script/acting.mjs';
import * as layout from '../script/layout.mjs';

// The whole question and its answers; what is chosen on the screen ends up in the picture and its size in the events.
const box = { x: layout.card.x + 16, y: layout.card.y + 10, w: layout.card.w - 32, h: 284 };
const from = [box.x, box.y], to = [box.x + box.w, box.y + box.h];
const screenshot = { keys: ['Shift', 'PrintScreen'], open: 30.4, drag: [31.9, 33.1], taken: 33.94, away: 36.0, box };

// Where a wrist is when its fingers are on these keys; PrintScreen and Enter lie at the student's right.
const shift = [0.104, 0.79, 0.165], print = [-0.115, 0.792, 0.12], enter = [-0.122, 0.79, 0.16];
const flat = (side, more) => ({ palm: [0, -1, 0], point: [side * 0.2, -0.14, -1], curl: 0.4, index: 0.2, ...more });
const pressed = (t, at) => 0.012 * during(t, at - 0.14, at + 0.16, 0.14);

// Ground k: a screenshot of a question of the test. Only the screen and the events show what the keys do.
export default {
  folder: '13-screenshot', number: 13, seed: 4713, exam: 'INFOB1PICA-2026-T1', start: '09:00:07.440', seconds: 62, done: 53,
  candidate: { pseudonym: 'C-4713', studentNumber: '0412713' },
  externalIds: { edx: '5A9C1F47-2E6B-4D83-B0A4-7C2D8E914713' },
  answers: [1, 'Een lijst kun je langer maken en een tuple blijft altijd even lang.', 1],
  student: {
    skin: '#f0cba6', flush: '#df8570', lips: '#ba5f5d', eyes: '#3a2a24', hair: 'bob', hairColour: '#2a242c', brows: '#2a2229', lashes: true, glasses: '#7d4a3c', build: { tall: 0.96, wide: 0.92 },
    top: 'cardigan', cloth: '#35547a', trim: '#f6efe2', trousers: '#463f52',
  },
  room: {
    wall: '#f3dd9c', floor: '#b98a62', rug: [0.15, 0.95, 1.9, 1.4, '#b4593f'],
    door: { x: -1.08, colour: '#f6f1e6', hall: '#a9977f', trim: '#fdfaf3' },
    window: { wall: 'left', from: 0.05, width: 1.15, curtain: '#35547a' },
    desk: { colour: '#efe9df', legs: '#8f6a4c', drawers: '#f6f1e6' }, chair: { colour: '#b4593f', metal: '#57545a' },
    items: [
      { kind: 'poster', u: -0.36, v: 1.42, w: 0.34, h: 0.48, motif: 'discs', colours: ['#f7f0e0', '#b4593f', '#35547a', '#e0a94a'] },
      { kind: 'shelf', u: 1.08, v: 1.52, w: 1.0, colour: '#c7966a', seed: 71 },
      { kind: 'dresser', x: 1.15, w: 1.0, h: 0.86, colour: '#c7966a', seed: 5 },
      { kind: 'plant', x: 0.52, z: 2.04, h: 1.25, leaf: 'broad', pot: '#b4593f', colour: '#4a7a5a' },
    ],
    deskSide: [
      { kind: 'poster', wall: 'front', u: 0.24, v: 1.16, w: 0.42, h: 0.56, motif: 'hills', colours: ['#f7f0e0', '#b4593f', '#35547a', '#e0a94a'] },
      { kind: 'shelf', wall: 'front', u: -0.7, v: 1.48, w: 0.6, colour: '#c7966a', seed: 73 },
      { kind: 'radiator', wall: 'left', u: 0.6 },
    ],
  },
  phone: { eye: [1.28, 1.62, 1.2], at: [0.02, 0.83, 0.27], focal: 680 },
  things: [{ kind: 'glass', at: [0.3, 0.745, -0.06] }],
  screenshot,
  interludes: [{
    from: 31.0, to: 36.8, back: 0.7,
    path: [[31.7, from], [screenshot.drag[0], from], [screenshot.drag[1], to], [screenshot.taken + 0.5, to], [screenshot.taken + 1.2, [604, 436]]],
    moments: [
      { at: screenshot.open - 0.06, kind: 'press', keys: screenshot.keys }, { at: screenshot.open, kind: 'program', name: 'Schermafbeelding', open: true },
      { at: screenshot.taken - 0.06, kind: 'press', keys: ['Enter'] }, { at: screenshot.taken + 0.08, kind: 'copy-image', program: 'Schermafbeelding', width: box.w * 2, height: box.h * 2 },
      { at: screenshot.taken + 0.36, kind: 'program', name: 'Schermafbeelding', open: false },
    ],
  }],
  sounds: [{ kind: 'shutter', at: screenshot.taken }, { kind: 'chair', at: 44.6 }],
  perform(t, now) {
    const { open, taken } = screenshot;
    const both = during(t, open - 0.9, open + 0.5, 0.5), one = during(t, taken - 0.6, taken + 0.5, 0.4);
    const on = ([x, y, z], at) => [x, y - pressed(t, at - 0.06), z];
    reach(now.student, 'left', both, on(shift, open), flat(-1, { index: 0.4 }));
    reach(now.student, 'right', both, on(print, open), flat(1));
    reach(now.student, 'right', one, on(enter, taken), flat(1));
    look(now.student, Math.max(both, one * 0.6), { pitch: 0.26, gaze: [0.1, -0.95] });
  },
  // Afterwards the student thinks about the question for a while.
  busy: [[29.2, 47]],
  signals: [{ at: 46.2, kind: 'gaze-away', text: 'Kandidaat kijkt mogelijk weg van het scherm', weight: 0.1, data: { durationSeconds: 0.8 } }],
};
