import { during, keyed, lerp } from '../script/time.mjs';
import { look, reach } from '../script/acting.mjs';
import { palmPoint, pinchPoint } from '../stage/people/hands.mjs';

const shown = [3.4, 7.2], right = 8.2, left = 10, done = 11.4;

// The exception of ground g: disposable earplugs, shown to the webcam before the test begins. The supplier's software sees earphones.
export default {
  folder: '10-earplugs-shown', number: 10, seed: 4710, exam: 'SOWSTAT2-2026-T1', start: '13:30:03.940', seconds: 72, done: 69, begin: 14.2,
  candidate: { pseudonym: 'C-4710', studentNumber: '0412710' },
  externalIds: { proctorio: 'sow-4710-a1' },
  answers: [1, 'Een uitschieter trekt het gemiddelde scheef.', 2, 'Bij twee metingen van dezelfde groep.'],
  student: {
    skin: '#efc3a0', flush: '#df7864', lips: '#b9605c', eyes: '#5a6f9a', hair: 'bun', hairColour: '#8a4f33', lashes: true, glasses: '#9a5a48', build: { tall: 0.96, wide: 0.92 },
    top: 'turtleneck', cloth: '#5f8a78', trousers: '#4a4f5f',
  },
  room: {
    wall: '#f2e6c9', floor: '#c79a6b', rug: [0.15, 0.95, 1.9, 1.4, '#c9784f'],
    door: { x: -1.08, colour: '#fbf6ea', hall: '#b7a184' },
    window: { wall: 'left', from: 0.05, width: 1.15, curtain: '#7fa08a' },
    desk: { colour: '#d2a878', legs: '#f1eadd', drawers: '#fbf6ea' }, chair: { colour: '#c9784f' },
    items: [
      { kind: 'poster', u: -0.37, v: 1.3, w: 0.32, h: 0.44, motif: 'bars', colours: ['#f6eedc', '#7f8fae', '#5f8a78', '#a8a58c'] },
      { kind: 'wardrobe', x: 1.32, w: 0.8, h: 2.0, colour: '#d8b98c' },
      { kind: 'plant', x: 0.58, z: 2.05, h: 1.2, leaf: 'sword', pot: '#c9784f', colour: '#5a8a66' },
      { kind: 'clock', u: 0.5, v: 1.85, r: 0.13 },
    ],
    deskSide: [
      { kind: 'shelf', wall: 'front', u: 0.25, v: 1.4, w: 0.9, seed: 41 },
      { kind: 'poster', wall: 'front', u: -0.6, v: 1.25, w: 0.42, h: 0.56, motif: 'hills' },
      { kind: 'radiator', wall: 'left', u: 0.6 },
    ],
  },
  things: [{ kind: 'plugbox', at: [0.33, 0.745, 0.06] }, { kind: 'calculator', at: [0.42, 0.745, -0.1] }],
  sounds: [{ kind: 'cloth', at: 2.6 }, { kind: 'cloth', at: 7.9 }, { kind: 'cloth', at: 9.7 }, { kind: 'chair', at: 12.4 }],
  perform(t, now) {
    const pose = now.student, mood = pose.mood;
    mood.plugs = [t > right + 0.5, t > left + 0.5];
    const w = during(t, shown[0] - 1, done, 0.9);
    if (!w) return;
    // The plugs lie on the open palms, which look at the webcam.
    const open = side => ({ palm: [-side * 0.1, 0.05, -1], point: [-side * 0.12, 1, 0.05], curl: 0.1 });
    const show = side => [side * 0.17, 0.955, 0.42];
    const ear = side => [side * 0.155, 1.105, 0.6];
    const turnIn = side => ({ palm: [-side, 0, -0.3], point: [-side * 0.5, 0.8, 0.1], pinch: true });
    for (const [name, side, when] of [['right', -1, right], ['left', 1, left]]) {
      const k = keyed(t, [[when - 0.8, 0], [when, 1], [when + 0.7, 1], [when + 1.3, 0]]);
      const over = t > when + 0.7 ? 1 - keyed(t, [[when + 0.7, 0], [when + 1.4, 1]]) : 1;
      const at = show(side).map((v, i) => lerp(v, ear(side)[i], Math.min(1, k)));
      reach(pose, name, w * over, at, k > 0.3 ? turnIn(side) : open(side));
      if (t > shown[0] - 0.4 && t < when + 0.5) now.held.push({ kind: 'plug', lift: 0.02, place: joints => (k > 0.3 ? pinchPoint : palmPoint)(joints[name]) });
    }
    const at = during(t, shown[0] - 0.4, shown[1] + 0.2, 0.6);
    look(pose, at, { yaw: 0, pitch: -0.02, gaze: [0, 0.1] });
    mood.smile += at * 0.6;
    look(pose, keyed(t, [[right - 0.6, 0], [right, 1], [right + 0.6, 1], [right + 1, 0]]), { roll: -0.1, yaw: 0.12 });
    look(pose, keyed(t, [[left - 0.6, 0], [left, 1], [left + 0.6, 1], [left + 1, 0]]), { roll: 0.1, yaw: -0.12 });
  },
  signals: [
    { at: 3.8, kind: 'hands-near-camera', text: 'Handen voor de webcam', weight: 0.1, data: { durationSeconds: 3.5 } },
    { at: 10.9, kind: 'earphone-detected', text: 'Oortje gezien', weight: 0.8, data: { confidence: 0.77, side: 'links' } },
    { at: 27.6, kind: 'earphone-detected', text: 'Oortje gezien', weight: 0.75, data: { confidence: 0.72, side: 'rechts' } },
    { at: 51.3, kind: 'earphone-detected', text: 'Oortje gezien', weight: 0.8, data: { confidence: 0.79, side: 'links' } },
  ],
};
