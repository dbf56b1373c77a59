import { during } from '../script/time.mjs';
import { look } from '../script/acting.mjs';

// Netiquette only: a bathrobe. Everything else is in order, so no ground and nothing to decide.
export default {
  folder: '08-netiquette', number: 8, seed: 4708, exam: 'EPIDM101-2026-T1', start: '10:00:04.180', seconds: 82, done: 79.5,
  candidate: { pseudonym: 'C-4708', studentNumber: '0412708' },
  externalIds: { proctorexam: '884708' },
  mirror: true,
  answers: [1, 'Een andere factor verstoort het verband dat je meet.', 1, 'Incidentie is het aantal nieuwe gevallen.'],
  student: {
    skin: '#f0c5a6', flush: '#e07c66', lips: '#bd665e', eyes: '#6f8f7c', hair: 'short', hairColour: '#c9a15a', brows: '#a67f3f', beard: 'stubble', build: { tall: 1.02, wide: 1.06 },
    top: 'bathrobe', cloth: '#86afc2', trousers: '#e9c9a8', shoes: '#7fa0ae',
  },
  room: {
    wall: '#cfe0d6', panel: '#f1eee3', floor: '#d2b08a', rug: [0.15, 0.95, 1.9, 1.4, '#e0a98f'],
    door: { x: -1.08, colour: '#e9b98f', hall: '#b59f86', trim: '#fbf7ee' },
    window: { wall: 'left', from: 0.05, width: 1.15, curtain: '#f0dfc0' },
    desk: { colour: '#efe6d8', legs: '#caa77c', drawers: '#fbf7ee' }, chair: { colour: '#e0957a', metal: '#8d8a86' },
    items: [
      { kind: 'coats', u: -0.36, v: 1.68, colours: ['#6f97a8', '#d9a25a'] },
      { kind: 'plant', x: 0.55, z: 2.04, h: 1.5, leaf: 'broad', pot: '#f5efe3', colour: '#5a8f6c' },
      { kind: 'dresser', x: 1.2, w: 0.9, h: 0.9, colour: '#f5efe3', seed: 9 },
      { kind: 'mirror', u: 1.2, v: 1.15, w: 0.5, h: 0.8, frame: '#caa77c' },
    ],
    deskSide: [
      { kind: 'poster', wall: 'front', u: 0.1, v: 1.2, w: 0.46, h: 0.62, motif: 'hills', colours: ['#fbf3e2', '#7fae95', '#6f97a8', '#e0957a'] },
      { kind: 'garland', wall: 'front', from: -1.2, to: 1.1, v: 2.2 },
      { kind: 'radiator', wall: 'left', u: 0.6 },
    ],
  },
  things: [{ kind: 'glass', at: [0.44, 0.745, 0.04] }, { kind: 'calculator', at: [0.32, 0.745, 0.16] }],
  sounds: [{ kind: 'chair', at: 19 }, { kind: 'cloth', at: 31.2 }, { kind: 'chair', at: 61.4 }],
  perform(t, now) {
    look(now.student, during(t, 30.4, 33.4, 0.7), { roll: 0.16, pitch: 0.02, gaze: [0.6, 0.6] });
  },
  signals: [
    { at: 31.4, kind: 'gaze-away', text: 'Kandidaat kijkt mogelijk weg van het scherm', weight: 0.15, data: { durationSeconds: 1.6 } },
    { at: 61.9, kind: 'posture', text: 'Kandidaat leunt achterover', weight: 0.05, data: { durationSeconds: 8.2 } },
    { at: 71.4, kind: 'second-person', text: 'Mogelijk tweede persoon in beeld', weight: 0.3, data: { persons: 2, confidence: 0.41, durationSeconds: 0.6 } },
  ],
};
