import { random } from '../script/random.mjs';

const thousandth = v => Math.round(v * 1000) / 1000;

/** The lines of events.jsonl: what the recorder notes about mouse, keyboard, tabs and the rest, and the supplier's own automatic signals. */
export function eventsOf(scene, length) {
  const { sitting, exam, work } = scene, title = `Toets: ${exam.manifest.title.split(',')[0]}`;
  const url = `https://${exam.site}`, list = [];
  const note = (at, source, kind, text, weight, data) => list.push({ at: thousandth(at), source, kind, text, weight, data });

  note(0.05, 'browser', 'fullscreen', 'Browser staat op volledig scherm', 0, { windowTitle: title });
  note(0.11, 'screen', 'displays', 'Eén beeldscherm aangesloten', 0, { displays: 1, width: 1920, height: 1080 });
  note(0.2, 'application', 'running', 'Geopende programma’s bij het begin', 0, { applications: sitting.applications || ['Browser', 'Bestandsbeheer'] });
  note(0.32, 'website', 'visit', 'Website geopend', 0, { url, windowTitle: title });
  for (let at = 10; at < length; at += 10) note(at + 0.013, 'screen', 'heartbeat', 'Opname van het scherm loopt', 0, { displays: 1 });
  for (const m of work.moments) describe(m, { note, url, title, sitting });
  if (sitting.dense) dense(work, note, sitting);
  else coarse(work, note);
  for (const c of sitting.chat || []) if (c.from === 'candidate') note(c.at, 'application', 'chat', 'Bericht verstuurd in de chat', 0, { application: 'Toetschat', characters: c.text.length });
  for (const s of sitting.signals || []) note(s.at, 'vendor', s.kind, s.text, s.weight, s.data || {});
  return list.filter(e => e.at <= length).sort((a, b) => a.at - b.at);
}

function describe(m, { note, url, title, sitting }) {
  if (m.kind === 'click') note(m.at, 'mouse', 'click', `Muisklik: ${m.target}`, 0, { target: m.target, url });
  else if (m.kind === 'begin') note(m.at + 0.08, 'website', 'navigate', 'Toets begonnen', 0, { url: `${url}/vraag/1`, windowTitle: title });
  else if (m.kind === 'question') note(m.at + 0.12, 'website', 'navigate', `Vraag ${m.n + 1} geopend`, 0, { url: `${url}/vraag/${m.n + 1}`, windowTitle: title });
  else if (m.kind === 'focus') note(m.at, 'browser', 'focus', 'Antwoordveld actief', 0, { field: `vraag-${m.n + 1}` });
  else if (m.kind === 'hand-in') note(m.at + 0.3, 'website', 'submit', 'Toets ingeleverd', 0, { url: `${url}/inleveren`, windowTitle: title });
  else if (m.kind === 'tab') {
    const other = m.tab !== 'test';
    note(m.at, 'browser', other ? 'blur' : 'focus', other ? 'Toetsvenster niet meer actief' : 'Toetsvenster weer actief', other ? 0.3 : 0, { windowTitle: title });
    note(m.at + 0.02, 'tab', 'switch', other ? 'Ander tabblad geopend' : 'Terug naar het tabblad van de toets', other ? 0.6 : 0.1, other
      ? { url: `https://${sitting.site.url}`, windowTitle: 'Antwoordenbank', durationSeconds: thousandth(m.length) } : { url, windowTitle: title });
    if (other) note(m.at + 0.35, 'website', 'visit', 'Website buiten de toets bezocht', 0.8, { url: `https://${sitting.site.url}`, windowTitle: 'Antwoordenbank', durationSeconds: thousandth(m.length) });
  } else if (m.kind === 'press') {
    if (m.keys.length > 1) note(m.at, 'keyboard', 'shortcut', `Toetscombinatie: ${m.keys.join(' + ')}`, 0.6, { keys: m.keys });
    else note(m.at, 'keyboard', 'keydown', `Toets ingedrukt: ${m.keys[0]}`, 0, { key: m.keys[0] });
  } else if (m.kind === 'program') {
    note(m.at, 'application', m.open ? 'start' : 'stop', `Programma ${m.open ? 'geopend' : 'gesloten'}: ${m.name}`, m.open ? 0.7 : 0, { application: m.name });
    note(m.at + 0.05, 'browser', m.open ? 'blur' : 'focus', m.open ? 'Toetsvenster niet meer actief' : 'Toetsvenster weer actief', m.open ? 0.3 : 0, { windowTitle: title });
  } else if (m.kind === 'copy-image') note(m.at, 'clipboard', 'copy', 'Afbeelding gekopieerd', 0.7, { application: m.program, type: 'image/png', width: m.width, height: m.height });
  else if (m.kind === 'copy') note(m.at, 'clipboard', 'copy', 'Tekst gekopieerd', 0.6, { url: `https://${sitting.site.url}`, characters: m.text.length, excerpt: m.text.slice(0, 60) });
  else if (m.kind === 'paste') note(m.at, 'clipboard', 'paste', 'Tekst geplakt in het antwoordveld', 0.7, { field: `vraag-${m.n + 1}`, characters: m.text.length, excerpt: m.text.slice(0, 60) });
}

/** One line per stretch of typing and per movement of the mouse, as most recorders do. */
function coarse(work, note) {
  let run = [];
  const flush = () => {
    if (run.length) note(run[0].at, 'keyboard', 'typing', `${run.length} toetsaanslagen`, 0, { field: `vraag-${run[0].n + 1}`, keys: run.length, durationSeconds: thousandth(run[run.length - 1].at - run[0].at) });
    run = [];
  };
  for (const s of work.strokes) {
    if (run.length && (s.at - run[run.length - 1].at > 0.55 || run.length >= 18)) flush();
    run.push(s);
  }
  flush();
  for (let i = 1; i < work.pointer.length; i++) {
    const [t0, a] = work.pointer[i - 1], [t1, b] = work.pointer[i];
    const far = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (far > 12) note(t1, 'mouse', 'move', 'Muis verplaatst', 0, { x: Math.round(b[0] * 2), y: Math.round(b[1] * 2), distance: Math.round(far * 2), durationSeconds: thousandth(t1 - t0) });
  }
}

/** Every key down and up and the mouse some twenty times a second, also when it only trembles: what a thorough recorder delivers. */
function dense(work, note, sitting) {
  const dice = random(sitting.seed + 500);
  for (const s of work.strokes) {
    const name = s.key === ' ' ? 'spatie' : s.key === '\b' ? 'backspace' : 'teken', data = { field: `vraag-${s.n + 1}`, key: name };
    note(s.at, 'keyboard', 'keydown', 'Toets ingedrukt', 0, data);
    note(s.at + dice.between(0.04, 0.09), 'keyboard', 'keyup', 'Toets losgelaten', 0, data);
  }
  for (let t = 0.4; t < sitting.seconds - 0.1; t += dice.between(...sitting.dense.every)) {
    const [x, y] = work.pointerAt(t), quiet = work.moving(t) ? 0 : 1;
    note(t, 'mouse', 'move', 'Muis verplaatst', 0, { x: Math.round(x * 2 + quiet * dice.between(-1, 1)), y: Math.round(y * 2 + quiet * dice.between(-1, 1)) });
  }
}
