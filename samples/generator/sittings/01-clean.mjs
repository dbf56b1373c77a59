export default {
  folder: '01-clean', number: 1, seed: 4701, exam: 'INFOB1PICA-2026-T1', start: '09:00:04.310', seconds: 68, done: 65,
  candidate: { pseudonym: 'C-4701', studentNumber: '0412701' },
  answers: [1, 'Een lijst kun je later nog veranderen, een tuple niet.', 1, 'Dan begrijpt iemand anders de code meteen.'],
  student: {
    skin: '#eab997', flush: '#d9705f', lips: '#b4595a', eyes: '#6a7f58', hair: 'ponytail', hairColour: '#a8623a', lashes: true, build: { tall: 0.97, wide: 0.92 },
    top: 'striped', cloth: '#3f6482', trim: '#f1e8d8', trousers: '#38445c', earrings: '#e6c36a',
  },
  room: {
    wall: '#efdcc3', floor: '#c99f74', rug: [0.2, 0.9, 1.9, 1.3, '#b9694f'],
    door: { x: -1.08, colour: '#f1e9dc', hall: '#b59f86' },
    window: { wall: 'left', from: 0.1, width: 1.1, curtain: '#d98f6c' },
    desk: { colour: '#d6ad7f', drawers: '#eadfce' }, chair: { colour: '#4f7a76' },
    items: [
      { kind: 'bookcase', x: 1.12, w: 0.95, h: 1.95, colour: '#d8b88c', seed: 3 },
      { kind: 'poster', u: 0.44, v: 1.55, w: 0.34, h: 0.46, motif: 'hills' },
      { kind: 'plant', x: 0.5, z: 2.02, h: 1.25, leaf: 'broad', pot: '#c8694a' },
    ],
    deskSide: [
      { kind: 'shelf', wall: 'front', u: -0.35, v: 1.45, w: 0.8 }, { kind: 'poster', wall: 'front', u: 0.55, v: 1.25, w: 0.42, h: 0.56, motif: 'discs' },
      { kind: 'radiator', wall: 'left', u: 0.65 }, { kind: 'plant', x: -1.5, z: -0.2, h: 0.9, leaf: 'fern', pot: '#e7dccb' },
    ],
  },
  things: [{ kind: 'glass', at: [0.42, 0.745, 0.02] }],
  signals: [
    { at: 19.6, kind: 'gaze-away', text: 'Kandidaat kijkt mogelijk weg van het scherm', weight: 0.1, data: { durationSeconds: 0.7 } },
    { at: 47.3, kind: 'hands-not-visible', text: 'Handen niet in beeld van de webcam', weight: 0.05, data: { durationSeconds: 4.4 } },
  ],
};
