import { random } from './random.mjs';
import { keyed } from './time.mjs';
import * as layout from './layout.mjs';

/**
 * What the student does at the laptop: one list of moments that the screen, the hands, the sound of the keys and events.jsonl all follow.
 * sitting.answers: per question an option number or a text; sitting.busy: intervals [from, to] in which the hands are off the keyboard;
 * sitting.interludes: things done on the screen besides the test, see `interlude`.
 */
export function behaviour(sitting, exam) {
  // The same choices at another pace, until the last click falls where the sitting wants it.
  let slow = 3.2, fast = 0.25, best = act(sitting, exam, fast);
  for (let i = 0; i < 18; i++) {
    const pace = (slow + fast) / 2, plan = act(sitting, exam, pace);
    if (plan.end > sitting.done) slow = pace;
    else { fast = pace; best = plan; }
  }
  return queries(best, sitting);
}

function act(sitting, exam, pace) {
  const dice = random(sitting.seed);
  const moments = [], pointer = [[0, [480 + dice.between(-120, 120), 300]]], strokes = [];
  const busy = [...(sitting.busy || []), ...(sitting.interludes || []).map(i => [i.from, i.to])].sort((a, b) => a[0] - b[0]);
  let t = 0.8;
  const pause = (a, b) => { t += dice.between(a, b) * pace; };
  const free = length => { for (const [from, to] of busy) if (t + length > from && t < to) t = to + 0.5; };
  const say = (kind, more = {}) => moments.push({ at: t, kind, ...more });

  function move([x, y], length = dice.between(0.45, 0.8)) {
    free(length + 0.3);
    const last = pointer[pointer.length - 1][1];
    pointer.push([t, last]);
    // A hand overshoots a little and corrects.
    pointer.push([t + length * 0.75, [x + (x - last[0]) * 0.03 + dice.between(-5, 5), y + (y - last[1]) * 0.03 + dice.between(-4, 4)]]);
    t += length;
    pointer.push([t, [x, y]]);
  }
  const click = (box, target, spread = 0.3) => {
    const c = layout.centre(box);
    move([c[0] + dice.between(-spread, spread) * box.w, c[1] + dice.between(-0.2, 0.2) * box.h]);
    t += dice.between(0.12, 0.3);
    say('click', { target });
  };

  if (sitting.begin) {
    t = sitting.begin - 1;
    click(layout.begin, 'Begin de toets', 0.2);
    say('begin');
  }
  sitting.answers.forEach((answer, n) => {
    const option = i => layout.option(i, exam.questions[n].code);
    say('question', { n });
    pause(1.6, 2.6);
    if (Number.isInteger(answer)) {
      if (dice.next() > 0.4) { move(layout.centre(option((answer + 1 + Math.floor(dice.next() * 2)) % 4)).map(v => v + dice.between(-60, 20))); pause(0.5, 1.1); }
      pause(0.6, 1.4);
      click({ ...option(answer), w: 240 }, 'Antwoordkeuze', 0.2);
      say('choose', { n, option: answer });
    } else {
      click(layout.field, 'Antwoordveld');
      say('focus', { n });
      pause(0.5, 1.2);
      let text = '';
      const type = key => {
        free(0.3);
        text = key === '\b' ? text.slice(0, -1) : text + key;
        strokes.push({ at: t, key, n, text });
        t += pace * (dice.between(0.085, 0.17) + (key === ' ' && dice.next() > 0.8 ? dice.between(0.2, 0.6) : 0));
      };
      for (const key of answer) {
        // Now and then a wrong key, seen and taken back.
        if (key !== ' ' && dice.next() < 0.018) { type(dice.pick([...'aetnoir'])); t += 0.25 * pace; type('\b'); }
        type(key);
      }
    }
    pause(0.7, 1.2);
    if (n + 1 < exam.questions.length) click(layout.next, 'Volgende');
    else { click(layout.next, 'Inleveren'); say('hand-in'); }
  });
  const end = t;
  if (sitting.answers.length < exam.questions.length) say('question', { n: sitting.answers.length });
  for (const i of sitting.interludes || []) interlude(i, { moments, pointer });
  moments.sort((a, b) => a.at - b.at);
  pointer.sort((a, b) => a[0] - b[0]);
  return { moments, pointer, strokes, end };
}

/**
 * { from, to, path: [[t, [x, y]], ...], moments: [{ at, kind, ... }] }: a scripted stretch, during which the test itself waits.
 * With `back` the pointer needs so many seconds more to return to where the test left it, and rests there.
 */
function interlude(i, { moments, pointer }) {
  let before = pointer[0][1];
  for (const [at, p] of pointer) if (at <= i.from) before = p;
  pointer.push([i.from, before], ...i.path, [i.to, i.path[i.path.length - 1][1]]);
  if (i.back) pointer.push([i.to + i.back, before]);
  moments.push(...i.moments);
}

function queries({ moments, pointer, strokes }, sitting) {
  const clicks = moments.filter(m => m.kind === 'click').map(m => m.at);
  const moving = t => {
    for (let i = 1; i < pointer.length; i++) {
      const [t0, a] = pointer[i - 1], [t1, b] = pointer[i];
      if (t >= t0 - 0.35 && t <= t1 + 0.45 && (a[0] !== b[0] || a[1] !== b[1])) return true;
    }
    return false;
  };
  return {
    moments, strokes, pointer,
    pointerAt: t => keyed(t, pointer),
    moving,
    clicked: t => clicks.some(c => t >= c && t < c + 0.25),
    typing: t => strokes.some(s => t >= s.at - 0.05 && t < s.at + 0.22),
    /** The state of the test at a moment. */
    stateAt(t) {
      const state = { page: sitting.begin ? 'begin' : 'question', tab: 'test', n: 0, chosen: {}, texts: {}, focus: false, select: false, tabs: 1 };
      for (const m of moments) {
        if (m.at > t) break;
        if (m.kind === 'begin') state.page = 'question';
        else if (m.kind === 'question') { state.n = m.n; state.focus = false; }
        else if (m.kind === 'choose') state.chosen[m.n] = m.option;
        else if (m.kind === 'focus') state.focus = true;
        else if (m.kind === 'hand-in') state.page = 'done';
        else if (m.kind === 'tab') { state.tab = m.tab; if (m.tab !== 'test') state.tabs = 2; }
        else if (m.kind === 'select') state.select = true;
        else if (m.kind === 'paste') state.pasted = { n: m.n, text: m.text, at: m.at };
      }
      for (const s of strokes) { if (s.at > t) break; state.texts[s.n] = s.text; }
      if (state.pasted) state.texts[state.pasted.n] = (state.texts[state.pasted.n] || '') + state.pasted.text;
      return state;
    },
  };
}
