import { during } from '../script/time.mjs';
import { look, reach } from '../script/acting.mjs';
import { add, scale, unit, cross } from '../stage/draw/space.mjs';
import * as layout from '../script/layout.mjs';

const pick = 21.4, drop = 34.4, lying = [0.34, 0.745, 0.02];
const inHand = [0.15, 0.93, 0.41];
const copied = 'Een gepaarde t-toets gebruik je als je bij dezelfde personen twee metingen met elkaar vergelijkt.';
const answerBox = layout.fake.answer;

// Suspicion of fraud: a telephone and a sheet with notes on the desk, another site, and a copied answer.
export default {
  folder: '07-phone-and-notes', number: 7, seed: 4707, exam: 'SOWSTAT2-2026-T1', start: '13:30:05.730', seconds: 72, done: 37.8,
  candidate: { pseudonym: 'C-4707', studentNumber: '0412707' },
  externalIds: { proctorio: 'sow-4707-a1', seb: 'SEB-4707-77ab' },
  answers: [1, 'Die is beter bij scheve data.', 2],
  applications: ['Browser', 'Kladblok', 'Muziekspeler'],
  dense: { every: [0.0165, 0.0195] },
  student: {
    skin: '#dba680', flush: '#c4604c', lips: '#a5544c', eyes: '#3f5f4a', hair: 'short', hairColour: '#6d4a2f', build: { tall: 1.0, wide: 1.02 },
    top: 'tshirt', cloth: '#3f5873', trim: '#314760', trousers: '#6b5a48',
  },
  room: {
    wall: '#d9d4e2', floor: '#b08a66', rug: [0.15, 0.95, 1.9, 1.4, '#6a5a86'],
    door: { x: -1.1, colour: '#efe9f0', hall: '#9a8fa5' },
    window: { wall: 'left', from: 0.0, width: 1.2, curtain: '#8f7fb0' },
    desk: { colour: '#d9b78c', legs: '#ece6dc', drawers: '#f2ede4' }, chair: { colour: '#6a5a86' },
    items: [
      { kind: 'poster', u: -0.32, v: 1.5, w: 0.36, h: 0.5, motif: 'bars', colours: ['#f0ebe2', '#6a5a86', '#d98f5a', '#5a8a8a'] },
      { kind: 'bed', x: 1.25, z: 1.25, w: 0.9, l: 0.98, colour: '#c9a878', cover: '#8fa5b8' },
      { kind: 'shelf', u: 1.0, v: 1.6, w: 0.95, colour: '#c9a878', seed: 21 },
      { kind: 'plant', x: 0.5, z: 2.05, h: 0.95, leaf: 'sword', pot: '#6a5a86', colour: '#4f8068' },
    ],
    deskSide: [
      { kind: 'poster', wall: 'front', u: -0.2, v: 1.25, w: 0.48, h: 0.62, motif: 'discs', colours: ['#f0ebe2', '#6a5a86', '#d98f5a', '#5a8a8a'] },
      { kind: 'radiator', wall: 'left', u: 0.6 },
      { kind: 'plant', x: -1.5, z: -0.22, h: 0.9, leaf: 'broad', pot: '#d98f5a' },
    ],
  },
  phone: { eye: [1.42, 1.5, 1.28], at: [-0.02, 0.84, 0.26], focal: 600 },
  things: [
    { kind: 'paper', at: [0.46, 0.746, 0.2], options: { tilt: 0.3, lines: 11 } },
    { kind: 'glass', at: [0.52, 0.745, -0.22] },
  ],
  site: {
    url: 'antwoordenbank.example/statistiek/gepaarde-t-toets', query: 'wanneer gebruik je een gepaarde t-toets',
    question: 'Wanneer gebruik je een gepaarde t-toets?', answer: copied,
  },
  interludes: [{
    from: 39.2, to: 48,
    path: [
      [39.9, [layout.tabs.other + 8, 18]], [41.2, [layout.tabs.other + 8, 18]], [42.0, [answerBox.x + 22, answerBox.y - 8]], [43.3, [answerBox.x + 560, answerBox.y + 22]],
      [44.1, [answerBox.x + 560, answerBox.y + 22]], [44.8, [layout.tabs.test + 80, 18]], [45.3, [layout.tabs.test + 80, 18]], [45.8, layout.centre(layout.field)],
    ],
    moments: [
      { at: 40.1, kind: 'tab', tab: 'other', length: 4.8 }, { at: 43.3, kind: 'select' }, { at: 43.9, kind: 'copy', text: copied },
      { at: 44.9, kind: 'tab', tab: 'test' }, { at: 45.9, kind: 'click', target: 'Antwoordveld' }, { at: 45.92, kind: 'focus', n: 3 }, { at: 46.2, kind: 'paste', n: 3, text: copied },
      { at: 66.2, kind: 'click', target: 'Inleveren' }, { at: 66.25, kind: 'hand-in' },
    ],
  }, { from: 64.8, to: 66.8, path: [[65.9, layout.centre(layout.next)]], moments: [] }],
  sounds: [{ kind: 'cloth', at: pick - 0.4 }, { kind: 'knock', at: drop + 0.4 }, { kind: 'chair', at: 36.5 }],
  perform(t, now) {
    const w = during(t, pick - 0.8, drop + 0.8, 1);
    const held = t > pick && t < drop;
    const paper = Math.max(during(t, 9.5, 12.2, 0.5), during(t, 49.5, 54, 0.6), during(t, 57, 59.5, 0.5));
    if (!held) now.things.push({ kind: 'phoneFlat', at: lying, options: { lit: t > pick - 2.2 && t < pick + 1 ? 1 : 0 } });
    look(now.student, paper, { yaw: 0.5, pitch: 0.42, gaze: [0.6, -1] });
    look(now.student, w, { yaw: 0.26, pitch: 0.4, gaze: [0.35, -1] });
    if (!w) return;
    const target = held ? lying.map((v, i) => v + (inHand[i] - v) * during(t, pick, drop, 1.3)) : lying;
    reach(now.student, 'left', held ? 1 : w, add(target, [0.03, 0.0, 0.05]), { palm: [0.12, 0.22, 0.95], point: [-0.12, 0.95, -0.22], curl: 0.42 });
    if (!held) { Object.assign(now.student.hands.left, { palm: [0, -1, 0], point: [-0.1, 0, -1], curl: 0.3 }); return; }
    now.held.push({
      kind: 'phoneHeld',
      place: joints => add(joints.left.hand, add(scale(unit(joints.left.grip.point), 0.095), scale(unit(joints.left.grip.palm), 0.022))),
      options: joints => {
        const up = unit(joints.left.grip.point), face = unit(joints.left.grip.palm);
        return { up, face, right: cross(up, face) };
      },
    });
    // The thumb scrolls.
    now.student.hands.left.typing = during(t, 24.5, 32.5, 0.5) * t * 0.4;
  },
  busy: [[9, 12.4], [pick - 1.2, drop + 1.2], [46.6, 72]],
  signals: [
    { at: 9.8, kind: 'gaze-away', text: 'Kandidaat kijkt lang weg van het scherm', weight: 0.4, data: { durationSeconds: 2.4, direction: 'links onder' } },
    { at: 22.7, kind: 'phone-detected', text: 'Telefoon in beeld', weight: 0.9, data: { confidence: 0.93, durationSeconds: 11.6 } },
    { at: 23.4, kind: 'gaze-away', text: 'Kandidaat kijkt lang weg van het scherm', weight: 0.6, data: { durationSeconds: 10.4, direction: 'links onder' } },
    { at: 40.2, kind: 'focus-lost', text: 'Toetsvenster niet actief', weight: 0.6, data: { durationSeconds: 4.8 } },
    { at: 46.3, kind: 'paste-burst', text: 'Antwoord in één keer ingevoegd', weight: 0.7, data: { characters: copied.length } },
    { at: 50.2, kind: 'gaze-away', text: 'Kandidaat kijkt lang weg van het scherm', weight: 0.4, data: { durationSeconds: 3.8, direction: 'links onder' } },
    { at: 61.3, kind: 'second-voice', text: 'Tweede stem gehoord', weight: 0.2, data: { durationSeconds: 0.4 } },
  ],
};
