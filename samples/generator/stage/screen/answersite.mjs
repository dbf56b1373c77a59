import { screen, page, fake } from '../../script/layout.mjs';
import { text, panel, wrap } from './browser.mjs';

/** A made-up site with made-up answers, for the sitting with another tab. */
export function paintAnswerSite(ctx, site, state) {
  ctx.fillStyle = '#fffaf2';
  ctx.fillRect(0, page.top, screen.width, screen.height - page.top);
  ctx.fillStyle = '#c8873a';
  ctx.fillRect(0, page.top, screen.width, 50);
  text(ctx, 'Antwoordenbank', 28, page.top + 33, { size: 22, weight: 'bold', colour: '#ffffff' });
  text(ctx, 'vragen   •   vakken   •   inloggen', 932, page.top + 31, { size: 13, colour: 'rgba(255,255,255,0.9)', align: 'right' });
  ctx.textAlign = 'left';
  panel(ctx, fake.search.x, fake.search.y, 640, 36, 18, '#ffffff', '#d9c3a2');
  text(ctx, site.query, fake.search.x + 20, fake.search.y + 23, { size: 14.5 });
  text(ctx, site.question, 150, 212, { size: 19, weight: '600' });
  text(ctx, 'Beste antwoord', 150, 246, { size: 13, weight: '600', colour: '#a8691f' });
  text(ctx, 'gegeven door een andere bezoeker, 128 keer gelezen', 262, 246, { size: 12, colour: '#8b8375' });
  const box = fake.answer;
  panel(ctx, box.x, box.y - 34, box.w, box.h, 6, '#ffffff', '#e3d6c0');
  ctx.font = '16px "Open Sans", "Liberation Sans", sans-serif';
  wrap(ctx, site.answer, box.w - 44).forEach((line, i) => {
    const y = box.y - 4 + i * 26;
    if (state.select) { ctx.fillStyle = '#b9d4f3'; ctx.fillRect(box.x + 20, y - 18, ctx.measureText(line).width + 4, 25); }
    text(ctx, line, box.x + 22, y, { size: 16 });
  });
  text(ctx, 'Andere antwoorden (4)', 150, 400, { size: 13, weight: '600', colour: '#a8691f' });
  for (let i = 0; i < 4; i++) { ctx.fillStyle = '#e9dfcf'; ctx.fillRect(150, 416 + i * 26, 560 - (i * 97) % 190, 9); }
}
