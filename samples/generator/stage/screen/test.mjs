import { screen, page, card, option, field, next, begin, confirm } from '../../script/layout.mjs';
import { secondsOfDay } from '../../script/time.mjs';
import { text, panel, wrap, mono } from './browser.mjs';

/** The fictional application in which the exam is taken. */
export function paintTest(ctx, scene, state, t) {
  const { exam, sitting } = scene, accent = exam.accent;
  ctx.fillStyle = '#f3f4f7';
  ctx.fillRect(0, page.top, screen.width, screen.height - page.top);
  ctx.fillStyle = accent;
  ctx.fillRect(0, page.top, screen.width, page.header);
  text(ctx, exam.manifest.title, 24, page.top + 30, { size: 18, weight: '600', colour: '#ffffff' });
  text(ctx, `Kandidaat ${sitting.candidate.pseudonym}`, 560, page.top + 29, { size: 13, colour: 'rgba(255,255,255,0.85)' });
  const left = Math.max(0, secondsOfDay(exam.manifest.end.slice(11, 19)) - secondsOfDay(scene.clock(t)));
  panel(ctx, 790, page.top + 9, 146, 28, 6, 'rgba(0,0,0,0.22)');
  text(ctx, `Nog ${String(Math.floor(left / 60)).padStart(2, '0')}:${String(left % 60).padStart(2, '0')}`, 863, page.top + 29, { size: 16, weight: 'bold', colour: '#ffffff', align: 'center' });
  const pause = scene.breaks.findIndex(([from, to]) => t >= from && t < to);
  if (pause >= 0) paintBreak(ctx, exam, exam.manifest.breaks[pause].to.slice(11, 19));
  else if (state.page === 'begin') paintBegin(ctx, scene);
  else if (state.page === 'done') paintDone(ctx, scene);
  else paintQuestion(ctx, scene, state, t);
  ctx.textAlign = 'left';
}

function paintQuestion(ctx, { exam }, state, t) {
  const total = exam.questions.length, q = exam.questions[state.n], accent = exam.accent;
  for (let i = 0; i < total; i++) {
    const x = screen.width / 2 - (total - 1) * 24 + i * 48, answered = state.chosen[i] !== undefined || state.texts[i];
    if (i) { ctx.fillStyle = '#cfd4dc'; ctx.fillRect(x - 37, 123, 26, 2); }
    ctx.beginPath();
    ctx.arc(x, 124, 10, 0, 7);
    ctx.fillStyle = i === state.n ? accent : answered ? '#9fb4c7' : '#ffffff';
    ctx.fill();
    ctx.strokeStyle = i === state.n ? accent : '#aeb6c2';
    ctx.lineWidth = 1.5;
    ctx.stroke();
    text(ctx, String(i + 1), x, 128.5, { size: 12, weight: '600', colour: i === state.n || answered ? '#ffffff' : '#6b7280', align: 'center' });
  }
  panel(ctx, card.x, card.y + 2, card.w, card.h, 8, '#ffffff', '#d9dde4');
  text(ctx, `Vraag ${state.n + 1} van ${total}`, card.x + 32, card.y + 32, { size: 13, weight: '600', colour: accent });
  text(ctx, q.text, card.x + 32, card.y + 58, { size: 17, weight: '600', max: card.w - 64 });
  if (q.code) {
    panel(ctx, card.x + 32, card.y + 68, card.w - 64, 8 + q.code.length * 15, 5, '#f1f2f5');
    q.code.forEach((line, i) => text(ctx, line, card.x + 44, card.y + 83 + i * 15, { size: 12.5, font: mono, colour: '#2f3542' }));
  }
  if (q.options) q.options.forEach((label, i) => {
    const o = option(i, q.code), on = state.chosen[state.n] === i;
    panel(ctx, o.x, o.y, o.w, o.h, 6, on ? '#e8eef6' : '#ffffff', on ? accent : '#d3d8e0', on ? 2 : 1);
    ctx.beginPath();
    ctx.arc(o.x + 20, o.y + o.h / 2, 7, 0, 7);
    ctx.strokeStyle = on ? accent : '#9aa3b0';
    ctx.lineWidth = 1.6;
    ctx.stroke();
    if (on) { ctx.beginPath(); ctx.arc(o.x + 20, o.y + o.h / 2, 3.8, 0, 7); ctx.fillStyle = accent; ctx.fill(); }
    text(ctx, `${'ABCD'[i]}   ${label}`, o.x + 40, o.y + 23, { size: 14.5 });
  });
  else {
    text(ctx, q.hint, card.x + 32, card.y + 90, { size: 13, colour: '#667080' });
    panel(ctx, field.x, field.y, field.w, field.h, 5, '#ffffff', state.focus ? accent : '#c4cad4', state.focus ? 2 : 1);
    ctx.font = '15px "Open Sans", "Liberation Sans", sans-serif';
    const answer = state.texts[state.n] || '', lines = wrap(ctx, answer, field.w - 28);
    const fresh = state.pasted && state.pasted.n === state.n && t - state.pasted.at < 1.6;
    lines.forEach((line, i) => {
      if (fresh && line) { ctx.fillStyle = '#cfe0f5'; ctx.fillRect(field.x + 12, field.y + 12 + i * 23, ctx.measureText(line).width + 4, 21); }
      text(ctx, line, field.x + 14, field.y + 28 + i * 23, { size: 15 });
    });
    if (state.focus && (t * 1.8) % 2 < 1.2) {
      const x = field.x + 15 + ctx.measureText(lines[lines.length - 1]).width, y = field.y + 13 + (lines.length - 1) * 23;
      ctx.fillStyle = '#22262e';
      ctx.fillRect(x, y, 1.5, 19);
    }
    text(ctx, `${answer.length} tekens`, field.x + field.w, field.y + field.h + 18, { size: 11.5, colour: '#7a818d', align: 'right' });
  }
  panel(ctx, card.x + 32, next.y, 92, next.h, 6, '#ffffff', '#c4cad4');
  text(ctx, 'Vorige', card.x + 78, next.y + 22, { size: 14, colour: state.n ? '#3b4250' : '#aab1bc', align: 'center' });
  panel(ctx, next.x, next.y, next.w, next.h, 6, accent);
  text(ctx, state.n + 1 < total ? 'Volgende' : 'Inleveren', next.x + next.w / 2, next.y + 22, { size: 14, weight: '600', colour: '#ffffff', align: 'center' });
  text(ctx, 'Antwoorden worden automatisch bewaard', card.x + card.w, 518, { size: 12, colour: '#69707c', align: 'right' });
}

