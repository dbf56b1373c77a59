import { during } from '../script/time.mjs';
import { look, reach } from '../script/acting.mjs';

const on = 15, off = 55.2, radio = [0.4, 0.745, -0.1];

// Ground d: the student switches on a radio and hums along. No report.
export default {
  folder: '09-music', number: 9, seed: 4709, exam: 'INFOB1PICA-2026-T1', start: '09:00:05.560', seconds: 70, done: 67,
  candidate: { pseudonym: 'C-4709', studentNumber: '0412709' },
  externalIds: { seb: 'SEB-4709-3f02' },
  answers: [1, 'Een lijst verandert, een tuple blijft zoals hij is.', 1, 'Dan hoef je de inhoud niet te lezen.'],
  student: {
    skin: '#6f4630', flush: '#6d3328', lips: '#5f2d2c', eyes: '#2d1f19', hair: 'afro', hairColour: '#241b1b', lashes: true, fullLips: true, earrings: '#e6c36a', build: { tall: 0.98, wide: 0.95 },
    top: 'sweater', cloth: '#e3a93f', trim: '#c98c2b', trousers: '#3f5a63',
  },
  room: {
    wall: '#e9c9b4', floor: '#9c6f4e', rug: [0.15, 0.95, 1.9, 1.4, '#3f6f6a'],
    door: { x: -1.1, colour: '#3f6f6a', hall: '#c9a98a', trim: '#f6ebdc' },
    window: { wall: 'left', from: 0.05, width: 1.15, curtain: '#3f6f6a' },
    desk: { colour: '#b97f52', legs: '#3d2f28' }, chair: { colour: '#e3a93f', metal: '#4a423d' },
    items: [
      { kind: 'guitar', u: 0.6, v: 1.15 },
      { kind: 'poster', u: -0.34, v: 1.5, w: 0.34, h: 0.46, motif: 'hills', colours: ['#f3e6cf', '#c65f45', '#3f6f6a', '#e3a93f'] },
      { kind: 'bookcase', x: 1.34, w: 0.75, h: 2.0, colour: '#a8714a', seed: 31 },
      { kind: 'plant', x: -0.42, z: 2.03, h: 0.8, leaf: 'fern', pot: '#3f6f6a', colour: '#5f8f5a' },
    ],
    deskSide: [
      { kind: 'poster', wall: 'front', u: -0.1, v: 1.25, w: 0.46, h: 0.62, motif: 'bars', colours: ['#f3e6cf', '#c65f45', '#3f6f6a', '#e3a93f'] },
      { kind: 'poster', wall: 'front', u: 0.55, v: 1.35, w: 0.34, h: 0.46, motif: 'discs', colours: ['#f3e6cf', '#c65f45', '#3f6f6a', '#e3a93f'] },
      { kind: 'radiator', wall: 'left', u: 0.6 },
    ],
  },
  phone: { sound: true, eye: [1.5, 1.44, 1.34], at: [0.02, 0.88, 0.28], focal: 520 },
  things: [],
  sounds: [
    { kind: 'switch', at: on - 0.1 }, { kind: 'music', from: on, to: off, level: 0.5 }, { kind: 'switch', at: off + 0.05 },
    { kind: 'hum', base: on, from: 22, to: 37, level: 0.2, octave: -12 }, { kind: 'hum', base: on, from: 42.5, to: 53, level: 0.2, octave: -12 },
  ],
  perform(t, now) {
    const playing = t > on && t < off;
    now.things.push({ kind: 'radio', at: radio, options: { on: playing } });
    for (const at of [on, off]) {
      const w = during(t, at - 1.1, at + 0.9, 0.8);
      reach(now.student, 'left', w, [radio[0] - 0.04, radio[1] + 0.13, radio[2] + 0.1], { palm: [0, -0.4, -1], point: [0.3, 0.05, -1], curl: 0.5 });
      look(now.student, w, { yaw: 0.6, pitch: 0.22, gaze: [0.6, -0.5] });
    }
    // Nods with the beat of the tune (104 a minute), more while humming.
    const swing = during(t, on + 1.5, off - 1, 1.5) * (during(t, 22, 37, 1) + during(t, 42.5, 53, 1) + 0.4);
    const beat = (t - on) / (60 / 104) * Math.PI;
    now.student.head.pitch += 0.055 * swing * Math.sin(beat);
    now.student.head.roll += 0.07 * swing * Math.sin(beat / 2);
    now.student.sway += 0.012 * swing * Math.sin(beat / 2);
    now.student.mood.smile += 0.5 * Math.min(1, swing);
  },
  busy: [[on - 1.3, on + 1.1], [off - 1.3, off + 1.1]],
  signals: [
    { at: 16.2, kind: 'audio-music', text: 'Muziek of achtergrondgeluid gehoord', weight: 0.7, data: { durationSeconds: 39, level: -27 } },
    { at: 23.8, kind: 'speaking', text: 'Kandidaat spreekt', weight: 0.4, data: { durationSeconds: 12.6 } },
    { at: 30.4, kind: 'second-voice', text: 'Tweede stem gehoord', weight: 0.35, data: { durationSeconds: 2.2 } },
    { at: 43.9, kind: 'speaking', text: 'Kandidaat spreekt', weight: 0.4, data: { durationSeconds: 8.7 } },
    { at: 55.1, kind: 'hands-not-visible', text: 'Handen niet in beeld van de webcam', weight: 0.05, data: { durationSeconds: 1.4 } },
  ],
};
