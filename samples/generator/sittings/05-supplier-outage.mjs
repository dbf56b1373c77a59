import { during } from '../script/time.mjs';
import { look } from '../script/acting.mjs';

// Technical, not for the student's account: the supplier loses the connection and records nothing for forty seconds.
export default {
  folder: '05-supplier-outage', number: 5, seed: 4705, exam: 'EPIDM101-2026-T1', start: '10:00:03.640', seconds: 86, done: 83,
  // Every track is recorded in two stretches; the second one starts when the supplier's recorder has been restarted.
  recorded: [[0, 20.2], [60.1, 86]],
  candidate: { pseudonym: 'C-4705', studentNumber: '0412705' },
  externalIds: { proctorexam: '884705' },
  mirror: true,
  answers: [1, 'Een derde factor hangt samen met de oorzaak én met de ziekte.', 1, 'Incidentie telt nieuwe gevallen, prevalentie alle gevallen.'],
  student: {
    skin: '#f2cdb4', flush: '#dc7f6a', lips: '#b96a63', eyes: '#5d7d92', hair: 'receding', hairColour: '#9a958f', glasses: '#54606b', brows: '#8a847e', beard: 'full', beardColour: '#a9a49d', build: { tall: 1.0, wide: 1.08 },
    top: 'cardigan', cloth: '#53697a', trim: '#eee7da', trousers: '#4d463f',
  },
  room: {
    wall: '#e6dfd0', panel: '#c9b79d', floor: '#8f6a4c', rug: [0.1, 0.95, 1.9, 1.4, '#8a4b48'],
    door: { x: -1.14, colour: '#8a6a4e', hall: '#5f5145', trim: '#efe6d6' },
    window: { wall: 'left', from: 0.05, width: 1.1, curtain: '#8a4b48', sky: '#c4d8e6' },
    desk: { colour: '#8c6242', legs: '#4b3526', drawers: '#7a5437' }, chair: { colour: '#5a4a40', metal: '#33302f' },
    items: [
      { kind: 'bookcase', x: 0.72, w: 1.9, h: 2.2, colour: '#7d5a3e', seed: 12, shelves: 6 },
      { kind: 'pendant', x: -0.62, z: 1.7, y: 1.95, colour: '#b98a3f' },
      { kind: 'coats', u: -0.42, v: 1.62, colours: ['#5b6b58', '#7b5a48'] },
    ],
    deskSide: [
      { kind: 'shelf', wall: 'front', u: 0.1, v: 1.42, w: 1.2, colour: '#7d5a3e', seed: 14 },
      { kind: 'clock', wall: 'front', u: -0.8, v: 1.7 },
      { kind: 'plant', x: -1.48, z: -0.2, h: 0.9, leaf: 'broad', pot: '#8a4b48' },
    ],
  },
  things: [{ kind: 'calculator', at: [0.38, 0.745, 0.1] }, { kind: 'glass', at: [0.48, 0.745, -0.1] }],
  sounds: [{ kind: 'chair', at: 8 }, { kind: 'chair', at: 63.5 }],
  perform(t, now) {
    look(now.student, during(t, 16.8, 19.4, 0.5), { yaw: 0.05, pitch: 0.02, gaze: [0.7, 0.5] });
    now.student.mood.frown += during(t, 16.8, 20, 0.6);
  },
  chat: [
    { at: 21.3, from: 'support', text: 'Storing bij de leverancier: de verbinding met de opnameserver is verbroken. Je kunt doorgaan met de toets.' },
    { at: 27.8, from: 'candidate', text: 'Ik zie een melding dat de opname niet werkt. Ik ga gewoon door met de toets.' },
    { at: 61.4, from: 'support', text: 'De storing bij de leverancier is voorbij. De opname loopt weer. Je hoeft niets te doen.' },
  ],
  signals: [
    { at: 20.2, kind: 'connection-lost', text: 'Verbinding met de opnameserver verbroken', weight: 0.5, data: { durationSeconds: 39.9, cause: 'recording-server' } },
    { at: 60.1, kind: 'connection-restored', text: 'Verbinding met de opnameserver hersteld, opname hervat', weight: 0, data: {} },
    { at: 61.2, kind: 'face-not-visible', text: 'Gezicht niet gevonden', weight: 0.3, data: { durationSeconds: 1 } },
    { at: 63.1, kind: 'hands-not-visible', text: 'Handen niet in beeld van de telefoon', weight: 0.15, data: { durationSeconds: 6.4 } },
  ],
};