function paintBegin(ctx, { exam }) {
  panel(ctx, 230, 150, 500, 300, 8, '#ffffff', '#d9dde4');
  text(ctx, 'Klaar om te beginnen?', 480, 190, { size: 20, weight: '600', align: 'center' });
  ['Je kamer is goed verlicht en je bent alleen.', 'Webcam, microfoon en telefoon staan aan.', 'Draag je wegwerp-oordopjes?', 'Laat ze nu eerst aan de webcam zien.'].forEach((line, i) => {
    if (i < 3) { ctx.beginPath(); ctx.arc(272, 225 + i * 28, 4, 0, 7); ctx.fillStyle = exam.accent; ctx.fill(); }
    text(ctx, line, 288, 230 + i * (i < 3 ? 28 : 26), { size: 15 });
  });
  panel(ctx, begin.x, begin.y, begin.w, begin.h, 6, exam.accent);
  text(ctx, 'Begin de toets', begin.x + begin.w / 2, begin.y + 27, { size: 16, weight: '600', colour: '#ffffff', align: 'center' });
}

function paintBreak(ctx, exam, until) {
  panel(ctx, 230, 190, 500, 200, 8, '#ffffff', '#d9dde4');
  ctx.fillStyle = exam.accent;
  ctx.fillRect(466, 218, 9, 34);
  ctx.fillRect(485, 218, 9, 34);
  text(ctx, 'Pauze', 480, 296, { size: 20, weight: '600', align: 'center' });
  text(ctx, `De toets gaat om ${until} verder.`, 480, 328, { size: 15, colour: '#4b5260', align: 'center' });
}

function paintDone(ctx, { exam }) {
  panel(ctx, 230, 170, 500, 260, 8, '#ffffff', '#d9dde4');
  ctx.beginPath();
  ctx.arc(480, 226, 26, 0, 7);
  ctx.fillStyle = exam.accent;
  ctx.fill();
  ctx.strokeStyle = '#ffffff';
  ctx.lineWidth = 5;
  ctx.beginPath();
  ctx.moveTo(468, 227);
  ctx.lineTo(477, 236);
  ctx.lineTo(493, 217);
  ctx.stroke();
  text(ctx, 'Je toets is ingeleverd', 480, 290, { size: 20, weight: '600', align: 'center' });
  text(ctx, 'Je antwoorden zijn ontvangen.', 480, 320, { size: 15, colour: '#4b5260', align: 'center' });
  panel(ctx, confirm.x, confirm.y, confirm.w, confirm.h, 6, '#ffffff', '#c4cad4');
  text(ctx, 'Opname stoppen', confirm.x + confirm.w / 2, confirm.y + 27, { size: 15, align: 'center' });
}
