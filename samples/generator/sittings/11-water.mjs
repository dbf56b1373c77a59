import { during, keyed, lerp } from '../script/time.mjs';
import { look, reach } from '../script/acting.mjs';
import { add } from '../stage/draw/space.mjs';

const standing = [0.36, 0.745, 0.2];
const sips = [[24.4, 31.2], [50.2, 55.4]];
const mouth = [0.03, 1.13, 0.49];

// The exception of ground h: water from a transparent glass. The supplier's software reports drinking.
export default {
  folder: '11-water', number: 11, seed: 4711, exam: 'INFOB1PICA-2026-T1', start: '09:00:08.020', seconds: 68, done: 65,
  candidate: { pseudonym: 'C-4711', studentNumber: '0412711' },
  externalIds: { seb: 'SEB-4711-b7d4', edx: '3E0D5C2A-91F6-4B0D-8A27-5C6E90B34711' },
  mirror: true,
  answers: [1, 'Aan een tuple kun je niets meer wijzigen.', 1, 'Zo zie je meteen wat de functie doet.'],
  student: {
    skin: '#d59f76', flush: '#bd5f4a', lips: '#a3504e', eyes: '#3d2b22', hair: 'short', scarf: '#8f5f7a', hairColour: '#2a2020', lashes: true, build: { tall: 0.96, wide: 0.95 },
    top: 'turtleneck', cloth: '#4d5f86', trousers: '#3b3f4c',
  },
  room: {
    wall: '#dfe3ea', panel: '#b9c6d3', floor: '#b58d68', rug: [0.15, 0.95, 1.9, 1.4, '#8f5f7a'],
    door: { x: -1.1, colour: '#fbfaf6', hall: '#9fa8b3', trim: '#ffffff' },
    window: { wall: 'left', from: 0.05, width: 1.15, curtain: '#c98f9f' },
    desk: { colour: '#c9a27c', legs: '#eef0f2' }, chair: { colour: '#4d5f86' },
    items: [
      { kind: 'bookcase', x: 1.18, w: 0.95, h: 1.55, colour: '#f4f3ef', seed: 51, shelves: 4 },
      { kind: 'plant', x: 1.3, z: 2.05, y: 1.55, h: 0.5, leaf: 'fern', pot: '#c98f5a', colour: '#5a8f6a' },
      { kind: 'poster', u: 0.48, v: 1.42, w: 0.42, h: 0.56, motif: 'hills', colours: ['#f3ece0', '#8f5f7a', '#4d5f86', '#e2b657'] },
      { kind: 'plant', x: -0.42, z: 2.05, h: 0.95, leaf: 'broad', pot: '#eef0f2', colour: '#4d7f6a' },
    ],
    deskSide: [
      { kind: 'poster', wall: 'front', u: 0.15, v: 1.25, w: 0.46, h: 0.62, motif: 'bars', colours: ['#f3ece0', '#8f5f7a', '#4d5f86', '#e2b657'] },
      { kind: 'shelf', wall: 'front', u: -0.7, v: 1.5, w: 0.6, seed: 53 },
      { kind: 'radiator', wall: 'left', u: 0.6 },
    ],
  },
  things: [],
  sounds: sips.flatMap(([from, to]) => [{ kind: 'sip', at: from + 2.1 }, { kind: 'glass', at: to - 0.8 }]),
  perform(t, now) {
    const full = keyed(t, [[26.4, 0.85], [28.8, 0.6], [52, 0.6], [53.8, 0.4]]);
    const sip = sips.find(([from, to]) => t > from && t < to);
    const grasped = sip && t > sip[0] + 0.7 && t < sip[1] - 0.8;
    if (!grasped) now.things.push({ kind: 'glass', at: standing, options: { fill: full } });
    if (!sip) return;
    const [from, to] = sip;
    const w = during(t, from, to, 0.7);
    const raise = keyed(t, [[from + 0.7, 0], [from + 1.7, 1], [to - 1.9, 1], [to - 0.8, 0]]);
    const tilt = keyed(t, [[from + 1.5, 0], [from + 2.2, 1], [to - 2.2, 1], [to - 1.5, 0]]);
    const bottom = standing.map((v, i) => lerp(v, mouth[i] + [0.02, -0.1, -0.075][i], raise));
    // The hand comes from the side, the fingers round the glass.
    reach(now.student, 'left', w, add(bottom, [0.062, 0.045, 0.05]), { palm: [-1, 0.1, -0.15], point: [-0.45, 0.18, -0.85], curl: 0.62, flip: -1 });
    look(now.student, raise, { yaw: 0, pitch: 0.02 - 0.16 * tilt, gaze: [0, -0.9] });
    now.student.mood.mouth = 0.2 * tilt;
    now.student.mood.blink = Math.max(now.student.mood.blink, 0.55 * tilt);
    if (grasped) now.held.push({ kind: 'glass', lift: 0.012, place: () => bottom, sort: () => add(bottom, [0, 0.06, 0]), options: () => ({ fill: full, tilt: 0.75 * tilt, toward: [0.06, 0, 1] }) });
  },
  busy: sips.map(([a, b]) => [a - 0.3, b + 0.3]),
  signals: [
    { at: 12.2, kind: 'gaze-away', text: 'Kandidaat kijkt mogelijk weg van het scherm', weight: 0.1, data: { durationSeconds: 0.9 } },
    { at: 26.3, kind: 'drinking-detected', text: 'Kandidaat eet of drinkt', weight: 0.6, data: { confidence: 0.84, durationSeconds: 3.1 } },
    { at: 52.1, kind: 'drinking-detected', text: 'Kandidaat eet of drinkt', weight: 0.6, data: { confidence: 0.81, durationSeconds: 2.2 } },
  ],
};
